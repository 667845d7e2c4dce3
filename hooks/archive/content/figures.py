"""Which digits of a text are figures: amounts, counts and shares, but no dates and no names.

A figure is a number in digits. None are: years and dates (they order, the timeline has
their sources); ordinals (``8. ročník``, ``8th``, the number at the head of a table's row);
times of day with a colon; numbers that are part of a name, as in ``COVID-19``,
``č. 326/1999``, ``ISBN 80-239-2206-8``, or of a title in italics; addresses on the web.
Names of the vocabularies, such as ``Slovo 21`` and ``Praha 14``, are told by the caller.
Numbers in words are left to the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.content.source_marks import MARK

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince"
)
_TIME = r"\d{1,2}[.:][0-5]\d"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NO_FIGURES = re.compile(
    "|".join(
        (
            MARK.pattern,
            r"\]\([^)]*\)|<[^>]+>|https?://\S+|\S+@\S+",
            r"(?<!\*)\*(?!\*)[^*\n]+\*(?!\*)",  # titles of works
            r"\w*\d+(?:[-/]\d+){2,}[xX]?|\d+/\d{3,}|\d{3,}/\d+|[A-Z]+(?:/\d+)+",  # ISBN, 326/1999
            r"\b(?:ISO|ČSN|EN|RFC|WCAG)(?:\s[A-Z]+)?\s\d+(?:[.:]\d+)*",  # standards
            r"^\|\s*\d+\s*(?=\|)",  # the first cell of a row
            r"(?:§|(?<!\w)(?:č\.|čl\.|[Nn]o\.|article|čísl(?:o|em)|numbers?))\s?\d+(?: \d{3})*",
            r"\d+(?:st|nd|rd|th)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s\d{1,2}\b",
            rf"\d{{1,2}}(?:\s?[–-]\s?|\s(?:to|and|or)\s)\d{{1,2}}\.?\s(?:{_MONTHS})(?:\s{_YEAR})?",
            rf"\d{{1,2}}\.?\s(?:{_MONTHS})(?:\s{_YEAR})?",
            rf"(?:{_MONTHS})\s\d{{1,2}}(?!\d)(?:,?\s{_YEAR})?",
            rf"\d{{1,2}}\.\s?\d{{1,2}}\.(?:\s?{_YEAR})?",
            rf"(?:od\s)?{_TIME}\s?(?:do|to|[–-])\s?{_TIME}(?:\shodin|\s?[ap]\.m\.)?"
            r"|od\s\d{1,2}\sdo\s\d{1,2}\shodin|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.m\.|\d{1,2}:\d\d",
            rf"(?<![\d\u00a0.,])(?<!\d )(?<![A-Z]){_YEAR}(?:s\b)?"
            rf"(?:\s?[–/-]\s?(?:{_YEAR}|\d\d\b))?(?![\d]|[\s\u00a0]\d{{3}}(?!\d)|[.,]\d|\s?%)",
            r"\d+\.(?=\s?[–-]|[\s\u00a0]+[a-záčďéěíňóřšťúůýž(]|,)",  # Czech ordinals
            r"(?<!\w)[^\W\d_][\w]*-?\d[\w-]*|\d+[^\W\d_][\w]*-?\d*",  # COVID-19, Q1, 1951A
        )
    )
)
NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_NAME = re.compile(r"(\w{3,}) (\d{1,2})(?!\d)")
_GROUPS = re.compile(r"(?<=\d)[ \u00a0\u202f,](?=\d{3}(?!\d))")


@dataclass(frozen=True)
class Figure:
    """A number in a text: as it is written, what it is worth, and where it stands."""

    written: str
    value: str
    start: int


def names_with_numbers(labels: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds the names that hold a number, in any case of the word before it."""
    found = {(one[1], one[2]) for label in labels for one in _NAME.finditer(label)}
    # Three letters stand for the word: Praha, Prahy, Praze, Prague.
    parts = sorted(
        {rf"\b{re.escape(word[:3])}\w*[\s\u00a0]{number}(?!\d)" for word, number in found}
    )
    return re.compile("|".join(parts)) if parts else None


def value(written: str) -> str:
    """Return a number as both languages would write it: 2 420 and 2,420 are 2420."""
    return _GROUPS.sub("", written).replace(",", ".")


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "\u0000", match[0])


def find(text: str, names: re.Pattern[str] | None = None) -> Iterator[Figure]:
    """Yield the figures of a piece of Markdown in order; ``names`` are names with numbers."""
    blank = _NO_FIGURES.sub(_blank, names.sub(_blank, text) if names else text)
    for match in NUMBER.finditer(blank):
        yield Figure(match[0], value(match[0]), match.start())
