"""By what the catalogue can be narrowed: the facets, their values, and a page for each value.

An address names a value by its identifier, the same in every language: a link to a choice
means the same in Czech and in English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.content.library import credits_of
from archive.language import dates
from archive.language.collation import sort_key
from archive.schema import KINDS
from archive.schema.records import Entry
from archive.telling.teller import Teller

NAMES = ("kind", "theme", "type", "country", "language", "person", "holding")

# Where the list of a value stands; the people have pages of their own.
_PLACES = {
    "kind": "",
    "theme": "themes/",
    "country": "places/",
    "person": "people/",
    "type": "catalogue/type/",
    "language": "catalogue/language/",
    "holding": "catalogue/holding/",
    "year": "years/",
}


def _order(name: str) -> tuple[str, ...]:
    """Return the values of a facet that has an order of its own."""
    return {"kind": tuple(KINDS), "holding": ("file", "link", "none")}.get(name, ())


@dataclass(frozen=True)
class Choice:
    """A value of a facet: how many records have it, and the page that lists them."""

    value: str
    label: str
    count: int
    href: str


@dataclass(frozen=True)
class Facet:
    """A facet with the values that occur; the most frequent come first."""

    name: str
    label: str
    choices: list[Choice]


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


def years(entry: Entry[Any]) -> tuple[int, int] | None:
    """Return the first and the last year that are known of an item."""
    date = getattr(entry.record, "date", None)
    hidden = getattr(entry.record, "withdrawn", None)
    return dates.parse(date).years if date and not hidden else None


def label(teller: Teller, name: str, value: str) -> str:
    """Return the words for a value."""
    library = teller.library
    if name in ("theme", "country"):
        return teller.term({"theme": "themes", "country": "countries"}[name], value)
    if name == "type":
        works = value in library.vocabularies["publication-types"]
        return teller.term("publication-types" if works else "project-types", value)
    if name == "language":
        return teller.language_name(value)
    if name == "person":
        return str(library.of("people")[value].edition(teller.language).record.title)
    return teller.words[f"{name}_{value}"]


def place(name: str, value: str) -> str:
    """Return the folder of the page that lists a value, in the default language."""
    return _PLACES[name] + value.lower()


def href(teller: Teller, name: str, value: str) -> str:
    """Return the address of the page that lists a value."""
    return f"{teller.prefix}{place(name, value)}/"


def facet(teller: Teller, values: Iterable[Mapping[str, Sequence[str]]], name: str) -> Facet:
    """Count the values of a facet over items, each told by :func:`of`."""
    counts = Counter(value for each in values for value in each[name])
    told = [Choice(v, label(teller, name, v), n, href(teller, name, v)) for v, n in counts.items()]
    if known := _order(name):
        told.sort(key=lambda choice: known.index(choice.value))
    else:
        told.sort(key=lambda choice: (-choice.count, sort_key(choice.label, teller.language)))
    return Facet(name, teller.words[f"facet_{name}"], told)


__all__ = ["NAMES", "Choice", "Facet", "facet", "href", "label", "of", "place", "years"]
