"""Which type of schema.org, and of Zotero, each type of our vocabularies is: the one table.

A *scholarly* work is in the scope of Google Scholar (papers, technical reports, theses,
books), so its page carries ``citation_*``; a leaflet, film, website, press release or
podcast does not. A work with an ISBN is a book besides, whatever else it is, and is cited
as one: Zotero's reports have no ISBN (``citing.csl`` decides alike).

Zotero has no item for a toolkit or a strategy: both are reports of an institution.
``PressRelease`` is no type of schema.org; news is what journalists write.
A project is an organisation to schema.org, so it has no dates but those of its founding
and end; what is held on certain days is an event.
"""

from __future__ import annotations

from typing import NamedTuple

from archive.schema.kinds import KINDS
from archive.telling.parts import Card


class Work(NamedTuple):
    """A type of publication: its types in schema.org and Zotero, and whether it is Scholar's."""

    schema_org: tuple[str, ...]
    zotero: str
    scholarly: bool = False


WORKS = {
    "report": Work(("Report",), "report", True),
    "study": Work(("Report",), "report", True),
    "dtm-report": Work(("Report",), "report", True),
    "recommendations": Work(("Report",), "report", True),
    "strategy": Work(("Report",), "report", True),
    "toolkit": Work(("LearningResource",), "report", True),
    "book": Work(("Book",), "book", True),
    "proceedings": Work(("Book",), "book", True),
    "glossary": Work(("Book", "DefinedTermSet"), "book", True),
    "article": Work(("Article",), "webpage"),
    "leaflet": Work(("CreativeWork",), "document"),
    "press-release": Work(("Article",), "webpage"),
    "film": Work(("Movie",), "film"),
    "podcast": Work(("PodcastSeries",), "podcast"),
    "website": Work(("WebSite",), "webpage"),
}
# What a type is that the vocabulary has and this table lacks; a test finds it.
_OTHER_WORK = Work(("CreativeWork",), "document")

PROJECTS = {
    "research": "ResearchProject",
    "school": "EducationEvent",
    "conference": "ConferenceEvent",
    "event": "Event",
}
EVENTS = {"EducationEvent", "ConferenceEvent", "Event"}


def work(identifier: str) -> Work:
    """Return what a type of publication is."""
    return WORKS.get(identifier, _OTHER_WORK)


def of_work(identifier: str, isbn: str | None) -> tuple[str, ...]:
    """Return a publication's types in schema.org."""
    types = work(identifier).schema_org
    return (*types, "Book") if isbn and "Book" not in types else types


def of_project(identifier: str) -> str:
    """Return a project's type in schema.org."""
    return PROJECTS.get(identifier, "Project")


def of_card(card: Card) -> str | tuple[str, ...]:
    """Return the types in schema.org of what an item's pages describe."""
    if card.kind == "podcast":
        return "PodcastEpisode" if card.id else "PodcastSeries"
    if card.kind == "publications":
        return of_work(card.type, card.isbn)
    return of_project(card.type) if card.kind == "projects" else KINDS[card.kind].schema_org


def zotero(identifier: str, isbn: str | None) -> str:
    """Return a publication's type in Zotero."""
    kind = work(identifier).zotero
    return "book" if isbn and kind == "report" else kind


def is_event(identifier: str) -> bool:
    """Tell whether a type of project is an event."""
    return of_project(identifier) in EVENTS
