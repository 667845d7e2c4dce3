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

from archive.content.library import Library
from archive.content.settings import Site
from archive.drawing import bars
from archive.language.collation import sort_key
from archive.language.typography import plain, typeset
from archive.schema import LANGUAGES
from archive.schema.records import Entry
from archive.telling import facets
from archive.telling.teller import Teller

# As many rows as a filter shows at once; further ones stand on pages of their own.
PAGE = 30
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


Listed = tuple[Entry[Any], Row]


def in_order(teller: Teller) -> list[Entry[Any]]:
    """Return every record by its title, as the language sorts."""

    def key(entry: Entry[Any]) -> tuple[Any, str]:
        title = entry.edition(teller.language).record.title
        return (sort_key(title, teller.language), entry.reference)

    return sorted(teller.library.every(), key=key)


def row(teller: Teller, entry: Entry[Any]) -> Row:
    """Return a record as a row: what it is, when, its title, its people, themes, holding."""
    card, values = teller.card(entry), facets.of(entry)
    values["person"] = values["person"][:_NAMED]
    parts = [", ".join(facets.label(teller, name, v) for v in values[name]) for name in _NOTED]
    note = " · ".join(part for part in parts if part)
    acronym = card.acronym if card.acronym not in card.title else ""
    return Row(card.href, card.title, card.lang, acronym, card.label, card.date, note)


def pages(total: int) -> int:
    """Return how many pages so many records fill."""
    return max(1, -(-total // PAGE))


def page(teller: Teller, number: int) -> list[Row]:
    """Return the rows of a page; the first is 1."""
    shown = in_order(teller)[(number - 1) * PAGE : number * PAGE]
    return [row(teller, entry) for entry in shown]


def choices(teller: Teller) -> list[facets.Facet]:
    """Return the facets of the whole catalogue."""
    values = [facets.of(entry) for entry in teller.library.every()]
    return [facets.facet(teller, values, name) for name in facets.NAMES]


def years(teller: Teller) -> bars.Bars | None:
    """Draw how many records every year has; nothing where no record has a year."""
    spans = [span for entry in teller.library.every() if (span := facets.years(entry))]
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


def _words(teller: Teller) -> dict[str, str]:
    """Return what the script says."""
    names = (
        "chosen clear clear_all more_rows nothing nothing_without show_rows from to words "
        "within_facet and_more"
    )
    told = {name: teller.words[f"facets_{name}"] for name in names.split()}
    forms = ("one", "few", "many", "other")
    plurals = {form: teller.words.get(f"count_records_{form}", "") for form in forms}
    return told | {form: word for form, word in plurals.items() if word}


def listed(teller: Teller) -> list[Listed]:
    """Return every record with its row, by its title."""
    return [(entry, row(teller, entry)) for entry in in_order(teller)]


def index(teller: Teller, shelf: Sequence[Listed]) -> dict[str, Any]:
    """Return the index of the catalogue in a language, with its texts set: a script shows them."""
    entries, rows = [entry for entry, _ in shelf], [row for _, row in shelf]
    values = [facets.of(entry) for entry in entries]
    told = []
    for one in choices(teller):
        at = {choice.value: number for number, choice in enumerate(one.choices)}
        told.append(
            {
                "name": one.name,
                "label": one.label,
                "values": [choice.value for choice in one.choices],
                "labels": [typeset(choice.label, teller.language) for choice in one.choices],
                "rows": _columns([[at[v] for v in row[one.name]] for row in values]),
            }
        )
    spans = [facets.years(entry) or (0, 0) for entry in entries]
    return {
        "total": len(entries),
        "facets": told,
        "ids": [entry.id for entry in entries],
        "titles": [typeset(row.title, row.lang or teller.language) for row in rows],
        "acronyms": {n: row.acronym for n, row in enumerate(rows) if row.acronym},
        "langs": {n: row.lang for n, row in enumerate(rows) if row.lang},
        "kinds": _coded([typeset(row.label, teller.language) for row in rows]),
        "dates": _coded([typeset(row.date, teller.language) for row in rows]),
        "from": [span[0] for span in spans],
        "to": [span[1] for span in spans],
        "words": _words(teller),
    }


def words(teller: Teller, shelf: Sequence[Listed]) -> list[str]:
    """Return the words of each record, each once and folded, for what a reader types."""
    found = []
    for entry, said in shelf:
        record = entry.edition(teller.language).record
        parts = [said.title, said.acronym, said.label, said.note, said.date]
        if not getattr(record, "withdrawn", None):
            parts += [record.description, *record.title_variants]
        # Non-breaking spaces part words too.
        found.append(" ".join(dict.fromkeys(_folded(plain(" ".join(parts))).split())))
    return found


def write(library: Library, site: Site) -> dict[str, bytes]:
    """Return the index and the words of the catalogue in each language, by path."""
    written = {}
    for language in LANGUAGES:
        teller = Teller(library, site, language)
        shelf = listed(teller)
        for name, told in (("facets", index(teller, shelf)), ("words", words(teller, shelf))):
            text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            written[f"{teller.prefix}catalogue/{name}.json"] = f"{text}\n".encode()
    return written


__all__ = [
    "PAGE",
    "Row",
    "choices",
    "in_order",
    "index",
    "listed",
    "page",
    "pages",
    "row",
    "words",
    "write",
    "years",
]
