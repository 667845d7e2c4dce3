"""The pictures of covers and pages, drawn once for the same document by the same code."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.cache.store import Store
from archive.documents import process
from archive.documents.facts import Document, UnreadableDocument
from archive.documents.reading import code
from archive.documents.sizes import COVER_JPEG, COVERS, PICTURED
from archive.schema import DEFAULT_LANGUAGE
from archive.schema.problems import ContentError, Problem
from archive.telling.archive import Archives

# What their names are, before it is known how many pages a document has.
PATTERNS = ("cover-*.avif", COVER_JPEG, "*.webp")


def names(document: Document) -> list[str]:
    """Return the names of a document's pictures, those of the cover first."""
    covers = [f"cover-{width}.avif" for width in COVERS]
    number = min(len(document.pdf.pages), PICTURED)
    return [*covers, COVER_JPEG, *(f"{page}.webp" for page in range(1, number + 1))]


class _Pictures:
    """The pictures of a document: in the store, or in a folder of their own till they are read."""

    def __init__(self, file: Path, document: Document, kept: Store, folder: Path) -> None:
        self._file, self._kept, self._folder = file, kept, folder
        stem = f"{document.sha256} {PICTURED} {code()}"
        self._keys = {name: f"{stem} {name}" for name in names(document)}

    def prepare(self) -> _Pictures:
        """Draw what is not kept whole. Raises UnreadableDocument, OSError."""
        if any(self._kept.get(key) is None for key in self._keys.values()):
            folder = self._draw()
            if all(self._kept.keep(k, (folder / n).read_bytes()) for n, k in self._keys.items()):
                shutil.rmtree(folder)
        return self

    def read(self) -> Iterator[tuple[str, bytes]]:
        """Yield the pictures by their names. Raises as ``prepare`` does."""
        for name, key in self._keys.items():
            picture = None if self._folder.exists() else self._kept.get(key)
            if picture is None:  # nothing can be kept, or another build has swept it away
                picture = (self._draw() / name).read_bytes()
            yield name, picture
        shutil.rmtree(self._folder, ignore_errors=True)

    def _draw(self) -> Path:
        """Return the folder into which the pictures have been drawn."""
        if not self._folder.exists():
            self._folder.mkdir()
            process.draw(self._file, PICTURED, self._folder)
        return self._folder


def _told(error: Exception, file: Path, root: Path) -> ContentError:
    unreadable = UnreadableDocument(str(error))
    shown = file.relative_to(root).as_posix()
    return ContentError([Problem(shown, 0, "", unreadable.found, unreadable.expected)])


def write(archives: Archives, root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every picture by its path below the site, one at a time: all would fill the memory.

    Several documents are drawn at a time. Raises ContentError when one cannot be drawn.
    """
    kept = Store.of(root, "document-pictures")
    items = archives[DEFAULT_LANGUAGE].of("publications")
    holders = [(item, held) for item in items for held in item.current_documents]
    with TemporaryDirectory(prefix="archive-") as room, ThreadPoolExecutor(os.cpu_count()) as pool:

        def prepare(number: int) -> _Pictures:
            item, held = holders[number]
            file = item.folder / held.document.name.file
            return _Pictures(file, held.document, kept, Path(room) / str(number)).prepare()

        prepared = pool.map(prepare, range(len(holders)))
        for item, held in holders:
            try:
                for name, picture in next(prepared).read():
                    yield held.reading + name, picture
            except (UnreadableDocument, OSError) as error:
                raise _told(error, item.folder / held.document.name.file, root) from error
    kept.forget_others()
