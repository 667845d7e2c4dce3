"""Every file of the search, from the pages as they stand."""

from __future__ import annotations

from pathlib import Path

from archive.search import documents, facets, files, postings
from archive.search.documents import Document
from archive.telling.archive import Archives


def derive(built: Path, archives: Archives) -> dict[str, bytes]:
    """Return one index for each language that the built site is in, by path below the site."""
    editions: dict[str, list[Document]] = {}
    for language, document in documents.read(built, archives):
        editions.setdefault(language, []).append(document)
    written: dict[str, bytes] = {}
    for language, found in editions.items():
        index = postings.build(language, found)
        written |= files.write(index, facets.of(archives, language, found))
    return written


__all__ = ["derive"]
