"""Works that the office issued, took part in, or that belong to its story."""

from __future__ import annotations

from archive.schema import Publication
from archive.schema.kinds import Kind

PUBLICATIONS = Kind(
    "publications",
    Publication,
    word="publication",
    anchor="work",
    facts=(
        *("creators", "people", "publishers", "date", "series", "number", "languages"),
        *("projects", "funders", "themes", "countries", "pages", "isbn", "rights", "scope"),
        *("holding", "link"),
    ),
    types="publication-types",
    menu=3,
    has_list_of_citations=True,
    of_project="outputs",
    of_person=2,
)
