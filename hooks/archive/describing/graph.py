"""The one graph that all descriptions belong to: its names (``@id``) and its nodes.

A thing has one name over both languages, the absolute address of its Czech page and what
it is there: ``…/publications/x/#work``. Its two pages have names of their own, their
addresses. So a reader of one page and a harvester of all of them join the same things.
"""

from __future__ import annotations

from dataclasses import dataclass

from archive.content.settings import Site, Strings
from archive.schema import KINDS, paths
from archive.telling.archive import Archive, Archives, Page
from archive.telling.parts import Card, Item

Node = dict[str, object]

# The page under whose address a vocabulary names its terms; about/data/ describes them all.
_FRONTS = {
    "organisations": "people/#organisation-",
    "programmes": "people/#programme-",
    "themes": "projects/#",
    "countries": "places/#c-",
    "places": "places/#t-",
}


def _each(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def put(node: Node, name: str, value: object) -> None:
    """Add a property to a node; nothing is not added, one value stands without a list."""
    values = [one for one in _each(value) if one not in _NOTHING]
    if name in node:
        before = _each(node[name])
        values = before + [v for v in values if v not in before]
    if values:
        node[name] = values[0] if len(values) == 1 else values


_NOTHING: tuple[object, ...] = (None, "", [], {})


def node(types: str | tuple[str, ...], name: str = "", /, **properties: object) -> Node:
    """Make a node of the graph, with its name if it has one; nothing empty is put in."""
    made: Node = {"@type": types if isinstance(types, str) else list(types)}
    put(made, "@id", name)
    for key, value in properties.items():
        put(made, key, value)
    return made


def name_of(described: Node) -> Node:
    """Return the reference to a node that stands elsewhere."""
    return {"@id": described["@id"]}


@dataclass(frozen=True)
class Graph:
    """The graph as one language tells it."""

    archives: Archives
    language: str

    @property
    def archive(self) -> Archive:
        """The archive in this language."""
        return self.archives[self.language]

    @property
    def site(self) -> Site:
        """The settings of the site."""
        return self.archive.site

    @property
    def words(self) -> Strings:
        """The words of the interface."""
        return self.archive.words

    def here(self, path: str) -> str:
        """Return the absolute address of a path in this language."""
        return self.site.absolute(paths.prefix(self.language) + path)

    def page(self, shown: Item | Page | Card) -> str:
        """Return the address, and name, of a page in the language of its texts."""
        return self.site.absolute(shown.page)

    def thing(self, card: Card, part: str = "") -> str:
        """Return the name of what an item's pages describe, or of a part of it."""
        kind = KINDS[card.kind]
        described = kind.whole if kind.whole and not card.id else kind
        return f"{self.site.absolute(card.home)}#{part or described.anchor}"

    def absolute(self, href: str) -> str:
        """Return the address of a path; one that is whole already stays."""
        return href if "://" in href else self.site.absolute(href)

    def term(self, vocabulary: str, identifier: str) -> str:
        """Return the name of a term."""
        return self.site.absolute(_FRONTS[vocabulary] + identifier.lower())

    @property
    def website(self) -> Node:
        """The reference to the site as a whole."""
        return {"@id": self.site.absolute("#website")}
