"""The towns that records and events name, found in their texts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from archive.content import source_marks
from archive.language.collation import sort_key
from archive.language.typography import plain
from archive.schema import Item as Record
from archive.schema.records import Entry
from archive.schema.vocabulary import Term
from archive.telling.parts import Card, Happening, Town
from archive.telling.teller import Teller

# Towns are looked for in the texts of this language, whose names of places keep their form.
_UNDECLINED = "en"


def _names(town: Term) -> list[str]:
    """Return what the texts call a town."""
    named = town.more.get("named")
    return [*map(str, named)] if isinstance(named, list) else [town.label(_UNDECLINED)]


def _is_named(names: Sequence[str], text: str) -> bool:
    """Tell whether a text names a town; offices called after one (IOM Prague) are no place."""
    # Most texts name no town: the plain look spares them the pattern.
    return any(
        re.search(rf"(?<!IOM )(?<!\w){re.escape(name)}(?!\w)", text)
        for name in names
        if name in text
    )


def _words_of(entry: Entry[Record]) -> str:
    edition = entry.edition(_UNDECLINED)
    record = edition.record
    body = source_marks.without(edition.body)
    return plain(" ".join([record.title, record.description, *record.notes, body]))


def _where(teller: Teller, town: Term) -> str:
    """Return the region of a town, or its country."""
    code = str(town.more.get("country", ""))
    known = code in teller.library.vocabularies["countries"]
    region = town.told("region", teller.language)
    return region or (teller.term("countries", code) if known else "")


def named(teller: Teller, cards: Mapping[str, Card], events: Sequence[Happening]) -> list[Town]:
    """Return the towns with coordinates that anything names, by their names."""
    texts = [(entry.reference, _words_of(entry)) for entry in teller.library.every()]
    found = []
    for term in teller.library.vocabularies["places"].values():
        names = _names(term)
        items = [cards[reference] for reference, text in texts if _is_named(names, text)]
        dated = [h for h in events if _is_named(names, h.raw.event.get(_UNDECLINED, ""))]
        if (spot := term.spot) and (items or dated):
            label = term.label(teller.language)
            found.append(Town(term.id, label, _where(teller, term), *spot, items, dated))
    return sorted(found, key=lambda town: sort_key(town.name, teller.language))
