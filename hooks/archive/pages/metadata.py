"""What machines read in the head of a page: JSON-LD, ``citation_*``, Open Graph, Dublin Core."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archive import describing
from archive.content.library import Library
from archive.content.settings import Site
from archive.describing import cards, highwire, social
from archive.describing.graph import Graph, Node, node
from archive.describing.social import CARD_HEIGHT, CARD_WIDTH, Picture, Tag
from archive.language.typography import plain
from archive.pages.catalogue import Row
from archive.pages.lists import ListView
from archive.pages.tombstone import Tombstone
from archive.schema import paths
from archive.schema.records import Entry
from archive.telling.parts import Card, Happening
from archive.telling.teller import Teller

GENERAL_CARD = "assets/images/card.png"
# What Dublin Core describes: works and what is like one, not people.
_DUBLIN_CORE = ("publications", "projects", "podcast")


@dataclass(frozen=True)
class Metadata:
    """What the template writes; ``json_ld`` may stand in a ``script`` as it is."""

    tags: list[Tag]
    json_ld: str
    has_dublin_core: bool


def _picture(graph: Graph, entry: Entry[Any], is_item: bool) -> Picture:
    if not is_item:
        return Picture(graph.site.absolute(GENERAL_CARD), graph.words["card_text"])
    teller = Teller(graph.library, graph.site, graph.language)
    address = graph.site.absolute(paths.card(entry, graph.language))
    return Picture(address, cards.text(teller, entry))


def _image(picture: Picture) -> Node:
    return node(
        "ImageObject",
        contentUrl=picture.address,
        caption=picture.text,
        width=f"{CARD_WIDTH} px",
        height=f"{CARD_HEIGHT} px",
    )


def _shown(graph: Graph, view: ListView | None, page: str, language: str) -> Iterator[Node]:
    """Yield what a list page shows, by its name or address, each once, in the page's order."""
    prefix = paths.prefix(language)
    seen = set()
    for group in view.groups if view else ():
        for one in group.cards:
            if isinstance(one, Happening):
                yield node("ListItem", url=f"{page}#{one.id}")
            elif isinstance(one, Card | Row) and one.href not in seen:
                seen.add(one.href)
                entry = graph.library.find(one.href.removeprefix(prefix).strip("/"))
                assert entry is not None  # a list has cards of items alone
                yield {"@id": graph.thing(entry)}


def view(
    library: Library,
    site: Site,
    entry: Entry[Any],
    language: str,
    listed: ListView | None = None,
    tombstone: Tombstone | None = None,
) -> Metadata:
    """Return the metadata of a page.

    A page that stands in for a missing translation is described as what it is: the page in
    the default language. What was withdrawn is not described at all.
    """
    edition = entry.edition(language)
    graph = Graph(library, site, edition.language)
    is_item = tombstone is None and (bool(entry.id) or entry.kind == "podcast")
    picture = _picture(graph, entry, is_item)
    summary = tombstone.summary if tombstone else edition.record.description
    shown = list(_shown(graph, listed, graph.page(entry), language))
    nodes = describing.describe(graph, entry, _image(picture), plain(summary), shown)
    described = is_item and entry.kind in _DUBLIN_CORE
    tags: list[Tag] = []
    if is_item and entry.kind == "publications":
        tags += highwire.citation(graph, entry)
    if is_item:
        tags += highwire.zotero(graph, entry)
    if described:
        tags += social.dublin_core(graph, entry)
    audio = social.recording(graph, entry) if is_item else None
    tags += social.open_graph(graph, entry, picture, plain(summary), audio)
    return Metadata(tags, describing.json_ld(nodes), described)
