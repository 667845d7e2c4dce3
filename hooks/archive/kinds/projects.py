"""Projects, campaigns, schools and services of the office."""

from __future__ import annotations

from archive.schema import Project
from archive.schema.kinds import Kind

PROJECTS = Kind(
    "projects",
    Project,
    word="project",
    anchor="project",
    facts=(
        *("acronym", "date", "edition", "themes", "countries", "partners", "funders", "people"),
        *("evidence", "in_old_navigation"),
    ),
    types="project-types",
    front="theme",
    menu=2,
    has_list_of_citations=True,
    of_person=3,
    schema_org="Project",
)
