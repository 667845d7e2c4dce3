"""Projects: organisations on time to schema.org, or events where they were held on days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archive.describing import spans, types
from archive.describing.fields import put_fields
from archive.describing.graph import Graph, Node, node, put
from archive.schema.records import Entry

# Project is an Organization in schema.org: no dates, no coverage, no contributors.
PROJECT = {
    "date": "",
    "themes": "keywords",
    "countries": "areaServed",
    "people": "member",
    "partners": "member",
}
EVENT = {"date": "", "countries": "location"}
PROJECT_ROLES = {"commissioner": "sponsor"}
EVENT_ROLES = {
    "speaker": "performer",
    "organiser": "organizer",
    "commissioner": "sponsor",
}
_SCHEDULED = "https://schema.org/EventScheduled"


def _put_days(described: Node, record: Any, names: tuple[str, str]) -> None:
    for name, value in zip(names, spans.ends(record.date), strict=True):
        put(described, name, value)


def describe(graph: Graph, entry: Entry[Any]) -> Iterator[Node]:
    """Yield a project or an event."""
    record = entry.edition(graph.language).record
    is_event = types.is_event(record.type)
    described = node(types.of_project(record.type), graph.thing(entry))
    put(described, "additionalType", graph.label("project-types", record.type))
    if is_event:
        put_fields(graph, described, entry, EVENT, EVENT_ROLES)
        _put_days(described, record, ("startDate", "endDate"))
        # What was announced took place: no record tells of an event that was called off.
        described["eventStatus"] = _SCHEDULED
    else:
        put_fields(graph, described, entry, PROJECT, PROJECT_ROLES)
        _put_days(described, record, ("foundingDate", "dissolutionDate"))
    put(described, "url", graph.page(entry))
    put(described, "mainEntityOfPage", {"@id": graph.page(entry)})
    yield described
