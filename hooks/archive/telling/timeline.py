"""The dated facts in order of time, and decade by decade."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import groupby

from archive.content.library import Library
from archive.language import dates
from archive.schema import Event
from archive.telling.parts import Group, Happening


def in_order(library: Library) -> list[Event]:
    """Return the events by date."""

    def key(event: Event) -> tuple[dt.date, dt.date]:
        return dates.parse(event.date).sort_key

    return sorted((dated.event for dated in library.events), key=key)


def _decade(event: Happening) -> int:
    """Return the first year of the decade in which an event began."""
    years = event.when.years
    return years[0] // 10 * 10 if years else 0


def decades(words: Mapping[str, str], events: Sequence[Happening]) -> list[Group[Happening]]:
    """Return the events decade by decade."""
    groups = []
    for first, members in groupby(events, key=_decade):
        title = words["decade"].format(year=first, year_end=first + 9)
        groups.append(Group(f"d{first}", title, list(members)))
    return groups


__all__ = ["decades", "in_order"]
