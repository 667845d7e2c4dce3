"""Where items and pages lay before they moved: the names that their folders had."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any

from archive.content.library import Library
from archive.schema.records import Entry


def former(folder: str, name: str) -> str:
    """Return the folder of ``docs`` that an item or a page had under an earlier name."""
    return posixpath.join(posixpath.dirname(folder), name)


def of(entry: Entry[Any]) -> list[str]:
    """Return the folders where an item or a page lay before."""
    folder = f"{entry.kind}/{entry.id}" if entry.id else entry.kind
    return [former(folder, name) for name in entry.record.moved_from]


def moved(library: Library) -> Iterator[tuple[Entry[Any], str]]:
    """Yield everything that has moved, withdrawn or not, with each earlier folder."""
    for entry in [*library.every(), *library.every_withdrawn(), *library.pages.values()]:
        for folder in of(entry):
            yield entry, folder
