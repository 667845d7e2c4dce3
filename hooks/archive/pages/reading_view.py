"""The reading view of a document: a page of the site with every page of the PDF on it.

Its address lies beside the PDF and stays the same for later versions. Each page has a
heading with the anchor that a PDF has, so that ``#page=3`` opens the same place in both,
with or without scripts; its text stands under that heading, where a search finds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from archive.citing import signposting
from archive.citing.signposting import Link
from archive.content import documents
from archive.content.library import Library
from archive.content.settings import Site
from archive.describing import cards, json_ld
from archive.describing.graph import Graph, node
from archive.describing.social import Tag
from archive.documents import naming
from archive.documents.facts import Document
from archive.documents.page_text import is_empty, paragraphs
from archive.documents.sizes import PAGE, PICTURED, pixels
from archive.language.typography import plain
from archive.pages import context
from archive.pages.metadata import Metadata
from archive.podcast.embed import Render
from archive.schema import paths
from archive.schema.records import Entry
from archive.telling import held_documents
from archive.telling.archive import Archives, tell
from archive.telling.teller import Teller


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
    document: held_documents.DocumentView
    others: list[held_documents.DocumentView]
    pages: list[PageView]
    pictured: int


@dataclass(frozen=True)
class Place:
    """The page in the place of an item, as the frame of every page asks for it."""

    kind: str
    id: str
    title: str
    description: str
    addresses: Mapping[str, str]

    @property
    def record(self) -> Place:
        """What is said of the page: its title and description are its own."""
        return self

    def edition(self, language: str) -> Place:
        """Return the page, whatever language is asked for: it is in that of the document."""
        return self

    def address(self, language: str) -> str:
        """Return the page's address, or the way to the work in the other language."""
        return self.addresses[language]


def _pages(document: Document, here: str) -> Iterator[PageView]:
    for number, (size, text) in enumerate(
        zip(document.pdf.pages, document.pdf.texts, strict=True), 1
    ):
        width, height = pixels(size, PAGE)
        picture = f"{here}{number}.webp" if number <= PICTURED else ""
        lines = [] if is_empty(text) else paragraphs(text)
        yield PageView(number, f"page={number}", picture, width, height, lines)


def _place(teller: Teller, entry: Entry[Any], document: Document) -> Place:
    """Return the page as others link it: the language switch leads to the other document."""
    addresses = {code: entry.address(code) for code in teller.site.strings}
    for other in documents.current(teller.library, entry):
        addresses[other.name.language] = naming.reading(entry, other.name)
    title = teller.words["reading_title"].format(title=_title(entry, document))
    told = teller.words["reading_description"]
    pages = held_documents.pages_in_words(teller, document)
    description = plain(told.format(title=_title(entry, document), pages=pages))
    return Place(entry.kind, entry.id, title, description, addresses)


def _title(entry: Entry[Any], document: Document) -> str:
    return str(entry.edition(document.name.language).record.title)


def _metadata(
    archives: Archives, teller: Teller, entry: Entry[Any], place: Place, here: str
) -> Metadata:
    """Return what machines read: a page that shows the work, not another work."""
    graph = Graph(archives, teller.language)
    item = archives[teller.language].items[entry.reference]
    address = teller.site.absolute(here)
    page = node(
        "WebPage",
        address,
        url=address,
        name=place.title,
        description=place.description,
        inLanguage=teller.language,
        isPartOf=graph.website,
        mainEntity={"@id": graph.thing(item.card)},
    )
    told = {
        "og:type": "article",
        "og:site_name": teller.words["site_name"],
        "og:title": place.title,
        "og:description": place.description,
        "og:url": address,
        "og:image": teller.site.absolute(paths.card(entry, teller.language)),
        "og:image:alt": cards.text(item),
    }
    tags = [Tag("property", name, content) for name, content in told.items()]
    return Metadata(tags, json_ld([page]), has_dublin_core=False)


def _view(teller: Teller, entry: Entry[Any], document: Document, here: str) -> ReadingView:
    language = teller.language
    current = documents.current(teller.library, entry)
    return ReadingView(
        title=_title(entry, document),
        lang=language,
        item=entry.address(language),
        document=held_documents.document(teller, entry, document),
        others=[
            held_documents.document(teller, entry, one) for one in current if one is not document
        ],
        pages=list(_pages(document, here)),
        pictured=min(PICTURED, len(document.pdf.pages)),
    )


def _values(
    archives: Archives, teller: Teller, entry: Entry[Any], document: Document, here: str
) -> dict[str, Any]:
    """Return what the frame and the page itself are filled with."""
    library, site, language = teller.library, teller.site, teller.language
    place = _place(teller, entry, document)
    item = site.absolute(entry.address(language))
    frame = context.values(library, site, entry.reference, language, archives)
    return frame | {
        "here": here,
        "page": None,
        "item": None,
        "entry": place,
        "metadata": _metadata(archives, teller, entry, place, here),
        "links": [
            Link("cite-as", item),
            Link("collection", item, "text/html"),
            Link(
                "describedby",
                site.absolute(naming.manifest(entry, document.name)),
                signposting.IIIF,
            ),
        ],
        "reading": _view(teller, entry, document, here),
    }


def write(library: Library, site: Site, render: Render) -> Iterator[tuple[str, bytes]]:
    """Yield the reading view of every document by its path below the site."""
    archives = tell(library, site)
    for entry, document in documents.holders(library):
        teller = Teller(library, site, document.name.language)
        here = naming.reading(entry, document.name)
        values = _values(archives, teller, entry, document, here)
        yield f"{here}index.html", render("reading.html", values).encode()
