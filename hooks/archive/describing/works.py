"""Publications: the work, its language versions, the documents held here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive.content.documents import newest
from archive.content.rights import is_licence, rights_of
from archive.describing import spans, types
from archive.describing.fields import identifier, put_fields
from archive.describing.graph import Graph, Node, name_of, node, put
from archive.describing.stubs import put_projects
from archive.documents.naming import held_path
from archive.schema import DEFAULT_LANGUAGE, LANGUAGES
from archive.schema.records import Entry
from archive.telling.covers import cover

ADAPTED = dict.fromkeys(("date", "rights", "projects", "isbn", "pages", "series", "number"), "")
BY_ROLE = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "production": "producer",
    "commissioner": "sponsor",
}


def own_title(entry: Entry[Any], language: str) -> str:
    """Return the title that a work itself has in a language; nothing where it is ours."""
    edition = entry.editions.get(language)
    if edition is None or edition.record.title_translated or edition.record.title_descriptive:
        return ""
    return edition.record.title if language in entry.record.languages else ""


def _file(graph: Graph, entry: Entry[Any], language: str) -> Node | None:
    """Return the newest document of a language as what encodes the work."""
    document = newest(graph.library, entry, language)
    if document is None:
        return None
    return node(
        "MediaObject",
        contentUrl=graph.site.absolute(held_path(entry, language)),
        encodingFormat="application/pdf",
        contentSize=f"{document.size} B",
        sha256=document.sha256,
        inLanguage=language,
        version=str(document.name.version),
        materialExtent=node("QuantitativeValue", value=len(document.pdf.pages), unitText="pages"),
        accessibilityFeature="taggedPDF" if document.pdf.tagged else None,
    )


def versions(graph: Graph, entry: Entry[Any]) -> Iterator[Node]:
    """Yield the language versions that are known of a work in several languages.

    A version is known by a title of its own or by its file; that a work is in two
    languages does not tell yet whether it is one bilingual document. The language of the
    original comes first in the record.
    """
    languages = entry.record.languages
    known = [c for c in languages if own_title(entry, c) or held_path(entry, c)]
    if len(known) < 2:
        return
    names = {code: graph.part(entry, f"work-{code}") for code in known}
    for code in known:
        is_original = code == languages[0]
        yield node(
            types.of_work(entry.record.type, None),
            names[code],
            name=own_title(entry, code) or graph.title(entry),
            inLanguage=code,
            exampleOfWork={"@id": graph.thing(entry)},
            translationOfWork={"@id": names[languages[0]]}
            if not is_original and languages[0] in names
            else None,
            workTranslation=[{"@id": names[other]} for other in known if other != code]
            if is_original
            else None,
            encoding=_file(graph, entry, code),
        )


def _put_series(described: Node, record: Any) -> None:
    """Add the series and the number: of a report, or of a volume in its series."""
    if record.series:
        put(described, "isPartOf", node("CreativeWorkSeries", name=record.series))
    if record.number:
        is_report = "Report" in types.of_work(record.type, record.isbn)
        name = "reportNumber" if is_report else "position" if record.series else "identifier"
        put(described, name, record.number)


def _put_extent(described: Node, record: Any) -> None:
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


def _put_rights(graph: Graph, described: Node, record: Any) -> None:
    """Add the licence of the work, or what else is stated of its rights (schema.org 13)."""
    address = rights_of(graph.library, record)
    put(described, "license" if is_licence(address) else "usageInfo", address)


def describe(graph: Graph, entry: Entry[Any]) -> Iterator[Node]:
    """Yield a publication and its language versions."""
    record = entry.edition(graph.language).record
    described = node(types.of_work(record.type, record.isbn), graph.thing(entry))
    put_fields(graph, described, entry, ADAPTED, BY_ROLE)
    put(described, "datePublished", spans.issued(record.date))
    put(described, "genre", graph.label("publication-types", record.type))
    put(described, "conditionsOfAccess", graph.words[f"holding_{record.holding}"])
    if record.title_translated or record.title_descriptive:
        put(described, "alternateName", [own_title(entry, code) for code in LANGUAGES])
    _put_extent(described, record)
    _put_series(described, record)
    _put_rights(graph, described, record)
    put_projects(graph, described, entry)
    known = list(versions(graph, entry))
    put(described, "workExample", [name_of(version) for version in known])
    if not known:
        files = [_file(graph, entry, code) for code in record.languages or [DEFAULT_LANGUAGE]]
        put(described, "encoding", files)
    if record.holding == "file":
        described["isAccessibleForFree"] = True
    if picture := cover(graph.library, entry, graph.language):
        put(described, "thumbnailUrl", graph.site.absolute(picture.src))
    put(described, "mainEntityOfPage", {"@id": graph.page(entry)})
    yield described
    yield from known
