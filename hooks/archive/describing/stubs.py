"""The short form of what an item's pages describe, for others to point at."""

from __future__ import annotations

from typing import Any

from archive.describing import types
from archive.describing.agents import person
from archive.describing.graph import Graph, Node, node, put
from archive.schema.records import Entry


def types_of(entry: Entry[Any]) -> str | tuple[str, ...]:
    """Return the types of what an item's pages describe."""
    if entry.kind == "podcast":
        return "PodcastEpisode" if entry.id else "PodcastSeries"
    if entry.kind == "publications":
        return types.of_work(entry.record.type, entry.record.isbn)
    return types.of_project(entry.record.type) if entry.kind == "projects" else "Person"


def stub(graph: Graph, entry: Entry[Any]) -> Node:
    """Return an item in short: what it is, its name, its title, its page."""
    if entry.kind == "people":
        return person(graph, entry.id)
    name, page = graph.title(entry), graph.page(entry)
    # A publication's own address may be elsewhere, so its page is told apart from it.
    where = {"mainEntityOfPage": {"@id": page}} if entry.kind == "publications" else {"url": page}
    return node(types_of(entry), graph.thing(entry), name=name, **where)


def put_projects(graph: Graph, described: Node, entry: Entry[Any]) -> None:
    """Add what a work came out of: the project it was made for, or the event it is about.

    A project is no creative work to schema.org, so that nothing can be part of it.
    """
    for identifier in entry.record.projects:
        project = graph.library.of("projects")[identifier]
        is_event = types.is_event(project.record.type)
        put(described, "about" if is_event else "sourceOrganization", stub(graph, project))
