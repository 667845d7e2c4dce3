"""What a format says beside what the record says; each difference as a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from agreement.record import Said

Fields = dict[str, Any]


def same(value: Any) -> Any:
    """Return a value as it is compared: a non-breaking space is a space, nothing is nothing."""
    if isinstance(value, str):
        return value.replace("\u00a0", " ")
    if isinstance(value, list | tuple):
        return [same(one) for one in value]
    return "" if value is None else value


def differences(form: str, said: Said, expected: Fields, told: Fields) -> Iterator[str]:
    """Yield each field in which a format and the record differ, with both values."""
    for field in sorted(expected.keys() | told.keys()):
        right, found = (same(side.get(field, "(no such field)")) for side in (expected, told))
        if right != found:
            yield (
                f"{said.entry.reference} [{said.language}] {form}, {field}:"
                f" the record says {right!r}, {form} says {found!r}"
            )
