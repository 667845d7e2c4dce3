"""The values of a record in words: one teller for each type of value that the field table has.

The types are named in the rows (``schema.fields.Row.value``). What is a structure of its own,
such as chapters, is no line of text: the parts of an item tell it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from archive.content import facets
from archive.schema import Episode, licenses
from archive.schema import Item as Record
from archive.schema.fields import rows
from archive.schema.records import Entry
from archive.telling.parts import Value
from archive.telling.teller import Teller


@dataclass(frozen=True)
class Stated:
    """What a record states in a field; ``vocabulary`` is where its identifiers come from."""

    name: str
    value: Any
    record: Any
    vocabulary: str = ""

    @property
    def each(self) -> list[Any]:
        """The value as a list, also where the field holds one alone."""
        return self.value if isinstance(self.value, list) else [self.value]


Tell = Callable[[Teller, Stated], list[Value]]


def _text(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(str(one)) for one in stated.each]


def _count(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.number(stated.value))]


def _flag(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.words["yes" if stated.value else "no"])]


def _isbn(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(stated.value, identifier=f"ISBN {stated.value}")]


def _doi(teller: Teller, stated: Stated) -> list[Value]:
    """Tell a DOI as the DOI Handbook asks: as the address that leads to the work."""
    address = f"https://doi.org/{stated.value}"
    return [Value(stated.value, address, identifier=address)]


def _guid(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(stated.value, identifier=f"urn:uuid:{stated.value}")]


def _choice(teller: Teller, stated: Stated) -> list[Value]:
    """Tell a choice by the word that the interface has for it."""
    return [Value(teller.words[f"{stated.name}_{stated.value}"])]


def _date(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.date(one)) for one in stated.each]


def _moment(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.date(stated.value.date().isoformat()))]


def _terms(teller: Teller, stated: Stated) -> list[Value]:
    """Tell identifiers by their labels: themes and countries lead to the pages of all they have."""
    if stated.vocabulary == "themes":
        return [teller.theme(theme) for theme in stated.each]
    if stated.vocabulary == "countries":
        return [_country(teller, code) for code in stated.each]
    terms = [teller.library.vocabularies[stated.vocabulary][one] for one in stated.each]
    region = [term.told("region", teller.language) for term in terms]
    labels = [term.label(teller.language) for term in terms]
    return [Value(label, note=note) for label, note in zip(labels, region, strict=True)]


def _country(teller: Teller, code: str) -> Value:
    listing = teller.library.listings.get(facets.folder("country", code))
    href = listing.address(teller.language) if listing else ""
    return Value(teller.term("countries", code), href)


def _credits(teller: Teller, stated: Stated) -> list[Value]:
    return [teller.credit(credit, stated.record.people_notes) for credit in stated.value]


def _languages(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(teller.language_name(code)) for code in stated.each]


def _projects(teller: Teller, stated: Stated) -> list[Value]:
    return [teller.link(teller.library.find(f"projects/{name}")) for name in stated.value]


def _items(teller: Teller, stated: Stated) -> list[Value]:
    cards = [teller.card(item) for one in stated.value if (item := teller.library.find(one))]
    return [Value(card.title, card.href, lang=card.lang) for card in cards]


def _sources(teller: Teller, stated: Stated) -> list[Value]:
    return [teller.source(source) for source in stated.each]


def _community(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(stated.value.name)]


def _edition(teller: Teller, stated: Stated) -> list[Value]:
    note = teller.words["edition_derived"] if stated.record.edition_derived else ""
    return [Value(teller.words["edition_number"].format(number=stated.value), note=note)]


def _number(teller: Teller, stated: Stated) -> list[Value]:
    # Of an episode; that of a work is what stands on it.
    unsure = isinstance(stated.record, Episode) and not stated.record.number_confirmed
    return [Value(str(stated.value), note=teller.words["number_unconfirmed"] if unsure else "")]


def _rights(teller: Teller, stated: Stated) -> list[Value]:
    term = teller.library.vocabularies["rights"][stated.value]
    return [Value(term.label(teller.language), term.told("url", teller.language))]


def _license(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(stated.value, licenses.address(stated.value, stated.record.license_url))]


def _apps(teller: Teller, stated: Stated) -> list[Value]:
    return [Value(name, address) for name, address in stated.value.items()]


def _corrections(teller: Teller, stated: Stated) -> list[Value]:
    """Tell what was changed in a recording, and beside it when."""
    return [Value(one.note, note=teller.date(one.date)) for one in stated.value]


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
        value = getattr(record, name)
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
