"""Dates: what EDTF the archive takes, how it is told in words, how it sorts."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.content import settings as site
from archive.language import dates
from archive.schema import LANGUAGES
from conftest import ROOT

STRINGS: Mapping[str, Mapping[str, str]] = site.load_strings(ROOT / "docs", ROOT)


def day(text: str) -> dt.date | None:
    """Return the day that an ISO date names; nothing for an open end."""
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2005", "2005-01-01", "2005-12-31"),
        ("2005-02", "2005-02-01", "2005-02-28"),
        ("2005-05-01", "2005-05-01", "2005-05-01"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2005?", "2005-01-01", "2005-12-31"),
        ("2005-05~", "2005-05-01", "2005-05-31"),
        ("2005-05-01%", "2005-05-01", "2005-05-01"),
        ("2005/2006", "2005-01-01", "2006-12-31"),
        ("2005-05-01/2006-04-30", "2005-05-01", "2006-04-30"),
        ("2005-05/2006", "2005-05-01", "2006-12-31"),
        ("2005/..", "2005-01-01", ""),
        ("2005/", "2005-01-01", ""),
        ("../2005", "", "2005-12-31"),
        ("/2005-06", "", "2005-06-30"),
        ("{2005,2007}", "2005-01-01", "2007-12-31"),
        ("[2005-05,2006]", "2005-05-01", "2006-12-31"),
    ],
)
def test_accepted(text: str, first: str, last: str) -> None:
    """An EDTF expression tells its earliest and its latest day; an open end is no day."""
    span = dates.parse(text)

    assert (day(first), day(last)) == (span.first, span.last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "..",
        "../..",
        "3. května 2005",
        "květen 2005",
        "1.5.2005",
        "05/2005",
        "2005-5-1",
        "20050501",
        "2005-00",
        "2005-13",
        "2005-21",
        "2005-05-00",
        "2005-05-32",
        "2005-02-30",
        "2023-02-29",
        "2005-02-30/2006",
        "2005/2006-02-30",
        "{2005,2005-02-30,2006}",
        "2006/2005",
        "2005/2006/2007",
        "0000",
        "-0005",
        "Y17000",
        "2005/open",
        "unknown",
    ],
)
def test_refused(text: str) -> None:
    """What is no date, or no day of the calendar, is refused."""
    with pytest.raises(ValueError):  # noqa: PT011
        dates.parse(text)


def test_of_html() -> None:
    """A year, a month or a day stands in a page for machines; a span and a doubt do not."""
    taken = ["2005", "2005-02", "2005-05-01"]
    others = ["2005?", "2005-05~", "2005/2006", "2005/..", "{2005,2007}"]

    assert taken == [text for text in [*taken, *others] if dates.is_of_html(text)]


@pytest.mark.parametrize(
    ("text", "cs", "en"),
    [
        ("2005", "2005", "2005"),
        ("2005-05", "květen 2005", "May 2005"),
        ("2005-05-01", "1. května 2005", "1 May 2005"),
        ("2005?", "2005 (nejisté)", "2005 (uncertain)"),
        ("2005~", "přibližně 2005", "about 2005"),
        ("2005%", "přibližně 2005 (nejisté)", "about 2005 (uncertain)"),
        ("2005-05?", "květen 2005 (nejisté)", "May 2005 (uncertain)"),
        ("2005/2006", "2005–2006", "2005–2006"),
        ("2005/2006?", "2005 – 2006 (nejisté)", "2005 – 2006 (uncertain)"),
        ("2005-05/2006-04", "květen 2005 – duben 2006", "May 2005 – April 2006"),
        (
            "2005-05-01/2006-04-30",
            "1. května 2005 – 30. dubna 2006",
            "1 May 2005 – 30 April 2006",
        ),
        ("2012-09-03/2012-09-07", "3.–7. září 2012", "3–7 September 2012"),
        ("2005/..", "od roku 2005 dosud", "since 2005"),
        ("2005-05/..", "od května 2005 dosud", "since May 2005"),
        ("2005/", "od roku 2005, konec neznámý", "from 2005, end unknown"),
        ("2005-05-01/", "od 1. května 2005, konec neznámý", "from 1 May 2005, end unknown"),
        ("../2005", "nejpozději do roku 2005", "by 2005 at the latest"),
        ("/2005-05", "nejpozději do května 2005", "by May 2005 at the latest"),
        ("{2005,2007}", "2005, 2007", "2005, 2007"),
        ("[2005-05,2006]", "květen 2005, 2006", "May 2005, 2006"),
    ],
)
def test_in_words(text: str, cs: str, en: str) -> None:
    """Every shape of date is told in Czech and in English, cases of nouns included."""
    told = [dates.in_words(text, language, STRINGS[language]) for language in LANGUAGES]

    assert [cs, en] == told


@pytest.mark.parametrize(("language", "first"), [("cs", "květen"), ("en", "May")])
def test_months_of_one_year(language: str, first: str) -> None:
    """A range of months within a year names the year once, after both months."""
    told = dates.in_words("2012-05/2012-09", language, STRINGS[language])

    assert (True, 1, True) == (told.startswith(first), told.count("2012"), told.endswith(" 2012"))


def test_sort_keys() -> None:
    """Dates sort by their beginning, then by their end; what has no end comes last."""
    ordered = [
        "../1999",
        "2005-01-01",
        "2005-01",
        "2005",
        "2005/2006",
        "2005/..",
        "2005-02",
        "2006?",
    ]
    shuffled = sorted(ordered, reverse=True)

    assert ordered == sorted(shuffled, key=lambda text: dates.parse(text).sort_key)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2005", (2005, 2005)),
        ("2005-05-01/2006-04-30", (2005, 2006)),
        ("2005/..", (2005, 2005)),
        ("../2005", (2005, 2005)),
        ("{1999,2007}", (1999, 2007)),
    ],
)
def test_years(text: str, years: tuple[int, int]) -> None:
    """A filter learns the first and the last year that are known."""
    assert years == dates.parse(text).years


@st.composite
def iso_dates(draw: Any) -> str:
    """Return a year, a month or a day between 1000 and 2999, as ISO 8601 writes it."""
    moment: dt.date = draw(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
    return moment.isoformat()[: draw(st.sampled_from([4, 7, 10]))]


@settings(deadline=None)
@given(iso_dates())
def test_every_date_parses(text: str) -> None:
    """Any year, month or day parses to exactly the days it covers."""
    year, month, date = (int(part) for part in (text + "-01-01")[:10].split("-"))
    span = dates.parse(text)
    end = 12 if len(text) == 4 else month
    last = date if len(text) == 10 else calendar.monthrange(year, end)[1]

    assert (dt.date(year, month, date), dt.date(year, end, last)) == (span.first, span.last)


@settings(deadline=None)
@given(iso_dates(), st.sampled_from(LANGUAGES))
def test_every_date_tells_its_year(text: str, language: str) -> None:
    """Any date in words holds its year, in both languages."""
    assert text[:4] in dates.in_words(text, language, STRINGS[language])


@settings(deadline=None)
@given(st.lists(iso_dates(), max_size=8), st.sampled_from([4, 7, 10]))
def test_dates_sort_as_iso_strings(texts: list[str], precision: int) -> None:
    """Dates of one precision sort as their ISO strings do."""
    same = [(text + "-01-01")[:precision] for text in texts]

    assert sorted(same) == sorted(same, key=lambda text: dates.parse(text).sort_key)


@settings(deadline=None)
@given(iso_dates(), iso_dates())
def test_ranges(one: str, other: str) -> None:
    """A range lasts from the first day of its start to the last day of its end."""
    start, end = sorted([one, other], key=lambda text: dates.parse(text).sort_key)
    expected = (dates.parse(start).first, dates.parse(end).last)
    span = dates.parse(f"{start}/{end}")

    assert expected == (span.first, span.last)
