"""What machines read in the head of a page: JSON-LD, ``citation_*``, Open Graph, Dublin Core."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive import describing
from archive.describing import cards, highwire, social
from archive.describing.graph import Graph, Node, node
from archive.describing.social import CARD_HEIGHT, CARD_WIDTH, Picture, Tag
from archive.language.typography import plain
from archive.pages.catalogue import Row
from archive.pages.lists import ListView
from archive.schema import paths
from archive.telling.archive import Archives, Page
from archive.telling.parts import Card, Happening, Item

GENERAL_CARD = "assets/images/card.png"
# What Dublin Core describes: works and what is like one, not people.
_DUBLIN_CORE = ("publications", "projects", "podcast")


@dataclass(frozen=True)
class Metadata:
    """What the template writes; ``json_ld`` may stand in a ``script`` as it is."""

    tags: list[Tag]
    json_ld: str
    has_dublin_core: bool


def _picture(graph: Graph, shown: Item | Page) -> Picture:
    if isinstance(shown, Page):
        return Picture(graph.site.absolute(GENERAL_CARD), graph.words["card_text"])
    address = graph.site.absolute(paths.card(shown, graph.language))
    return Picture(address, cards.text(shown))


def _image(picture: Picture) -> Node:
    return node(
        "ImageObject",
        contentUrl=picture.address,
        caption=picture.text,
        width=f"{CARD_WIDTH} px",
        height=f"{CARD_HEIGHT} px",
    )


def _listed(graph: Graph, view: ListView | None, page: str, language: str) -> Iterator[Node]:
    """Yield what a list page shows, by its name or address, each once, in the page's order."""
    prefix = paths.prefix(language)
    seen = set()
    for group in view.groups if view else ():
        for one in group.cards:
            if isinstance(one, Happening):
                yield node("ListItem", url=f"{page}#{one.id}")
            elif isinstance(one, Card | Row) and one.href not in seen:
                seen.add(one.href)
                # A list has cards of items alone, whose addresses are their names.
                item = graph.archive.items[one.href.removeprefix(prefix).strip("/")]
                yield {"@id": graph.thing(item.card)}


def _tags(graph: Graph, shown: Item | Page, picture: Picture) -> Iterator[Tag]:
    audio = None
    if isinstance(shown, Item):
        if shown.kind == "publications":
            yield from highwire.citation(graph, shown)
        yield from highwire.zotero(graph, shown)
        if shown.kind in _DUBLIN_CORE:
            yield from social.dublin_core(graph, shown)
        audio = social.recording(graph, shown)
    yield from social.open_graph(graph, shown, picture, plain(shown.description), audio)


def view(
    archives: Archives, shown: Item | Page, language: str, listed: ListView | None = None
) -> Metadata:
    """Return the metadata of a page.

    A page that stands in for a missing translation is described as what it is: the page in
    the default language. What was withdrawn is not described at all.
    """
    graph = Graph(archives, shown.written)
    if isinstance(shown, Item):
        shown = graph.archive.same(shown)
    picture = _picture(graph, shown)
    names = list(_listed(graph, listed, graph.page(shown), language))
    nodes = describing.describe(graph, shown, _image(picture), plain(shown.description), names)
    has_dublin_core = isinstance(shown, Item) and shown.kind in _DUBLIN_CORE
    tags = list(_tags(graph, shown, picture))
    return Metadata(tags, describing.json_ld(nodes), has_dublin_core)
