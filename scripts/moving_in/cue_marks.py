"""Chapters of an old feed: a JSON file, Podlove's, or times written into the show notes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import pairwise

from moving_in import markup, mending, moments
from moving_in.feed import FeedMark
from moving_in.notes import markdown

# A line such as „(00:12:30) – Jak klub vznikl“ or „12:30 Jak klub vznikl“.
_TIMED = re.compile(r"^[\s*(\[\\-]*((?:\d{1,2}:)?\d{1,3}:\d{2})[\s*)\]\\]*[-–—:|.\s]*(\S.*)$")
# Apple makes chapters of three times and more, the first of them 0:00 (support/5482).
_FEWEST = 3


class NoChapters(ValueError):
    """A chapters file that cannot be used."""


def _in_order(marks: Iterable[FeedMark]) -> tuple[FeedMark, ...]:
    """Return chapters in the order of time, one at a time."""
    found = {round(mark.start, 3): mark for mark in marks}
    return tuple(found[start] for start in sorted(found))


def from_json(data: bytes) -> tuple[FeedMark, ...]:
    """Read chapters of the podcast namespace (JSON 1.2); hidden ones are left out.

    Raises NoChapters when the file is something else.
    """
    try:
        told = json.loads(data.decode("utf-8-sig"))
        listed = told["chapters"]
        found = []
        for number, chapter in enumerate(listed, 1):
            start = moments.seconds(str(chapter["startTime"]))
            title = mending.one_line(mending.cleaned(str(chapter.get("title") or ""))[0])
            if start is not None and chapter.get("toc") is not False:
                found.append(FeedMark(start, title or f"Kapitola {number}"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoChapters(type(error).__name__) from error
    return _in_order(found)


def _lines(notes: str) -> list[str]:
    """Return the lines of show notes as a reader sees them."""
    text = re.sub(r"\\(.)", r"\1", markdown(notes))
    return [line.strip(" *-#") for line in text.split("\n")]


def from_notes(notes: str, duration: float | None) -> tuple[FeedMark, ...]:
    """Return chapters written as times into the notes, as Apple reads them.

    At least three, rising, the first at 0:00, all within the ``duration`` in seconds.
    """
    if not re.search(r"\d:\d\d", notes):
        return ()
    found = []
    for line in _lines(notes):
        match = _TIMED.match(line)
        start = moments.seconds(match[1]) if match else None
        if match and start is not None:
            found.append(FeedMark(start, markup.plain_text(match[2]) or match[2]))
    rising = all(left.start < right.start for left, right in pairwise(found))
    if len(found) < _FEWEST or not rising or found[0].start > 0:
        return ()
    return () if duration and found[-1].start >= duration else tuple(found)
