"""From dates to places on an axis, and from a project's date to the pieces of its bar."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from archive.language import dates

Tail = Literal["", "unknown", "ongoing"]


def year_fraction(day: dt.date) -> float:
    """Return a day as a year with a fraction: 1 July 2003 is about 2003.5."""
    start, end = dt.date(day.year, 1, 1), dt.date(day.year + 1, 1, 1)
    return day.year + (day - start).days / (end - start).days


@dataclass(frozen=True)
class Axis:
    """Years along a line: ``first`` begins at ``left``, each is ``step`` points wide."""

    first: int
    last: int
    left: float
    step: float

    @property
    def right(self) -> float:
        """Where the last year ends."""
        return self.left + (self.last + 1 - self.first) * self.step

    def x(self, day: dt.date) -> float:
        """Return the place of a day's beginning, held within the axis."""
        place = self.left + (year_fraction(day) - self.first) * self.step
        return min(max(place, self.left), self.right)

    def year(self, year: int) -> float:
        """Return where a year begins."""
        return self.left + (year - self.first) * self.step


@dataclass(frozen=True)
class Extent:
    """What a date lets a bar show: sure pieces of time, and how it begins and ends."""

    pieces: tuple[tuple[dt.date, dt.date], ...]
    before: Tail = ""
    after: Tail = ""
    unsure: bool = False


_NEXT = dt.timedelta(days=1)


def _piece(text: str) -> tuple[dt.date, dt.date]:
    span = dates.parse(text)
    assert span.first
    assert span.last
    return span.first, span.last + _NEXT


def extent(text: str) -> Extent:
    """Return what an EDTF date says of a bar; what a date leaves open is never filled in."""
    unsure = any(sign in text for sign in "?~%")
    if text[:1] == "{":
        return Extent(tuple(_piece(part) for part in text[1:-1].split(",")), unsure=unsure)
    start, slash, end = text.partition("/")
    if slash and end in ("", ".."):
        return Extent((_piece(start),), after="ongoing" if end else "unknown", unsure=unsure)
    if slash and start in ("", ".."):
        return Extent((_piece(end),), before="unknown", unsure=unsure)
    return Extent((_piece(text),), unsure=unsure or text[:1] == "[")
