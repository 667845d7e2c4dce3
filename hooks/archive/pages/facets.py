"""The facets of a list of items: their values, how often each occurs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archive.content.facets import NAMES
from archive.language.collation import sort_key
from archive.schema import KINDS
from archive.telling.archive import Archive
from archive.telling.parts import Item


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


def facet(archive: Archive, items: Sequence[Item], name: str) -> Facet:
    """Count the values of a facet over items."""
    told_as = {value.code: value for item in items for value in item.facets[name]}
    counts = Counter(value.code for item in items for value in item.facets[name])
    told = [Choice(raw, told_as[raw].text, n, told_as[raw].href) for raw, n in counts.items()]
    if order := _order(name):
        told.sort(key=lambda choice: order.index(choice.value))
    else:
        told.sort(key=lambda choice: (-choice.count, sort_key(choice.label, archive.language)))
    return Facet(name, archive.words[f"facet_{name}"], told)


__all__ = ["NAMES", "Choice", "Facet", "facet"]
