"""Every file of the search, from the pages as they stand."""

from __future__ import annotations

from pathlib import Path

from archive.content.library import Library
from archive.content.settings import Site
from archive.search import documents, facets, files, postings
from archive.search.documents import Document


def derive(built: Path, library: Library, site: Site) -> dict[str, bytes]:
    """Return one index for each language that the built site is in, by path below the site."""
    editions: dict[str, list[Document]] = {}
    for language, document in documents.read(built, library, site):
        editions.setdefault(language, []).append(document)
    written: dict[str, bytes] = {}
    for language, found in editions.items():
        index = postings.build(language, found)
        written |= files.write(index, facets.of(library, site, language, found))
    return written


__all__ = ["derive"]
