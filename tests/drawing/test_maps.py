"""The maps and the browse pages: every country, town and year of the records, once and whole."""

from __future__ import annotations

from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import command
from archive import checks
from archive.content import library
from archive.drawing import map_svg, maps, outlines, timeline, timeline_svg
from archive.drawing.projection import EARTH, SHEETS, azimuthal, equal_earth
from archive.language.collation import sort_key
from archive.pages import browse, places
from archive.schema.problems import errors
from archive.telling.archive import Archive, tell
from conftest import ROOT, TODAY


@pytest.fixture(scope="session")
def groups(real_archive: Archive) -> list[Any]:
    """The countries and the towns of the real archive."""
    return places.groups(real_archive)


def test_projections_keep_areas() -> None:
    """A square kilometre stays one, near the centre and far from it."""
    for project in (lambda x, y: azimuthal((15, 52), x, y), lambda x, y: equal_earth(11, x, y)):
        for lon, lat in ((15, 52), (40, 40), (100, 20)):
            a, b, c = project(lon, lat), project(lon + 0.01, lat), project(lon, lat + 0.01)
            drawn = abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
            true = (radians(0.01) * EARTH) ** 2 * cos(radians(lat))
            assert drawn == pytest.approx(true, rel=0.002)


def test_distances_are_true_near_the_centre() -> None:
    """From Prague to Vienna it is about 252 kilometres."""
    prague, vienna = (azimuthal((15, 52), *at) for at in ((14.42, 50.09), (16.37, 48.21)))
    apart = ((prague[0] - vienna[0]) ** 2 + (prague[1] - vienna[1]) ** 2) ** 0.5

    assert 252 == pytest.approx(apart, abs=4)


def test_every_country_is_on_the_map_and_in_the_list(groups: Any, real_archive: Archive) -> None:
    """Each country that a record names is shaded, linked once, and listed whole."""
    records = [item for item in real_archive.items.values() if item.record.countries]
    named = {code for entry in records for code in entry.record.countries}
    shaded = [maps.Shaded(c, c, 1, c, f"#c-{c.lower()}") for c in sorted(named)]
    linked = [n.country.code for view in maps.views(shaded, []) for n in view.named]

    assert sorted(named) == sorted(linked)
    assert sorted(f"c-{c.lower()}" for c in named) == sorted(g.id for g in groups[0].cards)
    for group in groups[0].cards:
        own = [e for e in records if group.id[2:].upper() in e.record.countries]
        assert sorted(e.address(real_archive.language) for e in own) == sorted(
            card.href for card in group.cards
        )


def test_places_are_sorted_as_readers_expect(groups: Any, real_archive: Archive) -> None:
    """Countries, towns and their records are in the order of the language."""
    for part in groups:
        names = [group.title for group in part.cards]
        assert names == sorted(names, key=lambda name: sort_key(name, real_archive.language))
        for group in part.cards:
            titles = [card.title for card in group.cards if card.kind != "events"]
            assert titles == sorted(titles, key=lambda t: sort_key(t, real_archive.language))


def test_towns_are_named_by_records(groups: Any, real_archive: Archive) -> None:
    """Every town on the maps has records; an office called after a town does not count."""
    towns = {group.id: group.cards for group in groups[1].cards}

    assert all(towns.values())
    assert {"t-klatovy", "t-kasperske-hory", "t-brusel"} <= set(towns)
    most = [card.href for card in towns["t-most"]]
    assert all("roma" in href for href in most)


def test_every_town_with_a_list_has_a_dot(groups: Any, real_archive: Archive) -> None:
    """Each town of the list is on one sheet, once."""
    shown = "".join(view.svg for view in places.draw_maps(real_archive, groups))
    for group in groups[1].cards:
        assert 1 == shown.count(f'href="#{group.id}"'), group.id


def test_outlines_are_small_and_neighbours_share_borders() -> None:
    """The file stays below 60 kB; Czechia and Slovakia are drawn along one line."""
    assert outlines.PATH.stat().st_size < 60_000
    drawn = outlines.load("europe")
    sides = [
        {abs(a) if a >= 0 else ~a for r in drawn.countries[c] for a in r} for c in ("CZ", "SK")
    ]

    assert sides[0] & sides[1]


def test_rings_are_closed() -> None:
    """Every outline comes back to where it began."""
    for name in SHEETS:
        drawn = outlines.load(name)
        for held in drawn.countries.values():
            assert all(drawn.ring(ring)[0] == drawn.ring(ring)[-1] for ring in held)


def test_crimea_is_drawn_with_ukraine() -> None:
    """Where Natural Earth departs from the United Nations, the maps do not."""
    drawn, simferopol = outlines.load("europe"), SHEETS["europe"].point(34.1, 44.95)
    x, y = (at * outlines.GRAIN for at in simferopol)

    def inside(code: str) -> bool:
        crossings = 0
        for ring in drawn.countries[code]:
            for (ax, ay), (bx, by) in pairwise(drawn.ring(ring)):
                if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                    crossings += 1
        return crossings % 2 == 1

    assert (True, False) == (inside("UA"), inside("RU"))


def test_long_names_take_two_lines() -> None:
    """A name of several words is broken where its halves are most alike."""
    assert ["Bosna a", "Hercegovina"] == map_svg.lines("Bosna a Hercegovina")
    assert ["Ázerbájdžán"] == map_svg.lines("Ázerbájdžán")


def test_every_year_has_its_own(real_archive: Archive) -> None:
    """Each year from 1998 to 2024 is there; a project stands in each year that it ran."""
    years = {group.id: group for group in browse.years(real_archive)}

    assert {f"y{year}" for year in range(1998, 2025)} <= set(years)
    access = f"{'en/' if real_archive.language == 'en' else ''}projects/access/"
    ran = [y for y, g in years.items() if any(c.href == access for p in g.cards for c in p.cards)]
    assert ["y2013", "y2014", "y2015"] == ran


def test_a_short_title_of_nothing_is_told(toy: Path) -> None:
    """A short title whose project is not there is an error with its line."""
    path = toy / "docs/vocabulary/short-titles.yml"
    path.write_text(path.read_text() + "nic: {cs: Nic, en: Nothing}\n", encoding="utf-8")
    found = errors(checks.check(library.read(toy), toy, TODAY))

    assert [("docs/vocabulary/short-titles.yml", 2)] == [(p.path, p.line) for p in found]


def test_names_of_a_place_must_be_a_list(toy: Path) -> None:
    """A single name without brackets would be read letter by letter."""
    path = toy / "docs/vocabulary/places.yml"
    path.write_text(path.read_text().replace("lat:", "named: Jezero, lat:"), encoding="utf-8")
    found = errors(checks.check(library.read(toy), toy, TODAY))

    assert ["Jezero"] == [problem.found for problem in found]


@pytest.mark.parametrize(
    ("name", "term", "field"),
    [
        ("sources", "nova: {cs: Nová, en: New, item: publications/neni}", "nova.item"),
        ("sources", "nova: {cs: Nová, en: New, holder: neni-tu}", "nova.holder"),
        ("sources", "nova: {cs: Nová, en: New, url: archive.test/x}", "nova.url"),
        ("rights", "nova: {cs: Nová, en: New}", "nova.url"),
    ],
)
def test_terms_lead_somewhere(toy: Path, name: str, term: str, field: str) -> None:
    """What a term of a vocabulary leads to is there; a name that is no identifier may stand."""
    path = toy / f"docs/vocabulary/{name}.yml"
    before = path.read_text(encoding="utf-8")
    named = "jina: {cs: Jiná, en: Other, holder: Spolek u jezera, url: 'https://archive.test/'}\n"
    path.write_text(f"{before.rstrip()}\n{named}{term}\n", encoding="utf-8")
    (found,) = errors(checks.check(library.read(toy), toy, TODAY))

    assert (path.relative_to(toy).as_posix(), field) == (found.path, found.field)
    assert len(path.read_text(encoding="utf-8").splitlines()) == found.line


def test_the_same_records_give_the_same_bytes(real_archive: Archive) -> None:
    """Drawn twice, from content read twice, the pictures are the same."""
    again = tell(library.read(ROOT), real_archive.site)[real_archive.language]
    drawn = [
        (
            timeline_svg.draw(timeline.picture(archive), "history/", "Events"),
            places.draw_maps(archive, places.groups(archive)),
        )
        for archive in (real_archive, again)
    ]

    assert drawn[0] == drawn[1]


def test_drawings_carry_no_styles(real_archive: Archive, groups: Any) -> None:
    """A policy without inline styles lets the pictures be; every link has a title."""
    plate = timeline_svg.draw(timeline.picture(real_archive), "history/", "E")
    maps_drawn = places.draw_maps(real_archive, groups)
    for svg in [plate.events.svg, *(b.svg for b in plate.bands), *(m.svg for m in maps_drawn)]:
        tree = html.fragment_fromstring(svg)
        assert [] == tree.xpath("//@style") + tree.xpath("//style | //script")
        assert all(link.findtext("title") for link in tree.iter("a"))


def test_geography_wants_the_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not the package is told in a sentence."""
    assert 1 == command.main(["geography", str(tmp_path)])
    assert "world-atlas" in capsys.readouterr().out


def test_simplifying_keeps_ends_and_large_bends() -> None:
    """A straight line loses its middle, a corner stays."""
    import geography

    sheet = SHEETS["europe"]
    line = [(10.0, 10.0), (20.0, 10.1), (30.0, 10.0), (30.0, 60.0)]

    assert [line[0], line[2], line[3]] == geography.simplified(line, sheet, 2)
    assert [20, 20, 40, 0, 0, 100] == geography.deltas([line[0], line[2], line[3]])
