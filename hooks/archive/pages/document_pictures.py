"""The pictures of covers and pages, drawn once for each content.

``.cache/documents`` is in no commit and may be deleted at any time; what lies there is used
only if it is whole and was drawn of the same file by the same code.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from archive.content import documents
from archive.content.library import Library
from archive.documents import naming, process
from archive.documents.facts import Document, UnreadableDocument
from archive.documents.reading import code
from archive.documents.sizes import COVER_JPEG, COVERS, PICTURED
from archive.recording.cache import FOLDER
from archive.schema.problems import ContentError, Problem
from archive.schema.records import Entry

_SEAL = "whole.json"
_DRAFT = "new-"
# After so long, in seconds, what is still a draft was left by a build that was killed.
_ABANDONED = 3600


def names(document: Document) -> list[str]:
    """Return the names of a document's pictures, those of the cover first."""
    covers = [f"cover-{width}.avif" for width in COVERS]
    number = min(len(document.pdf.pages), PICTURED)
    return [*covers, COVER_JPEG, *(f"{page}.webp" for page in range(1, number + 1))]


def _seal(folder: Path, wanted: list[str]) -> str:
    """Return the hashes of the pictures in a folder. Raises OSError if one is missing."""
    told = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in wanted}
    return json.dumps(told, sort_keys=True)


def _is_whole(folder: Path, wanted: list[str]) -> bool:
    try:
        return (folder / _SEAL).read_text(encoding="ascii") == _seal(folder, wanted)
    except (OSError, ValueError):
        return False


def _draw(file: Path, document: Document, cache: Path) -> Path:
    """Return the folder with a document's pictures, drawn if it is not there yet."""
    key = hashlib.sha256(f"{document.sha256} {PICTURED} {code()}".encode()).hexdigest()
    folder, wanted = cache / key, names(document)
    if _is_whole(folder, wanted):
        return folder
    new = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=cache))
    process.draw(file, PICTURED, new)
    (new / _SEAL).write_text(_seal(new, wanted), encoding="ascii")
    if _is_whole(folder, wanted):  # another build was quicker, and may be reading there
        shutil.rmtree(new)
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    return new.rename(folder)


def _drawn(library: Library, cache: Path) -> Iterator[tuple[Entry[Any], Document, Path]]:
    """Yield every document with the folder of its pictures; several are drawn at a time."""

    def draw(pair: tuple[Entry[Any], Document]) -> Path:
        entry, document = pair
        file = entry.folder / document.name.file
        try:
            return _draw(file, document, cache)
        except (UnreadableDocument, OSError) as error:
            told = UnreadableDocument(str(error))
            shown = file.relative_to(library.docs.parent).as_posix()
            raise ContentError([Problem(shown, 0, "", told.found, told.expected)]) from error

    pairs = list(documents.holders(library))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for pair, folder in zip(pairs, pool.map(draw, pairs), strict=True):
            yield (*pair, folder)


def _is_being_drawn(folder: Path, now: float) -> bool:
    """Tell whether another build may be drawing into a folder right now."""
    try:
        age = now - folder.stat().st_mtime
    except OSError:  # it has just been finished, and has its own name now
        return True
    return folder.name.startswith(_DRAFT) and age < _ABANDONED


def _forget_all_but(cache: Path, used: set[Path]) -> None:
    with tempfile.TemporaryFile(dir=cache) as file:
        now = os.fstat(file.fileno()).st_mtime  # the time of the file system itself
    for folder in cache.iterdir():
        if folder not in used and not _is_being_drawn(folder, now):
            shutil.rmtree(folder, ignore_errors=True)


def _write(library: Library, cache: Path) -> Iterator[tuple[str, bytes]]:
    used = set()
    for entry, document, folder in _drawn(library, cache):
        here = naming.reading(entry, document.name)
        for name in names(document):
            yield here + name, (folder / name).read_bytes()
        used.add(folder)
    _forget_all_but(cache, used)


def write(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield every picture by its path below the site, one at a time: all would fill the memory.

    Raises ContentError when a document cannot be drawn. Without a place to keep them, the
    pictures are drawn again each time.
    """
    cache = library.docs.parent / FOLDER / "documents"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=cache).close()
    except OSError:
        with tempfile.TemporaryDirectory() as elsewhere:
            yield from _write(library, Path(elsewhere))
        return
    yield from _write(library, cache)
