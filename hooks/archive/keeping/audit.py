"""The audit of the live site: each held file as a visitor gets it, and the feeds.

The network stands outside: the core is handed a function for files and one for texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from archive.ledgers.feeds import Ledger
from archive.ledgers.files import PUBLISHED, Manifest
from archive.schema import LANGUAGES, paths
from archive.telling import checksum_list

_ATOM = "{http://www.w3.org/2005/Atom}"
_MOST_PAGES = 100


class Unreachable(Exception):
    """An address that gave no file; ``status`` is that of HTTP, 0 without an answer."""

    def __init__(self, why: str, status: int = 0) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True)
class Copy:
    """A file as it came: ``size`` in bytes, its SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Wanted:
    """A file as it was entered; ``path`` in the repository, ``published`` below the site."""

    path: str
    published: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Fault:
    """Something that is not as it should be.

    ``kind`` is one of silent, missing, unreachable, short, changed, list, feed, absent,
    strange; ``found`` and ``expected`` tell it in figures or words.
    """

    kind: str
    path: str
    found: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Outcome:
    """What an audit found: how many files and bytes were read, what was wrong."""

    address: str
    files: int
    bytes: int
    faults: list[Fault]


Fetch = Callable[[str], Copy]
Read = Callable[[str], bytes]


def wanted(manifest: Manifest, root: Path) -> list[Wanted]:
    """Return what the live site must hold, by the manifest and a checkout that agrees with it."""
    found = []
    for path, line in sorted(manifest.lines.items()):
        size = (root / path).stat().st_size
        found.append(Wanted(path, checksum_list.address(line), size, line.sha256))
    return found


def _fault(file: Wanted, copy: Copy) -> Fault | None:
    if copy.sha256 == file.sha256:
        return None
    if copy.size < file.size:
        return Fault("short", file.published, f"{copy.size} B", f"{file.size} B")
    return Fault("changed", file.published, copy.sha256, file.sha256)


def _files(files: list[Wanted], address: str, fetch: Fetch) -> tuple[int, list[Fault]]:
    """Return how many bytes were read of the files, and what is wrong with them."""
    read, faults = 0, []
    for file in files:
        try:
            copy = fetch(address + file.published)
        except Unreachable as error:
            kind = "missing" if error.status in (404, 410) else "unreachable"
            faults.append(Fault(kind, file.published, str(error)))
            continue
        read += copy.size
        if fault := _fault(file, copy):
            faults.append(fault)
    return read, faults


def _pages(address: str, read: Read) -> Iterator[etree._Element]:
    """Yield a feed's pages. Raises Unreachable, or ValueError for what is no feed."""
    place = address
    for _ in range(_MOST_PAGES):
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            root = etree.fromstring(read(place), parser)
        except etree.XMLSyntaxError as error:
            raise ValueError(str(error)) from error
        if root.tag != "rss":
            raise ValueError(f"<{root.tag!s}>")
        yield root
        following = root.find(f"channel/{_ATOM}link[@rel='next']")
        if following is None:
            return
        place = str(following.get("href"))


def _enclosures(
    items: Iterable[etree._Element], address: str, files: dict[str, Wanted]
) -> Iterator[Fault]:
    """Yield what a feed encloses of this site that is not held, or not of its length."""
    for item in items:
        enclosure = item.find("enclosure")
        target = "" if enclosure is None else str(enclosure.get("url"))
        if enclosure is None:
            yield Fault("strange", item.findtext("guid") or "", "<enclosure>")
        elif target.startswith(address):
            path = target.removeprefix(address)
            file, length = files.get(path), enclosure.get("length", "")
            if file is None:
                yield Fault("strange", path)
            elif length != str(file.size):
                yield Fault("feed", path, f"{length} B", f"{file.size} B")


def _feed(
    language: str, address: str, read: Read, files: dict[str, Wanted], book: Ledger
) -> Iterator[Fault]:
    """Yield what is wrong with an edition's feed."""
    path = paths.rss(language)
    try:
        items = [item for root in _pages(address + path, read) for item in root.iter("item")]
    except Unreachable as error:
        yield Fault("missing" if error.status in (404, 410) else "unreachable", path, str(error))
        return
    except ValueError as error:
        yield Fault("feed", path, str(error), "RSS")
        return
    yield from _enclosures(items, address, files)
    there = {item.findtext("guid") for item in items}
    for guid, account in book.accounts.items():
        if account.published.edition == language and not account.withdrawn and guid not in there:
            yield Fault("absent", path, account.title, guid)


def _list(manifest: Manifest, address: str, read: Read) -> Iterator[Fault]:
    try:
        if read(address + PUBLISHED) != checksum_list.listing(manifest):
            yield Fault("list", PUBLISHED)
    except Unreachable as error:
        yield Fault(
            "missing" if error.status in (404, 410) else "unreachable", PUBLISHED, str(error)
        )


def audit(
    manifest: Manifest, book: Ledger, root: Path, address: str, fetch: Fetch, read: Read
) -> Outcome:
    """Read every held file and both feeds from a site, and compare.

    ``address`` is that of the Czech home page, with its slash. If not even that answers,
    nothing else is asked for.
    """
    files = wanted(manifest, root)
    try:
        read(address)
    except Unreachable as error:
        return Outcome(address, 0, 0, [Fault("silent", address, str(error))])
    seen, faults = _files(files, address, fetch)
    faults += _list(manifest, address, read)
    known = {file.published: file for file in files}
    for language in LANGUAGES:
        faults += _feed(language, address, read, known, book)
    return Outcome(address, len(files), seen, list(dict.fromkeys(faults)))
