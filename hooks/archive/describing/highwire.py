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

from archive.describing.graph import Graph
from archive.describing.social import Tag, name_in_order, written_by
from archive.describing.works import held_in, own_title
from archive.language import dates
from archive.schema import Publication
from archive.schema.fields import further
from archive.telling import types
from archive.telling.parts import Agent, Item

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
# Told of several fields, or in a form of their own; all others go by their rows.
_COMPOSED = ("title", "creators", "date", "publishers", "series", "number", "languages")
# The parts in an episode that Zotero's podcasts have.
_PODCAST = {"host": "z:podcasters", "guest": "z:guests"}


def author(agent: Agent) -> str:
    """Return a name as ``citation_author``: „Nováková, Jana“, „IOM Česká republika,“.

    A comma inside a corporate name would part it as well.
    """
    name = name_in_order(agent)
    if agent.person:
        # Of some we know only the surname; of two words it must not be parted either.
        return f"{name}," if name == agent.surname else name
    return f"{name.replace(', ', ' – ')},"


def _publishers(item: Item) -> list[Agent]:
    return [agent for agent in item.agents.get("publishers", ()) if not agent.role]


def authors(item: Item) -> list[str]:
    """Return the authors: the credited ones, or else who published the work."""
    return [author(agent) for agent in written_by(item, "creators") or _publishers(item)]


def publication_date(text: str | None) -> str:
    """Return a date as Scholar wants it: 2010/5/12, or the year alone."""
    if not text:
        return ""
    day = _DAY.match(text)
    if day:
        return "/".join(part.lstrip("0") for part in day.groups())
    years = dates.parse(text).years
    return str(years[0]) if years else ""


def _issue(item: Item) -> Iterator[Tag]:
    """Yield who issued a work, and its number, as the report or the book that it is."""
    record = item.record_of(Publication)
    is_report = types.zotero(record.type, record.isbn) == "report"
    for issuer in _publishers(item)[:1]:
        name = "citation_technical_report_institution" if is_report else "citation_publisher"
        yield Tag("name", name, issuer.name)
    if record.series:
        yield Tag("name", "citation_series_title", record.series)
    if record.number and is_report:
        yield Tag("name", "citation_technical_report_number", record.number)


def citation(graph: Graph, item: Item) -> Iterator[Tag]:
    """Yield the ``citation_*`` of a publication's page, or nothing where there must be none."""
    record, title = item.record_of(Publication), own_title(item, graph.language)
    names, date = authors(item), publication_date(record.date)
    if not (types.work(record.type).scholarly and names and date and title):
        return
    yield Tag("name", "citation_title", title)
    yield from (Tag("name", "citation_author", name) for name in names)
    yield Tag("name", "citation_publication_date", date)
    yield from _issue(item)
    for field, name in further(type(record), "highwire", _COMPOSED):
        yield from (Tag("name", name, value.code) for value in item.values.get(field, ()))
    yield Tag("name", "citation_language", graph.language)
    if held := held_in(item, graph.language):
        yield Tag("name", "citation_pdf_url", graph.site.absolute(held.href))


def zotero(graph: Graph, item: Item) -> Iterator[Tag]:
    """Yield what Zotero is to make of a page: the work itself, or a page about it."""
    if item.kind == "publications":
        record = item.record_of(Publication)
        kind = types.zotero(record.type, record.isbn)
        # The page in the language of the work's own title is that of the work.
        own = own_title(item, graph.language)
        yield Tag("name", "z:itemType", kind if own else "webpage")
    elif item.kind == "podcast" and not item.is_show:
        yield Tag("name", "z:itemType", "podcast")
        for agent in item.agents.get("people", ()):
            if agent.role in _PODCAST:
                yield Tag("name", _PODCAST[agent.role], name_in_order(agent))
