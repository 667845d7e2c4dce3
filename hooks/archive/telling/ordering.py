"""The orders in which lists show items."""

from __future__ import annotations

from collections.abc import Iterable

from archive.language.collation import sort_key
from archive.schema import DEFAULT_LANGUAGE
from archive.telling.parts import Card, Item


def by_title(cards: Iterable[Card], language: str) -> list[Card]:
    """Return cards by their titles, as the language sorts."""
    return sorted(cards, key=lambda card: sort_key(card.title, language))


def by_date(items: Iterable[Item], *, newest_first: bool = True) -> list[Card]:
    """Return items as cards, sorted by date; the undated come last."""

    def key(item: Item) -> tuple[int, str, str]:
        day = (item.date.first or item.date.last) if item.date else None
        order = (-day.toordinal() if newest_first else day.toordinal()) if day else 10**7
        # The same order in every language.
        return (order, item.titles[DEFAULT_LANGUAGE].text, item.id)

    return [item.card for item in sorted(items, key=key)]
