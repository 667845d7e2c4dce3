"""The reading view of a document: a page of the site with every page of the PDF on it.

Its address lies beside the PDF and stays the same for later versions. Each page has a
heading with the anchor that a PDF has, so that ``#page=3`` opens the same place in both,
with or without scripts; its text stands under that heading, where a search finds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archive.citing import signposting
from archive.citing.signposting import Link
from archive.describing import cards, json_ld
from archive.describing.graph import Graph, node
from archive.describing.social import Tag
from archive.documents.page_text import is_empty, paragraphs
from archive.documents.sizes import PAGE, PICTURED, pixels
from archive.pages import context
from archive.pages.metadata import Metadata
from archive.podcast.embed import Render
from archive.schema import paths
from archive.telling.archive import Archive, Archives, Page
from archive.telling.parts import HeldDocument, Item


@dataclass(frozen=True)
class PageView:
    """A page of a document; ``picture`` is empty beyond the last that has one."""

    number: int
    anchor: str
    picture: str
    width: int
    height: int
    paragraphs: list[str]


@dataclass(frozen=True)
class ReadingView:
    """What the template shows; ``item`` is the address of the work's own page."""

    title: str
    lang: str
    item: str
    document: HeldDocument
    others: list[HeldDocument]
    pages: list[PageView]
    pictured: int


def _pages(held: HeldDocument) -> Iterator[PageView]:
    pdf = held.document.pdf
    for number, (size, text) in enumerate(zip(pdf.pages, pdf.texts, strict=True), 1):
        width, height = pixels(size, PAGE)
        picture = f"{held.reading}{number}.webp" if number <= PICTURED else ""
        lines = [] if is_empty(text) else paragraphs(text)
        yield PageView(number, f"page={number}", picture, width, height, lines)


def _page(archive: Archive, item: Item, held: HeldDocument) -> Page:
    """Return the page as others link it: the language switch leads to the other document."""
    others = {other.language: other.reading for other in item.current_documents}
    words = archive.words
    description = words["reading_description"].format(title=item.title, pages=held.pages)
    return Page(
        path=held.reading.removeprefix(archive.prefix).rstrip("/"),
        language=archive.language,
        written=archive.language,
        languages=tuple(others),
        addresses={**item.addresses, **others},
        record=None,
        body="",
        title=words["reading_title"].format(title=item.title),
        description=description,
    )


def _metadata(graph: Graph, item: Item, shown: Page) -> Metadata:
    """Return what machines read: a page that shows the work, not another work."""
    site, language = graph.site, graph.language
    address = site.absolute(shown.address(language))
    page = node(
        "WebPage",
        address,
        url=address,
        name=shown.title,
        description=shown.description,
        inLanguage=language,
        isPartOf=graph.website,
        mainEntity={"@id": graph.thing(item.card)},
    )
    told = {
        "og:type": "article",
        "og:site_name": graph.words["site_name"],
        "og:title": shown.title,
        "og:description": shown.description,
        "og:url": address,
        "og:image": site.absolute(paths.card(item, language)),
        "og:image:alt": cards.text(item),
    }
    tags = [Tag("property", name, content) for name, content in told.items()]
    return Metadata(tags, json_ld([page]), has_dublin_core=False)


def _view(item: Item, held: HeldDocument) -> ReadingView:
    return ReadingView(
        title=item.title,
        lang=held.language,
        item=item.page,
        document=held,
        others=[one for one in item.current_documents if one is not held],
        pages=list(_pages(held)),
        pictured=min(PICTURED, len(held.document.pdf.pages)),
    )


def _values(archives: Archives, item: Item, held: HeldDocument) -> dict[str, Any]:
    """Return what the frame and the page itself are filled with."""
    archive = archives[held.language]
    shown = _page(archive, item, held)
    work = archive.site.absolute(item.page)
    return context.values(archives, item.reference, archive.language) | {
        "here": held.reading,
        "page": None,
        "item": None,
        "entry": shown,
        "metadata": _metadata(Graph(archives, archive.language), item, shown),
        "links": [
            Link("cite-as", work),
            Link("collection", work, "text/html"),
            signposting.manifest(archive.site, held),
        ],
        "reading": _view(item, held),
    }


def write(archives: Archives, render: Render) -> Iterator[tuple[str, bytes]]:
    """Yield the reading view of every document by its path below the site."""
    for language, archive in archives.items():
        for item in archive.of("publications"):
            for held in item.current_documents:
                if held.language == language:
                    page = render("reading.html", _values(archives, item, held))
                    yield f"{held.reading}index.html", page.encode()
