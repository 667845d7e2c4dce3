"""People: the name and what the record says; what they did is told by the items."""

from __future__ import annotations

from collections.abc import Iterator

from archive.describing.agents import person
from archive.describing.fields import put_fields
from archive.describing.graph import Graph, Node, put
from archive.schema import Person
from archive.telling.parts import Item

ADAPTED = {
    "title": "",
    "surname": "",
    "date": "",
    "themes": "knowsAbout",
    "countries": "",
    "concerns": "",
    "people": "knows",
}


def describe(graph: Graph, item: Item) -> Iterator[Node]:
    """Yield a person."""
    described = person(graph, item.card)
    surname = item.record_of(Person).surname
    put(described, "familyName", surname)
    given = item.title.removesuffix(f" {surname}")
    put(described, "givenName", given if given != item.title else "")
    put_fields(graph, described, item, ADAPTED, {})
    put(described, "mainEntityOfPage", {"@id": graph.page(item)})
    yield described
