"""From the fields of a record to properties of schema.org, by the names in the schema.

Each field of the model carries its property. schema.org gives each property only to some
types, so a few fields go by another name there: ``adapted`` says which, and an empty name
means that the field is told elsewhere or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from archive.describing import spans, terms
from archive.describing.agents import CREDITS, put_credits
from archive.describing.graph import Graph, Node, node, put
from archive.telling.parts import Item, Value

# Told by the page about an item, not by the item: what the record rests on, and what
# else it leads to. The publication itself cites other things.
OF_THE_PAGE = {"sources": "", "related": ""}


def schema_name(record: type[Any], field: str, standard: str = "schema_org") -> str:
    """Return the name that a standard has for a field of the model."""
    extra = record.model_fields[field].json_schema_extra
    return str(extra.get(standard) or "") if isinstance(extra, dict) else ""


def properties(record: type[Any], adapted: Mapping[str, str]) -> dict[str, str]:
    """Return the property for each field of a kind of record that has one."""
    names = {f: adapted.get(f, schema_name(record, f)) for f in record.model_fields}
    return {field: name for field, name in names.items() if name}


def identifier(kind: str, value: str) -> Node:
    """Return an identifier and what kind of one it is."""
    return node("PropertyValue", propertyID=kind, value=value)


def _correction(graph: Graph, value: Value) -> Node:
    return node("CorrectionComment", text=value.text, datePublished=value.raw.date)


# Fields of which schema.org wants another form than the record's.
_FORMS: dict[str, Callable[[Graph, Value], Any]] = {
    "date": lambda graph, value: spans.interval(value.raw),
    "themes": lambda graph, value: terms.theme(graph, value.raw, value.text),
    "countries": lambda graph, value: terms.country(graph, value.raw, value.text),
    "guid": lambda graph, value: identifier("podcast:guid", value.raw),
    "published": lambda graph, value: value.raw.isoformat(),
    "license": lambda graph, value: value.href,
    "corrections": _correction,
    "explicit": lambda graph, value: not value.raw,
    "apps": lambda graph, value: value.href,
}


def put_fields(
    graph: Graph,
    described: Node,
    item: Item,
    adapted: Mapping[str, str],
    by_role: Mapping[str, str],
) -> None:
    """Add what is told of an item, in the graph's language, to its description."""
    names = properties(type(item.record), {**OF_THE_PAGE, **adapted})
    for field, name in names.items():
        form = _FORMS.get(field)
        for value in item.values.get(field, ()) if field not in CREDITS else ():
            put(described, name, form(graph, value) if form else value.raw)
    put_credits(graph, described, item, names, by_role)
