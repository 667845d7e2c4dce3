"""Themes, countries and places: terms of the vocabularies as nodes."""

from __future__ import annotations

from collections.abc import Iterator

from archive.describing.graph import Graph, Node, node
from archive.telling.parts import Place


def theme(graph: Graph, identifier: str, name: str) -> Node:
    """Return a theme."""
    return node("DefinedTerm", graph.term("themes", identifier), name=name, termCode=identifier)


def country(graph: Graph, code: str, name: str) -> Node:
    """Return a country; ``identifier`` is its code by ISO 3166-1."""
    return node("Country", graph.term("countries", code), name=name, identifier=code)


def place(graph: Graph, town: Place) -> Node:
    """Return a town, with its region, its country and where it lies."""
    term, region = town.term, town.region
    home = country(graph, town.home.id, town.home.label) if town.home else None
    within = node("AdministrativeArea", name=region, containedInPlace=home) if region else home
    spot = None
    if {"lat", "lon"} <= set(term.more):
        spot = node("GeoCoordinates", latitude=term.more["lat"], longitude=term.more["lon"])
    return node(
        "City", graph.term("places", term.id), name=term.label, containedInPlace=within, geo=spot
    )


def all_themes(graph: Graph) -> Iterator[Node]:
    """Yield every theme in full, and what they are together."""
    scheme = graph.site.absolute("projects/#themes")
    yield node("DefinedTermSet", scheme, name=graph.words["themes_set"])
    for term in graph.archive.terms["themes"].values():
        described = theme(graph, term.id, term.label)
        described["inDefinedTermSet"] = {"@id": scheme}
        if text := term.text("description"):
            described["description"] = text
        yield described


def all_places(graph: Graph) -> Iterator[Node]:
    """Yield every country that records name, and every place of the vocabulary."""
    places = graph.archive.places
    known = {one.id: one for item in graph.archive.items.values() for one in item.countries}
    known |= {town.home.id: town.home for town in places if town.home}
    yield from (country(graph, code, known[code].label) for code in sorted(known))
    yield from (place(graph, town) for town in places)
