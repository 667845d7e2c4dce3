"""By what records can be narrowed: the facets, and the values of a record in each.

An address names a value by its identifier, the same in every language: a link to a choice
means the same in Czech and in English.
"""

from __future__ import annotations

from typing import Any

from archive.content.credits import credits_of
from archive.language import dates
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


def _holding(record: Any) -> list[str]:
    if hasattr(record, "holding"):
        return [record.holding]
    if hasattr(record, "recording"):
        # A stand-in is not the work: the archive waits for the original.
        return ["file" if record.recording == "original" else "none"]
    return []


def of(entry: Entry[Any]) -> dict[str, list[str]]:
    """Return the values of an item in each facet; of a withdrawn one only its kind is told."""
    record = entry.record
    if getattr(record, "withdrawn", None):
        return {name: [entry.kind] if name == "kind" else [] for name in NAMES}
    languages = getattr(record, "languages", None) or [getattr(record, "language", None)]
    people = dict.fromkeys(credit.person for _, credit in credits_of(record) if credit.person)
    return {
        "kind": [entry.kind],
        "theme": list(record.themes),
        "type": [record.type] if hasattr(record, "type") else [],
        "country": list(record.countries),
        "language": [language for language in languages if language],
        "person": list(people),
        "holding": _holding(record),
    }


def years_of(entry: Entry[Any]) -> range:
    """Return the years of an item; a person has none, nor has what was withdrawn."""
    date = None if getattr(entry.record, "withdrawn", None) else entry.record.date
    return dates.parse(date).covered if date and entry.kind != "people" else range(0)
