"""The picture of time and the maps: true to the records, whole, readable, reachable."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from conftest import ROOT, TODAY
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from archive import browse, checks, chronicle, library, site
from archive.library import Library
from archive.model import LANGUAGES
from archive.pictures import map_svg, maps, outlines, timeline, timeline_svg
from archive.pictures.packing import rows
from archive.pictures.projection import EARTH, SHEETS, azimuthal, equal_earth
from archive.pictures.scale import Axis, extent, year_fraction
from archive.pictures.svg import relative, text_width
from archive.site import Site
from archive.text import sort_key
from archive.views import Teller

AXIS = Axis(1998, 2024, 74, 37)
CSS = (ROOT / "docs/assets/stylesheets/archive.css").read_text(encoding="utf-8")
SCHEMES = ("light", "dark")


@pytest.fixture(scope="session")
def real_settings(real_library: Library) -> Site:
    """The real archive at an address."""
    words = site.load_strings(real_library.docs, ROOT)
    return Site("https://archive.test/", "IOM", "a@archive.test", "", True, words)


@pytest.fixture(scope="session", params=LANGUAGES)
def teller(request: Any, real_library: Library, real_settings: Site) -> Teller:
    """Tells the real archive, in each language."""
    return Teller(real_library, real_settings, request.param)


@pytest.fixture(scope="session")
def picture(teller: Teller) -> timeline.Picture:
    """The picture of the real archive's time."""
    return timeline.picture(teller, chronicle.told(teller))


@pytest.fixture(scope="session")
def groups(teller: Teller) -> list[Any]:
    """The countries and the towns of the real archive."""
    return browse.places(teller, chronicle.told(teller))


def bars(shown: timeline.Picture) -> list[timeline.Bar]:
    """Return every bar of a picture."""
    return [bar for band in shown.bands for bar in band.bars]


# -- scales -----------------------------------------------------------------------------


def test_years_are_evenly_spaced() -> None:
    """A year begins where the last one ends, and its middle is in the middle."""
    assert 74 == AXIS.x(dt.date(1998, 1, 1))
    assert 74 + 37 == AXIS.x(dt.date(1999, 1, 1)) == AXIS.year(1999)
    assert 74 + 27 * 37 == AXIS.right == AXIS.x(dt.date(2031, 1, 1))
    assert 2001.5 == pytest.approx(year_fraction(dt.date(2001, 7, 2)), abs=0.002)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)), st.dates(dt.date(1990, 1, 1)))
def test_later_days_are_never_further_left(one: dt.date, other: dt.date) -> None:
    """The axis keeps the order of time and nothing leaves it."""
    early, late = sorted((one, other))

    assert AXIS.left <= AXIS.x(early) <= AXIS.x(late) <= AXIS.right


@pytest.mark.parametrize(
    ("text", "first", "last", "before", "after", "unsure"),
    [
        ("2003", "2003-01-01", "2004-01-01", "", "", False),
        ("2013~", "2013-01-01", "2014-01-01", "", "", True),
        ("2003-07/2008-04", "2003-07-01", "2008-05-01", "", "", False),
        ("2003/", "2003-01-01", "2004-01-01", "", "unknown", False),
        ("2007-10/..", "2007-10-01", "2007-11-01", "", "ongoing", False),
        ("/2023-02", "2023-02-01", "2023-03-01", "unknown", "", False),
        ("[2001,2003]", "2001-01-01", "2004-01-01", "", "", True),
    ],
)
def test_bars_show_what_dates_say(  # noqa: PLR0913, PLR0917 - a row of the table
    text: str, first: str, last: str, before: str, after: str, unsure: bool
) -> None:
    """A bar fills what is sure; an end that a date leaves open stays open."""
    told = extent(text)

    assert [(first, last)] == [(a.isoformat(), b.isoformat()) for a, b in told.pieces]
    assert (before, after, unsure) == (told.before, told.after, told.unsure)


def test_a_set_of_years_is_as_many_pieces() -> None:
    """What happened in 2016 and in 2018 did not happen in 2017."""
    assert [2016, 2018] == [start.year for start, _ in extent("{2016,2018}").pieces]


@given(
    st.lists(st.tuples(st.floats(0, 1000), st.floats(0, 300)).map(lambda t: (t[0], t[0] + t[1])))
)
def test_rows_hold_no_overlap(spans: list[tuple[float, float]]) -> None:
    """Two things in one row are apart by the gap, and no row stays empty."""
    chosen = rows(spans, 8)
    for (a, x), (b, y) in combinations(zip(chosen, spans, strict=True), 2):
        assert a != b or x[1] + 8 <= y[0] or y[1] + 8 <= x[0]

    assert set(chosen) == set(range(max(chosen, default=-1) + 1))


# -- the picture of time ---------------------------------------------------------------


def test_every_dated_project_is_a_bar(picture: timeline.Picture, teller: Teller) -> None:
    """A project with a date has one bar; one without is told in words."""
    projects = teller.library.of("projects").values()
    dated = sorted(e.address(teller.language) for e in projects if e.record.date)
    undated = sorted(e.address(teller.language) for e in projects if not e.record.date)

    assert dated == sorted(bar.href for bar in bars(picture))
    assert undated == sorted(value.href for value in picture.undated)


def test_every_event_is_a_mark(picture: timeline.Picture, teller: Teller) -> None:
    """Every dated fact is a mark, with its words, that leads to its place in the list."""
    told = [happening for _, happening in chronicle.told(teller)]

    assert len(teller.library.events) == len(picture.marks)
    assert [(f"#{h.id}", f"{h.date}: {h.text}") for h in told] == [
        (mark.href, mark.title) for mark in picture.marks
    ]


def test_nothing_overlaps_in_a_row(picture: timeline.Picture) -> None:
    """Bars and labels of a row, and marks of a level, stand clear of each other."""
    for band in picture.bands:
        for one, other in combinations(band.bars, 2):
            (a, b), (c, d) = one.place, other.place
            assert one.row != other.row or b < c or d < a, (one.label, other.label)
    for one, other in combinations(picture.marks, 2):
        assert one.level != other.level or abs(one.x - other.x) >= 9


def test_bars_and_labels_stay_on_the_sheet(picture: timeline.Picture) -> None:
    """No bar and no label is cut off."""
    for bar in bars(picture):
        left, right = bar.place
        assert left >= 0, bar.label
        assert right <= timeline.WIDTH, bar.label


def test_bars_begin_and_end_when_projects_did(picture: timeline.Picture) -> None:
    """INTI 2004 ran from 1 May 2005 to 30 April 2006, and its bar is as long."""
    bar = next(bar for bar in bars(picture) if bar.href.endswith("inti-2004/"))
    (start, end), *rest = bar.pieces

    assert [] == rest
    assert (picture.axis.x(dt.date(2005, 5, 1)), picture.axis.x(dt.date(2006, 5, 1))) == (
        start,
        end,
    )


def test_unknown_ends_and_unsure_dates_are_drawn_so(picture: timeline.Picture) -> None:
    """An end that no source tells trails off; an approximate date is drawn lighter."""
    by_id = {bar.href.split("/")[-2]: bar for bar in bars(picture)}

    assert ("unknown", False) == (by_id["domavcr"].after, by_id["domavcr"].unsure)
    assert ("", True) == (
        by_id["foreign-praxis-courses"].after,
        by_id["foreign-praxis-courses"].unsure,
    )
    assert ("", False) == (by_id["avr"].after, by_id["avr"].unsure)


def test_the_axis_ends_with_the_last_year_of_the_records(picture: timeline.Picture) -> None:
    """A build has no clock: the axis runs from 1998 to the last year named."""
    assert (1998, 2024) == (picture.axis.first, picture.axis.last)
    assert (1951, 1997) == picture.early


def test_names_of_bars_begin_with_their_labels(picture: timeline.Picture) -> None:
    """Who speaks to the machine can say what is written (WCAG 2.5.3)."""
    assert [] == [bar.label for bar in bars(picture) if not bar.title.startswith(bar.label)]


def test_the_toy_archive_has_its_picture(toy_library: Library, toy_site: Site) -> None:
    """Two events and one project make a whole picture too."""
    toy = Teller(toy_library, toy_site, "en")
    shown = timeline.picture(toy, chronicle.told(toy))

    assert ["The lake"] == [bar.label for bar in bars(shown)]
    assert 2 == len(shown.marks)


# -- maps -------------------------------------------------------------------------------


def test_projections_keep_areas() -> None:
    """A square kilometre stays one, near the centre and far from it."""
    for project in (lambda x, y: azimuthal((15, 52), x, y), lambda x, y: equal_earth(11, x, y)):
        for lon, lat in ((15, 52), (40, 40), (100, 20)):
            a, b, c = project(lon, lat), project(lon + 0.01, lat), project(lon, lat + 0.01)
            drawn = abs((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
            from math import cos, radians

            true = (radians(0.01) * EARTH) ** 2 * cos(radians(lat))
            assert drawn == pytest.approx(true, rel=0.002)


def test_distances_are_true_near_the_centre() -> None:
    """From Prague to Vienna it is about 252 kilometres."""
    prague, vienna = (azimuthal((15, 52), *at) for at in ((14.42, 50.09), (16.37, 48.21)))
    apart = ((prague[0] - vienna[0]) ** 2 + (prague[1] - vienna[1]) ** 2) ** 0.5

    assert 252 == pytest.approx(apart, abs=4)


def test_every_country_is_on_the_map_and_in_the_list(groups: Any, teller: Teller) -> None:
    """Each country that a record names is shaded, linked once, and listed whole."""
    records = [entry for entry in teller.library.every() if entry.record.countries]
    named = {code for entry in records for code in entry.record.countries}
    shaded = [maps.Shaded(c, c, 1, c, f"#c-{c.lower()}") for c in sorted(named)]
    linked = [n.country.code for view in maps.views(shaded, []) for n in view.named]

    assert sorted(named) == sorted(linked)
    assert sorted(f"c-{c.lower()}" for c in named) == sorted(g.id for g in groups[0].cards)
    for group in groups[0].cards:
        own = [e for e in records if group.id[2:].upper() in e.record.countries]
        assert sorted(e.address(teller.language) for e in own) == sorted(
            card.href for card in group.cards
        )


def test_places_are_sorted_as_readers_expect(groups: Any, teller: Teller) -> None:
    """Countries, towns and their records are in the order of the language."""
    for part in groups:
        names = [group.title for group in part.cards]
        assert names == sorted(names, key=lambda name: sort_key(name, teller.language))
        for group in part.cards:
            titles = [card.title for card in group.cards if card.kind != "events"]
            assert titles == sorted(titles, key=lambda t: sort_key(t, teller.language))


def test_towns_are_named_by_records(groups: Any, teller: Teller) -> None:
    """Every town on the maps has records; an office called after a town does not count."""
    towns = {group.id: group.cards for group in groups[1].cards}

    assert all(towns.values())
    assert {"t-klatovy", "t-kasperske-hory", "t-brusel"} <= set(towns)
    most = [card.href for card in towns["t-most"]]
    assert all("roma" in href for href in most)


def test_every_town_with_a_list_has_a_dot(groups: Any, teller: Teller) -> None:
    """Each town of the list is on one sheet, once."""
    shown = "".join(view.svg for view in browse.draw_maps(teller, groups))
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


def test_links_are_relative_to_the_page() -> None:
    """A drawing inside a page links as the page does."""
    assert "../projects/elci/" == relative("projects/elci/", "history/")
    assert "../projects/elci/" == relative("en/projects/elci/", "en/history/")
    assert "#d2003" == relative("history/#d2003", "history/")


# -- years ------------------------------------------------------------------------------


def test_every_year_has_its_own(teller: Teller) -> None:
    """Each year from 1998 to 2024 is there; a project stands in each year that it ran."""
    years = {group.id: group for group in browse.years(teller, chronicle.told(teller))}

    assert {f"y{year}" for year in range(1998, 2025)} <= set(years)
    access = f"{'en/' if teller.language == 'en' else ''}projects/access/"
    ran = [y for y, g in years.items() if any(c.href == access for p in g.cards for c in p.cards)]
    assert ["y2013", "y2014", "y2015"] == ran


# -- rules ------------------------------------------------------------------------------


def test_a_short_title_of_nothing_is_told(toy: Path) -> None:
    """A short title whose project is not there is an error with its line."""
    path = toy / "docs/vocabulary/short-titles.yml"
    path.write_text(path.read_text() + "nic: {cs: Nic, en: Nothing}\n", encoding="utf-8")
    found = checks.check(library.read(toy), toy, TODAY)

    assert [("docs/vocabulary/short-titles.yml", 2)] == [(p.path, p.line) for p in found]


def test_names_of_a_place_must_be_a_list(toy: Path) -> None:
    """A single name without brackets would be read letter by letter."""
    path = toy / "docs/vocabulary/places.yml"
    path.write_text(path.read_text().replace("lat:", "named: Jezero, lat:"), encoding="utf-8")
    found = checks.check(library.read(toy), toy, TODAY)

    assert ["Jezero"] == [problem.found for problem in found]


# -- colours ----------------------------------------------------------------------------


def tokens(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme, as the stylesheet gives them."""
    found: dict[str, str] = {}
    wanted = [":root"] if scheme == "light" else [":root", '[data-scheme="dark"]']
    for name, block in re.findall(r'^(:root|\[data-scheme="dark"\]) \{([^}]*)\}', CSS, re.M):
        if name in wanted:
            found |= dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block))
    return found


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_bars_and_headings_stand_out(scheme: str) -> None:
    """Each theme's colour can be read as text on the paper, so its bar can be seen."""
    colours = tokens(scheme)
    for tone in range(9):
        for ground in ("paper", "surface"):
            assert contrast(colours[f"tone-{tone}"], colours[ground]) >= 4.5, tone


@pytest.mark.parametrize("scheme", SCHEMES)
def test_maps_can_be_read(scheme: str) -> None:
    """Names can be read on every shade; shores stand out from sea and land; so does focus."""
    colours = tokens(scheme)
    for ground in ("shade-1", "shade-2", "shade-3", "sea", "land"):
        assert contrast(colours["ink"], colours[ground]) >= 4.5, ground
    assert contrast(colours["on-4"], colours["shade-4"]) >= 4.5
    for ground in ("sea", "land"):
        assert contrast(colours["shore"], colours[ground]) >= 3
    rings = dict.fromkeys(("shade-1", "shade-2", "shade-3"), "ring") | {"shade-4": "ring-4"}
    for shade, ring in rings.items():
        assert contrast(colours[ring], colours[shade]) >= 3


def test_both_ways_to_darkness_agree() -> None:
    """The chosen and the preferred dark scheme have the same colours."""
    blocks = re.findall(
        r'(?:\[data-scheme="dark"\]|:not\(\[data-scheme="light"\]\)) \{([^}]*)', CSS
    )
    told = [dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block)) for block in blocks]

    assert {k: v for t in told[::2] for k, v in t.items()} == {
        k: v for t in told[1::2] for k, v in t.items()
    }


# -- whole ------------------------------------------------------------------------------


def test_the_same_records_give_the_same_bytes(teller: Teller, groups: Any) -> None:
    """Drawn twice, from content read twice, the pictures are the same."""
    again = Teller(library.read(ROOT), teller.site, teller.language)
    drawn = [
        (
            timeline_svg.draw(timeline.picture(t, chronicle.told(t)), "history/", "Events"),
            browse.draw_maps(t, browse.places(t, chronicle.told(t))),
        )
        for t in (teller, again)
    ]

    assert drawn[0] == drawn[1]


def test_drawings_have_no_styles_and_no_names_of_machines(teller: Teller, groups: Any) -> None:
    """A policy without inline styles lets the pictures be; every link has a title."""
    plate = timeline_svg.draw(timeline.picture(teller, chronicle.told(teller)), "history/", "E")
    maps_drawn = browse.draw_maps(teller, groups)
    for svg in [plate.events.svg, *(b.svg for b in plate.bands), *(m.svg for m in maps_drawn)]:
        tree = html.fragment_fromstring(svg)
        assert [] == tree.xpath("//@style") + tree.xpath("//style | //script")
        assert all(link.findtext("title") for link in tree.iter("a"))


@pytest.mark.parametrize("page", ["history", "en/history", "places", "en/places", "years"])
def test_pages_are_light(real_site: Path, page: str) -> None:
    """A page with its pictures is below 60 kB, compressed as servers do."""
    text = (real_site / page / "index.html").read_bytes()

    assert len(gzip.compress(text, 6)) < 60_000


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_links_of_the_pictures_lead_somewhere(real_site: Path, prefix: str) -> None:
    """Each link of a drawing leads to a page, or to an anchor of its own page."""
    for name in ("history", "places"):
        base = f"{prefix}{name}/"
        tree = html.parse(real_site / base / "index.html").getroot()
        ids = set(tree.xpath("//@id"))
        links = tree.xpath("//svg//a/@href")
        assert len(links) > 80
        for link in links:
            path, _, anchor = urljoin(f"/{base}", link).partition("#")
            assert anchor in ids if link[0] == "#" else (real_site / path[1:]).is_dir(), link


# -- in a browser -----------------------------------------------------------------------


@pytest.fixture
def opened(browser: Any, served: str) -> Any:
    """Open a page at a width; close it at the end."""
    contexts: list[Any] = []

    def open_page(path: str, width: int = 1280) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 800})
        contexts.append(context)
        page = context.new_page()
        page.goto(served + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["history/", "places/", "years/", "en/history/", "en/places/"])
def test_no_page_is_wider_than_the_screen(opened: Any, path: str, width: int) -> None:
    """Only the sheet scrolls sideways, never the page."""
    page = opened(path, width)

    assert width >= page.evaluate("document.documentElement.scrollWidth")


@pytest.mark.xdist_group("browser")
def test_labels_are_as_narrow_as_was_reckoned(opened: Any) -> None:
    """No label is wider than the room that the packing left for it."""
    page = opened("history/")
    drawn = page.evaluate(
        "[...document.querySelectorAll('.band a text')]"
        ".map(t => [t.textContent, t.getComputedTextLength()])"
    )

    assert [] == [t for t, wide in drawn if wide > text_width(t, timeline.LABEL) + 8]


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("path", ["history/", "en/history/"])
def test_labels_do_not_touch(opened: Any, path: str) -> None:
    """As the browser draws them, no two labels of the picture overlap."""
    boxes = opened(path).evaluate(
        "[...document.querySelectorAll('.band a text')].map(t => {"
        "const b = t.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]})"
    )
    for a, b in combinations(boxes, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
        assert apart, (a, b)


@pytest.mark.xdist_group("browser")
def test_the_keyboard_reaches_every_bar(opened: Any, picture: timeline.Picture) -> None:
    """From the link that skips the picture, Tab goes to the sheet, the events, the bars."""
    page = opened("history/", 360)
    page.evaluate("document.querySelector('.leap').focus()")
    reached = []
    for _ in range(1 + len(picture.marks) + len(bars(picture))):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("(e => e.getAttribute('href') || e.className)(document.activeElement)")
        )

    assert "plate__scroll" == reached[0]
    assert len(picture.marks) == sum(link.startswith("#d") for link in reached)
    assert len(bars(picture)) == sum("/projects/" in link for link in reached)


@pytest.mark.xdist_group("browser")
def test_focus_is_seen_and_followed(opened: Any) -> None:
    """A bar in focus has a ring, is scrolled into view, and Enter opens its project."""
    page = opened("history/", 360)
    page.evaluate("document.querySelector('.leap').focus()")
    page.keyboard.press("Tab")
    page.locator("a[href='../projects/nfi-2023/']").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    link = page.locator("a:focus")
    stroke = link.locator(".hit").evaluate("e => getComputedStyle(e).strokeWidth")
    box = link.bounding_box()
    assert "2.5px" == stroke
    assert 0 <= box["x"] <= 360
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects/nfi-2023/")


@pytest.mark.xdist_group("browser")
def test_a_country_leads_to_its_list(opened: Any) -> None:
    """Enter on a country of the map goes to its part of the list."""
    page = opened("en/places/")
    page.focus(".map--europe a[href='#c-pl']")
    page.keyboard.press("Enter")

    assert page.url.endswith("#c-pl")
    assert "Poland" in page.inner_text("#c-pl")


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("width", [360, 1280])
def test_names_on_maps_can_be_read(opened: Any, width: int) -> None:
    """What is shown of names and numbers is at least nine points high on the screen."""
    page = opened("places/", width)
    heights = page.evaluate(
        "[...document.querySelectorAll('.map text')].filter(t => t.checkVisibility())"
        ".map(t => parseFloat(getComputedStyle(t).fontSize)"
        " * t.ownerSVGElement.getScreenCTM().a)"
    )

    assert len(heights) > 40
    assert min(heights) >= 9


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("path", ["history/", "places/", "years/"])
def test_no_fault_of_accessibility(opened: Any, path: str) -> None:
    """The engine axe finds nothing on the pages with pictures."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    response = axe.Axe().run(opened(path)).response

    assert [] == [violation["id"] for violation in response["violations"]]


# -- the script -------------------------------------------------------------------------


def test_geography_wants_the_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not the package is told in a sentence."""
    import geography

    assert 1 == geography.main([str(tmp_path)])
    assert "world-atlas" in capsys.readouterr().out


def test_simplifying_keeps_ends_and_large_bends() -> None:
    """A straight line loses its middle, a corner stays."""
    import geography

    sheet = SHEETS["europe"]
    line = [(10.0, 10.0), (20.0, 10.1), (30.0, 10.0), (30.0, 60.0)]

    assert [line[0], line[2], line[3]] == geography.simplified(line, sheet, 2)
    assert json.dumps([20, 20, 40, 0, 0, 100]) == json.dumps(
        geography.deltas([line[0], line[2], line[3]])
    )
