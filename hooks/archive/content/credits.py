"""Whom a record credits, and with what."""

from __future__ import annotations

from collections.abc import Iterator

from archive.schema import Credit, Item
from archive.schema.fields import stated

# The fields of credits, each with the role that a credit without one means.
CREDITS = {
    "people": "contributor",
    "creators": "author",
    "partners": "partner",
    "funders": "funder",
    "publishers": "publisher",
    "production": "production",
}


def of_field(record: Item, name: str) -> list[Credit]:
    """Return the credits that a record has in a field."""
    told = stated(record, name)
    return [one for one in told if isinstance(one, Credit)] if isinstance(told, list) else []


def credits_of(record: Item) -> Iterator[tuple[str, Credit]]:
    """Yield every credit of a record with the role it means."""
    for name, role in CREDITS.items():
        for credit in of_field(record, name):
            yield credit.role or role, credit
