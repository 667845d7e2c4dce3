"""The catalogue and the timeline as tables, for Excel and for programs.

UTF-8 with a byte order mark, without which Excel takes Czech letters for others. The Czech
table parts its cells by semicolons, the English one by commas: that is what Excel expects of
a file it opens by a double click under Czech and under English regional settings. Lines end
in CR LF (RFC 4180); several values in a cell are parted by „ | “.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from babel.numbers import get_decimal_symbol

from archive.citing.titles import of_work
from archive.content import documents
from archive.content.library import Library
from archive.content.rights import license_of, rights_of
from archive.content.settings import Site
from archive.documents import naming
from archive.language import dates
from archive.language.typography import plain
from archive.schema import DEFAULT_LANGUAGE, KINDS, LANGUAGES, paths
from archive.schema.records import Entry
from archive.telling.archive import Narrator
from archive.telling.teller import Teller

BETWEEN = " | "

Tell = Callable[[Teller, Entry[Any], Any], str]


def _many(values: Iterable[str]) -> str:
    return BETWEEN.join(plain(value) for value in values)


def _text(name: str) -> Tell:
    return lambda teller, entry, record: str(getattr(record, name, None) or "")


def _credits(name: str) -> Tell:
    def tell(teller: Teller, entry: Entry[Any], record: Any) -> str:
        credits_given = getattr(record, name, [])
        return _many(teller.credit(credit).text for credit in credits_given)

    return tell


def _terms(name: str, vocabulary: str) -> Tell:
    def tell(teller: Teller, entry: Entry[Any], record: Any) -> str:
        return _many(teller.term(vocabulary, value) for value in getattr(record, name))

    return tell


def _year(last: bool) -> Tell:
    def tell(teller: Teller, entry: Entry[Any], record: Any) -> str:
        years = dates.parse(record.date).years if record.date else None
        return str(years[last]) if years else ""

    return tell


def _languages(teller: Teller, entry: Entry[Any], record: Any) -> str:
    return _many(getattr(record, "languages", None) or [getattr(record, "language", "")])


def _original(teller: Teller, entry: Entry[Any], record: Any) -> str:
    title = of_work(Narrator(teller.library, teller.site, teller.language).item(entry))
    return title.text if entry.kind == "publications" and title.translation else ""


def _url(teller: Teller, entry: Entry[Any], record: Any) -> str:
    return teller.site.absolute(entry.address(entry.edition(teller.language).language))


def _document(teller: Teller, entry: Entry[Any], record: Any) -> str:
    """Return the addresses of the held documents, that in the table's language first."""
    found = documents.current(teller.library, entry, teller.language)
    return _many(teller.site.absolute(naming.address(entry, one.name)) for one in found)


def _rights(teller: Teller, entry: Entry[Any], record: Any) -> str:
    """Return the address of what is stated of the rights to a work."""
    if entry.kind == "publications":
        return rights_of(teller.library, record)
    return license_of(record) if entry.kind == "podcast" else ""


# Column, its type in a table schema, and how it is told. New columns only at the end.
COLUMNS: Mapping[str, tuple[str, Tell]] = {
    "id": ("string", lambda teller, entry, record: entry.reference.rstrip("/")),
    "kind": ("string", lambda teller, entry, record: entry.kind if entry.id else "show"),
    "type": ("string", _text("type")),
    "title": ("string", _text("title")),
    "original_title": ("string", _original),
    "description": ("string", _text("description")),
    "date": ("string", _text("date")),
    "year_from": ("integer", _year(last=False)),
    "year_to": ("integer", _year(last=True)),
    "languages": ("string", _languages),
    "creators": ("string", _credits("creators")),
    "publishers": ("string", _credits("publishers")),
    "partners": ("string", _credits("partners")),
    "funders": ("string", _credits("funders")),
    "people": ("string", _credits("people")),
    "projects": ("string", lambda t, e, record: _many(getattr(record, "projects", []))),
    "themes": ("string", _terms("themes", "themes")),
    "countries": ("string", _terms("countries", "countries")),
    "series": ("string", _text("series")),
    "number": ("string", _text("number")),
    "isbn": ("string", _text("isbn")),
    "pages": ("integer", _text("pages")),
    "holding": ("string", _text("holding")),
    "link": ("string", _text("link")),
    "confidence": ("string", _text("confidence")),
    "url": ("string", _url),
    "document": ("string", _document),
    "rights": ("string", _rights),
}
EVENT_COLUMNS = ("date", "event", "figure", "note", "themes", "items", "people", "sources")


def delimiter(language: str) -> str:
    """Return what parts the cells: where the comma is in numbers, Excel expects a semicolon."""
    return ";" if get_decimal_symbol(language) == "," else ","


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], language: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter(language), lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def catalogue(library: Library, site: Site, language: str) -> bytes:
    """Return a row for each item, in the words of a language."""
    teller = Teller(library, site, language)
    rows = (
        [tell(teller, entry, entry.edition(language).record) for _, tell in COLUMNS.values()]
        for entry in library.citable(*KINDS)
    )
    return _table(COLUMNS, rows, language)


def timeline(library: Library, language: str) -> bytes:
    """Return a row for each dated fact, in the order of the timeline."""

    def cell(event: Any, name: str) -> str:
        value = getattr(event, name)
        if isinstance(value, dict):
            return str(value.get(language, value.get(DEFAULT_LANGUAGE, "")))
        return _many(value) if isinstance(value, list) else str(value)

    events = sorted((d.event for d in library.events), key=lambda e: dates.parse(e.date).sort_key)
    rows = ([cell(event, name) for name in EVENT_COLUMNS] for event in events)
    return _table(EVENT_COLUMNS, rows, language)


def write(library: Library, site: Site) -> dict[str, bytes]:
    """Return every table by its path below the site."""
    written = {}
    for language in LANGUAGES:
        written[paths.table("catalogue", language)] = catalogue(library, site, language)
        written[paths.table("timeline", language)] = timeline(library, language)
    return written
