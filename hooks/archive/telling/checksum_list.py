"""What the archive holds: every file of the content but texts, which are there to be edited.

Stand-in recordings are no part of it, as they are none of the ledger: they are ours to
make anew, and go when the originals come.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from archive.content.library import Library
from archive.documents import naming
from archive.ledgers.files import Line, Manifest
from archive.recording import audio
from archive.schema import LANGUAGES, Episode, paths
from archive.schema import Item as Record
from archive.schema.records import Entry

# The site's own furniture, and texts whose history is git's to keep.
_FURNITURE = ("assets", "overrides", "vocabulary")
_TEXTS = (".md", ".yml", ".yaml", ".json", ".jsonl", ".vtt", ".srt", ".txt", ".csv", ".html")
_SOUNDS = (*audio.TYPES, *audio.REFUSED)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file. Always read anew: no time stamp tells of a decayed bit."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def owner(content: Library, path: PurePosixPath) -> Entry[Record] | None:
    """Return the item in whose folder a file lies; ``path`` is below ``docs``."""
    if path.parts[:-1] == ("podcast",):
        return content.show
    reference = "/".join(path.parts[:2])
    return content.find(reference) or content.gone(reference)


def _stands_in(content: Library, path: PurePosixPath) -> bool:
    """Tell whether a file is a stand-in, or may be one: of a broken record nobody knows."""
    if path.parts[0] != "podcast" or path.suffix.lower() not in _SOUNDS:
        return False
    entry = owner(content, path)
    record = entry.record if entry else None
    return not isinstance(record, Episode) or record.recording != "original"


def files(content: Library) -> Iterator[PurePosixPath]:
    """Yield every held file, as its path below ``docs``, in order."""
    for file in sorted(content.docs.rglob("*")):
        path = PurePosixPath(file.relative_to(content.docs).as_posix())
        # MkDocs does not publish what begins with a dot.
        hidden = any(part.startswith(".") for part in path.parts)
        if hidden or path.parts[0] in _FURNITURE or path.suffix.lower() in _TEXTS:
            continue
        if file.is_file() and not _stands_in(content, path):
            yield path


def published(path: PurePosixPath) -> str:
    """Return where a file is published below the site, by its path below ``docs``.

    A language before the last ending is taken out of the name, and names the part of the
    site, as static-i18n has it: x/letter.en.docx is published as en/x/letter.docx.
    """
    if document := naming.published_path(path.as_posix()):
        return document
    stem, _, code = path.stem.rpartition(".")
    if not stem or code not in LANGUAGES:
        return path.as_posix()
    prefix = paths.prefix(code)
    return prefix + path.with_name(stem + path.suffix).as_posix()


def address(line: Line) -> str:
    """Return where the file of a line is published below the site."""
    return published(PurePosixPath(line.path).relative_to("docs"))


def listing(manifest: Manifest) -> bytes:
    """Return the manifest as the site publishes it: by addresses below the site, no comments."""
    told = sorted((address(line), line.sha256) for line in manifest.lines.values())
    return "".join(f"{sha256}  {path}\n" for path, sha256 in told).encode()
