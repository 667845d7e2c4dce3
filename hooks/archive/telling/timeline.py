"""The dated facts in order of time, each with the words and the anchor of the timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from archive.content.library import Library
from archive.language import dates
from archive.schema import Event
from archive.telling.parts import Group, Happening
from archive.telling.teller import Teller

Told = tuple[Event, Happening]


def in_order(library: Library) -> list[Event]:
    """Return the events by date."""

    def key(event: Event) -> tuple[dt.date, dt.date]:
        return dates.parse(event.date).sort_key

    return sorted((dated.event for dated in library.events), key=key)


def decade(event: Event) -> int:
    """Return the first year of the decade in which an event began."""
    years = dates.parse(event.date).years
    return years[0] // 10 * 10 if years else 0


def told(teller: Teller) -> list[Told]:
    """Return the events by date, with their words."""
    return [(event, teller.happening(event)) for event in in_order(teller.library)]


def decades(teller: Teller, events: Sequence[Told]) -> list[Group]:
    """Return the events decade by decade."""
    groups = []
    for first, members in groupby(events, key=lambda pair: decade(pair[0])):
        title = teller.words["decade"].format(year=first, year_end=first + 9)
        groups.append(Group(f"d{first}", title, [happening for _, happening in members]))
    return groups


__all__ = ["Told", "decade", "decades", "in_order", "told"]
