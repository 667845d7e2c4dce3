"""The archive by country, by town and by year: complete lists of links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.content import source_marks
from archive.language import dates
from archive.language.collation import sort_key
from archive.language.typography import plain
from archive.schema import KINDS
from archive.schema.records import Entry
from archive.schema.vocabulary import Term
from archive.telling.parts import Card, Group, Happening, Value
from archive.telling.teller import Teller
from archive.telling.timeline import Told

# Towns are looked for in the texts of this language, whose names of places keep their form.
_UNDECLINED = "en"


def records(teller: Teller, number: int) -> str:
    """Return a number of records in words."""
    return f"{teller.number(number)} {teller.plural('count_records', number)}"


# -- countries and towns --------------------------------------------------------------


def by_country(teller: Teller) -> dict[str, list[Entry[Any]]]:
    """Return the items of each country, by the names of the countries."""
    found: dict[str, list[Entry[Any]]] = {}
    for entry in teller.library.every():
        for code in entry.record.countries:
            found.setdefault(code, []).append(entry)

    def name(code: str) -> Any:
        return sort_key(teller.term("countries", code), teller.language)

    return {code: found[code] for code in sorted(found, key=name)}


def _names(town: Term) -> list[str]:
    """Return what the texts call a town."""
    return [str(name) for name in town.more.get("named") or [town.label(_UNDECLINED)]]


def _is_named(names: Sequence[str], text: str) -> bool:
    """Tell whether a text names a town; offices called after one (IOM Prague) are no place."""
    # Most texts name no town: the plain look spares them the pattern.
    return any(
        re.search(rf"(?<!IOM )(?<!\w){re.escape(name)}(?!\w)", text)
        for name in names
        if name in text
    )


def _words_of(entry: Entry[Any]) -> str:
    edition = entry.edition(_UNDECLINED)
    record = edition.record
    body = source_marks.without(edition.body)
    return plain(" ".join([record.title, record.description, *record.notes, body]))


@dataclass(frozen=True)
class NamedTown:
    """A town with coordinates, and the items and events that name it."""

    term: Term
    entries: Sequence[Entry[Any]]
    events: Sequence[Happening]


def by_town(teller: Teller, told: Sequence[Told]) -> list[NamedTown]:
    """Return the towns that records name, by their names."""
    texts = [(entry, _words_of(entry)) for entry in teller.library.every()]
    found = []
    for term in teller.library.vocabularies["places"].values():
        names = _names(term)
        entries = [entry for entry, text in texts if _is_named(names, text)]
        events = [h for event, h in told if _is_named(names, event.event.get(_UNDECLINED, ""))]
        if {"lat", "lon"} <= set(term.more) and (entries or events):
            found.append(NamedTown(term, entries, events))
    return sorted(found, key=lambda t: sort_key(t.term.label(teller.language), teller.language))


def _where(teller: Teller, term: Term) -> str:
    """Return the region of a town, or its country."""
    code = str(term.more.get("country", ""))
    known = code in teller.library.vocabularies["countries"]
    region = term.told("region", teller.language)
    return region or (teller.term("countries", code) if known else "")


def places(teller: Teller, told: Sequence[Told]) -> list[Group]:
    """Return two groups of groups: the countries and the towns with what names them."""
    countries = [
        Group(
            f"c-{code.lower()}",
            teller.term("countries", code),
            teller.cards(entries),
            more=Value("", f"{teller.prefix}places/{code.lower()}/"),
        )
        for code, entries in by_country(teller).items()
    ]
    towns = [
        Group(
            f"t-{town.term.id}",
            teller.term("places", town.term.id),
            [*teller.cards(town.entries), *(_event_card(teller, h) for h in town.events)],
            _where(teller, town.term),
        )
        for town in by_town(teller, told)
    ]
    words = teller.words
    return [
        Group("countries", words["places_countries"], countries),
        Group("towns", words["places_towns"], towns),
    ]


# -- years ----------------------------------------------------------------------------


def _event_card(teller: Teller, told: Happening) -> Card:
    """Return an event as a list shows it, with a link to its place in the timeline."""
    href = f"{teller.prefix}history/#{told.id}"
    return Card(href, told.text, "events", teller.words["event"], told.date, "")


def _linked(teller: Teller, one: Card | Happening) -> Card:
    return _event_card(teller, one) if isinstance(one, Happening) else one


def years_in(text: str) -> range:
    """Return the years that a date says something of; what it leaves open is not filled in."""
    span = dates.parse(text)
    if span.first and span.last:
        return range(span.first.year, span.last.year + 1)
    known = span.first or span.last
    return range(known.year, known.year + 1) if known else range(0)


def years_of(entry: Entry[Any]) -> range:
    """Return the years of an item; a person has none, nor has what was withdrawn."""
    date = None if getattr(entry.record, "withdrawn", None) else entry.record.date
    return years_in(date) if date and entry.kind != "people" else range(0)


def of_year(teller: Teller, told: Sequence[Told], year: int) -> list[Group]:
    """Return the projects, works, episodes and events of a year."""
    groups = []
    for kind in KINDS:
        found = [e for e in teller.library.of(kind).values() if year in years_of(e)]
        if found:
            cards = teller.by_date(found, newest_first=False)
            groups.append(Group(kind, teller.words[f"kind_{kind}"], cards))
    happenings = [happening for _, happening in told if year in years_in(happening.edtf)]
    if happenings:
        groups.append(Group("events", teller.words["years_events"], happenings))
    return groups


def years(teller: Teller, events: Sequence[Told]) -> list[Group]:
    """Return a group for every year: its projects, publications, episodes and events."""
    named = {year for entry in teller.library.every() for year in years_of(entry)}
    named |= {year for _, happening in events for year in years_in(happening.edtf)}
    groups = []
    for year in sorted(named):
        parts = [
            Group(f"y{year}-{part.id}", part.title, [_linked(teller, one) for one in part.cards])
            for part in of_year(teller, events, year)
        ]
        more = Value("", f"{teller.prefix}years/{year}/")
        groups.append(Group(f"y{year}", str(year), parts, more=more))
    return groups


__all__ = [
    "NamedTown", "by_country", "by_town", "of_year", "places", "years", "years_in",
    "years_of",
]  # fmt: skip
