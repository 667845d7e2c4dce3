"""Words on a page: spaces that must not break, order of the alphabet, identifiers."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.language import collation, slugs, typography
from archive.schema import LANGUAGES

# „~“ stands for a non-breaking space in the expectations below.
CZECH = [
    ("v Praze", "v~Praze"),
    ("V Praze", "V~Praze"),
    ("k domu, s lidmi, z města", "k~domu, s~lidmi, z~města"),
    ("a v Praze", "a~v~Praze"),
    ("i s Annou a s Evou", "i~s~Annou a~s~Evou"),
    ("Lidé a i v Brně", "Lidé a~i~v~Brně"),
    ("v „Domě“", "v~„Domě“"),
    ("(v roce)", "(v~roce)"),
    ("Praha je město", "Praha je město"),
    ("2 420 lidí", "2~420~lidí"),
    ("1 234 567", "1~234~567"),
    ("v roce 2005 5000 lidí", "v~roce 2005 5000~lidí"),
    ("55 % obyvatel", "55~% obyvatel"),
    ("500 kB", "500~kB"),
    ("19 let", "19~let"),
    ("3 mil. Kč", "3~mil. Kč"),
    ("21. listopadu 2026", "21.~listopadu~2026"),
    ("1. 5. 2005", "1.~5.~2005"),
    ("8.–9. června 2017", "8.–9.~června~2017"),
    ("leden 2005", "leden~2005"),
    ("květen 2005", "květen~2005"),
    ("září 2006", "září~2006"),
    ("říjen 2006", "říjen~2006"),
    ("č. 975", "č.~975"),
    ("např. Praha", "např.~Praha"),
    ("tzv. víza", "tzv.~víza"),
    ("Mgr. Nováková", "Mgr.~Nováková"),
    ("s. 12", "s.~12"),
    ("lidé – a města", "lidé~– a~města"),
    ("podcast — série", "podcast~— série"),
    ("2005–2006", "2005–2006"),
    ("", ""),
]


def marked(written: str) -> str:
    """Make non-breaking spaces visible."""
    return written.replace(typography.NBSP, "~")


@pytest.mark.parametrize(("given_text", "expected"), CZECH)
def test_czech_spaces(given_text: str, expected: str) -> None:
    """Czech prepositions, numbers, dates, abbreviations and dashes keep their neighbour."""
    assert expected == marked(typography.typeset(given_text, "cs"))


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("on 21 November 2026", "on 21~November 2026"),
        ("55 per cent", "55~per cent"),
        ("2 million people", "2~million people"),
        ("500 kB", "500~kB"),
        ("people – and towns", "people~– and towns"),
        ("a town in May", "a town in May"),
        ("Dr. No", "Dr. No"),
    ],
)
def test_english_spaces(given_text: str, expected: str) -> None:
    """English dates, quantities and dashes do not part; its words may."""
    assert expected == marked(typography.typeset(given_text, "en"))


def test_other_languages() -> None:
    """Text in a language without rules is left as it is."""
    assert "v 55 % – 1. 5." == typography.typeset("v 55 % – 1. 5.", "uk")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>v Praze</p>", "<p>v~Praze</p>"),
        ('<a title="v Praze" href="/a b">v Brně</a>', '<a title="v Praze" href="/a b">v~Brně</a>'),
        ("<p>v <em>Praze</em></p>", "<p>v~<em>Praze</em></p>"),
        ('<p>z <a href="/x">webu</a></p>', '<p>z~<a href="/x">webu</a></p>'),
        ("<code>v kódu</code> a <b>v textu</b>", "<code>v kódu</code> a~<b>v~textu</b>"),
        ("<pre><code>a b\nv c</code></pre>", "<pre><code>a b\nv c</code></pre>"),
        ('<script>s = "v a b"</script>', '<script>s = "v a b"</script>'),
        ("<style>p { a b }</style>", "<style>p { a b }</style>"),
        ("<p>a &amp; b, 55 %</p>", "<p>a &amp; b, 55~%</p>"),
        ("<textarea>v poli</textarea> v textu", "<textarea>v poli</textarea> v~textu"),
        ("<p>v <i lang='x'>a b</i></p>", "<p>v~<i lang='x'>a~b</i></p>"),
        ('<p lang="en">v a b <br>55 per cent</p>v b', '<p lang="en">v a b <br>55~per cent</p>v~b'),
        ('<b lang="uk"><b>v a</b> v a</b> v b', '<b lang="uk"><b>v a</b> v a</b> v~b'),
        (
            '<p translate="no">v a <i lang="cs">v b</i></p>v b',
            '<p translate="no">v a <i lang="cs">v b</i></p>v~b',
        ),
        (
            "<p>v textu &lt;keep-3&gt; a <keep-3> v b</p>",
            "<p>v~textu &lt;keep-3&gt; a~<keep-3> v~b</p>",
        ),
    ],
)
def test_html(html: str, expected: str) -> None:
    """In HTML only text is set, each by its own language: tags, code and scripts stay."""
    assert expected == marked(typography.typeset_html(html, "cs"))


def test_html_of_other_languages() -> None:
    """HTML in a language without rules is left as it is."""
    assert "<p>v 55 %</p>" == typography.typeset_html("<p>v 55 %</p>", "uk")


TOKENS = ["v", "a", "s", "K", "Praze", "5", "420", "21.", "listopadu", "2026", "%", "č.", "s ."]
TOKENS += ["–", "let", "\u00a0", " ", "  ", "„Dům“", "(", "\n", "<b>", "</b>", "<code>", "</code>"]
prose = st.lists(st.sampled_from(TOKENS) | st.text(max_size=3)).map(" ".join)


@settings(deadline=None)
@given(prose, st.sampled_from(LANGUAGES))
def test_setting_twice_is_setting_once(written: str, language: str) -> None:
    """Text that is set stays as it is when it is set again."""
    once = typography.typeset(written, language)

    assert once == typography.typeset(once, language)


@settings(deadline=None)
@given(prose, st.sampled_from(LANGUAGES))
def test_setting_changes_spaces_only(written: str, language: str) -> None:
    """Setting never changes a letter: without spaces the text is the same."""
    before, after = ("".join(t.split()) for t in (written, typography.typeset(written, language)))

    assert before == after


@settings(deadline=None)
@given(prose, st.sampled_from(LANGUAGES))
def test_setting_html_twice(html: str, language: str) -> None:
    """HTML that is set stays as it is when it is set again."""
    once = typography.typeset_html(html, language)

    assert once == typography.typeset_html(once, language)


def test_plain() -> None:
    """Plain text has no non-breaking spaces."""
    assert "v Praze 2 420" == typography.plain(typography.typeset("v Praze 2 420", "cs"))


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("cs", ["hora", "chata", "choroš", "ikona"]),
        ("cs", ["cena", "cukr", "čáp", "čáslav", "dům"]),
        ("cs", ["rys", "ryzí", "řeka"]),
        ("cs", ["sova", "syn", "šátek", "tok"]),
        ("cs", ["zub", "zvon", "žába"]),
        ("cs", ["Ábel", "Abrahám", "Adam"]),
        ("cs", ["dar", "dár", "dart"]),
        ("cs", ["Nová cesta", "Novák", "Nováková"]),
        ("cs", ["auto", "„Barva“", "Cesta"]),
        ("cs", ["Díl 1", "Díl 2"]),
        ("en", ["chata", "hora"]),
        ("en", ["čáp", "cena"]),
        ("en", ["Sladká", "Šolcová", "Szabados"]),
        ("en", ["auto", "“Barva”", "Cesta"]),
    ],
)
def test_order(language: str, ordered: list[str]) -> None:
    """In Czech ch, č, ř, š, ž have places of their own; in English marks do not count."""
    keys = [collation.sort_key(word, language) for word in reversed(ordered)]

    assert ordered == [word for _, word in sorted(zip(keys, reversed(ordered), strict=True))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_order_of_spaces_and_capitals(language: str) -> None:
    """A non-breaking space sorts as a space, a capital letter as a small one."""
    keys = {collation.sort_key(word, language)[0] == collation.sort_key("v praze", language)[0]
            for word in ("v praze", "V Praze", "v\u00a0Praze")}  # fmt: skip

    assert {True} == keys


@pytest.mark.parametrize(
    ("name", "cs", "en"),
    [
        ("Chalupa", "Ch", "C"),
        ("Čapek", "Č", "C"),
        ("Řezník", "Ř", "R"),
        ("Šolcová", "Š", "S"),
        ("Žáková", "Ž", "Z"),
        ("Úlehla", "U", "U"),
        ("Ďurovič", "D", "D"),
        ("Šmíd", "Š", "S"),
        ("de Bruycker", "D", "D"),
        ("Cap", "C", "C"),
    ],
)
def test_initial(name: str, cs: str, en: str) -> None:
    """A name is filed under the letter where the alphabet of the language has it."""
    assert [cs, en] == [collation.initial(name, language) for language in LANGUAGES]


@settings(deadline=None)
@given(
    st.lists(st.text("aáäbcčdďeéěhiíklmnňoprřsštťuúůyýzž", min_size=1)), st.sampled_from(LANGUAGES)
)
def test_initials_do_not_interleave(names: list[str], language: str) -> None:
    """In a sorted list each initial letter has one group."""
    ordered = sorted(names, key=lambda name: collation.sort_key(name, language))
    groups = [
        letter for letter, _ in itertools.groupby(collation.initial(n, language) for n in ordered)
    ]

    assert sorted(set(groups)) == sorted(groups)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Lucie Sládková", "lucie-sladkova"),
        ("Žluťoučký kůň", "zlutoucky-kun"),
        ("Aby nebe nespadlo!", "aby-nebe-nespadlo"),
        ("  Díl 1: Klatovy – Ženský klub ", "dil-1-klatovy-zensky-klub"),
        ("IOM\u00a0Praha", "iom-praha"),
        ("Léta 2005–2006", "leta-2005-2006"),
        ("…", ""),
    ],
)
def test_slug(name: str, slug: str) -> None:
    """An identifier is made of a–z, digits and single hyphens."""
    assert slug == slugs.ascii_slug(name)


def test_heading_slug() -> None:
    """The anchor of a heading has the separator that Markdown asks for."""
    assert "co_se_zjistilo" == slugs.heading_slug("Co se zjistilo?", "_")


@settings(deadline=None)
@given(st.text())
def test_slugs_are_safe(name: str) -> None:
    """No text gives a slug that a file name or an address could not hold."""
    slug = slugs.ascii_slug(name)

    assert slug == slugs.ascii_slug(slug)
    assert set("abcdefghijklmnopqrstuvwxyz0123456789-") >= set(slug)


def test_pages_have_no_indentation() -> None:
    """A line break stays one, since it parts words; what is set as it stands is not touched."""
    page = "<p>\n    a\n\n  <b>b</b>\u00a0\n</p>\n<pre>\n  c\n\n  d</pre>\n"

    assert "<p>\na\n<b>b</b>\u00a0\n</p>\n<pre>\n  c\n\n  d</pre>\n" == typography.unindented(page)
