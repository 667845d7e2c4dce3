"""``citation_*``: what Google Scholar and Zotero read of a publication's page.

Scholar's "Inclusion guidelines for webmasters": only papers, reports and books; without a
title, an author and a date the page counts as having no tags at all; dates with slashes,
a whole day or else the year alone; a PDF only from the folder of its abstract's page; no
empty tag. Only the page in the language of the document describes that document; the
other one is a page about it.

Zotero (Embedded Metadata): a name without a comma is parted at its last space, so that
corporate authors end in one; the institution makes a report, ``z:itemType`` whatever it
says. No ``meta name=author`` anywhere: Zotero takes it for the author of the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from archive.describing import types
from archive.describing.graph import Graph
from archive.describing.social import Tag, name_in_order
from archive.describing.works import own_title
from archive.documents.naming import held_path
from archive.language import dates
from archive.schema import Credit
from archive.schema.records import Entry

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
# The parts in an episode that Zotero's podcasts have.
_PODCAST = {"host": "z:podcasters", "guest": "z:guests"}


def author(graph: Graph, credit: Credit) -> str:
    """Return a name as ``citation_author``: „Nováková, Jana“, „IOM Česká republika,“.

    A comma inside a corporate name would part it as well.
    """
    name = name_in_order(graph, credit)
    if credit.person:
        # Of some we know only the surname; of two words it must not be parted either.
        only = name == graph.library.of("people")[credit.person].record.surname
        return f"{name}," if only else name
    return f"{name.replace(', ', ' – ')},"


def authors(graph: Graph, record: Any) -> list[str]:
    """Return the authors: the credited ones, or else who published the work."""
    written = [credit for credit in record.creators if credit.role in (None, "author")]
    published = [credit for credit in record.publishers if credit.role is None]
    return [author(graph, credit) for credit in written or published]


def publication_date(text: str | None) -> str:
    """Return a date as Scholar wants it: 2010/5/12, or the year alone."""
    if not text:
        return ""
    day = _DAY.match(text)
    if day:
        return "/".join(part.lstrip("0") for part in day.groups())
    years = dates.parse(text).years
    return str(years[0]) if years else ""


def describes_document(graph: Graph, entry: Entry[Any]) -> bool:
    """Tell whether this language's page carries the work's own title, in its language."""
    return bool(own_title(entry, graph.language))


def _issue(graph: Graph, record: Any) -> Iterator[Tag]:
    """Yield who issued a work, and its number, as the report or the book that it is."""
    is_report = types.zotero(record.type, record.isbn) == "report"
    issuer = next((credit for credit in record.publishers if credit.role is None), None)
    if issuer:
        name = "citation_technical_report_institution" if is_report else "citation_publisher"
        yield Tag("name", name, graph.organisation(issuer.organisation or ""))
    if record.series:
        yield Tag("name", "citation_series_title", record.series)
    if record.number and is_report:
        yield Tag("name", "citation_technical_report_number", record.number)


def citation(graph: Graph, entry: Entry[Any]) -> Iterator[Tag]:
    """Yield the ``citation_*`` of a publication's page, or nothing where there must be none."""
    record = entry.record
    kind = types.work(record.type)
    names, date = authors(graph, record), publication_date(record.date)
    if not (kind.scholarly and names and date and describes_document(graph, entry)):
        return
    yield Tag("name", "citation_title", own_title(entry, graph.language))
    yield from (Tag("name", "citation_author", name) for name in names)
    yield Tag("name", "citation_publication_date", date)
    yield from _issue(graph, record)
    if record.isbn:
        yield Tag("name", "citation_isbn", record.isbn)
    yield Tag("name", "citation_language", graph.language)
    if document := held_path(entry, graph.language):
        yield Tag("name", "citation_pdf_url", graph.site.absolute(document))


def zotero(graph: Graph, entry: Entry[Any]) -> Iterator[Tag]:
    """Yield what Zotero is to make of a page: the work itself, or a page about it."""
    if entry.kind == "publications":
        kind = types.zotero(entry.record.type, entry.record.isbn)
        own = describes_document(graph, entry)
        yield Tag("name", "z:itemType", kind if own else "webpage")
    elif entry.kind == "podcast" and entry.id:
        yield Tag("name", "z:itemType", "podcast")
        for credit in entry.record.people:
            if credit.role in _PODCAST:
                yield Tag("name", _PODCAST[credit.role], name_in_order(graph, credit))
