"""The pages themselves: what each describes, where it stands, whose translation it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from archive.describing import agents, spans, terms
from archive.describing.citations import citations
from archive.describing.graph import Graph, Node, name_of, node, put
from archive.describing.stubs import stub
from archive.schema import DEFAULT_LANGUAGE, LANGUAGES, Item
from archive.schema.records import Entry

# LICENSE-CONTENT.md: the archive's own texts and metadata.
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
# Sections with a front of their own, and the word of the menu for each.
FRONTS = ("podcast", "projects", "publications", "people", "about")
LISTS = ("projects", "publications", "people", "catalogue", "history")
# Sections whose pages, front or not, are lists of records.
BROWSED = ("catalogue", "places", "themes", "years")


def is_list(entry: Entry[Any]) -> bool:
    """Tell whether a page is a list of records."""
    return not entry.id and (entry.kind in LISTS or entry.kind.partition("/")[0] in BROWSED)


def _type(entry: Entry[Any]) -> str:
    if entry.id:
        return "ProfilePage" if entry.kind == "people" else "ItemPage"
    if entry.kind == "podcast":
        return "ItemPage"
    if entry.kind.startswith("about"):
        return "AboutPage"
    return "CollectionPage" if is_list(entry) else "WebPage"


def _trail(graph: Graph, entry: Entry[Any]) -> list[tuple[str, str]]:
    """Return the way from home to a page as (name, address), the page itself included."""
    way = [(graph.words["home"], graph.here(""))]
    section = entry.kind.partition("/")[0]
    if section in (*FRONTS, *BROWSED) and (entry.id or entry.kind != section):
        way.append((graph.words[f"nav_{section}"], graph.here(f"{section}/")))
    return [*way, (graph.title(entry), graph.page(entry))]


def breadcrumb(graph: Graph, entry: Entry[Any]) -> Node | None:
    """Return the way from home to a page; home itself needs none."""
    if not entry.kind:
        return None
    steps = [
        node("ListItem", position=number, name=name, item={"@id": address})
        for number, (name, address) in enumerate(_trail(graph, entry), 1)
    ]
    return node("BreadcrumbList", f"{graph.page(entry)}#breadcrumb", itemListElement=steps)


def website_stub(graph: Graph) -> Node:
    """Return the site in short."""
    name, address = graph.words["site_name"], graph.site.address
    return node("WebSite", graph.website["@id"], name=name, url=address)


def website(graph: Graph) -> Node:
    """Return the site as a whole."""
    names = [graph.site.strings[code]["site_name"] for code in LANGUAGES]
    name = graph.words["site_name"]
    return node(
        "WebSite",
        graph.website["@id"],
        name=name,
        alternateName=[other for other in names if other != name],
        url=graph.site.address,
        inLanguage=list(LANGUAGES),
        license=LICENSE,
        publisher=agents.owner(graph),
    )


def _put_translation(graph: Graph, described: Node, entry: Entry[Any]) -> None:
    """Bind the page to those in other languages: ours are written in the default one."""
    others = [code for code in entry.editions if code != graph.language]
    is_original = graph.language == DEFAULT_LANGUAGE
    for code in others:
        if is_original:
            put(described, "workTranslation", {"@id": graph.page(entry, code)})
        elif code == DEFAULT_LANGUAGE:
            put(described, "translationOfWork", {"@id": graph.page(entry, code)})


def _put_record(graph: Graph, described: Node, entry: Entry[Any]) -> None:
    """Add what the page of a record says beyond its subject: related items, time, place."""
    record = entry.edition(graph.language).record
    related = graph.library.related(entry) if entry.id else []
    put(described, "mentions", [stub(graph, other) for other in related])
    if entry.kind == "projects":
        put(described, "temporalCoverage", spans.interval(record.date))
        places = [terms.country(graph, code) for code in record.countries]
        put(described, "spatialCoverage", places)


def describe(
    graph: Graph, entry: Entry[Any], subject: Node | None, picture: Node, summary: str
) -> Node:
    """Return a page; ``subject`` is what it describes, ``picture`` what stands for it."""
    section = entry.kind.partition("/")[0]
    described = node(
        _type(entry),
        graph.page(entry),
        url=graph.page(entry),
        name=graph.title(entry),
        description=summary,
        inLanguage=graph.language,
        isPartOf=website_stub(graph),
        license=LICENSE,
        publisher=agents.in_short(agents.owner(graph)),
        primaryImageOfPage=picture,
    )
    if entry.id or "/" in entry.kind:
        put(described, "isPartOf", {"@id": graph.here(f"{section}/")})
    put(described, "breadcrumb", breadcrumb(graph, entry))
    put(described, "mainEntity", name_of(subject) if subject else None)
    _put_translation(graph, described, entry)
    put(described, "citation", citations(graph, entry))
    if subject and isinstance(entry.record, Item):
        _put_record(graph, described, entry)
    return described


def item_list(graph: Graph, entry: Entry[Any], shown: Sequence[Node]) -> Node:
    """Return what a list page shows, by name (``@id``) or address alone.

    Their own pages describe the items; told again here, 200 of them made up a third of the
    page. ItemList takes such "existing entities".
    """
    return node(
        "ItemList",
        f"{graph.page(entry)}#list",
        numberOfItems=len(shown),
        itemListElement=list(shown),
    )
