"""What a document's file name says: ``report.cs.pdf``, and of later versions ``report.cs.v2.pdf``.

A new file never takes the place of an old one: the first keeps its name and address, the
next gets a number. On the site both lie in the folder of their language's page
(Google Scholar: the same subdirectory as the abstract), as ``report.pdf`` and
``report.v2.pdf``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from archive.schema import Item, Publication, paths
from archive.schema.records import Entry

_NAME = re.compile(r"([A-Za-z0-9][A-Za-z0-9_-]*)\.([a-z]{2})(?:\.v([1-9]\d*))?\.pdf")
KIND = "publications"


class Name(NamedTuple):
    """The parts of a file's name; ``file`` is the whole of it."""

    stem: str
    language: str
    version: int
    file: str

    @property
    def published(self) -> str:
        """The name under which the site has it: without the language."""
        number = "" if self.version == 1 else f".v{self.version}"
        return f"{self.stem}{number}.pdf"


def parse(name: str) -> Name | None:
    """Return the parts of a name; ``None`` where it is not formed as one (``.v1`` is not)."""
    found = _NAME.fullmatch(name)
    if found is None or found[3] == "1":
        return None
    return Name(found[1], found[2], int(found[3] or 1), name)


def files(folder: Path) -> list[Path]:
    """Return the files of a folder that are PDFs by their ending, in whatever case."""
    return sorted(p for p in folder.glob("*") if p.suffix.lower() == ".pdf" and p.is_file())


def names(folder: Path) -> list[Name]:
    """Return the well-formed names in a folder: by language, the oldest version first."""
    found = [name for path in files(folder) if (name := parse(path.name))]
    return sorted(found, key=lambda name: (name.language, name.version, name.stem))


def held_name(entry: Entry[Item], language: str) -> Name | None:
    """Return the newest document of a language in an item's folder."""
    record = entry.record
    if not isinstance(record, Publication) or record.holding != "file" or record.gone:
        return None
    found = [name for name in names(entry.folder) if name.language == language]
    return found[-1] if found else None


def held(entry: Entry[Item], language: str) -> Path | None:
    """Return the file of the newest document of a language."""
    name = held_name(entry, language)
    return entry.folder / name.file if name else None


def address(entry: Entry[Item], name: Name) -> str:
    """Return the path of a document below the site."""
    return entry.address(name.language) + name.published


def reading(entry: Entry[Item], name: Name) -> str:
    """Return the address of the reading view: always that of the newest version."""
    return f"{entry.address(name.language)}{name.stem}/"


def manifest(entry: Entry[Item], name: Name) -> str:
    """Return the address of the IIIF manifest, beside the reading view."""
    return f"{reading(entry, name)}manifest.json"


def published_path(source: str) -> str | None:
    """Return where the site has a file of ``docs``; ``None`` if it is no document.

    static-i18n knows a language only right before the ending, so that it would leave
    ``report.cs.v2.pdf`` as it is.
    """
    path = PurePosixPath(source)
    name = parse(path.name) if path.parts[0] == KIND and len(path.parts) == 3 else None
    if name is None:
        return None
    prefix = paths.prefix(name.language)
    return f"{prefix}{path.parent.as_posix()}/{name.published}"


def sets(folder: Path) -> Iterator[list[Name]]:
    """Yield the versions of each document in a folder, the oldest first."""
    found = names(folder)
    for key in sorted({(name.language, name.stem) for name in found}):
        yield [name for name in found if (name.language, name.stem) == key]
