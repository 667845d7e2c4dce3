"""Where items and pages lay before they moved: the names that their folders had."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from archive.content.library import Library
from archive.schema import Page, Record, Written
from archive.schema.records import Entry


def former(folder: str, name: str) -> str:
    """Return the folder of ``docs`` that an item or a page had under an earlier name."""
    return posixpath.join(posixpath.dirname(folder), name)


def names(record: Written) -> list[str]:
    """Return the earlier names of the folder; the show has had no other."""
    return record.moved_from if isinstance(record, Record | Page) else []


def of(entry: Entry[Written]) -> list[str]:
    """Return the folders where an item or a page lay before."""
    folder = f"{entry.kind}/{entry.id}" if entry.id else entry.kind
    return [former(folder, name) for name in names(entry.record)]


def moved(library: Library) -> Iterator[tuple[Entry[Written], str]]:
    """Yield everything that has moved, withdrawn or not, with each earlier folder."""
    everything: list[Entry[Written]] = [*library.every(), *library.every_withdrawn()]
    for entry in [*everything, *library.pages.values()]:
        for folder in of(entry):
            yield entry, folder
