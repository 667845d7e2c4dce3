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

from babel.numbers import get_decimal_symbol

from archive.citing.files import cited_items
from archive.citing.titles import of_work
from archive.schema import DEFAULT_LANGUAGE, KINDS, Event, paths
from archive.schema.fields import rows
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item

BETWEEN = " | "

Tell = Callable[[Archive, Item], str]


def _raw(name: str) -> Tell:
    """Tell a field as the record states it."""
    return lambda archive, item: BETWEEN.join(str(v.raw) for v in item.values.get(name, ()))


def _words(name: str) -> Tell:
    """Tell a field in the words of the table's language."""
    return lambda archive, item: BETWEEN.join(v.text for v in item.values.get(name, ()))


def _year(last: bool) -> Tell:
    def tell(archive: Archive, item: Item) -> str:
        return str(item.date.years[last]) if item.date and item.date.years else ""

    return tell


def _languages(archive: Archive, item: Item) -> str:
    return BETWEEN.join(value.raw for value in item.spoken)


def _original(archive: Archive, item: Item) -> str:
    title = of_work(item)
    return title.text if item.kind == "publications" and title.translation else ""


def _document(archive: Archive, item: Item) -> str:
    """Return the addresses of the held documents, that in the table's language first."""
    held = sorted(
        item.current_documents, key=lambda one: one.document.name.language != archive.language
    )
    return BETWEEN.join(archive.site.absolute(one.href) for one in held)


# Column, its type in a table schema, and how it is told. Columns keep their places for ever:
# those of fields that came later follow, see :func:`columns`.
_FIRST: Mapping[str, tuple[str, Tell]] = {
    "id": ("string", lambda archive, item: item.reference.rstrip("/")),
    "kind": ("string", lambda archive, item: "show" if item.is_show else item.kind),
    "type": ("string", _raw("type")),
    "title": ("string", _raw("title")),
    "original_title": ("string", _original),
    "description": ("string", _raw("description")),
    "date": ("string", _raw("date")),
    "year_from": ("integer", _year(last=False)),
    "year_to": ("integer", _year(last=True)),
    "languages": ("string", _languages),
    "creators": ("string", _words("creators")),
    "publishers": ("string", _words("publishers")),
    "partners": ("string", _words("partners")),
    "funders": ("string", _words("funders")),
    "people": ("string", _words("people")),
    "projects": ("string", _raw("projects")),
    "themes": ("string", _words("themes")),
    "countries": ("string", _words("countries")),
    "series": ("string", _raw("series")),
    "number": ("string", _raw("number")),
    "isbn": ("string", _raw("isbn")),
    "pages": ("integer", _raw("pages")),
    "holding": ("string", _raw("holding")),
    "link": ("string", _raw("link")),
    "confidence": ("string", _raw("confidence")),
    "url": ("string", lambda archive, item: archive.site.absolute(item.page)),
    "document": ("string", _document),
    "rights": ("string", lambda archive, item: item.rights),
}
EVENT_COLUMNS = ("date", "event", "figure", "note", "themes", "items", "people", "sources")


# Values that are told in words; of all others, what the record states.
_IN_WORDS = ("credits", "terms")


def columns() -> dict[str, tuple[str, Tell]]:
    """Return every column: those of old, then the further ones of the field table."""
    found = dict(_FIRST)
    for kind in KINDS.values():
        for name, row in rows(kind.model).items():
            if (column := row.names.csv) and column not in found:
                value = row.value.partition(":")[0]
                tell = _words(name) if value in _IN_WORDS else _raw(name)
                found[column] = ("integer" if value == "count" else "string", tell)
    return found


def delimiter(language: str) -> str:
    """Return what parts the cells: where the comma is in numbers, Excel expects a semicolon."""
    return ";" if get_decimal_symbol(language) == "," else ","


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], language: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter(language), lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def catalogue(archive: Archive) -> bytes:
    """Return a row for each item, in the words of a language."""
    items = cited_items(archive, *KINDS)
    tellers = columns()
    lines = ([tell(archive, item) for _, tell in tellers.values()] for item in items)
    return _table(tellers, lines, archive.language)


def timeline(archive: Archive) -> bytes:
    """Return a row for each dated fact, in the order of the timeline."""

    def cell(event: Event, name: str) -> str:
        value = getattr(event, name)
        if isinstance(value, dict):
            return str(value.get(archive.language, value.get(DEFAULT_LANGUAGE, "")))
        return BETWEEN.join(value) if isinstance(value, list) else str(value)

    rows = ([cell(event.raw, name) for name in EVENT_COLUMNS] for event in archive.events)
    return _table(EVENT_COLUMNS, rows, archive.language)


def write(archives: Archives) -> dict[str, bytes]:
    """Return every table by its path below the site."""
    written = {}
    for language, archive in archives.items():
        written[paths.table("catalogue", language)] = catalogue(archive)
        written[paths.table("timeline", language)] = timeline(archive)
    return written
