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
    menu=2,
    schema_org="Project",
)
