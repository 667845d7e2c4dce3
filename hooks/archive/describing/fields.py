"""From the fields of a record to properties of schema.org, by the names in the schema.

Each field of the model carries its property. schema.org gives each property only to some
types, so a few fields go by another name there: ``adapted`` says which, and an empty name
means that the field is told elsewhere or not at all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from pydantic import BaseModel

from archive.describing import intervals, terms
from archive.describing.agents import CREDITS, put_credits
from archive.describing.graph import Graph, Node, node, put
from archive.schema.fields import Correction, rows
from archive.telling.parts import Item, Value

# Told by the page about an item, not by the item: what the record rests on, and what
# else it leads to. The publication itself cites other things. Projects are told by
# ``short_forms.put_projects``: some are organisations, some events.
OF_THE_PAGE = {"sources": "", "related": "", "projects": ""}


def properties(record: type[BaseModel], adapted: Mapping[str, str]) -> dict[str, str]:
    """Return the property for each field of a kind of record that has one."""
    names = {f: adapted.get(f, row.names.schema_org) for f, row in rows(record).items()}
    return {field: name for field, name in names.items() if name}


def identifier(kind: str, value: str) -> Node:
    """Return an identifier and what kind of one it is."""
    return node("PropertyValue", propertyID=kind, value=value)


def _correction(graph: Graph, value: Value) -> Node:
    assert isinstance(value.raw, Correction)
    return node("CorrectionComment", text=value.text, datePublished=value.raw.date)


def _moment(graph: Graph, value: Value) -> str:
    assert isinstance(value.raw, dt.datetime)
    return value.raw.isoformat()


# Types of value, by the field table, of which schema.org wants another form than the record's.
_FORMS: dict[str, Callable[[Graph, Value], object]] = {
    "date": lambda graph, value: intervals.interval(value.code),
    **dict.fromkeys(("choice", "terms"), lambda graph, value: value.text),
    "terms:themes": lambda graph, value: terms.theme(graph, value.code, value.text),
    "terms:countries": lambda graph, value: terms.country(graph, value.code, value.text),
    "guid": lambda graph, value: identifier("podcast:guid", value.code),
    "moment": _moment,
    "license": lambda graph, value: value.href,
    "corrections": _correction,
    "apps": lambda graph, value: value.href,
    "doi": lambda graph, value: identifier("DOI", value.code),
}
# A property that asks for the opposite of what the record states.
_OPPOSITES: dict[str, Callable[[Graph, Value], object]] = {
    "isFamilyFriendly": lambda graph, value: not value.raw,
}


def put_fields(
    graph: Graph,
    described: Node,
    item: Item,
    adapted: Mapping[str, str],
    by_role: Mapping[str, str],
) -> None:
    """Add what is told of an item, in the graph's language, to its description."""
    table = rows(type(item.record))
    names = properties(type(item.record), {**OF_THE_PAGE, **adapted})
    for field, name in names.items():
        sort = table[field].value
        form = _OPPOSITES.get(name) or _FORMS.get(sort) or _FORMS.get(sort.partition(":")[0])
        for value in item.values.get(field, ()) if field not in CREDITS else ():
            put(described, name, form(graph, value) if form else value.raw)
    put_credits(graph, described, item, names, by_role)
