"""Records without whatever in them names an item that has been withdrawn."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Any

from archive.schema import Event
from archive.schema.records import Edition, Entry


def _edition(edition: Edition[Any], gone: Set[str]) -> Edition[Any]:
    record = edition.record
    kept: dict[str, Any] = {"related": [one for one in record.related if one not in gone]}
    if hasattr(record, "projects"):
        kept["projects"] = [name for name in record.projects if f"projects/{name}" not in gone]
    return replace(edition, record=record.model_copy(update=kept))


def entry_without(entry: Entry[Any], gone: Set[str]) -> Entry[Any]:
    """Return an item that names none of the references in ``gone``."""
    editions = {code: _edition(edition, gone) for code, edition in entry.editions.items()}
    return replace(entry, editions=editions)


def event_without(event: Event, gone: Set[str]) -> Event:
    """Return a dated fact that names none of the references in ``gone``."""
    return event.model_copy(update={"items": [one for one in event.items if one not in gone]})
