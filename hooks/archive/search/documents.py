"""The pages of the built site with what the archive knows of them, ready to be indexed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archive.exports import printed
from archive.language.typography import plain
from archive.schema import DEFAULT_LANGUAGE, KINDS, paths
from archive.search import pages
from archive.search.pages import Place
from archive.telling.archive import Archives
from archive.telling.parts import Item

# The kind of a page that belongs to no record: history, lists, about the archive.
PAGES = "pages"

# What comes first of pages that say the same: the record, a page with a text of its own, a
# document read page by page, a list, and last what repeats the rest (the front door and the
# printed catalogue of the archive itself).
RECORD, TEXT, READING, LIST, REPEAT = range(5)
_LISTS = ("catalogue", "places", "themes", "years")


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


def _names(item: Item) -> list[str]:
    """Return what else a record is called."""
    titles = [title.text for code, title in item.titles.items() if code != item.language]
    variants = [variant for found in item.variants.values() for variant in found]
    told = [item.card.acronym, *titles, *variants]
    return [plain(name) for name in dict.fromkeys(told) if name and name != item.title]


def _standing(path: str, item: Item | None) -> int:
    """Return the standing of a page by its path below its edition's front page."""
    if not path or path.startswith(printed.CATALOGUE + "/"):
        return REPEAT
    if item:
        return RECORD if path == f"{item.reference}/" else READING
    section = path.partition("/")[0]
    is_front = section in KINDS and not KINDS[section].whole
    return LIST if is_front or section in _LISTS else TEXT


def _describe(document: Document, item: Item) -> None:
    """Add what the record says."""
    document.kind = item.kind
    document.label = item.label
    document.date = item.card.date
    document.names = _names(item)
    if item.place:
        document.names.append(item.place.term.label)
    document.themes = [value.code for value in item.facets["theme"]]
    document.languages = [value.code for value in item.facets["language"]]
    document.years = item.date.years if item.date else None


def _about(address: str, items: Mapping[str, Item]) -> Item | None:
    """Return the record whose page this is, or that a page below it belongs to."""
    while address and address not in items:
        address = address.rstrip("/").rpartition("/")[0] + "/" if "/" in address[:-1] else ""
    return items.get(address)


def read(built: Path, archives: Archives) -> Iterator[tuple[str, Document]]:
    """Yield every page of the built site with the language of its edition, in order of address.

    A language that the archive does not know yet is told in the words of the default one.
    """
    known = {
        code: {item.address(code): item for item in archive.items.values()}
        for code, archive in archives.items()
    }
    for file in sorted(built.rglob("index.html")):
        page = pages.read(file.read_bytes())
        if page is None:
            continue
        address = file.parent.relative_to(built).as_posix().removeprefix(".")
        address = f"{address}/" if address else ""
        document = Document(address, page.title, places=page.places)
        document.language = page.language if page.language != page.edition else ""
        item = _about(address, known.get(page.edition) or known[DEFAULT_LANGUAGE])
        if item:
            _describe(document, item)
        front = paths.prefix(page.edition)
        document.standing = _standing(address.removeprefix(front), item)
        yield page.edition, document


__all__ = ["LIST", "PAGES", "READING", "RECORD", "REPEAT", "TEXT", "Document", "read"]
