"""The anchors of the timeline: by date, so that one more fact moves none of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from archive.schema import Event

_SIGNS = re.compile(r"[^0-9a-z]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def of_date(date: str) -> str:
    """Return the anchor of the first fact of an EDTF date."""
    return "e" + _SIGNS.sub("-", date.lower()).strip("-")


def of_events(events: Iterable[Event]) -> Mapping[int, str]:
    """Return each fact's anchor, by the identity of the event.

    Facts of one date are told apart by letters in the order of the file: ``e2000``,
    ``e2000b``. One whose date was corrected names the anchor that it had.
    """
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    for event in events:
        plain = of_date(event.date)
        number = seen.get(plain, 0)
        if event.anchor is None:
            seen[plain] = number + 1
        letter = _LETTERS[number] if number < len(_LETTERS) else f"-{number + 1}"
        found[id(event)] = event.anchor or plain + (letter if number else "")
    return found
