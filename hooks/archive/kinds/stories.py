"""Long reads of the archive's own: a question, people, an answer, and what is not known."""

from __future__ import annotations

from archive.schema.item import Record
from archive.schema.kinds import Kind


class Story(Record):
    """A long read, written by the archive from its own records."""


STORIES = Kind(
    "stories",
    Story,
    word="long_read",
    anchor="story",
    facts=("date", "themes", "countries", "people"),
    schema_org="Article",
    front="number",
    menu=4,
    of_person=5,
)
