"""The lines of a record that a page shows: which, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive.schema import Item as Record
from archive.schema.fields import rows
from archive.schema.kinds import KINDS, Kind, Whole
from archive.schema.records import Entry
from archive.telling.parts import Fact, Value
from archive.telling.teller import Teller, label


def order(kind: Kind | Whole) -> list[str]:
    """Return the fields that the page of a kind shows, in order.

    One that the kind does not name follows the field before it in the table.
    """
    found, before = list(kind.facts), ""
    for name, row in rows(kind.model).items():
        if row.names.page and name not in (*found, *kind.left_out):
            found.insert(found.index(before) + 1 if before in found else len(found), name)
        before = name
    return found


def _kind(entry: Entry[Record]) -> Kind | Whole:
    """Return the kind of an item, or of the whole that a front is a record of."""
    kind = KINDS[entry.kind]
    return kind.whole if kind.whole and not entry.id else kind


def lines(teller: Teller, entry: Entry[Record], told: Mapping[str, list[Value]]) -> Iterator[Fact]:
    """Yield the lines of a record that a page shows, in the order of its kind."""
    model = type(entry.record)
    for name in order(_kind(entry)):
        if name in told:
            yield Fact(label(model, name, teller.language), told[name], name)
