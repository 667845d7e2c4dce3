"""Each language in its own manner: plurals, dates, numbers, order; titles marked as foreign."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive.checks import translations
from archive.content import title_languages
from archive.content.library import Library, read
from archive.content.settings import Site, load_strings
from archive.language.collation import initial, sort_key
from archive.language.slugs import heading_slug
from archive.language.typography import plain
from archive.schema import languages
from archive.telling.teller import Teller
from conftest import ROOT, TODAY
from passages import passages

ALPHABET = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"


def teller_in(content: Library, language: str) -> Teller:
    """Return what tells the archive in a language."""
    words = load_strings(content.docs, ROOT)
    return Teller(
        content, Site("https://archive.test/", "IOM", "a@b.test", "", True, words), language
    )


@pytest.mark.parametrize(
    ("language", "key", "number", "expected"),
    [
        ("cs", "count_podcast", 1, "1 díl podcastu"),
        ("cs", "count_podcast", 2, "2 díly podcastu"),
        ("cs", "count_podcast", 4, "4 díly podcastu"),
        ("cs", "count_podcast", 5, "5 dílů podcastu"),
        ("cs", "count_records", 1234, "1 234 záznamů"), ("cs", "count_records", 0, "0 záznamů"),
        ("en", "count_podcast", 1, "1 podcast episode"),
        ("en", "count_podcast", 2, "2 podcast episodes"),
        ("en", "count_records", 1234, "1,234 records"), ("en", "count_records", 0, "0 records"),
    ],
)  # fmt: skip
def test_numbers_and_plurals(
    real_library: Library, language: str, key: str, number: int, expected: str
) -> None:
    """A number and its word go together as the language has it."""
    teller = teller_in(real_library, language)

    assert expected == plain(f"{teller.number(number)} {teller.plural(key, number)}")


@pytest.mark.parametrize(
    ("date", "czech", "english"),
    [
        ("2005-05-14", "14. května 2005", "14 May 2005"),
        ("2005-05", "květen 2005", "May 2005"),
        ("2005-05-01/2006-04-30", "1. května 2005 – 30. dubna 2006", "1 May 2005 – 30 April 2006"),
        ("2012-09-03/2012-09-07", "3.–7. září 2012", "3–7 September 2012"),
        ("2006?", "2006 (nejisté)", "2006 (uncertain)"),
        ("2022-03/..", "od března 2022 dosud", "since March 2022"),
    ],
)
def test_dates(real_library: Library, date: str, czech: str, english: str) -> None:
    """A date is told in the words and the order of the language."""
    told = [plain(teller_in(real_library, code).date(date)) for code in ("cs", "en")]

    assert [czech, english] == told


def test_lists_are_sorted_as_the_language_sorts(real_site: Path) -> None:
    """„Č“ and „Ch“ are letters of their own in Czech and are filed under C in English."""
    heading = re.compile(r'<h2 id="l-[^"]+">(\w+)</h2>')
    letters = {
        prefix: heading.findall((real_site / prefix / "people/index.html").read_text())
        for prefix in ("", "en")
    }

    assert {"Č", "Š"} <= set(letters[""])
    assert letters[""].index("C") + 1 == letters[""].index("Č")
    assert not {"Č", "Š", "Ch", "Ř", "Ž"} & set(letters["en"])
    assert sorted(letters["en"]) == letters["en"]


@pytest.mark.parametrize(
    ("address", "title", "card"),
    [
        ("podcast/klatovy/", "Nad hrncem přátelství (Díl 1) – Archiv IOM Česká republika",
         "Díl 1: Nad hrncem přátelství."),
        ("en/podcast/klatovy/", "Over a pot of friendship (Episode 1) – IOM Czechia Archive",
         "Episode 1: Over a pot of friendship."),
        ("people/fatima-rahimi/", "Fatima Rahimi (Osoba) – Archiv IOM Česká republika",
         "Osoba: Fatima Rahimi."),
        ("en/people/fatima-rahimi/", "Fatima Rahimi (Person) – IOM Czechia Archive",
         "Person: Fatima Rahimi."),
    ],
)  # fmt: skip
def test_title_and_card(real_site: Path, address: str, title: str, card: str) -> None:
    """The title in a tab and what stands for a shared picture are whole in one language."""
    told = {p.where: p.text for p in passages(real_site / address / "index.html")}

    assert title == plain(told["title"])
    assert told["og:image:alt"].startswith(card)


# -- Ukrainian ---------------------------------------------------------------------------------


def test_plurals_have_the_forms_of_the_language() -> None:
    """CLDR has four forms for Ukrainian; the words choose among them."""
    words = {f"n_{form}": form for form in ("one", "few", "many", "other")}
    teller = Teller.__new__(Teller)
    teller.language, teller.words = "uk", words

    told = [teller.plural("n", number) for number in (1, 2, 4, 5, 11, 21, 22, 112)]
    assert ["one", "few", "few", "many", "many", "one", "few", "many"] == told


def test_ukrainian_is_sorted_by_its_alphabet() -> None:
    """ґ follows г, є follows е, and і, ї, й stand between и and к."""
    shuffled = sorted(ALPHABET)

    assert ALPHABET == "".join(sorted(shuffled, key=lambda letter: sort_key(letter, "uk")))
    assert ["Ї", "Ґ", "Й"] == [initial(name, "uk") for name in ("Їжак", "Ґалаґан", "Йосип")]


def test_heading_in_cyrillic_has_an_anchor() -> None:
    """An anchor is made of the heading's own letters, not of its number."""
    assert "що-зясувалося" == heading_slug("Що з’ясувалося?", "-")
    assert "co-se-zjistilo" == heading_slug("Co se zjistilo?", "-")


# -- where the languages come from ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("plugins: {i18n: {languages: [{locale: en}, {locale: cs}]}}", ("cs", "en")),
        ("plugins: [search, i18n: {languages: [{locale: cs}, {locale: en}]}]", ("cs", "en")),
        ("a: !ENV [A, b]\nplugins: {i18n: {languages: [{locale: cs}, {locale: en}, "
         "{locale: uk}]}}", ("cs", "en", "uk")),
        ("a: !!python/name:x.y\nplugins: {i18n: {languages: [{locale: cs}, {locale: en}, "
         "{locale: uk, build: false}]}}", ("cs", "en")),
    ],
)  # fmt: skip
def test_languages_are_those_that_the_settings_build(
    settings: str, expected: tuple[str, ...]
) -> None:
    """One list rules: that of mkdocs.yml, whichever way it is written; Czech comes first."""
    assert expected == languages.listed(settings)


def test_czech_and_english_cannot_be_left_out() -> None:
    """Every text is kept in these two: words and labels fall back on them."""
    with pytest.raises(ValueError, match="languages: en"):
        languages.listed("plugins: {i18n: {languages: [{locale: cs}]}}")


# -- titles and headings -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<em>Kniha: o vodě</em>", '<em><span lang="cs">Kniha: o vodě</span></em>'),
        ("[Kniha o&nbsp;lese]", "[Kniha o&nbsp;lese]"),
        ("“Řeka “Labe”.”", '“<span lang="cs">Řeka “Labe”</span>.”'),
        ('<a title="Kniha: o vodě">x</a>', '<a title="Kniha: o vodě">x</a>'),
        ("The book", "The book"),
    ],
)
def test_known_titles_are_marked(html: str, expected: str) -> None:
    """A title is marked in another language, however it is quoted; an attribute is left alone."""
    known = {"Kniha: o vodě": "cs", "Řeka „Labe“": "cs", "The book": "en", "Shared": ""}

    assert expected == title_languages.mark(html, known, "en")


def test_italics_are_marked_by_the_records(toy_library: Library) -> None:
    """A text that names a work in italics marks it, whole or without its subtitle."""
    known = toy_library.titles
    html = "<em>Zpráva o jezeře</em>, <em>The lake and the people around it</em>, <em>etwas</em>"

    assert '<em lang="cs">Zpráva' in title_languages.mark_italics(html, known, "en")
    assert '<em lang="en">The lake' in title_languages.mark_italics(html, known, "cs")
    assert "<em>etwas</em>" in title_languages.mark_italics(html, known, "cs")


def test_heading_that_a_translation_lacks_is_told(toy: Path) -> None:
    """The check names the translation whose headings differ from the Czech ones."""
    page = toy / "docs/projects/jezero/index.en.md"
    page.write_text(page.read_text().replace("## What was found\n", ""))
    found = list(translations.headings_agree(read(toy), toy, TODAY))

    assert [("docs/projects/jezero/index.en.md", "advice")] == [(p.path, p.severity) for p in found]
    assert "stejné nadpisy jako v češtině: ##" == found[0].expected.cs


def test_words_that_a_language_lacks_are_told(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever translates the interface is told what is left."""
    (toy / "docs/vocabulary/ui.uk.yml").write_text('site_name: "Архів"\n')
    monkeypatch.setattr(translations, "LANGUAGES", ("cs", "en", "uk"))
    (found,) = translations.words_are_translated(read(toy), toy, TODAY)

    assert ("docs/vocabulary/ui.uk.yml", "1", "advice") == (found.path, found.found, found.severity)
    assert "site_short, site_description, skip, menu, nav_label…" in found.expected.en
