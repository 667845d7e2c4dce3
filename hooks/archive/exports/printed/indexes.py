"""The indexes at the end of the catalogue: themes, countries, organisations, each with marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from archive.content.credits import credits_of
from archive.exports.printed.entries import Printer, Values, mark
from archive.language.collation import sort_key
from archive.schema.records import Entry

# What a reader can turn to; people are an index by themselves.
KINDS = ("projects", "publications", "podcast")


def _terms(entry: Entry[Any], vocabulary: str) -> Iterable[str]:
    if vocabulary == "organisations":
        return [
            credit.organisation for _, credit in credits_of(entry.record) if credit.organisation
        ]
    named: list[str] = getattr(entry.record, vocabulary)
    return named


def index(printer: Printer, vocabulary: str) -> list[Values]:
    """Return the terms of a vocabulary that entries use, sorted as the language sorts."""
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        for entry in printer.teller.library.of(kind).values():
            for term in dict.fromkeys(_terms(entry, vocabulary)):
                found.setdefault(term, []).append(mark(entry.reference))
    lines = [
        {"text": printer.set(printer.teller.term(vocabulary, term)), "entries": marks}
        for term, marks in found.items()
    ]
    return sorted(lines, key=lambda line: sort_key(str(line["text"]), printer.language))


def every(printer: Printer) -> Iterator[Values]:
    """Yield the indexes in the order in which they stand."""
    for vocabulary in ("themes", "countries", "organisations"):
        lines = index(printer, vocabulary)
        yield {"title": printer.words[f"print_index_{vocabulary}"], "lines": lines}
