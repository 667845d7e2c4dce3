"""Every file of the search, from the pages as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive.content.library import Library
from archive.content.settings import Site
from archive.search import documents, facets, files, postings
from archive.search.documents import Document
from archive.search.files import FOLDER


def derive(built: Path, library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an index for each language that the built site is in, by their path."""
    editions: dict[str, list[Document]] = {}
    for language, document in documents.read(built, library, site):
        editions.setdefault(language, []).append(document)
    for language, found in editions.items():
        index = postings.build(language, found)
        yield from files.write(index, facets.of(library, site, language, found)).items()


__all__ = ["FOLDER", "derive"]
