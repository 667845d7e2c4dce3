"""The catalogue and the timeline as tables, for Excel and for programs.

UTF-8 with a byte order mark, without which Excel takes Czech letters for others. The Czech
table parts its cells by semicolons, the English one by commas: that is what Excel expects of
a file it opens by a double click under Czech and under English regional settings. Lines end
in CR LF (RFC 4180); several values in a cell are parted by „ | “.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from babel.numbers import get_decimal_symbol

from archive.citing.files import cited_items
from archive.citing.titles import of_work
from archive.exports import catalogue_json
from archive.schema import DEFAULT_LANGUAGE, KINDS, Event, paths
from archive.schema.fields import rows, stated
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item

BETWEEN = " | "

Tell = Callable[[Archive, Item], str]
# Values that are told in the words of the table's language; others as the record states them.
_IN_WORDS = ("credits", "terms")


@dataclass(frozen=True)
class Column:
    """A column of the catalogue: its type in a table schema, and how it tells an item."""

    type: str
    tell: Tell


def _year(last: bool) -> Tell:
    def tell(archive: Archive, item: Item) -> str:
        return str(item.date.years[last]) if item.date and item.date.years else ""

    return tell


def _original(archive: Archive, item: Item) -> str:
    title = of_work(item)
    return title.text if item.kind == "publications" and title.translation else ""


def _document(archive: Archive, item: Item) -> str:
    """Return the addresses of the held documents, that in the table's language first."""
    held = sorted(
        item.current_documents, key=lambda one: one.document.name.language != archive.language
    )
    return BETWEEN.join(archive.site.absolute(one.href) for one in held)


def _type(archive: Archive, item: Item) -> str:
    return BETWEEN.join(value.code for value in item.values.get("type", ()))


# Columns that are made up of more than one field, or tell it otherwise than the others do.
_COMPOSED = {
    "id": Column("string", lambda archive, item: item.reference.rstrip("/")),
    "kind": Column("string", lambda archive, item: "show" if item.is_show else item.kind),
    "type": Column("string", _type),
    "original_title": Column("string", _original),
    "year_from": Column("integer", _year(last=False)),
    "year_to": Column("integer", _year(last=True)),
    "url": Column("string", lambda archive, item: archive.site.absolute(item.page)),
    "document": Column("string", _document),
    "rights": Column("string", lambda archive, item: item.rights),
}
# Those who calculate with the tables count on their order: what is new comes after these.
_ORDER = (
    *("id", "kind", "type", "title", "original_title", "description", "date"),
    *("year_from", "year_to", "languages", "creators", "publishers", "partners", "funders"),
    *("people", "projects", "themes", "countries", "series", "number", "isbn", "pages"),
    *("holding", "link", "confidence", "url", "document", "rights"),
)


def _column(value: str, fields: Sequence[str]) -> Column:
    """Return the column of values of a type, for fields that standards call the same."""
    in_words = value.partition(":")[0] in _IN_WORDS

    def tell(archive: Archive, item: Item) -> str:
        values = (one for name in fields for one in item.values.get(name, ()))
        return BETWEEN.join(one.text if in_words else one.code for one in values)

    return Column("integer" if value == "count" else "string", tell)


def columns() -> dict[str, Column]:
    """Return the columns by name, in their order: those of the field table, and the composed."""
    fields: dict[str, list[str]] = {}
    types: dict[str, str] = {}
    for model in catalogue_json.models().values():
        for name, row in rows(model).items():
            if (column := row.names.csv) and name not in fields.setdefault(column, []):
                fields[column].append(name)
                types.setdefault(column, row.value)
    found = {name: _column(types[name], fields[name]) for name in fields} | _COMPOSED
    return {name: found[name] for name in dict.fromkeys((*_ORDER, *found))}


EVENT_COLUMNS = ("date", "event", "figure", "note", "themes", "items", "people", "sources")


def delimiter(language: str) -> str:
    """Return what parts the cells: where the comma is in numbers, Excel expects a semicolon."""
    return ";" if get_decimal_symbol(language) == "," else ","


def _table(head: Iterable[str], lines: Iterable[Iterable[str]], language: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter(language), lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def catalogue(archive: Archive) -> bytes:
    """Return a row for each item, in the words of a language."""
    head, items = columns(), cited_items(archive, *KINDS)
    lines = ([column.tell(archive, item) for column in head.values()] for item in items)
    return _table(head, lines, archive.language)


def timeline(archive: Archive) -> bytes:
    """Return a row for each dated fact, in the order of the timeline."""

    def cell(event: Event, name: str) -> str:
        value = stated(event, name)
        if isinstance(value, dict):
            return str(value.get(archive.language, value.get(DEFAULT_LANGUAGE, "")))
        return BETWEEN.join(value) if isinstance(value, list) else str(value)

    lines = ([cell(event.raw, name) for name in EVENT_COLUMNS] for event in archive.events)
    return _table(EVENT_COLUMNS, lines, archive.language)


def write(archives: Archives) -> dict[str, bytes]:
    """Return every table by its path below the site."""
    written = {}
    for language, archive in archives.items():
        written[paths.table("catalogue", language)] = catalogue(archive)
        written[paths.table("timeline", language)] = timeline(archive)
    return written
