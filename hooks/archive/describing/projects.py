"""Projects: organisations on time to schema.org, or events where they were held on days."""

from __future__ import annotations

from collections.abc import Iterator

from archive.describing import intervals
from archive.describing.fields import put_fields
from archive.describing.graph import Graph, Node, node, put
from archive.schema import Project
from archive.telling import types
from archive.telling.parts import Item

# Project is an Organization in schema.org: no dates, no coverage, no subject, no contributors.
PROJECT = {
    "date": "",
    "themes": "keywords",
    "countries": "areaServed",
    "concerns": "",
    "people": "member",
    "partners": "member",
}
EVENT = {"date": "", "countries": "location", "concerns": ""}
PROJECT_ROLES = {"commissioner": "sponsor"}
EVENT_ROLES = {
    "speaker": "performer",
    "organiser": "organizer",
    "commissioner": "sponsor",
}
_SCHEDULED = "https://schema.org/EventScheduled"


def _put_days(described: Node, date: str | None, names: tuple[str, str]) -> None:
    for name, value in zip(names, intervals.ends(date), strict=True):
        put(described, name, value)


def describe(graph: Graph, item: Item) -> Iterator[Node]:
    """Yield a project or an event."""
    record = item.record_of(Project)
    described = node(types.of_project(record.type), graph.thing(item.card))
    if types.is_event(record.type):
        put_fields(graph, described, item, EVENT, EVENT_ROLES)
        _put_days(described, record.date, ("startDate", "endDate"))
        # What was announced took place: no record tells of an event that was called off.
        described["eventStatus"] = _SCHEDULED
    else:
        put_fields(graph, described, item, PROJECT, PROJECT_ROLES)
        _put_days(described, record.date, ("foundingDate", "dissolutionDate"))
    put(described, "url", graph.page(item))
    put(described, "mainEntityOfPage", {"@id": graph.page(item)})
    yield described
