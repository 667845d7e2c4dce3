"""The short form of what an item's pages describe, for others to point at."""

from __future__ import annotations

from archive.describing.agents import person
from archive.describing.graph import Graph, Node, node, put
from archive.telling import types
from archive.telling.parts import Card, Item


def short(graph: Graph, card: Card) -> Node:
    """Return an item in short: what it is, its name, its title, its page."""
    if card.kind == "people":
        return person(graph, card)
    page = graph.page(card)
    # A publication's own address may be elsewhere, so its page is told apart from it.
    where = {"mainEntityOfPage": {"@id": page}} if card.kind == "publications" else {"url": page}
    return node(types.of_card(card), graph.thing(card), name=card.title, **where)


def put_projects(graph: Graph, described: Node, item: Item) -> None:
    """Add what a work came out of: the project it was made for, or the event it is about.

    A project is no creative work to schema.org, so that nothing can be part of it.
    """
    for project in item.relations.projects:
        name = "about" if types.is_event(project.type) else "sourceOrganization"
        put(described, name, short(graph, project))
