"""The pages themselves: what each describes, where it stands, whose translation it is."""

from __future__ import annotations

from collections.abc import Sequence

from archive.describing import agents, intervals, terms
from archive.describing.citations import citations
from archive.describing.graph import Graph, Node, name_of, node, put
from archive.describing.short_forms import short
from archive.schema import DEFAULT_LANGUAGE, KINDS, LANGUAGES
from archive.telling.archive import Page
from archive.telling.parts import Item

# LICENSE-CONTENT.md: the archive's own texts and metadata.
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
# Sections whose pages, front or not, are lists of records.
BROWSED = ("catalogue", "places", "themes", "years")


def fronts() -> tuple[str, ...]:
    """Return the sections that have a front of their own, and a word for it in the menu."""
    return (*KINDS, "about", *BROWSED)


def _path(shown: Item | Page) -> str:
    """Return the path of a page below its language: that of its folder."""
    return shown.address(DEFAULT_LANGUAGE).rstrip("/")


def is_list(shown: Item | Page) -> bool:
    """Tell whether a page is a list of records."""
    path = _path(shown)
    is_front = path in KINDS or path == "history"
    return isinstance(shown, Page) and (is_front or path.partition("/")[0] in BROWSED)


def _type(shown: Item | Page) -> str:
    if isinstance(shown, Item):
        return "ProfilePage" if shown.kind == "people" else "ItemPage"
    if shown.path.startswith("about"):
        return "AboutPage"
    return "CollectionPage" if is_list(shown) else "WebPage"


def _trail(graph: Graph, shown: Item | Page) -> list[tuple[str, str]]:
    """Return the way from home to a page as (name, address), the page itself included."""
    way = [(graph.words["home"], graph.here(""))]
    section, _, rest = _path(shown).partition("/")
    if rest and section in fronts():
        way.append((graph.words[f"nav_{section}"], graph.here(f"{section}/")))
    return [*way, (shown.title, graph.page(shown))]


def breadcrumb(graph: Graph, shown: Item | Page) -> Node | None:
    """Return the way from home to a page; home itself needs none."""
    if not _path(shown):
        return None
    steps = [
        node("ListItem", position=number, name=name, item={"@id": address})
        for number, (name, address) in enumerate(_trail(graph, shown), 1)
    ]
    return node("BreadcrumbList", f"{graph.page(shown)}#breadcrumb", itemListElement=steps)


def website_stub(graph: Graph) -> Node:
    """Return the site in short."""
    name, address = graph.words["site_name"], graph.site.address
    return node("WebSite", str(graph.website["@id"]), name=name, url=address)


def website(graph: Graph) -> Node:
    """Return the site as a whole."""
    names = [graph.archives[code].words["site_name"] for code in LANGUAGES]
    name = graph.words["site_name"]
    return node(
        "WebSite",
        str(graph.website["@id"]),
        name=name,
        alternateName=[other for other in names if other != name],
        url=graph.site.address,
        inLanguage=list(LANGUAGES),
        license=LICENSE,
        publisher=agents.owner(graph),
    )


def _put_translation(graph: Graph, described: Node, shown: Item | Page) -> None:
    """Bind the page to those in other languages: ours are written in the default one."""
    for code in shown.languages:
        other = {"@id": graph.site.absolute(shown.address(code))}
        if code != graph.language and graph.language == DEFAULT_LANGUAGE:
            put(described, "workTranslation", other)
        elif code != graph.language and code == DEFAULT_LANGUAGE:
            put(described, "translationOfWork", other)


def _put_record(graph: Graph, described: Node, item: Item) -> None:
    """Add what the page of a record says beyond its subject: related items, time, place."""
    put(described, "mentions", [short(graph, card) for card in item.relations.related])
    if item.kind == "projects":
        put(described, "temporalCoverage", intervals.interval(item.record.date))
        places = [terms.country(graph, term.id, term.label) for term in item.countries]
        put(described, "spatialCoverage", places)
        concerned = item.values.get("concerns", ())
        put(described, "mentions", [terms.country(graph, v.code, v.text) for v in concerned])


def describe(
    graph: Graph, shown: Item | Page, subject: Node | None, picture: Node, summary: str
) -> Node:
    """Return a page; ``subject`` is what it describes, ``picture`` what stands for it."""
    section, _, rest = _path(shown).partition("/")
    described = node(
        _type(shown),
        graph.page(shown),
        url=graph.page(shown),
        name=shown.title,
        description=summary,
        inLanguage=graph.language,
        isPartOf=website_stub(graph),
        license=LICENSE,
        publisher=agents.in_short(agents.owner(graph)),
        primaryImageOfPage=picture,
    )
    if rest:
        put(described, "isPartOf", {"@id": graph.here(f"{section}/")})
    put(described, "breadcrumb", breadcrumb(graph, shown))
    put(described, "mainEntity", name_of(subject) if subject else None)
    _put_translation(graph, described, shown)
    put(described, "citation", citations(graph, shown))
    if isinstance(shown, Item):
        _put_record(graph, described, shown)
    return described


def item_list(graph: Graph, page: Item | Page, listed: Sequence[Node]) -> Node:
    """Return what a list page shows, by name (``@id``) or address alone.

    Their own pages describe the items; told again here, 200 of them made up a third of the
    page. ItemList takes such "existing entities".
    """
    return node(
        "ItemList",
        f"{graph.page(page)}#list",
        numberOfItems=len(listed),
        itemListElement=list(listed),
    )
