"""The lines of a record that a page shows: which, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from archive.schema.fields import rows
from archive.schema.records import Entry
from archive.telling.parts import Fact, Value
from archive.telling.teller import Teller, label
from archive.telling.values import values

# The order of the lines of each kind; a field that is not named follows the one before it in
# the schema.
ORDER = {
    "projects": (
        "acronym date edition themes countries partners funders people evidence in_old_navigation"
    ),
    "publications": (
        "creators people publishers date series number languages projects funders themes "
        "countries pages isbn rights scope holding link"
    ),
    "podcast": (
        "number season place community people projects themes language recording date published"
    ),
    "show": (
        "people production publishers projects themes countries language date platforms category"
    ),
    "people": "",
}

# What a kind leaves out all the same: the place of an episode tells the country.
LEFT_OUT = {"podcast": ("countries",)}


def order(kind: str, model: type[BaseModel]) -> list[str]:
    """Return the fields that the page of a kind shows, in order."""
    found, before = ORDER[kind].split(), ""
    for name, row in rows(model).items() if ORDER[kind] else ():
        if row.names.page and name not in (*found, *LEFT_OUT.get(kind, ())):
            found.insert(found.index(before) + 1 if before in found else len(found), name)
        before = name
    return found


def lines(teller: Teller, entry: Entry[Any], told: Mapping[str, list[Value]]) -> Iterator[Fact]:
    """Yield the lines of a record that a page shows, in the order of its kind."""
    model = type(entry.record)
    for name in order(entry.kind if entry.id else "show", model):
        if name in told:
            yield Fact(label(model, name, teller.language), told[name], name)


def facts(teller: Teller, entry: Entry[Any], kind: str) -> Iterator[Fact]:
    """Yield the facts of a record, in the order of its kind."""
    yield from lines(teller, entry, values(teller, entry))
