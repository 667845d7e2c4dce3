"""People: the name and what the record says; what they did is told by the items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive.describing.agents import person
from archive.describing.fields import put_fields
from archive.describing.graph import Graph, Node, put
from archive.schema.records import Entry

ADAPTED = {
    "title": "",
    "surname": "",
    "date": "",
    "themes": "knowsAbout",
    "countries": "",
    "people": "",
}


def describe(graph: Graph, entry: Entry[Any]) -> Iterator[Node]:
    """Yield a person."""
    described = person(graph, entry.id)
    name, surname = graph.title(entry), entry.record.surname
    put(described, "familyName", surname)
    given = name.removesuffix(f" {surname}")
    put(described, "givenName", given if given != name else "")
    put_fields(graph, described, entry, ADAPTED, {})
    put(described, "mainEntityOfPage", {"@id": graph.page(entry)})
    yield described
