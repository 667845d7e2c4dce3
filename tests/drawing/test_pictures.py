"""The picture of time: true to the records, without overlap, in colours that can be told."""

from __future__ import annotations

import datetime as dt
import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.drawing import timeline
from archive.drawing.packing import rows
from archive.drawing.scale import Axis, extent, year_fraction
from archive.drawing.svg import relative
from archive.telling.archive import Archive, Archives
from colours import contrast, tokens
from conftest import ROOT

AXIS = Axis(1998, 2024, 74, 37)
COMPONENTS = ROOT / "docs/assets/stylesheets/components"
CSS = "".join(path.read_text(encoding="utf-8") for path in sorted(COMPONENTS.glob("*.css")))
SCHEMES = ("light", "dark")


@pytest.fixture(scope="session")
def picture(real_archive: Archive) -> timeline.Picture:
    """The picture of the real archive's time."""
    return timeline.picture(real_archive)


def bars(shown: timeline.Picture) -> list[timeline.Bar]:
    """Return every bar of a picture."""
    return [bar for band in shown.bands for bar in band.bars]


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
def test_bars_show_what_dates_say(
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


def test_every_dated_project_is_a_bar(picture: timeline.Picture, real_archive: Archive) -> None:
    """A project with a date has one bar; one without is told in words."""
    projects = real_archive.of("projects")
    dated = sorted(e.address(real_archive.language) for e in projects if e.record.date)
    undated = sorted(e.address(real_archive.language) for e in projects if not e.record.date)

    assert dated == sorted(bar.href for bar in bars(picture))
    assert undated == sorted(value.href for value in picture.undated)


def test_every_event_is_a_mark(picture: timeline.Picture, real_archive: Archive) -> None:
    """Every dated fact is a mark, with its words, that leads to its place in the list."""
    told = real_archive.events

    assert len(told) == len(picture.marks)
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
    assert (1998, 2026) == (picture.axis.first, picture.axis.last)
    assert (1951, 1997) == picture.early


def test_names_of_bars_begin_with_their_labels(picture: timeline.Picture) -> None:
    """Who speaks to the machine can say what is written (WCAG 2.5.3)."""
    assert [] == [bar.label for bar in bars(picture) if not bar.title.startswith(bar.label)]


def test_the_toy_archive_has_its_picture(toy_archives: Archives) -> None:
    """Two events and one project make a whole picture too."""
    shown = timeline.picture(toy_archives["en"])

    assert ["The lake"] == [bar.label for bar in bars(shown)]
    assert 2 == len(shown.marks)


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


def test_print_is_light() -> None:
    """Whatever the screen shows, paper gets the colours of the light scheme."""
    block = re.search(r":root:root:root \{([^}]*)\}", CSS)
    assert block
    printed = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block[1]))

    assert tokens("light") == printed


def test_links_are_relative_to_the_page() -> None:
    """A drawing inside a page links as the page does."""
    assert "../projects/elci/" == relative("projects/elci/", "history/")
    assert "../projects/elci/" == relative("en/projects/elci/", "en/history/")
    assert "#d2003" == relative("history/#d2003", "history/")
