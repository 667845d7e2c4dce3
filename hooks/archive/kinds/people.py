"""People who appear in the archive."""

from __future__ import annotations

from archive.schema import Person
from archive.schema.fields import rows
from archive.schema.kinds import Kind

PEOPLE = Kind(
    "people",
    Person,
    word="person",
    anchor="person",
    # What a person did is told by the items.
    left_out=tuple(rows(Person)),
    front="letter",
    is_work=False,
    schema_org="Person",
    menu=6,
)
