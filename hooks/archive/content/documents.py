"""Which documents of an item a page speaks of: the newest in each language, and the older."""

from __future__ import annotations

from collections.abc import Iterator

from archive.content.library import Library
from archive.documents import naming
from archive.documents.facts import Document
from archive.schema import Item
from archive.schema.records import Entry


def every(library: Library, entry: Entry[Item]) -> tuple[Document, ...]:
    """Return all documents of an item, in each language the oldest first."""
    return library.documents.get(entry.id, ()) if entry.kind == "publications" else ()


def newest(library: Library, entry: Entry[Item], language: str) -> Document | None:
    """Return the newest document in a language; none for a page that does not exist."""
    if language not in entry.editions:
        return None
    found = [d for d in every(library, entry) if d.name.language == language]
    return max(found, key=lambda document: document.name.version, default=None)


def current(library: Library, entry: Entry[Item], first: str = "") -> list[Document]:
    """Return the newest document of each language, that of the language ``first`` ahead."""
    found = [newest(library, entry, code) for code in entry.editions]
    there = [document for document in found if document]
    return sorted(there, key=lambda document: document.name.language != first)


def addresses(library: Library) -> Iterator[dict[str, str]]:
    """Yield the addresses of the reading views of each work, by language."""
    for entry in library.of("publications").values():
        documents = current(library, entry)
        found = {one.name.language: naming.reading(entry, one.name) for one in documents}
        if found:
            yield found
