"""The pages of the built site with what the archive knows of them, ready to be indexed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.content.library import Library
from archive.content.settings import Site
from archive.exports import printed
from archive.language import dates
from archive.language.typography import plain
from archive.schema import DEFAULT_LANGUAGE, KINDS, LANGUAGES, Episode, paths
from archive.schema.records import Entry
from archive.search import pages
from archive.search.pages import Place
from archive.telling.teller import Teller

# The kind of a page that belongs to no record: history, lists, about the archive.
PAGES = "pages"

# What comes first of pages that say the same: the record, a page with a text of its own, a
# document read page by page, a list, and last what repeats the rest (the front door and the
# printed catalogue of the archive itself).
RECORD, TEXT, READING, LIST, REPEAT = range(5)
_LISTS = frozenset({
    "catalogue", "people", "places", "projects", "publications", "themes", "years",
})  # fmt: skip


@dataclass
class Document:
    """What is indexed of a page, and what a result shows of it.

    ``names`` are found like the title but not shown: acronyms, titles in other languages.
    ``years`` are the first and the last year, where they are known.
    """

    address: str
    title: str
    kind: str = PAGES
    standing: int = TEXT
    label: str = ""
    date: str = ""
    language: str = ""
    names: list[str] = field(default_factory=list)
    themes: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    years: tuple[int, int] | None = None
    places: list[Place] = field(default_factory=list)


def _names(entry: Entry[Any], language: str) -> list[str]:
    """Return what else a record is called."""
    titles = [edition.record.title for code, edition in entry.editions.items() if code != language]
    variants = [v for edition in entry.editions.values() for v in edition.record.title_variants]
    acronym = getattr(entry.record, "acronym", None)
    told = [acronym, *titles, *variants]
    shown = entry.edition(language).record.title
    return [plain(name) for name in dict.fromkeys(told) if name and name != shown]


def _standing(path: str, entry: Entry[Any] | None) -> int:
    """Return the standing of a page by its path below its edition's front page."""
    if not path or path.startswith(printed.CATALOGUE + "/"):
        return REPEAT
    if entry:
        return RECORD if path == f"{entry.reference}/" else READING
    return LIST if path.partition("/")[0] in _LISTS else TEXT


def _years(entry: Entry[Any]) -> tuple[int, int] | None:
    date = getattr(entry.record, "date", None)
    return dates.parse(date).years if date else None


def _describe(document: Document, teller: Teller, entry: Entry[Any]) -> None:
    """Add what the record says."""
    record = entry.record
    document.kind = entry.kind
    document.label = teller.kind_label(entry)
    document.date = "" if entry.kind == "podcast" else teller.date(getattr(record, "date", None))
    document.names = _names(entry, teller.language)
    if isinstance(record, Episode):
        document.names.append(teller.term("places", record.place))
    document.themes = list(getattr(record, "themes", []))
    document.languages = list(getattr(record, "languages", None) or [])
    if getattr(record, "language", None):
        document.languages = [record.language]
    document.years = _years(entry)


def _entries(library: Library, language: str) -> dict[str, Entry[Any]]:
    """Return the records by the addresses of their pages in a language."""
    return {entry.address(language): entry for kind in KINDS for entry in library.of(kind).values()}


def _about(address: str, entries: dict[str, Entry[Any]]) -> Entry[Any] | None:
    """Return the record whose page this is, or that a page below it belongs to."""
    while address and address not in entries:
        address = address.rstrip("/").rpartition("/")[0] + "/" if "/" in address[:-1] else ""
    return entries.get(address)


def read(built: Path, library: Library, site: Site) -> Iterator[tuple[str, Document]]:
    """Yield every page of the built site with the language of its edition, in order of address.

    A language that the library does not know yet is told in the words of the default one.
    """
    entries = {code: _entries(library, code) for code in LANGUAGES}
    for file in sorted(built.rglob("index.html")):
        page = pages.read(file.read_bytes())
        if page is None:
            continue
        code = page.edition if page.edition in LANGUAGES else DEFAULT_LANGUAGE
        address = file.parent.relative_to(built).as_posix().removeprefix(".")
        address = f"{address}/" if address else ""
        document = Document(address, page.title, places=page.places)
        document.language = page.language if page.language != page.edition else ""
        entry = _about(address, entries[code])
        if entry:
            _describe(document, Teller(library, site, code), entry)
        front = paths.prefix(page.edition)
        document.standing = _standing(address.removeprefix(front), entry)
        yield page.edition, document


__all__ = ["LIST", "PAGES", "READING", "RECORD", "REPEAT", "TEXT", "Document", "read"]
