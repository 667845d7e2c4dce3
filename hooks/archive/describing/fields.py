"""From the fields of a record to properties of schema.org, by the names in the schema.

Each field of the model carries its property. schema.org gives each property only to some
types, so a few fields go by another name there: ``adapted`` says which, and an empty name
means that the field is told elsewhere or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from archive.content.rights import license_of
from archive.describing import spans, terms
from archive.describing.agents import CREDITS, put_credits
from archive.describing.graph import Graph, Node, node, put
from archive.schema.records import Entry

Tell = Callable[[Graph, Any, Any], Any]

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


def _corrections(graph: Graph, record: Any, value: Any) -> list[Node]:
    return [node("CorrectionComment", text=c.note, datePublished=c.date) for c in value]


_TELL: dict[str, Tell] = {
    "date": lambda graph, record, value: spans.interval(value),
    "themes": lambda graph, record, value: [terms.theme(graph, one) for one in value],
    "countries": lambda graph, record, value: [terms.country(graph, one) for one in value],
    "place": lambda graph, record, value: terms.place(graph, value),
    "guid": lambda graph, record, value: identifier("podcast:guid", value),
    "published": lambda graph, record, value: value.isoformat(),
    "license": lambda graph, record, value: license_of(record),
    "corrections": _corrections,
    "explicit": lambda graph, record, value: not value,
    "apps": lambda graph, record, value: list(value.values()),
}


def put_fields(
    graph: Graph,
    described: Node,
    entry: Entry[Any],
    adapted: Mapping[str, str],
    by_role: Mapping[str, str],
) -> None:
    """Add what a record says of an item, in the graph's language, to its description."""
    record = entry.edition(graph.language).record
    names = properties(type(record), {**OF_THE_PAGE, **adapted})
    for field, name in names.items():
        value = getattr(record, field)
        if field in CREDITS or value in (None, "", [], {}):
            continue
        tell = _TELL.get(field)
        put(described, name, tell(graph, record, value) if tell else value)
    put_credits(graph, described, record, names, by_role)
