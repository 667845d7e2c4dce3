"""The schema of the archive: every field of every record, in one place.

Each field carries its Czech and English label, the element of Dublin Core and the
property of schema.org that it stands for, and an example that messages and manuals
show. The JSON Schema for editors and the field tables of the manuals derive from it.
"""

from archive.schema.catalogue import Person, Project, Publication
from archive.schema.episode import Episode
from archive.schema.fields import Credit
from archive.schema.history import Event
from archive.schema.item import Home, Item, Page, Record, Written
from archive.schema.kinds import KINDS
from archive.schema.languages import (
    COMPLETE_LANGUAGES,
    DEFAULT_LANGUAGE,
    FALLBACK_LANGUAGE,
    LANGUAGES,
)
from archive.schema.show import Show

__all__ = [
    "COMPLETE_LANGUAGES",
    "DEFAULT_LANGUAGE",
    "FALLBACK_LANGUAGE",
    "KINDS",
    "LANGUAGES",
    "Credit",
    "Episode",
    "Event",
    "Home",
    "Item",
    "Page",
    "Person",
    "Project",
    "Publication",
    "Record",
    "Show",
    "Written",
]
