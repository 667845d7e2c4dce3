"""Kinds whose records are texts: news, long reads, parts of a document."""

from __future__ import annotations

from collections.abc import Iterator

from archive.describing import intervals
from archive.describing.fields import put_fields
from archive.describing.graph import Graph, Node, node, put
from archive.describing.short_forms import put_projects
from archive.schema.kinds import KINDS
from archive.telling.parts import Item

_BY_ROLE = {"author": "author", "editor": "editor", "translator": "translator"}


def describe(graph: Graph, item: Item) -> Iterator[Node]:
    """Yield a text."""
    kind = KINDS[item.kind]
    described = node(kind.schema_org, graph.thing(item.card))
    put_fields(graph, described, item, {}, _BY_ROLE)
    if kind.schema_org == "NewsArticle":
        put(described, "datePublished", intervals.issued(item.record.date))
    put_projects(graph, described, item)
    put(described, "mainEntityOfPage", {"@id": graph.page(item)})
    yield described
