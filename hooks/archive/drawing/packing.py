"""Laying things side by side without overlap."""

from __future__ import annotations

from collections.abc import Iterable


def rows(spans: Iterable[tuple[float, float]], gap: float) -> list[int]:
    """Return the row of each span: the first in which it is ``gap`` points from all others."""
    taken: list[list[tuple[float, float]]] = []
    chosen = []
    for start, end in spans:
        free = (
            number
            for number, row in enumerate(taken)
            if all(end + gap <= left or right + gap <= start for left, right in row)
        )
        number = next(free, len(taken))
        if number == len(taken):
            taken.append([])
        taken[number].append((start, end))
        chosen.append(number)
    return chosen
