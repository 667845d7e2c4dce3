"""The documents of an item, read once for each content.

``.cache/`` is in no commit; without it everything is read again, with the same result.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from archive.cache import image_formats
from archive.cache.contents import SETTLED, Cache
from archive.cache.store import Store
from archive.documents import facts, naming, process
from archive.documents.facts import Document, UnreadableDocument
from archive.documents.naming import Name
from archive.schema import Publication
from archive.schema.problems import Problem
from archive.schema.records import Entry

_LIBRARIES = ("pikepdf", "pypdfium2", "pillow")


@lru_cache(maxsize=1)
def code() -> str:
    """Return a name for what reads and draws PDFs: another code may say other things."""
    sources = [*sorted(Path(__file__).parent.glob("*.py")), Path(image_formats.__file__)]
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    return " ".join([digest, *(f"{name} {version(name)}" for name in _LIBRARIES)])


class Documents:
    """Reads PDFs, each content once."""

    def __init__(self, root: Path, *, settled: float = SETTLED) -> None:
        self.cache = Cache(Store.of(root, "documents"), code(), settled=settled)

    def read(self, path: Path, name: Name) -> Document:
        """Read a document. Raises UnreadableDocument when it cannot be published."""
        told = self.cache.of(path, "document", process.read)
        return Document(name, told["size"], told["sha256"], facts.from_json(told["pdf"]))

    def save(self) -> None:
        """Write what is new to ``.cache``."""
        self.cache.save()


def read(
    entry: Entry[Publication], root: Path, reader: Documents
) -> tuple[tuple[Document, ...], list[Problem]]:
    """Read the documents of an item, the oldest first in each language, and their problems."""
    found, problems = [], []
    held = entry.record.holding == "file" and not entry.record.gone
    for name in naming.names(entry.folder) if held else ():
        path = entry.folder / name.file
        try:
            found.append(reader.read(path, name))
        except UnreadableDocument as error:
            shown = path.relative_to(root).as_posix()
            problems.append(Problem(shown, 0, "", error.found, error.expected))
        except OSError as error:
            shown = path.relative_to(root).as_posix()
            problems.append(Problem(shown, 0, "", str(error.strerror), facts.WHOLE))
    return tuple(found), problems
