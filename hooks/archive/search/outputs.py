"""Every file of the search, from the pages as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive.search import documents, facets, files, postings
from archive.search.documents import Document
from archive.search.files import FOLDER
from archive.telling.archive import Archives


def derive(built: Path, archives: Archives) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an index for each language that the built site is in, by their path."""
    editions: dict[str, list[Document]] = {}
    for language, document in documents.read(built, archives):
        editions.setdefault(language, []).append(document)
    for language, found in editions.items():
        index = postings.build(language, found)
        yield from files.write(index, facets.of(archives, language, found)).items()


__all__ = ["FOLDER", "derive"]
