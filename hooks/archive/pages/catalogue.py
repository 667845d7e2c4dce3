"""The catalogue: every record in one list by title, in pages, and the index for its facets.

The pages are whole without scripts. A script loads the index on first use: columns of
integers into lists of values, in the order of the titles, so that ten thousand records
are a few hundred kilobytes and are counted in one pass (``facets.js``).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive.content.listings import ROWS as PAGE
from archive.drawing import bars
from archive.language.collation import sort_key
from archive.language.typography import plain, typeset
from archive.pages.facets import NAMES, Facet, facet
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item

# So many people are named in a row.
_NAMED = 3
_MARKS = re.compile("[\u0300-\u036f]")
_NOTED = ("person", "theme", "holding")


@dataclass(frozen=True)
class Row:
    """A record as the catalogue lists it."""

    href: str
    title: str
    lang: str
    acronym: str
    label: str
    date: str
    note: str


def in_order(archive: Archive) -> list[Item]:
    """Return every record by its title, as the language sorts."""

    def key(item: Item) -> tuple[Any, str]:
        return (sort_key(item.title, archive.language), item.reference)

    return sorted(archive.items.values(), key=key)


def row(item: Item) -> Row:
    """Return a record as a row: what it is, when, its title, its people, themes, holding."""
    card, values = item.card, {**item.facets, "person": item.facets["person"][:_NAMED]}
    parts = [", ".join(value.text for value in values[name]) for name in _NOTED]
    note = " · ".join(part for part in parts if part)
    acronym = card.acronym if card.acronym not in card.title else ""
    return Row(card.href, card.title, card.lang, acronym, card.label, card.date, note)


def page(archive: Archive, number: int) -> list[Row]:
    """Return the rows of a page; the first is 1."""
    return [row(item) for item in in_order(archive)[(number - 1) * PAGE : number * PAGE]]


def choices(archive: Archive) -> list[Facet]:
    """Return the facets of the whole catalogue."""
    items = list(archive.items.values())
    return [facet(archive, items, name) for name in NAMES]


def years(archive: Archive) -> bars.Bars | None:
    """Draw how many records every year has; nothing where no record has a year."""
    spans = [item.date.years for item in archive.items.values() if item.date and item.date.years]
    if not spans:
        return None
    counts = Counter(year for first, last in spans for year in range(first, last + 1))
    return bars.draw(counts, min(counts), max(counts), max(counts.values()))


# -- the index --------------------------------------------------------------------------


def _folded(text: str) -> str:
    """Return text in small letters without their marks, as the script folds what is typed."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text)).lower()


def _columns(values: Sequence[Sequence[int]]) -> list[int | list[int]]:
    """Write rows with one value as that value."""
    return [row[0] if len(row) == 1 else list(row) for row in values]


def _coded(texts: Sequence[str]) -> dict[str, list[Any]]:
    """Return texts that repeat as a list of them and a column of numbers."""
    known = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    return {"values": list(known), "rows": [known[text] for text in texts]}


def _words(archive: Archive) -> dict[str, str]:
    """Return what the script says."""
    names = (
        "chosen clear clear_all more_rows nothing nothing_without show_rows from to words "
        "within_facet and_more"
    )
    told = {name: archive.words[f"facets_{name}"] for name in names.split()}
    forms = ("one", "few", "many", "other")
    plurals = {form: archive.words.get(f"count_records_{form}", "") for form in forms}
    return told | {form: word for form, word in plurals.items() if word}


def _facet(items: Sequence[Item], one: Facet, language: str) -> dict[str, Any]:
    at = {choice.value: number for number, choice in enumerate(one.choices)}
    return {
        "name": one.name,
        "label": one.label,
        "values": [choice.value for choice in one.choices],
        "labels": [typeset(choice.label, language) for choice in one.choices],
        "rows": _columns([[at[value.code] for value in item.facets[one.name]] for item in items]),
    }


def index(archive: Archive) -> dict[str, Any]:
    """Return the index of the catalogue in a language, with its texts set: a script shows them."""
    items, language = in_order(archive), archive.language
    rows = [row(item) for item in items]
    spans = [(item.date and item.date.years) or (0, 0) for item in items]
    return {
        "total": len(items),
        "facets": [_facet(items, one, language) for one in choices(archive)],
        "ids": [item.id for item in items],
        "titles": [typeset(row.title, row.lang or language) for row in rows],
        "acronyms": {n: row.acronym for n, row in enumerate(rows) if row.acronym},
        "langs": {n: row.lang for n, row in enumerate(rows) if row.lang},
        "kinds": _coded([typeset(row.label, language) for row in rows]),
        "dates": _coded([typeset(row.date, language) for row in rows]),
        "from": [span[0] for span in spans],
        "to": [span[1] for span in spans],
        "words": _words(archive),
    }


def words(archive: Archive) -> list[str]:
    """Return the words of each record, each once and folded, for what a reader types."""
    found = []
    for item in in_order(archive):
        said = row(item)
        parts = [said.title, said.acronym, said.label, said.note, said.date]
        parts += [item.description, *item.variants[item.written]]
        # Non-breaking spaces part words too.
        found.append(" ".join(dict.fromkeys(_folded(plain(" ".join(parts))).split())))
    return found


def write(archives: Archives) -> dict[str, bytes]:
    """Return the index and the words of the catalogue in each language, by path."""
    written = {}
    for archive in archives.values():
        for name, told in (("facets", index(archive)), ("words", words(archive))):
            text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            written[f"{archive.prefix}catalogue/{name}.json"] = f"{text}\n".encode()
    return written


__all__ = ["PAGE", "Row", "choices", "in_order", "index", "page", "row", "words", "write", "years"]
