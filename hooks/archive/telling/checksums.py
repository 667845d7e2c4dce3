"""What readers see of the manifest: the page of checksums, and those on an item's page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from archive.ledgers.files import Line
from archive.schema import Item as Record
from archive.schema.records import Entry
from archive.telling import checksum_list
from archive.telling.parts import Fixity, HeldFile, Value
from archive.telling.teller import Teller

_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".svg", ".gif", ".tif", ".tiff")
# Eye and voice lose their way in 64 signs; the copy has no gaps.
_GROUP = 8


def _file(teller: Teller, line: Line) -> tuple[HeldFile, int]:
    below = PurePosixPath(line.path).relative_to("docs")
    href, entry = checksum_list.published(below), checksum_list.owner(teller.library, below)
    size = (teller.library.docs / below).stat().st_size
    told = HeldFile(
        id=href,
        name=below.name if href == below.as_posix() else PurePosixPath(href).name,
        href=href,
        source="" if href == below.as_posix() else line.path,
        size=teller.size(size),
        sha256=line.sha256,
        groups=[line.sha256[at : at + _GROUP] for at in range(0, 64, _GROUP)],
        entered=teller.date(line.entered),
        edtf=line.entered,
        owner=_owner(teller, entry) if entry else None,
    )
    return told, size


def _owner(teller: Teller, entry: Entry[Record]) -> Value:
    edition = entry.edition(teller.language)
    foreign = "" if edition.language == teller.language else edition.language
    return Value(edition.record.title, entry.address(teller.language), lang=foreign)


def of_item(teller: Teller, entry: Entry[Record]) -> list[HeldFile]:
    """Return the recordings and documents of an item; its pictures are on the page of all."""
    folder = f"docs/{entry.kind}/{entry.id}".rstrip("/")
    lines: Iterable[Line] = teller.library.manifest.by_folder.get(folder, ())
    return [
        _file(teller, line)[0]
        for line in lines
        if PurePosixPath(line.path).suffix.lower() not in _PICTURES
    ]


def _audit(teller: Teller) -> tuple[str, bool]:
    """Return the last audit in words, and whether all was well."""
    words, done = teller.words, teller.library.audits
    if not done:
        return words["fixity_never"], True
    last = done[-1]
    told = words["fixity_last"].format(
        date=teller.date(last.date), files=teller.number(last.files),
        size=teller.size(last.bytes),
    )  # fmt: skip
    verdict = words["fixity_faults"].format(faults=last.faults)
    return f"{told} {verdict if last.faults else words['fixity_in_order']}", not last.faults


def fixity(teller: Teller) -> Fixity:
    """Return every held file; the content has been checked against the manifest."""
    lines = sorted(teller.library.manifest.lines.values(), key=checksum_list.address)
    files = [_file(teller, line) for line in lines]
    audit, in_order = _audit(teller)
    total = teller.size(sum(size for _, size in files))
    return Fixity([file for file, _ in files], total, audit, in_order)
