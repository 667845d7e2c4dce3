"""The lists of the archive: facets, the catalogue and its index, a page for every value."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from archive.content import facets, library
from archive.content.library import Library
from archive.content.listings import Listing
from archive.content.settings import Site
from archive.drawing import bars
from archive.language import dates
from archive.language.collation import sort_key
from archive.language.typography import plain
from archive.pages import browse, catalogue, context, lists
from archive.pages.catalogue import PAGE
from archive.schema import KINDS
from archive.schema.records import Entry
from archive.telling.archive import Archive, Archives, Narrator, tell
from archive.telling.parts import Group, Value
from conftest import build, toy_settings
from measuring.catalogue import grown

MANY = 10_000


def changed(entry: Entry[Any], **fields: Any) -> Entry[Any]:
    """Return an item whose record says something else, in every language."""
    editions = {
        code: dataclasses.replace(edition, record=edition.record.model_copy(update=fields))
        for code, edition in entry.editions.items()
    }
    return dataclasses.replace(entry, editions=editions)


def pages_of(archive: Archive, facet: str) -> dict[str, list[Listing]]:
    """Return the pages of a facet by value."""
    values: dict[str, list[Listing]] = {}
    for page in archive.listings.values():
        if page.listing and page.listing.facet == facet:
            values.setdefault(page.listing.value, []).append(page.listing)
    return values


# -- facets -----------------------------------------------------------------------------------


def test_values_of_a_work(toy_library: Library) -> None:
    """A work is found by what it is, its themes, type, countries, languages, people, holding."""
    entry = toy_library.of("publications")["zprava-o-jezere"]

    assert {
        "kind": ["publications"],
        "theme": ["integration"],
        "type": ["report"],
        "country": ["CZ"],
        "language": ["cs"],
        "person": ["jana-novakova", "petr-chalupa"],
        "holding": ["link"],
    } == facets.of(entry)


def test_a_stand_in_is_not_held(toy_library: Library) -> None:
    """An episode counts as held when its original recording is here, not a stand-in for it."""
    held = {e.record.recording: facets.of(e)["holding"] for e in toy_library.episodes()}

    assert {"original": ["file"], "stand-in": ["none"]}.items() >= held.items()
    assert held


def test_of_the_withdrawn_only_the_kind_is_told(toy_library: Library) -> None:
    """What was withdrawn is found by no theme, person, year or place, only among its kind."""
    withdrawn = changed(toy_library.episodes()[0], withdrawn=object())

    told = facets.of(withdrawn)
    assert {"kind": ["podcast"]} == {name: values for name, values in told.items() if values}
    assert not facets.years_of(withdrawn)


def test_the_frequent_come_first_and_kinds_in_their_order(real_archive: Archive) -> None:
    """Choices stand by how often they occur, then by name; kinds and holdings as always."""
    told = {facet.name: facet.choices for facet in catalogue.choices(real_archive)}
    language = real_archive.language

    assert [kind for kind in KINDS if real_archive.of(kind)] == [c.value for c in told["kind"]]
    for name in ("theme", "type", "country", "language", "person"):
        keys = [(-c.count, sort_key(c.label, language)) for c in told[name]]
        assert sorted(keys) == keys


def test_counts_are_those_of_the_records(real_archive: Archive, real_library: Library) -> None:
    """The number beside a value is the number of records that have it."""
    for facet in catalogue.choices(real_archive):
        counted = Counter(v for e in real_library.every() for v in facets.of(e)[facet.name])
        assert dict(counted) == {choice.value: choice.count for choice in facet.choices}


# -- the index --------------------------------------------------------------------------------


def test_the_index_says_what_the_records_say(real_archive: Archive, real_library: Library) -> None:
    """Out of the columns, every record can be read back: title, name, values, years."""
    told = json.loads(json.dumps(catalogue.index(real_archive)))

    for n, item in enumerate(catalogue.in_order(real_archive)):
        row, entry = catalogue.row(item), real_library.find(item.reference)
        assert entry is not None
        values = {}
        for facet in told["facets"]:
            cells = facet["rows"][n]
            cells = cells if isinstance(cells, list) else [cells]
            values[facet["name"]] = [facet["values"][cell] for cell in cells]
        assert facets.of(entry) == values
        years = dates.parse(entry.record.date).years if entry.record.date else None
        assert (years or (0, 0)) == (told["from"][n], told["to"][n])
        assert (entry.id, row.title) == (told["ids"][n], plain(told["titles"][n]))
        assert row.date == plain(told["dates"]["values"][told["dates"]["rows"][n]])


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (
            ["Ivan", "Chalupa", "Čáp", "Cíl", "Hora", "„Citron“"],
            ["Cíl", "„Citron“", "Čáp", "Hora", "Chalupa", "Ivan"],
        ),
        (["Žár", "Zub", "Řeka", "Rak", "Šat", "Sud"], ["Rak", "Řeka", "Sud", "Šat", "Zub", "Žár"]),
    ],
)
def test_titles_stand_in_the_czech_order(
    toy_archives: Archives, titles: list[str], expected: list[str]
) -> None:
    """„Ch“ follows „h“, letters with hooks follow those without; signs are passed over."""
    pairs = zip(toy_archives["cs"].items.values(), titles, strict=True)
    items = {item.reference: dataclasses.replace(item, title=title) for item, title in pairs}
    archive = dataclasses.replace(toy_archives["cs"], items=items)
    shown = [item.title for item in catalogue.in_order(archive)]

    assert expected == shown


def test_words_are_folded(toy_archives: Archives) -> None:
    """What a reader types without marks is found in titles, summaries and names."""
    archive = toy_archives["cs"]
    words = catalogue.words(archive)
    order = [item.reference for item in catalogue.in_order(archive)]
    at = order.index("publications/zprava-o-jezere")

    assert {"zprava", "jezere", "novakova", "integrace"} <= {
        word.strip(",.") for word in words[at].split()
    }
    assert plain(words[at]) == words[at]


def test_the_index_is_the_same_from_build_to_build(
    toy_archives: Archives, toy_library: Library, toy_site: Site
) -> None:
    """The same records give the same bytes, for each language at its own address."""
    once = catalogue.write(toy_archives)

    assert once == catalogue.write(tell(toy_library, toy_site))
    assert {f"{p}catalogue/{n}.json" for p in ("", "en/") for n in ("facets", "words")} == set(once)


# -- pages ------------------------------------------------------------------------------------


def test_every_value_has_a_page_with_all_its_records(
    real_archive: Archive, real_library: Library
) -> None:
    """The pages of a value list every record that has it, once, in the page's language."""
    for facet in browse.BY:
        for value, pages in pages_of(real_archive, facet).items():
            shown = [browse.show(real_archive, page)[0] for page in pages]
            cards = [c for groups in shown for g in groups if g.id != "events" for c in g.cards]
            expected = Counter(
                e.address(real_archive.language)
                for e in real_library.every()
                if value in facets.of(e)[facet]
            )
            assert expected == Counter(card.href for card in cards), (facet, value)


def test_a_theme_has_its_events(real_archive: Archive, real_library: Library) -> None:
    """A theme's page has the dated facts of the theme, in the order of time."""
    events = [d.event for d in real_library.events]
    for value, pages in pages_of(real_archive, "theme").items():
        groups = [g for page in pages for g in browse.show(real_archive, page)[0]]
        shown = [h.edtf for g in groups if g.id == "events" for h in g.cards]
        assert sorted(e.date for e in events if value in e.themes) == sorted(shown)


def test_a_year_has_what_ran_in_it(real_archive: Archive) -> None:
    """ACCESS, 2013 to 2015, is on the pages of three years, and these know their neighbours."""
    access = f"{real_archive.prefix}projects/access/"
    ran = [
        value
        for value, pages in pages_of(real_archive, "year").items()
        if any(
            getattr(card, "href", "") == access
            for page in pages
            for group in browse.show(real_archive, page)[0]
            for card in group.cards
        )
    ]
    assert ["2013", "2014", "2015"] == ran
    beside = browse.year_neighbours(real_archive, "2014")
    assert ["2013", "2015"] == [value.text for value in beside if value]


def test_derived_pages_are_titled_and_templated(real_archives: Archives) -> None:
    """Each page has a title and a summary in both languages, a template, and values to show."""
    for archive in real_archives.values():
        for folder, page in archive.listings.items():
            assert page.title
            assert len(page.description) > 20, folder
            assert "browse.html" == context.template(folder, archive)
    told = context.values(real_archives, "places/cz", "en")
    assert ("Czechia", "places") == (told["entry"].title, told["section"])


def test_what_staff_write_stands_on_the_page(toy: Path) -> None:
    """Where staff write a page for a theme, it has their title and text, and the list."""
    folder = toy / "docs" / "themes" / "integration"
    folder.mkdir(parents=True)
    text = (
        "---\ntitle: Společně\ndescription: O tom, jak lidé u jezera žijí vedle sebe.\n---\nText.\n"
    )
    (folder / "index.cs.md").write_text(text, encoding="utf-8")
    done = build(toy)
    tree = html.parse(toy / "site" / "themes" / "integration" / "index.html").getroot()

    assert "" == done.stdout + done.stderr
    assert ["Společně"] == tree.xpath("//h1/text()")
    assert ["Text."] == tree.xpath("//div[@class='prose']/p/text()")
    assert tree.xpath("//section[@class='group']//a")


def test_a_theme_without_records_has_a_page(toy: Path) -> None:
    """A theme has its page as soon as it is in the vocabulary, and is on the front of themes."""
    path = toy / "docs" / "vocabulary" / "themes.yml"
    path.write_text(path.read_text("utf-8") + "nove: {cs: Nové, en: New}\n", encoding="utf-8")
    content = library.read(toy)
    archive = tell(content, toy_settings(content))["cs"]
    page = archive.listings["themes/nove"].listing

    assert page
    assert ([], 0, None) == browse.show(archive, page)
    assert [("Nové", [], "")] == [(t.title, t.counts, t.years) for t in browse.themes(archive)[-1:]]


def test_the_front_of_themes_counts_what_their_pages_list(real_archive: Archive) -> None:
    """The numbers of a theme on the front are those of the groups on its page."""
    views = {view.href: view for view in browse.themes(real_archive)}
    for pages in pages_of(real_archive, "theme").values():
        listed: dict[str, int] = {}
        for page in pages:
            for group in browse.show(real_archive, page)[0]:
                listed[group.title] = listed.get(group.title, 0) + len(group.cards)
        counts = views[pages[0].address(real_archive.language)].counts
        assert [str(number) for number in listed.values()] == [number for number, _ in counts]


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(1, 7))
def test_pages_hold_everything_once(sizes: list[int], size: int) -> None:
    """Cut into pages, groups lose no card and repeat none, and no page is too long."""
    groups = [Group(str(n), "", [(n, i) for i in range(count)]) for n, count in enumerate(sizes)]
    total = sum(sizes)
    pages = [browse.cut(groups, n, size) for n in range(1, -(-total // size) + 1)]
    cards = [card for page in pages for group in page for card in group.cards]

    assert [card for group in groups for card in group.cards] == cards
    assert all(0 < sum(len(group.cards) for group in page) <= size for page in pages)


def test_a_short_list_needs_no_pager() -> None:
    """Pages are numbered from the second on; one page alone has no pager."""
    assert browse.pager("x/", 1, 1) is None
    assert browse.Pager(2, ["x/", "x/2/", "x/3/"]) == browse.pager("x/", 2, 3)


def test_fronts_are_cut_only_when_the_archive_is_large() -> None:
    """A small front is whole; a large one shows the first of each group and where all are."""
    link = Value("all", "x/")
    small = [Group("a", "A", [1] * 30, more=link)]
    large = [Group(str(n), "A", [1] * 300, more=link) for n in range(10)]

    assert [(30, None)] == [(len(g.cards), g.more) for g in lists.shortened(small)]
    assert [(60, link)] * 10 == [(len(g.cards), g.more) for g in lists.shortened(large)]


def test_bars_stand_for_years() -> None:
    """The highest bar is the year with most, one record can be seen, an empty year has none."""
    drawn = bars.draw({2000: 100, 2002: 1}, 2000, 2002, 100)

    assert [(1, 1, 40), (17, 39, 2)] == drawn.bars
    assert (2000, 2002, 24) == (drawn.first, drawn.last, drawn.width)


@pytest.mark.night
def test_ten_thousand_records_fill_pages(real_archive: Archive, real_library: Library) -> None:
    """With 10,000 records the catalogue has 334 pages, each light, every record on one of them."""
    large = grown(real_library, MANY)
    archive = Narrator(large, real_archive.site, real_archive.language).archive()
    found = large.listings
    pages: list[Any] = [1, *(p.number for p in found.values() if p.facet == "catalogue")]
    rows = [row.href for number in (1, 2, len(pages)) for row in catalogue.page(archive, number)]

    assert list(range(1, 335)) == pages
    assert len(set(rows)) == len(rows) == 2 * PAGE + MANY - 333 * PAGE
    assert all(page.address("cs").startswith("catalogue/") or page.facet for page in found.values())
