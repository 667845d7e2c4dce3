"""What a page says of itself in ``meta``: Open Graph for shared links, Dublin Core for libraries.

The names of Dublin Core stand beside the fields of the model. Zotero reads both as well
(its translators Embedded Metadata and RDF), and misreads some; those go by finer names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from archive.describing.graph import Graph
from archive.schema.fields import Row, rows
from archive.telling.archive import Page
from archive.telling.parts import Agent, Item, Value

_ELEMENTS = {"title", "creator", "subject", "description", "publisher", "contributor", "date"}
_ELEMENTS |= {"type", "format", "identifier", "source", "language", "relation", "coverage"}
_ELEMENTS |= {"rights"}
# Zotero takes DC.source for the title of a journal. The sources are those of the record.
_FINER = {"source": "DCTERMS.references"}
_AGENTS = ("creator", "contributor")
_LOCALES = {"cs": "cs_CZ", "en": "en_GB", "uk": "uk_UA"}
CARD_WIDTH, CARD_HEIGHT = 1200, 630


class Tag(NamedTuple):
    """A ``meta`` element: ``key`` is ``name`` or ``property``."""

    key: str
    name: str
    content: str


class Picture(NamedTuple):
    """A picture that stands for a page: its address and what it shows."""

    address: str
    text: str


def open_graph(
    graph: Graph, shown: Item | Page, picture: Picture, summary: str, audio: Tag | None = None
) -> Iterator[Tag]:
    """Yield what a shared link shows; ``audio`` is the address of a recording."""
    kind = "website"
    if isinstance(shown, Item) and not shown.is_show:
        kind = "profile" if shown.kind == "people" else "article"
    told = {
        "og:type": kind,
        "og:site_name": graph.words["site_name"],
        "og:title": shown.title,
        "og:description": summary,
        "og:url": graph.page(shown),
        "og:locale": _LOCALES.get(graph.language, graph.language),
    }
    yield from (Tag("property", name, content) for name, content in told.items())
    for code in shown.languages:
        if code != graph.language:
            yield Tag("property", "og:locale:alternate", _LOCALES.get(code, code))
    image = {
        "og:image": picture.address,
        "og:image:type": "image/png",
        "og:image:width": str(CARD_WIDTH),
        "og:image:height": str(CARD_HEIGHT),
        "og:image:alt": picture.text,
    }
    yield from (Tag("property", name, content) for name, content in image.items())
    if audio:
        yield audio
    yield Tag("name", "twitter:card", "summary_large_image")


def recording(graph: Graph, item: Item) -> Tag | None:
    """Return the recording of an episode for a shared link; never a stand-in."""
    if item.sound is None or item.sound.is_standin:
        return None
    return Tag("property", "og:audio", graph.absolute(item.sound.href))


def name_in_order(agent: Agent) -> str:
    """Return a credited name as catalogues order it: „Nováková, Jana“; organisations as is.

    The name as the work prints it comes first; it is parted by the surname, or else by the
    given name, that the record of the person has.
    """
    if not agent.person:
        return agent.name
    whole, surname = agent.original_name, agent.surname
    name, given = agent.printed or whole, whole.removesuffix(f" {surname}")
    if name.endswith(f" {surname}"):
        return f"{surname}, {name.removesuffix(f' {surname}')}"
    if given != whole and name.startswith(f"{given} "):
        return f"{name.removeprefix(f'{given} ')}, {given}"
    return name


# Types of value, by the field table, of which Dublin Core wants another form than the record's.
_FORMS: dict[str, Callable[[Graph, Value], str]] = {
    "terms": lambda graph, value: value.text,
    **dict.fromkeys(("license", "rights"), lambda graph, value: value.href),
    "sources": lambda graph, value: value.href or value.text,
    "count": lambda graph, value: graph.words["extent_pages"].format(n=value.code),
}


def _contents(graph: Graph, item: Item, field: str, row: Row) -> Iterable[str]:
    """Return what is told of a field, each value by itself; things go by their pages."""
    if field == "publishers":
        return map(name_in_order, written_by(item, field))
    if field == "projects":
        return map(graph.page, item.relations.projects)
    values = item.values.get(field, ())
    if field == "related":
        cards = {card.reference: card for card in item.relations.related}
        return (graph.page(cards[value.code]) for value in values)
    form = _FORMS.get(row.value.partition(":")[0])
    return (form(graph, one) if form else one.identifier or one.code for one in values)


def written_by(item: Item, field: str) -> list[Agent]:
    """Return those whom a field names for what it says itself; others are contributors."""
    return [agent for agent in item.agents.get(field, ()) if agent.role in ("", "author")]


def _tag(name: str) -> str:
    """Return an element's name in ``meta``: the fifteen are DC, all others DCTERMS."""
    return _FINER.get(name) or (f"DC.{name}" if name in _ELEMENTS else f"DCTERMS.{name}")


def _agents(item: Item) -> Iterator[Tag]:
    """Yield authors and all who had a part, but for those whom other fields name.

    Zotero takes DC.contributor for the author, and parts a DC.creator at its last space,
    be it a person or not, be it a surname of two words. It knows nothing of finer names.
    """
    for agent in item.every_agent():
        name, told = f"DC.contributor.{agent.part}", name_in_order(agent)
        if agent.part == "author" and agent.person:
            name = "DC.creator" if ", " in told else "DC.creator.PersonalName"
        elif agent.part == "author":
            name = "DC.creator.CorporateName"
        if agent.part not in ("publisher", "funder"):
            yield Tag("name", name, told)


def dublin_core(graph: Graph, item: Item) -> Iterator[Tag]:
    """Yield a record in Dublin Core, in the order of the schema, each once; dates are EDTF."""
    told: dict[Tag, None] = {}
    for field, row in rows(type(item.record)).items():
        if (name := row.names.dc) and name not in _AGENTS:
            contents = _contents(graph, item, field, row)
            told |= {Tag("name", _tag(name), one): None for one in contents}
    yield from told
    yield from _agents(item)
    yield Tag("name", "DC.identifier", graph.page(item))
