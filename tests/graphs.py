"""The graphs of pages, for the tests that read them."""

from __future__ import annotations

import json
from typing import Any

from archive.content import settings as site
from archive.content.settings import Site
from archive.pages import lists, metadata
from archive.schema import LANGUAGES
from archive.telling.archive import Archive, Archives, Page
from archive.telling.parts import Item
from conftest import ROOT
from schema_terms import as_list, nodes, types_of

Graphs = dict[tuple[str, str], list[Any]]


def real_settings() -> Site:
    """Return the settings of the real archive, at the address of local builds."""
    strings = site.load_strings(ROOT / "docs", ROOT)
    return Site("https://example.org/archive/", "IOM Česká republika", "", "", True, strings)


def described(archives: Archives, shown: Item | Page, code: str) -> list[Any]:
    """Return the graph of a page, as its text says it; the page itself comes first."""
    listed = None
    if isinstance(shown, Page):
        listed = lists.view(archives, shown.path, code)
    view = metadata.view(archives, shown, code, listed)
    return list(json.loads(view.json_ld)["@graph"])


def pages_of(archive: Archive) -> list[Item | Page]:
    """Return everything that has a page."""
    show = [archive.show] if archive.show else []
    return [*archive.items.values(), *archive.pages.values(), *show]


def name_of(shown: Item | Page) -> str:
    """Return the name of a page's graph: that of its item, or its path."""
    return shown.reference if isinstance(shown, Item) else f"{shown.path}/"


def everything(archives: Archives) -> Graphs:
    """Return the graph of every page, by its name and language."""
    return {
        (name_of(shown), language): described(archives, shown, language)
        for language in LANGUAGES
        for shown in pages_of(archives[language])
    }


def main_of(graph: list[Any]) -> dict[str, Any]:
    """Return what a page is about."""
    return next(one for one in graph if one.get("@id") == graph[0]["mainEntity"]["@id"])


def by_name(graphs: Graphs) -> dict[str, set[str]]:
    """Return the types, parents included, of everything that is named and described."""
    found: dict[str, set[str]] = {}
    for graph in graphs.values():
        for one in nodes(graph):
            if "@id" in one and "@type" in one:
                found.setdefault(one["@id"], set()).update(types_of(one))
    return found


def names(value: Any) -> list[str]:
    """Return the names of one node or of several."""
    return [one["name"] for one in as_list(value)]


def picked(node: dict[str, Any], *keys: str) -> dict[str, Any]:
    """Return some properties of a node."""
    return {key: node.get(key) for key in keys}
