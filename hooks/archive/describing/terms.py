"""Themes, countries and places: terms of the vocabularies as nodes."""

from __future__ import annotations

from collections.abc import Iterator

from archive.describing.graph import Graph, Node, node


def theme(graph: Graph, identifier: str) -> Node:
    """Return a theme."""
    return node(
        "DefinedTerm",
        graph.term("themes", identifier),
        name=graph.label("themes", identifier),
        termCode=identifier,
    )


def country(graph: Graph, code: str) -> Node:
    """Return a country; ``identifier`` is its code by ISO 3166-1."""
    name = graph.label("countries", code)
    return node("Country", graph.term("countries", code), name=name, identifier=code)


def place(graph: Graph, identifier: str) -> Node:
    """Return a town, with its region, its country and where it lies."""
    term = graph.library.vocabularies["places"][identifier]
    region = term.told("region", graph.language)
    home = country(graph, str(term.more["country"])) if "country" in term.more else None
    within = node("AdministrativeArea", name=region, containedInPlace=home) if region else home
    spot = None
    if {"lat", "lon"} <= set(term.more):
        spot = node("GeoCoordinates", latitude=term.more["lat"], longitude=term.more["lon"])
    return node(
        "City",
        graph.term("places", identifier),
        name=term.label(graph.language),
        containedInPlace=within,
        geo=spot,
    )


def all_themes(graph: Graph) -> Iterator[Node]:
    """Yield every theme in full, and what they are together."""
    scheme = graph.site.absolute("projects/#themes")
    yield node("DefinedTermSet", scheme, name=graph.words["themes_set"])
    for identifier, term in graph.library.vocabularies["themes"].items():
        described = theme(graph, identifier)
        described["inDefinedTermSet"] = {"@id": scheme}
        if text := term.told("description", graph.language):
            described["description"] = text
        yield described


def all_places(graph: Graph) -> Iterator[Node]:
    """Yield every country that records name, and every place of the vocabulary."""
    records = [entry.record for entry in graph.library.every()]
    codes = {code for record in records for code in record.countries}
    places = graph.library.vocabularies["places"]
    codes |= {str(term.more["country"]) for term in places.values() if "country" in term.more}
    yield from (country(graph, code) for code in sorted(codes))
    yield from (place(graph, identifier) for identifier in places)
