"""The values of a record in words: one teller for each type of value that the field table has.

The types are named in the rows (``schema.fields.Row.value``). What is a structure of its own,
such as chapters, is no line of text: the parts of an item tell it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from archive.content import facets, rights
from archive.schema import Credit, Episode, Project, Show
from archive.schema import Item as Record
from archive.schema.fields import Community, Correction, rows
from archive.schema.fields import stated as stated_in
from archive.schema.records import Entry
from archive.telling.parts import Value
from archive.telling.teller import Teller

T = TypeVar("T")


@dataclass(frozen=True)
class Stated:
    """What a record states in a field; ``vocabulary`` is where its identifiers come from."""

    name: str
    value: object
    record: Record
    vocabulary: str = ""

    @property
    def each(self) -> list[object]:
        """The value as a list, also where the field holds one alone."""
        return self.value if isinstance(self.value, list) else [self.value]

    @property
    def codes(self) -> list[str]:
        """Each value as the record spells it."""
        return [str(one) for one in self.each]

    def of(self, kind: type[T]) -> list[T]:
        """Return each value, which is of a type."""
        return [one for one in self.each if isinstance(one, kind)]


Tell = Callable[[Teller, Stated], list[Value]]


def _text(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(code) for code in stated.codes]


def _count(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.number(number)) for number in stated.of(int)]


def _flag(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.words["yes" if stated.value else "no"])]


def _isbn(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(code, identifier=f"ISBN {code}") for code in stated.codes]


def _doi(teller: Teller, stated: Stated) -> list[Value]:
    """Tell a DOI as the DOI Handbook asks: as the address that leads to the work."""
    addresses = {code: f"https://doi.org/{code}" for code in stated.codes}
    return [Value(code, address, identifier=address) for code, address in addresses.items()]


def _guid(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(code, identifier=f"urn:uuid:{code}") for code in stated.codes]


def _choice(teller: Teller, stated: Stated) -> list[Value]:
    """Tell a choice by the word that the interface has for it."""
    return [Value(teller.words[f"{stated.name}_{stated.value}"])]


def _date(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.date(one)) for one in stated.codes]


def _moment(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.date(one.date().isoformat())) for one in stated.of(dt.datetime)]


def _terms(teller: Teller, stated: Stated) -> list[Value]:
    """Tell identifiers by their labels: themes and countries lead to the pages of all they have."""
    if stated.vocabulary == "themes":
        return [teller.theme(theme) for theme in stated.codes]
    if stated.vocabulary == "countries":
        return [_country(teller, code) for code in stated.codes]
    terms = [teller.library.vocabularies[stated.vocabulary][one] for one in stated.codes]
    region = [term.told("region", teller.language) for term in terms]
    labels = [term.label(teller.language) for term in terms]
    return [Value(label, note=note) for label, note in zip(labels, region, strict=True)]


def _country(teller: Teller, code: str) -> Value:
    listing = teller.library.listings.get(facets.folder("country", code))
    href = listing.address(teller.language) if listing else ""
    return Value(teller.term("countries", code), href)


def _credits(teller: Teller, stated: Stated) -> list[Value]:
    return [teller.credit(credit, stated.record.people_notes) for credit in stated.of(Credit)]


def _languages(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.language_name(code)) for code in stated.codes]


def _projects(teller: Teller, stated: Stated) -> list[Value]:
    return [teller.link(teller.library.find(f"projects/{name}")) for name in stated.codes]


def _items(teller: Teller, stated: Stated) -> list[Value]:
    cards = [teller.card(item) for one in stated.codes if (item := teller.library.find(one))]
    return [Value(card.title, card.href, lang=card.lang) for card in cards]


def _sources(teller: Teller, stated: Stated) -> list[Value]:
    return [teller.source(source) for source in stated.codes]


def _community(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(community.name) for community in stated.of(Community)]


def _edition(teller: Teller, stated: Stated) -> list[Value]:
    derived = isinstance(stated.record, Project) and stated.record.edition_derived
    note = teller.words["edition_derived"] if derived else ""
    return [Value(teller.words["edition_number"].format(number=stated.value), note=note)]


def _number(teller: Teller, stated: Stated) -> list[Value]:
    # Of an episode; that of a work is what stands on it.
    unsure = isinstance(stated.record, Episode) and not stated.record.number_confirmed
    return [Value(str(stated.value), note=teller.words["number_unconfirmed"] if unsure else "")]


def _rights(teller: Teller, stated: Stated) -> list[Value]:
    term = teller.library.vocabularies["rights"][str(stated.value)]
    return [Value(term.label(teller.language), term.told("url", teller.language))]


def _license(teller: Teller, stated: Stated) -> list[Value]:
    assert isinstance(stated.record, Episode | Show)
    return [Value(str(stated.value), rights.license_of(stated.record))]


def _apps(teller: Teller, stated: Stated) -> list[Value]:
    assert isinstance(stated.record, Show)
    return [Value(name, address) for name, address in stated.record.apps.items()]


def _corrections(teller: Teller, stated: Stated) -> list[Value]:
    """Tell what was changed in a recording, and beside it when."""
    return [Value(one.note, note=teller.date(one.date)) for one in stated.of(Correction)]


def _structure(teller: Teller, stated: Stated) -> list[Value]:
    return []


TELLERS: dict[str, Tell] = {
    "address": _sources,
    "apps": _apps,
    "choice": _choice,
    "community": _community,
    "corrections": _corrections,
    "count": _count,
    "credits": _credits,
    "date": _date,
    "doi": _doi,
    "edition": _edition,
    "flag": _flag,
    "guid": _guid,
    "isbn": _isbn,
    "items": _items,
    "languages": _languages,
    "license": _license,
    "moment": _moment,
    "number": _number,
    "people": _text,
    "projects": _projects,
    "rights": _rights,
    "season": _text,
    "sources": _sources,
    "terms": _terms,
    "text": _text,
    # Structures.
    "chapters": _structure,
    "funding": _structure,
    "notes": _structure,
    "publisher": _structure,
    "trailers": _structure,
    "txt": _structure,
    "versions": _structure,
    "withdrawal": _structure,
}

# What a record says in its own words, and so in its own language.
_WRITTEN = ("community", "platforms", "frequency", "series")


def values(teller: Teller, entry: Entry[Record]) -> dict[str, list[Value]]:
    """Return what a record states, field by field, in the words of the teller's language."""
    edition = entry.edition(teller.language)
    record, found = edition.record, {}
    for name, row in rows(type(record)).items():
        value = stated_in(record, name)
        if value in (None, [], "", {}):
            continue
        kind, _, vocabulary = row.value.partition(":")
        stated = Stated(name, value, record, vocabulary)
        told = TELLERS[kind](teller, stated)
        raw = stated.each if len(stated.each) == len(told) else [value] * len(told)
        lang = edition.language if name in _WRITTEN and edition.language != teller.language else ""
        found[name] = [
            replace(one, raw=each, lang=lang or one.lang)
            for one, each in zip(told, raw, strict=True)
        ]
    return found
