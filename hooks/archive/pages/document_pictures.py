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

from archive.documents import process
from archive.documents.facts import Document, UnreadableDocument
from archive.documents.reading import code
from archive.documents.sizes import COVER_JPEG, COVERS, PICTURED
from archive.recording.cache import FOLDER
from archive.schema import DEFAULT_LANGUAGE
from archive.schema.problems import ContentError, Problem
from archive.telling.archive import Archive, Archives
from archive.telling.parts import HeldDocument, Item

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


def _drawn(archive: Archive, root: Path, cache: Path) -> Iterator[tuple[HeldDocument, Path]]:
    """Yield every document with the folder of its pictures; several are drawn at a time."""

    def draw(pair: tuple[Item, HeldDocument]) -> Path:
        item, held = pair
        file = item.folder / held.document.name.file
        try:
            return _draw(file, held.document, cache)
        except (UnreadableDocument, OSError) as error:
            told = UnreadableDocument(str(error))
            shown = file.relative_to(root).as_posix()
            raise ContentError([Problem(shown, 0, "", told.found, told.expected)]) from error

    pairs = [(item, one) for item in archive.items.values() for one in item.current_documents]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for (_, held), folder in zip(pairs, pool.map(draw, pairs), strict=True):
            yield held, folder


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


def _write(archive: Archive, root: Path, cache: Path) -> Iterator[tuple[str, bytes]]:
    used = set()
    for held, folder in _drawn(archive, root, cache):
        for name in names(held.document):
            yield held.reading + name, (folder / name).read_bytes()
        used.add(folder)
    _forget_all_but(cache, used)


def write(archives: Archives, root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every picture by its path below the site, one at a time: all would fill the memory.

    Raises ContentError when a document cannot be drawn. Without a place to keep them, the
    pictures are drawn again each time.
    """
    archive, cache = archives[DEFAULT_LANGUAGE], root / FOLDER / "documents"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=cache).close()
    except OSError:
        with tempfile.TemporaryDirectory() as elsewhere:
            yield from _write(archive, root, Path(elsewhere))
        return
    yield from _write(archive, root, cache)
