"""A built site against the ledger: what has vanished, and what to do about it."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator, Set
from functools import cached_property
from pathlib import Path

from archive.content import moves
from archive.content.library import Library
from archive.keeping import address_kinds
from archive.keeping.address_messages import lost_anchor, lost_file, lost_page, lost_section
from archive.ledgers.addresses import Book
from archive.schema import LANGUAGES, paths
from archive.schema.problems import Problem

_INDEX = "index.html"


class Built:
    """A built site, looked into only where the ledger asks."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.folder = folder
        self.library = library

    def file(self, address: str) -> Path:
        """Return the file at an address."""
        return self.folder / (address.lstrip("/") + (_INDEX if address.endswith("/") else ""))

    def html(self, address: str) -> str:
        """Return the page at an address, or nothing."""
        file = self.file(address)
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    @cached_property
    def tombstones(self) -> set[str]:
        """The addresses of withdrawn records, with those they had before."""
        gone = list(self.library.every_withdrawn())
        folders = [
            *(entry.reference for entry in gone),
            *(old for e in gone for old in moves.of(e)),
        ]
        return {f"/{paths.page(folder, code)}" for folder in folders for code in LANGUAGES}

    @cached_property
    def moves(self) -> dict[str, str]:
        """The new address of each old one."""
        return {
            f"/{paths.page(old, code)}": f"/{entry.address(code)}"
            for entry, old in moves.moved(self.library)
            for code in LANGUAGES
        }

    def explained(self, address: str) -> bool:
        """Tell whether a tombstone stands at an address, or at a folder above it."""
        above = address
        while above not in ("", "/"):
            if above in self.tombstones:
                return True
            above = posixpath.dirname(above.rstrip("/")).rstrip("/") + "/"
        return False


def _has(page: str, anchor: str) -> bool:
    return f'id="{html.escape(anchor)}"' in page


def _anchors(built: Built, address: str, anchors: Set[str]) -> Iterator[Problem]:
    """Find the anchors that are missing where an address leads."""
    page = built.html(built.moves.get(address, address)) if anchors else ""
    for anchor in sorted(anchors):
        if not _has(page, anchor) and not address_kinds.has_nothing_to_show(
            anchor, page, built.library
        ):
            yield lost_anchor(address, anchor)


def _records(built: Built, book: Book) -> list[str]:
    """Return the addresses of the records in the ledger that are still to be read."""
    found = []
    for address in sorted(book.addresses):
        record = address_kinds.record_of(address.lstrip("/"))
        own = record and address_kinds.without_language(address.lstrip("/")) == f"{record}/"
        if own and not built.explained(address):
            found.append(address)
    return found


def _of_any_record(built: Built, book: Book) -> Iterator[Problem]:
    """Find what every record had beside it, and sections that no record has any more."""
    records = _records(built, book)
    for name in address_kinds.OF_EVERY_RECORD:
        if address_kinds.ANY + name in book.addresses:
            missing = (a for a in records if built.file(a).is_file())
            yield from (lost_file(a + name) for a in missing if not built.file(a + name).is_file())
    wanted = set(book.addresses.get(address_kinds.ANY, ()))
    for file in sorted(built.folder.rglob(_INDEX)) if wanted else ():
        page = file.read_text(encoding="utf-8")
        wanted -= {anchor for anchor in wanted if _has(page, anchor)}
        if not wanted:
            break
    # A section that no record fills at present is still named by its template.
    empty = {
        anchor for anchor in wanted if address_kinds.is_in_templates(anchor, built.library.docs)
    }
    yield from map(lost_section, sorted(wanted - empty))


def compare(book: Book, folder: Path, library: Library) -> list[Problem]:
    """Return what the ledger names and the site in ``folder`` does not publish any more."""
    built = Built(folder, library)
    found = [*book.problems, *_of_any_record(built, book)]
    for address, anchors in book.addresses.items():
        if address.startswith(address_kinds.ANY) or built.explained(address):
            continue
        if built.file(address).is_file():
            found += _anchors(built, address, anchors)
        else:
            found.append((lost_page if address.endswith(("/", ".html")) else lost_file)(address))
    return sorted(found, key=Problem.sort_key)
