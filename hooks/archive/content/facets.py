"""By what records can be narrowed: the facets, and the values of a record in each.

An address names a value by its identifier, the same in every language: a link to a choice
means the same in Czech and in English.
"""

from __future__ import annotations

from archive.language import dates
from archive.schema import Credit, Episode, Item
from archive.schema.fields import rows, stated
from archive.schema.records import Entry

NAMES = ("kind", "theme", "type", "country", "language", "person", "holding")

# Where the list of a value stands; the people have pages of their own.
_FOLDERS = {
    "kind": "",
    "theme": "themes/",
    "country": "places/",
    "person": "people/",
    "type": "catalogue/type/",
    "language": "catalogue/language/",
    "holding": "catalogue/holding/",
    "year": "years/",
}


def folder(name: str, value: str) -> str:
    """Return the folder of the page that lists a value, in the default language."""
    return _FOLDERS[name] + value.lower()


def _stated(value: object) -> list[str]:
    """Return what a field states, each value by itself: of credits, the people."""
    each: list[object] = value if isinstance(value, list) else [value]
    people = (one.person if isinstance(one, Credit) else one for one in each)
    return [str(one) for one in people if one]


def of(entry: Entry[Item]) -> dict[str, list[str]]:
    """Return the values of an item in each facet; of a withdrawn one only its kind is told.

    The rows of the field table say which fields a facet takes, such as a country from where
    it happened and from whom it concerns.
    """
    record = entry.record
    found: dict[str, list[str]] = {name: [] for name in NAMES} | {"kind": [entry.kind]}
    if record.gone:
        return found
    for name, row in rows(type(record)).items():
        if facet := row.names.facet:
            found[facet] += _stated(stated(record, name))
    if isinstance(record, Episode):
        # A stand-in is not the work: the archive waits for the original.
        found["holding"] = ["file" if record.recording == "original" else "none"]
    return {name: list(dict.fromkeys(values)) for name, values in found.items()}


def years_of(entry: Entry[Item]) -> range:
    """Return the years of an item; a person has none, nor has what was withdrawn."""
    date = None if entry.record.gone else entry.record.date
    return dates.parse(date).covered if date and entry.kind != "people" else range(0)
