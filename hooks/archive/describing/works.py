"""Publications: the work, its language versions, the documents held here."""

from __future__ import annotations

from collections.abc import Iterator

from archive.content.rights import is_licence
from archive.describing import intervals
from archive.describing.fields import identifier, put_fields
from archive.describing.graph import Graph, Node, name_of, node, put
from archive.describing.short_forms import put_projects
from archive.schema import DEFAULT_LANGUAGE, LANGUAGES, Publication
from archive.telling import types
from archive.telling.parts import HeldDocument, Item

ADAPTED = dict.fromkeys(("date", "rights", "isbn", "pages", "series", "number"), "")
BY_ROLE = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "production": "producer",
    "commissioner": "sponsor",
}


def own_title(item: Item, language: str) -> str:
    """Return the title that a work itself has in a language; nothing where it is ours."""
    title = item.titles.get(language)
    own = title and title.own and language in item.record_of(Publication).languages
    return title.text if title and own else ""


def held_in(item: Item, language: str) -> HeldDocument | None:
    """Return the newest document of a work in a language, if the archive holds one."""
    found = (held for held in item.current_documents if held.document.name.language == language)
    return next(found, None)


def _file(graph: Graph, held: HeldDocument | None) -> Node | None:
    """Return a document as what encodes the work."""
    if held is None:
        return None
    document = held.document
    return node(
        "MediaObject",
        contentUrl=graph.site.absolute(held.href),
        encodingFormat="application/pdf",
        contentSize=f"{document.size} B",
        sha256=document.sha256,
        inLanguage=document.name.language,
        version=str(document.name.version),
        materialExtent=node("QuantitativeValue", value=len(document.pdf.pages), unitText="pages"),
        accessibilityFeature="taggedPDF" if document.pdf.tagged else None,
    )


def versions(graph: Graph, item: Item) -> Iterator[Node]:
    """Yield the language versions that are known of a work in several languages.

    A version is known by a title of its own or by its file; that a work is in two
    languages does not tell yet whether it is one bilingual document. The language of the
    original comes first in the record.
    """
    languages = item.record_of(Publication).languages
    known = [code for code in languages if own_title(item, code) or held_in(item, code)]
    if len(known) < 2:
        return
    names = {code: graph.thing(item.card, f"work-{code}") for code in known}
    for code in known:
        is_original = code == languages[0]
        yield node(
            types.of_work(item.record_of(Publication).type, None),
            names[code],
            name=own_title(item, code) or item.title,
            inLanguage=code,
            exampleOfWork={"@id": graph.thing(item.card)},
            translationOfWork={"@id": names[languages[0]]}
            if not is_original and languages[0] in names
            else None,
            workTranslation=[{"@id": names[other]} for other in known if other != code]
            if is_original
            else None,
            encoding=_file(graph, held_in(item, code)),
        )


def _put_series(described: Node, record: Publication) -> None:
    """Add the series and the number: of a report, or of a volume in its series."""
    if record.series:
        put(described, "isPartOf", node("CreativeWorkSeries", name=record.series))
    if record.number:
        is_report = "Report" in types.of_work(record.type, record.isbn)
        name = "reportNumber" if is_report else "position" if record.series else "identifier"
        put(described, name, record.number)


def _put_extent(described: Node, record: Publication) -> None:
    """Add the number of pages: schema.org has ``numberOfPages`` for books alone."""
    if record.isbn:
        put(described, "isbn", record.isbn.replace(" ", ""))
        put(described, "identifier", identifier("ISBN", record.isbn))
    if not record.pages:
        return
    if "Book" in types.of_work(record.type, record.isbn):
        put(described, "numberOfPages", record.pages)
    else:
        extent = node("QuantitativeValue", value=record.pages, unitText="pages")
        put(described, "materialExtent", extent)


def describe(graph: Graph, item: Item) -> Iterator[Node]:
    """Yield a publication and its language versions."""
    record = item.record_of(Publication)
    described = node(types.of_work(record.type, record.isbn), graph.thing(item.card))
    put_fields(graph, described, item, ADAPTED, BY_ROLE)
    put(described, "datePublished", intervals.issued(record.date))
    if record.title_translated or record.title_descriptive:
        put(described, "alternateName", [own_title(item, code) for code in LANGUAGES])
    _put_extent(described, record)
    _put_series(described, record)
    # The licence of the work, or what else is stated of its rights (schema.org 13).
    put(described, "license" if is_licence(item.rights) else "usageInfo", item.rights)
    put_projects(graph, described, item)
    known = list(versions(graph, item))
    put(described, "workExample", [name_of(version) for version in known])
    if not known:
        languages = record.languages or [DEFAULT_LANGUAGE]
        put(described, "encoding", [_file(graph, held_in(item, code)) for code in languages])
    if record.holding == "file":
        described["isAccessibleForFree"] = True
    if picture := item.card.picture:
        put(described, "thumbnailUrl", graph.site.absolute(picture.src))
    put(described, "mainEntityOfPage", {"@id": graph.page(item)})
    yield described
    yield from known
