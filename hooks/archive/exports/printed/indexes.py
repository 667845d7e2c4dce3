"""The indexes at the end of the catalogue: themes, countries, organisations, each with marks."""

from __future__ import annotations

from collections.abc import Iterator

from archive.exports.printed.entries import Printer, Values, mark
from archive.language.collation import sort_key
from archive.telling.parts import Item

# What a reader can turn to; people are an index by themselves.
KINDS = ("projects", "publications", "podcast")


def _names(item: Item) -> dict[str, set[str]]:
    """Return the terms that an item names, by their vocabulary."""
    return {
        "themes": {theme.id for theme in item.themes},
        "countries": {country.id for country in item.countries},
        "organisations": {agent.organisation for agent in item.every_agent()},
    }


def every(printer: Printer) -> Iterator[Values]:
    """Yield the indexes in the order in which they stand, each as the language sorts."""
    named = [(mark(item.reference), _names(item)) for item in printer.archive.of(*KINDS)]
    for vocabulary in ("themes", "countries", "organisations"):
        lines = [
            {"text": printer.set(term.label), "entries": marks}
            for term in printer.archive.terms[vocabulary].values()
            if (marks := [entry for entry, names in named if term.id in names[vocabulary]])
        ]
        lines.sort(key=lambda line: sort_key(str(line["text"]), printer.language))
        yield {"title": printer.words[f"print_index_{vocabulary}"], "lines": lines}
