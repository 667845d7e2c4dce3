"""The descriptions that machines read in a page (JSON-LD with schema.org's vocabulary).

Every page carries the page itself and what it describes; a list carries the names of what
it shows. The terms that all pages point at stand in full on one, that of the data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from archive.describing import (
    agents,
    dataset,
    pages,
    people,
    podcast,
    projects,
    terms,
    texts,
    works,
)
from archive.describing.graph import Graph, Node
from archive.telling.archive import Page
from archive.telling.parts import Item

# Kinds that schema.org wants told in ways of their own; all others are texts.
_DESCRIBE: dict[str, Callable[[Graph, Item], Iterator[Node]]] = {
    "publications": works.describe,
    "projects": projects.describe,
    "podcast": podcast.describe_episode,
    "people": people.describe,
}


def subject_of(graph: Graph, shown: Item | Page) -> list[Node]:
    """Return what an item's page describes; nothing for other pages, but for that of the data."""
    if isinstance(shown, Item):
        describe_it = (
            podcast.describe_series if shown.is_show else _DESCRIBE.get(shown.kind, texts.describe)
        )
        return list(describe_it(graph, shown))
    return [dataset.describe(graph), *_terms(graph)] if shown.path == dataset.PAGE else []


def _terms(graph: Graph) -> Iterator[Node]:
    """Yield the vocabularies: organisations and programmes, themes, countries and towns."""
    yield from agents.all_agents(graph)
    yield from terms.all_themes(graph)
    yield from terms.all_places(graph)


def describe(
    graph: Graph, shown: Item | Page, picture: Node, summary: str, listed: Sequence[Node] = ()
) -> list[Node]:
    """Return the nodes of a page, which the graph's language must tell.

    ``picture`` and ``summary`` stand for the page elsewhere; ``listed`` is what it lists,
    in short.
    """
    found = subject_of(graph, shown)
    if listed and pages.is_list(shown):
        found = [pages.item_list(graph, shown, listed)]
    page = pages.describe(graph, shown, found[0] if found else None, picture, summary)
    is_home = isinstance(shown, Page) and not shown.path
    return [page, *found, *([pages.website(graph)] if is_home else [])]


def json_ld(nodes: Sequence[Node]) -> str:
    """Return nodes as one JSON-LD document that may stand in a ``script`` of HTML.

    No sign in it can end the element; the same nodes give the same text.
    """
    document = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
