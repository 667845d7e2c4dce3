"""Records without whatever in them names an item that has been withdrawn."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Protocol, TypeVar, runtime_checkable

from archive.schema import Event, Item
from archive.schema.records import Edition, Entry

M = TypeVar("M", bound=Item)


@runtime_checkable
class OfProjects(Protocol):
    """A record of any kind that came of projects."""

    @property
    def projects(self) -> list[str]:
        """Their ids."""


def projects_of(record: Item) -> list[str]:
    """Return the projects that a record says it came of."""
    return record.projects if isinstance(record, OfProjects) else []


def _edition(edition: Edition[M], gone: Set[str]) -> Edition[M]:
    record = edition.record
    kept = {"related": [one for one in record.related if one not in gone]}
    if projects := projects_of(record):
        kept["projects"] = [name for name in projects if f"projects/{name}" not in gone]
    return replace(edition, record=record.model_copy(update=kept))


def entry_without(entry: Entry[M], gone: Set[str]) -> Entry[M]:
    """Return an item that names none of the references in ``gone``."""
    editions = {code: _edition(edition, gone) for code, edition in entry.editions.items()}
    return replace(entry, editions=editions)


def event_without(event: Event, gone: Set[str]) -> Event:
    """Return a dated fact that names none of the references in ``gone``."""
    return event.model_copy(update={"items": [one for one in event.items if one not in gone]})
