"""How the rules go through the content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel

from archive.content.library import Library
from archive.schema import DEFAULT_LANGUAGE, Item, Written
from archive.schema.fields import Withdrawal
from archive.schema.records import Edition, Entry

M = TypeVar("M", bound=BaseModel)


def editions(entry: Entry[M]) -> Iterator[Edition[M]]:
    """Yield the language editions of an item."""
    yield from entry.editions.values()


def at(entry: Entry[BaseModel], *location: str | int) -> tuple[str, int]:
    """Return the file and line of a field in the item's record."""
    edition = entry.editions[DEFAULT_LANGUAGE]
    return edition.path, edition.line(*location)


def everything(content: Library) -> Iterator[Entry[Item]]:
    """Yield every item, and the show."""
    yield from content.every()
    if content.show:
        yield content.show


def everything_written(content: Library) -> Iterator[Entry[Written]]:
    """Yield every item, the show and every page."""
    yield from everything(content)
    yield from content.pages.values()


def withdrawn(content: Library) -> Iterator[tuple[Entry[Item], Withdrawal]]:
    """Yield what is left of every withdrawn item, and why it is withdrawn."""
    for entry in content.every_withdrawn():
        if gone := entry.record.gone:
            yield entry, gone
