"""What pages show: facts, relations, lists and filters, in the page's language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from archive.content import library
from archive.content.library import Library
from archive.documents import naming
from archive.language import numbers
from archive.language.collation import sort_key
from archive.language.typography import plain
from archive.pages import catalogue, item, lists
from archive.pages.item import ItemView
from archive.pages.lists import ListView
from archive.schema import LANGUAGES, records
from archive.telling.archive import Archives, tell
from archive.telling.parts import Card, Value
from conftest import holders, toy_settings

# The facts of each record as a reader sees them: label, values, notes in brackets.
FACTS = {
    ("projects/jezero", "cs"): """
        Zkratka: JEZERO
        Datum: 1. května 2005 – 30. dubna 2006
        Ročník: 2. (dopočítáno)
        Témata: Integrace
        Země: Česko | Slovensko
        Partneři: Obec Jezero (koordinace) | IOM Česká republika
        Dárci: Nadace Voda – program Voda
        Lidé: Jana Nováková (výzkum, vedla rozhovory) | P. Chalupa (vystoupení)
        Z čeho čerpáme: úryvky několika stránek
        V nabídce starého webu: ano""",
    ("projects/jezero", "en"): """
        Acronym: JEZERO
        Date: 1 May 2005 – 30 April 2006
        Edition: 2 (by counting)
        Themes: Integration
        Countries: Czechia | Slovakia
        Partners: Municipality of Jezero (coordinator) | IOM Czechia
        Funders: Water Foundation – Water programme
        People: Jana Nováková (researcher, led the interviews) | P. Chalupa (speaker)
        Evidence: excerpts of several pages
        In the old website’s menu: yes""",
    ("publications/zprava-o-jezere", "cs"): """
        Autoři: Jana Nováková | Petr Chalupa a další
        Vydavatel: IOM Česká republika
        Datum: 2006 (nejisté)
        Jazyk díla: čeština
        Z projektů: JEZERO
        Dárci: Nadace Voda
        Témata: Integrace
        Země: Česko
        Počet stran: 79
        ISBN: 80-239-2206-8
        Práva: autorská práva archiv neposuzoval
        Vztah ke kanceláři: vydala nebo zadala pražská kancelář
        Uložení: jinde na internetu
        Kde je k dispozici: example.org/zprava""",
    ("publications/zprava-o-jezere", "en"): """
        Creators: Jana Nováková | Petr Chalupa and others
        Publisher: IOM Czechia
        Date: 2006 (uncertain)
        Language of the work: Czech
        From the projects: JEZERO
        Funders: Water Foundation
        Themes: Integration
        Countries: Czechia
        Pages: 79
        ISBN: 80-239-2206-8
        Rights: copyright not evaluated by the archive
        Relation to the office: issued or commissioned by the Prague office
        Holding: elsewhere online
        Where it can be had: example.org/zprava""",
    ("podcast/prvni", "cs"): """
        Číslo dílu: 1
        Řada: 1
        Místo: Jezero (Jihočeský kraj)
        Společenství: Spolek u jezera
        Lidé: Petr Chalupa (průvodce) | Jana Nováková (host, badatelka)
        Z projektů: JEZERO
        Témata: Integrace
        Jazyk nahrávky: čeština
        Nahrávka: původní nahrávka
        Datum: leden 2005
        Zařazeno do kanálu: 1. ledna 2026""",
    ("podcast/druhy", "en"): """
        Episode number: 2
        Season: 1
        Place: Jezero (South Bohemia)
        Community: Lake society
        People: Petr Chalupa (host) | Jana Nováková (guest, a researcher)
        From the projects: JEZERO
        Themes: Integration
        Language of the recording: Czech
        Recording: stand-in recording
        Date: February 2005
        Released in the feed: 2 January 2026""",
    ("people/jana-novakova", "cs"): "",
    ("podcast/", "cs"): """
        Lidé: Petr Chalupa (průvodce)
        Výroba: IOM Česká republika
        Vydavatel: IOM Česká republika
        Z projektů: JEZERO
        Témata: Integrace
        Země: Česko
        Jazyk nahrávek: čeština
        Datum: 2005
        Kde poslouchat originál: Spotify
        Kategorie Apple: Society & Culture""",
}


def told(content: Library) -> Archives:
    """Return an archive as each language tells it."""
    return tell(content, toy_settings(content))


def page(archives: Archives, reference: str, language: str) -> ItemView:
    """Return what the page of an item, or of the show, shows."""
    found = archives[language].find(reference)
    assert found is not None
    return item.view(archives, found)


def listing(archives: Archives, path: str, language: str) -> ListView:
    """Return what a list page shows."""
    found = lists.view(archives, path, language)
    assert found is not None
    return found


def shown(value: Value) -> str:
    """Return a value as a reader sees it."""
    return value.text + (f" ({value.note})" if value.note else "")


def titles(cards: Any) -> list[str]:
    """Return the titles of cards, with ordinary spaces."""
    return [plain(card.title) for card in cards]


def rewrite(root: Path, name: str, pattern: str, new: str) -> None:
    """Change a file of the toy archive."""
    file = root / "docs" / name
    text, count = re.subn(pattern, new, file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert count
    file.write_text(text, encoding="utf-8")


# -- the page of an item ---------------------------------------------------------------------


@pytest.mark.parametrize(("reference", "language"), FACTS, ids="-".join)
def test_facts(toy_archives: Archives, reference: str, language: str) -> None:
    """Facts come in the order of their kind, labelled and told in the page's language."""
    facts = page(toy_archives, reference, language).facts
    lines = [plain(f"{f.label}: {' | '.join(map(shown, f.values))}") for f in facts]

    assert [line.strip() for line in FACTS[reference, language].strip().splitlines()] == lines


@pytest.mark.parametrize(("language", "prefix"), [("cs", ""), ("en", "en/")])
def test_facts_lead_on(toy_archives: Archives, language: str, prefix: str) -> None:
    """People, projects, themes, countries lead to pages in the same language; works to theirs."""
    facts = page(toy_archives, "publications/zprava-o-jezere", language).facts
    links = [value.href for fact in facts for value in fact.values if value.href]

    assert [
        f"{prefix}people/jana-novakova/",
        f"{prefix}people/petr-chalupa/",
        f"{prefix}projects/jezero/",
        f"{prefix}themes/integration/",
        f"{prefix}places/cz/",
        "http://rightsstatements.org/vocab/CNE/1.0/",
        "https://example.org/zprava",
    ] == links


@pytest.mark.parametrize(
    ("language", "title", "eyebrow", "unknown", "variants"),
    [
        ("cs", "Jezero a lidé kolem něj", "výzkum", "Kolik lidí se zúčastnilo.", ["Lidé u jezera"]),
        ("en", "The lake and the people around it", "research", "How many people took part.", []),
    ],
)
def test_texts(
    toy_archives: Archives,
    language: str,
    title: str,
    eyebrow: str,
    unknown: str,
    variants: list[str],
) -> None:
    """Title, kind, unknowns and variants are those of the page's language."""
    view = page(toy_archives, "projects/jezero", language)

    assert (title, eyebrow, [unknown], variants) == (
        plain(view.title),
        view.eyebrow,
        view.unknown,
        [plain(variant) for variant in view.variants],
    )


def test_texts_are_plain(toy_archives: Archives) -> None:
    """Views hold plain texts: the finished page alone is set, see ``test_pages_are_set``."""
    view = page(toy_archives, "projects/jezero", "cs")

    assert "Jezero a lidé kolem něj" == view.card.title
    assert ["Prameny se rozcházejí v roce závěrečného semináře."] == view.notes


@pytest.mark.parametrize(
    ("reference", "language", "expected"),
    [
        ("projects/jezero", "en", ("Jezero a lidé kolem něj", "cs")),
        ("projects/jezero", "cs", None),
        ("podcast/prvni", "en", None),
    ],
)
def test_other_title(
    toy_archives: Archives, reference: str, language: str, expected: tuple[str, str] | None
) -> None:
    """A title that the archive translated stands beside the title of the work."""
    other = page(toy_archives, reference, language).other_title

    assert expected == ((plain(other.text), other.lang) if other else None)


@pytest.mark.parametrize(
    ("reference", "language", "expected"),
    [
        ("projects/jezero", "cs", [("example.org/jezero", True), ("Stará zpráva", False)]),
        ("projects/jezero", "en", [("example.org/jezero", True), ("Old report", False)]),
    ],
)
def test_sources(
    toy_archives: Archives, reference: str, language: str, expected: list[tuple[str, bool]]
) -> None:
    """An address is a link without its scheme; a document is named."""
    sources = page(toy_archives, reference, language).sources

    assert expected == [(source.text, bool(source.href)) for source in sources]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("cs", ("medium", "střední", "Něco je odvozeno nebo popsáno, ne doslova doloženo.")),
        ("en", ("medium", "medium", "Some of it is inferred or described, not stated.")),
    ],
)
def test_confidence(toy_archives: Archives, language: str, expected: tuple[str, str, str]) -> None:
    """Confidence is told in a word and in a sentence."""
    assert expected == page(toy_archives, "projects/jezero", language).confidence


@pytest.mark.parametrize(
    ("reference", "previous", "following"),
    [
        ("podcast/prvni", None, "Druhý břeh"),
        ("podcast/druhy", "Lidé & voda", None),
        ("publications/zprava-o-jezere", None, None),
        ("projects/jezero", None, None),
        ("podcast/", None, None),
    ],
)
def test_neighbours(
    toy_archives: Archives, reference: str, previous: str | None, following: str | None
) -> None:
    """Episodes lead to the one before and after by number; what has no order has none."""
    view = page(toy_archives, reference, "cs")
    found = [card.title if card else None for card in (view.previous, view.next)]

    assert [previous, following] == found


def test_editions_are_neighbours(toy: Path) -> None:
    """Projects that are editions of a school follow each other by edition."""
    folder = toy / "docs" / "projects"
    (folder / "prvni").mkdir()
    text = (folder / "jezero" / "index.cs.md").read_text(encoding="utf-8")
    first = text.replace("edition: 2", "edition: 1").replace("title: Jezero", "title: První jezero")
    (folder / "prvni" / "index.cs.md").write_text(first, encoding="utf-8")
    before = page(told(library.read(toy)), "projects/jezero", "cs").previous

    assert before is not None
    assert "projects/prvni/" == before.href


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "cs",
            {
                "Výstupy projektu": ["Zpráva o jezeře"],
                "Díly podcastu": ["Druhý břeh", "Lidé & voda"],
                "Související": ["Zpráva o jezeře"],
            },
        ),
        (
            "en",
            {
                "Outputs of the project": ["Report on the lake"],
                "Podcast episodes": ["The other shore", "People & water"],
                "Related": ["Report on the lake"],
            },
        ),
    ],
)
def test_groups_of_a_project(
    toy_archives: Archives, language: str, expected: dict[str, list[str]]
) -> None:
    """A project shows its outputs, its episodes and what it is related to."""
    groups = page(toy_archives, "projects/jezero", language).groups

    assert expected == {group.title: titles(group.cards) for group in groups}


def test_groups_of_a_publication(toy_archives: Archives) -> None:
    """A publication shows what else came from its project, itself left out."""
    groups = page(toy_archives, "publications/zprava-o-jezere", "cs").groups

    assert {
        "Z téhož projektu": ["Druhý břeh", "Lidé & voda"],
        "Související": ["Jezero a lidé kolem něj"],
    } == {group.title: titles(group.cards) for group in groups}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "cs",
            {
                "V podcastu": {
                    "Lidé & voda": "průvodce",
                    "Druhý břeh": "průvodce",
                    "Hlasy od jezera": "průvodce",
                },
                "V publikacích": {"Zpráva o jezeře": "autorství"},
                "V projektech": {"Jezero a lidé kolem něj": "vystoupení"},
            },
        ),
        (
            "en",
            {
                "In the podcast": {
                    "People & water": "host",
                    "The other shore": "host",
                    "Voices from the lake": "host",
                },
                "In publications": {"Report on the lake": "author"},
                "In projects": {"The lake and the people around it": "speaker"},
            },
        ),
    ],
)
def test_groups_of_a_person(
    toy_archives: Archives, language: str, expected: dict[str, dict[str, str]]
) -> None:
    """A person shows everything they had a part in, by kind, with the part they had."""
    groups = page(toy_archives, "people/petr-chalupa", language).groups

    assert expected == {g.title: {plain(c.title): role for c, role in g.cards} for g in groups}


def test_roles_of_a_person_are_told_once(toy: Path) -> None:
    """Two parts in one item are told together, the same part only once."""
    extra = "  - {person: petr-chalupa, role: speaker}\n  - {person: petr-chalupa, role: host}\n"
    rewrite(toy, "projects/jezero/index.cs.md", r"^people_notes: \{\}\n", extra)
    groups = page(told(library.read(toy)), "people/petr-chalupa", "cs").groups

    assert ["vystoupení, průvodce"] == [role for _, role in groups[-1].cards]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("projects/jezero", [("září 2001", "12 lidí", "")]),
        ("people/jana-novakova", [("září 2001", "12 lidí", "")]),
        ("publications/zprava-o-jezere", [("2006", "", "Rok je nejistý.")]),
        ("people/petr-chalupa", []),
    ],
)
def test_events(
    toy_archives: Archives, reference: str, expected: list[tuple[str, str, str]]
) -> None:
    """A page shows the dated facts about its item, in words."""
    events = page(toy_archives, reference, "cs").events

    assert expected == [(plain(e.date), plain(e.figure), e.note) for e in events]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "cs",
            [
                ("čeština", "podcast/prvni/transcript.vtt"),
                ("angličtina", "en/podcast/prvni/transcript.vtt"),
            ],
        ),
        (
            "en",
            [
                ("English", "en/podcast/prvni/transcript.vtt"),
                ("Czech", "podcast/prvni/transcript.vtt"),
            ],
        ),
    ],
)
def test_recording(toy_archives: Archives, language: str, expected: list[tuple[str, str]]) -> None:
    """An episode shows its recording, and its transcripts, that of the page first."""
    sound = page(toy_archives, "podcast/prvni", language).recording
    assert sound is not None

    assert ("podcast/prvni/prvni.mp3", "0:03", False) == (sound.href, sound.length, sound.standin)
    assert expected == [(transcript.label, transcript.href) for transcript in sound.transcripts]


@pytest.mark.parametrize(
    ("reference", "standin"), [("podcast/prvni", False), ("podcast/druhy", True)]
)
def test_standin(toy_archives: Archives, reference: str, standin: bool) -> None:
    """A stand-in recording is never shown as the original."""
    sound = page(toy_archives, reference, "en").recording
    assert sound is not None

    assert standin == sound.standin


@pytest.mark.parametrize(
    ("seconds", "shown_as"),
    [(0, "0:00"), (59.9, "0:59"), (65, "1:05"), (3599, "59:59"), (3723, "1:02:03")],
)
def test_clock(seconds: float, shown_as: str) -> None:
    """Times are written as a player shows them."""
    assert shown_as == numbers.clock(seconds)


@pytest.mark.parametrize(
    ("language", "size", "told"),
    [
        ("cs", 24_000, "24 kB"),
        ("cs", 1_550_000, "1,6 MB"),
        ("en", 1_550_000, "1.6 MB"),
        ("cs", 12_000_000, "12 MB"),
    ],
)
def test_size(language: str, size: int, told: str) -> None:
    """Sizes are written with the decimal sign of the language."""
    assert told == plain(numbers.size(size, language))


# -- translations: missing and stale -------------------------------------------------------------


@pytest.fixture
def untranslated(toy: Path) -> Archives:
    """The toy archive without the English file of its publication."""
    (toy / "docs/publications/zprava-o-jezere/index.en.md").unlink()
    return told(library.read(toy))


def test_fallback_card(untranslated: Archives) -> None:
    """An item that is not translated is listed under its Czech title, marked as Czech."""
    group = page(untranslated, "projects/jezero", "en").groups[0]
    card: Card = group.cards[0]

    assert ("Zpráva o jezeře", "cs") == (plain(card.title), card.lang)
    assert ("en/publications/zprava-o-jezere/", "report") == (card.href, card.label)


def test_fallback_page(untranslated: Archives) -> None:
    """Its English page shows the Czech text under English labels, and is not called stale."""
    view = page(untranslated, "publications/zprava-o-jezere", "en")

    assert ("Zpráva o jezeře", "cs", False) == (plain(view.title), view.lang, view.stale)
    assert ["Creators", "Publisher", "Date"] == [fact.label for fact in view.facts[:3]]
    assert view.other_title is None


def test_translated_is_not_marked(toy_archives: Archives) -> None:
    """What is in the page's language carries no mark of language."""
    for language in LANGUAGES:
        view = page(toy_archives, "projects/jezero", language)

        assert ("", "") == (view.lang, view.card.lang)


def stamp(root: Path, folder: str) -> None:
    """Write into a translation from which state of the Czech text it was made."""
    entry = library.read(root).find(folder)
    assert entry is not None
    line = f'translation_of: "{entry.editions["cs"].source_hash}"\n---\n'
    rewrite(root, f"{folder}/index.en.md", r"(?<=.\n)---\n", line)


@pytest.mark.parametrize(
    ("pattern", "new", "stale"),
    [
        ("Projekt běžel", "Projekt běžel", False),
        ("Projekt běžel", "Výzkum běžel", True),
        ("title: Jezero a lidé", "title: Jezero i lidé", True),
        ("Kolik lidí", "Kolik žen", True),
        ("acronym: JEZERO", "acronym: LAKE", False),
        ("confidence: medium", "confidence: high", False),
    ],
)
def test_stale(toy: Path, pattern: str, new: str, stale: bool) -> None:
    """A translation goes stale when the Czech text changes, not when a plain fact does."""
    stamp(toy, "projects/jezero")
    rewrite(toy, "projects/jezero/index.cs.md", pattern, new)
    content = told(library.read(toy))

    assert stale == page(content, "projects/jezero", "en").stale
    assert not page(content, "projects/jezero", "cs").stale


def test_unstamped_is_stale(toy_archives: Archives) -> None:
    """A translation that does not say what it was made from is taken for stale."""
    assert page(toy_archives, "projects/jezero", "en").stale


def test_fingerprint_of_the_body(toy: Path) -> None:
    """Blank lines around a text do not make its translation stale."""
    before = library.read(toy).of("projects")["jezero"].editions["cs"].source_hash
    rewrite(toy, "projects/jezero/index.cs.md", r"^Projekt běžel", "\n\nProjekt běžel")

    assert before == library.read(toy).of("projects")["jezero"].editions["cs"].source_hash


# -- lists ------------------------------------------------------------------------------------


PEOPLE = ["Chalupa", "Hora", "Cibulka", "Čapek", "Šolc", "Sova", "Řezník", "Rys", "Zub", "Žák"]
PEOPLE += ["Ilek", "Úlehla", "Urban"]


@pytest.fixture
def many_people(toy: Path) -> Archives:
    """The toy archive with people from all over the alphabet."""
    original = toy / "docs/people/petr-chalupa/index.cs.md"
    text = original.read_text(encoding="utf-8")
    for number, surname in enumerate(PEOPLE[1:]):
        folder = toy / f"docs/people/p-{number}"
        folder.mkdir()
        (folder / "index.cs.md").write_text(text.replace("Chalupa", surname), encoding="utf-8")
    return told(library.read(toy))


@pytest.mark.parametrize(
    ("language", "letters"),
    [
        ("cs", ["C", "Č", "H", "Ch", "I", "N", "R", "Ř", "S", "Š", "U", "Z", "Ž"]),
        ("en", ["C", "H", "I", "N", "R", "S", "U", "Z"]),
    ],
)
def test_people_by_letter(many_people: Archives, language: str, letters: list[str]) -> None:
    """People are grouped by the initials of the language's alphabet, in its order."""
    groups = listing(many_people, "people", language).groups

    assert letters == [group.title for group in groups]
    assert len(PEOPLE) + 1 == sum(len(group.cards) for group in groups)


def test_people_within_a_letter(many_people: Archives) -> None:
    """Within a letter, marks only break ties: Úlehla comes before Urban."""
    groups = {
        group.title: titles(group.cards) for group in listing(many_people, "people", "cs").groups
    }

    assert ["Petr Úlehla", "Petr Urban"] == groups["U"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["projects", "publications", "people", "catalogue", "history"])
def test_anchors_are_unique(real_archives: Archives, path: str, language: str) -> None:
    """No two groups of a list have the same anchor."""
    anchors = [group.id for group in listing(real_archives, path, language).groups]

    assert sorted(set(anchors)) == sorted(anchors)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue(real_archives: Archives, language: str) -> None:
    """The catalogue holds every item once, in the order of the language's alphabet."""
    view = listing(real_archives, "catalogue", language)
    assert view.pager is not None
    archive = real_archives[language]
    rows = [
        row
        for number in range(1, len(view.pager.addresses) + 1)
        for row in catalogue.page(archive, number)
    ]
    keys = [sort_key(row.title, language) for row in rows]

    assert rows[: len(view.groups[0].cards)] == view.groups[0].cards
    assert (sorted(keys), len(archive.items)) == (keys, view.count)
    assert view.count == len({row.href for row in rows})


def test_catalogue_in_czech_order(many_people: Archives) -> None:
    """The catalogue of the toy archive follows Czech collation: D, J, L, P, Z."""
    found = titles(listing(many_people, "catalogue", "cs").groups[0].cards)

    assert ["Petr Hora", "Petr Chalupa", "Petr Ilek"] == [
        title for title in found if title.split()[-1] in ("Hora", "Chalupa", "Ilek")
    ]
    assert ["Druhý břeh", "Jana Nováková", "Jezero a lidé kolem něj"] == found[:3]


def test_projects_by_theme(toy_archives: Archives) -> None:
    """Projects stand under their themes, each theme with its description."""
    groups = listing(toy_archives, "projects", "cs").groups

    assert [("integration", "Integrace", "Život vedle sebe.", ["Jezero a lidé kolem něj"])] == [
        (group.id, group.title, group.text, titles(group.cards)) for group in groups
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_publications_by_year(real_archives: Archives, language: str) -> None:
    """Publications stand by year, newest first, by title within a year; undated last."""
    groups = listing(real_archives, "publications", language).groups
    years = [int(group.id.removeprefix("y")) for group in groups]

    assert sorted(years, reverse=True) == years
    for group in groups:
        keys = [sort_key(card.title, language) for card in group.cards]
        assert sorted(keys) == keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_timeline(real_archives: Archives, real_library: Library, language: str) -> None:
    """The timeline holds every dated fact, decade by decade, in order."""
    groups = listing(real_archives, "history", language).groups
    happenings = [happening for group in groups for happening in group.cards]

    assert len(real_library.events) == len(happenings)
    assert [h.edtf[:4] for h in happenings] == sorted(h.edtf[:4] for h in happenings)
    assert len(happenings) == len({happening.id for happening in happenings})
    assert all(h.edtf[:3] == group.id[1:4] for group in groups for h in group.cards)


@pytest.mark.parametrize(
    ("language", "title", "projects", "publications", "event"),
    [
        (
            "cs",
            "Hlasy od jezera",
            ["Jezero a lidé kolem něj"],
            ["Zpráva o jezeře"],
            "Spolek u jezera se poprvé sešel.",
        ),
        (
            "en",
            "Voices from the lake",
            ["The lake and the people around it"],
            ["Report on the lake"],
            "The lake society met for the first time.",
        ),
    ],
)
def test_home(
    toy_archives: Archives,
    language: str,
    title: str,
    projects: list[str],
    publications: list[str],
    event: str,
) -> None:
    """The home page shows the show and what its record puts forward."""
    view = listing(toy_archives, "", language)
    groups = {group.id: titles(group.cards) for group in view.groups}

    assert (projects, publications) == (groups["projects"], groups["publications"])
    assert [event] == [plain(happening.text) for happening in view.events]
    assert view.show is not None
    assert title == view.show.title


def test_home_episodes(toy_archives: Archives) -> None:
    """The home page offers the episodes in their order, each with its recording."""
    episodes = listing(toy_archives, "", "cs").episodes

    assert [("Lidé & voda", "0:03"), ("Druhý břeh", "0:20")] == [
        (plain(card.title), sound.length) for card, sound in episodes if sound
    ]


def test_no_list(toy_archives: Archives) -> None:
    """A page about the archive is no list."""
    assert lists.view(toy_archives, "about", "cs") is None


# -- everything, in both languages --------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_told(
    real_library: Library, real_archives: Archives, language: str
) -> None:
    """Every page of the real archive can be told; every link in it leads to an item."""
    known = {e.address(language) for e in [*real_library.every(), real_library.show] if e}
    known |= {naming.address(entry, held.name) for entry, held in holders(real_library)}
    lists = {page.address(language) for page in real_archives[language].listings.values()}
    for reference in real_archives[language].items:
        view = page(real_archives, reference, language)
        links = {value.href for fact in view.facts for value in fact.values if value.href}

        assert set() == {link for link in links if not link.startswith("http")} - known - lists


@pytest.mark.parametrize("language", LANGUAGES)
def test_anchors_of_groups_are_unique(real_archives: Archives, language: str) -> None:
    """No page of an item has two groups or two dated facts under one anchor."""
    for reference in real_archives[language].items:
        view = page(real_archives, reference, language)
        anchors = [group.id for group in view.groups] + [event.id for event in view.events]

        assert sorted(set(anchors)) == sorted(anchors), reference


def test_translated_fields_have_no_default_language(toy_library: Library) -> None:
    """What a translation states for itself is never inherited from Czech."""
    for kind in ("projects", "publications", "people"):
        for entry in toy_library.of(kind).values():
            own = records.translated_fields(type(entry.record))
            assert {"title", "description", "unknown", "notes"} <= own
