"""The one graph that all descriptions belong to: its names (``@id``) and its nodes.

A thing has one name over both languages, the absolute address of its Czech page and what
it is there: ``…/publications/x/#work``. Its two pages have names of their own, their
addresses. So a reader of one page and a harvester of all of them join the same things.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.content.library import Library
from archive.content.settings import Site, Strings
from archive.schema import DEFAULT_LANGUAGE, paths
from archive.schema.records import Entry
from archive.telling.imprints import imprint

Node = dict[str, Any]

# What a page's thing is called behind the #; for ever, whatever its type becomes.
_THINGS = {
    "publications": "work",
    "projects": "project",
    "podcast": "episode",
    "people": "person",
}
# The page under whose address a vocabulary names its terms; about/data/ describes them all.
_FRONTS = {
    "organisations": "people/#organisation-",
    "programmes": "people/#programme-",
    "themes": "projects/#",
    "countries": "places/#c-",
    "places": "places/#t-",
}


def put(node: Node, name: str, value: Any) -> None:
    """Add a property to a node; nothing is not added, one value stands without a list."""
    values = [v for v in (value if isinstance(value, list) else [value]) if v not in _NOTHING]
    if name in node:
        before = node[name] if isinstance(node[name], list) else [node[name]]
        values = before + [v for v in values if v not in before]
    if values:
        node[name] = values[0] if len(values) == 1 else values


_NOTHING: tuple[Any, ...] = (None, "", [], {})


def node(types: str | tuple[str, ...], name: str = "", /, **properties: Any) -> Node:
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

    library: Library
    site: Site
    language: str

    @property
    def words(self) -> Strings:
        """The words of the interface."""
        return self.site.strings[self.language]

    @property
    def prefix(self) -> str:
        """The path of the language below the site."""
        return paths.prefix(self.language)

    def here(self, path: str) -> str:
        """Return the absolute address of a path in this language."""
        return self.site.absolute(self.prefix + path)

    def page(self, entry: Entry[Any], language: str = "") -> str:
        """Return the address, and name, of an item's page; of the default where it has none."""
        return self.site.absolute(entry.address(entry.edition(language or self.language).language))

    def thing(self, entry: Entry[Any]) -> str:
        """Return the name of what an item's pages describe."""
        part = "series" if entry.kind == "podcast" and not entry.id else _THINGS[entry.kind]
        return f"{self.site.absolute(entry.address(DEFAULT_LANGUAGE))}#{part}"

    def part(self, entry: Entry[Any], name: str) -> str:
        """Return the name of a part of what an item's pages describe."""
        return f"{self.site.absolute(entry.address(DEFAULT_LANGUAGE))}#{name}"

    def term(self, vocabulary: str, identifier: str) -> str:
        """Return the name of a term."""
        return self.site.absolute(_FRONTS[vocabulary] + identifier.lower())

    def label(self, vocabulary: str, identifier: str) -> str:
        """Return the label of a term in this language."""
        return self.library.vocabularies[vocabulary][identifier].label(self.language)

    def organisation(self, identifier: str) -> str:
        """Return an organisation's name as a work prints it, the one that citations give."""
        return imprint(self.library.vocabularies["organisations"][identifier], self.language)

    def title(self, entry: Entry[Any]) -> str:
        """Return an item's title in this language, or in the default one."""
        return str(entry.edition(self.language).record.title)

    @property
    def website(self) -> Node:
        """The reference to the site as a whole."""
        return {"@id": self.site.absolute("#website")}
