"""EDTF dates (ISO 8601-2): parsed by the edtf library, told in words by Babel."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from time import struct_time

import edtf
from babel.dates import format_date, format_interval

_PLAIN = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)$")


@dataclass(frozen=True)
class Span:
    """What an EDTF expression says about time.

    ``first`` and ``last`` are the earliest and latest possible days; ``None``
    means that the expression leaves that end unknown or open.
    """

    text: str
    first: dt.date | None
    last: dt.date | None

    @property
    def sort_key(self) -> tuple[dt.date, dt.date]:
        """Order by beginning, then by end; what never ends comes last."""
        return (self.first or self.last or dt.date.max, self.last or dt.date.max)

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that are known, for filters."""
        known = [day.year for day in (self.first, self.last) if day]
        return (min(known), max(known)) if known else None

    @property
    def covered(self) -> range:
        """The years that it says something of; what it leaves open is not filled in."""
        first, last = self.first or self.last, self.last or self.first
        return range(first.year, last.year + 1) if first and last else range(0)


def _day(moment: struct_time) -> dt.date:
    """Return a day of edtf's time tuple; ValueError for the 30th of February."""
    return dt.date(moment[0], moment[1], moment[2])


@lru_cache(maxsize=4096)
def parse(text: str) -> Span:
    """Parse an EDTF expression. Raises ValueError when it is none."""
    start, slash, end = text.partition("/")
    if slash and (start in ("", "..") or end in ("", "..")):
        first = parse(start).first if start not in ("", "..") else None
        last = parse(end).last if end not in ("", "..") else None
        if first is None and last is None:
            raise ValueError(text)
        return Span(text, first, last)
    # What a record may say; the rest of EDTF (decades as 199X, seasons) has no words here.
    parts = text[1:-1].split(",") if text[:1] + text[-1:] in ("{}", "[]") else text.split("/")
    if not all(_PLAIN.match(part) for part in parts):
        raise ValueError(text)
    plain = _PLAIN.match(text)
    if plain:
        # The library accepts the 30th of February, and seasons, which have no words here.
        dt.date(int(plain[1]), int(plain[2] or 1), int(plain[3] or 1))
    try:
        parsed = edtf.parse_edtf(text)
        first, last = _day(parsed.lower_strict()), _day(parsed.upper_strict())
    except (edtf.EDTFParseException, TypeError, AttributeError) as error:
        raise ValueError(text) from error
    if last < first:
        raise ValueError(text)
    return Span(text, first, last)


def is_of_html(text: str) -> bool:
    """Tell whether HTML's ``time`` takes it, which knows neither spans nor doubt."""
    return re.fullmatch(r"\d{4}(-\d\d){0,2}", text) is not None


def _one(text: str, locale: str, words: Mapping[str, str], *, genitive: bool = False) -> str:
    """Tell one calendar date, to the precision that it has."""
    match = _PLAIN.match(text)
    assert match is not None  # parse() has seen to it
    year, month, day, doubt = match.groups()
    date = dt.date(int(year), int(month or 1), int(day or 1))
    if day:
        told = format_date(date, "d MMMM y" if locale == "en" else "long", locale=locale)
    elif month:
        # CLDR: LLLL is the month's name by itself, MMMM its form inside a date.
        told = format_date(date, "MMMM y" if genitive else "LLLL y", locale=locale)
    else:
        told = words["date_year_genitive"].format(year=year) if genitive else year
    keys = {"?": "date_uncertain", "~": "date_about", "%": "date_about_uncertain"}
    return words[keys[doubt]].format(date=told) if doubt else told


def _range(start: str, end: str, locale: str, words: Mapping[str, str]) -> str:
    """Tell a closed range, as short as the language allows."""
    if re.fullmatch(r"\d{4}/\d{4}", f"{start}/{end}"):
        return f"{start}–{end}"
    if start[:7] == end[:7] and len(start) == len(end) == len("2012-09-03"):
        return words["date_days"].format(day=int(start[8:]), date=_one(end, locale, words))
    if start[:4] == end[:4] and len(start) == len(end) == len("2012-09"):
        first, last = parse(start).first, parse(end).first
        return str(format_interval(first, last, "yMMMM", locale=locale))
    return f"{_one(start, locale, words)} – {_one(end, locale, words)}"


def in_words(text: str, locale: str, words: Mapping[str, str]) -> str:
    """Tell an EDTF expression in words; ``words`` are the patterns of the language.

    The text must have passed :func:`parse`.
    """
    if text[:1] in "{[":
        return ", ".join(_one(part, locale, words) for part in text[1:-1].split(","))
    start, slash, end = text.partition("/")
    if not slash:
        return _one(text, locale, words)
    if end in ("", ".."):
        key = "date_ongoing" if end == ".." else "date_from"
        return words[key].format(date=_one(start, locale, words, genitive=True))
    if start in ("", ".."):
        return words["date_until"].format(date=_one(end, locale, words, genitive=True))
    return _range(start, end, locale, words)
