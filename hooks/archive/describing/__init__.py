"""The descriptions that machines read in a page (JSON-LD with schema.org's vocabulary).

Every page carries the page itself and what it describes; a list carries the names of what
it shows. The terms that all pages point at stand in full on one, that of the data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from archive.describing import agents, dataset, pages, people, podcast, projects, terms, works
from archive.describing.graph import Graph, Node
from archive.schema.records import Entry

_DESCRIBE: dict[str, Callable[[Graph, Entry[Any]], Iterator[Node]]] = {
    "publications": works.describe,
    "projects": projects.describe,
    "podcast": podcast.describe_episode,
    "people": people.describe,
}


def subject_of(graph: Graph, entry: Entry[Any]) -> list[Node]:
    """Return what an item's page describes; nothing for other pages and for tombstones."""
    if getattr(entry.record, "withdrawn", None):
        return []
    if entry.kind == dataset.PAGE:
        return [dataset.describe(graph), *_terms(graph)]
    if entry.id:
        return list(_DESCRIBE[entry.kind](graph, entry))
    return list(podcast.describe_series(graph, entry)) if entry.kind == "podcast" else []


def _terms(graph: Graph) -> Iterator[Node]:
    """Yield the vocabularies: organisations and programmes, themes, countries and towns."""
    yield from agents.all_agents(graph)
    yield from terms.all_themes(graph)
    yield from terms.all_places(graph)


def describe(
    graph: Graph, entry: Entry[Any], picture: Node, summary: str, shown: Sequence[Node] = ()
) -> list[Node]:
    """Return the nodes of a page.

    ``picture`` and ``summary`` stand for the page elsewhere; ``shown`` is what it lists,
    in short.
    """
    found = subject_of(graph, entry)
    if shown and pages.is_list(entry):
        found = [pages.item_list(graph, entry, shown)]
    page = pages.describe(graph, entry, found[0] if found else None, picture, summary)
    site = [] if entry.kind else [pages.website(graph)]
    return [page, *found, *site]


def json_ld(nodes: Sequence[Node]) -> str:
    """Return nodes as one JSON-LD document that may stand in a ``script`` of HTML.

    No sign in it can end the element; the same nodes give the same text.
    """
    document = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
