"""How the rules go through the content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive.content.library import Library
from archive.schema import DEFAULT_LANGUAGE
from archive.schema.records import Edition, Entry


def editions(entry: Entry[Any]) -> Iterator[Edition[Any]]:
    """Yield the language editions of an item."""
    yield from entry.editions.values()


def at(entry: Entry[Any], *location: str | int) -> tuple[str, int]:
    """Return the file and line of a field in the item's record."""
    edition = entry.editions[DEFAULT_LANGUAGE]
    return edition.path, edition.line(*location)


def everything(content: Library) -> Iterator[Entry[Any]]:
    """Yield every item, and the show."""
    yield from content.every()
    if content.show:
        yield content.show
