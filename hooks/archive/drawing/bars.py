"""Bars of records by year: so many stand for every year that a glance tells when there was most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# The script of the catalogue draws the same: units for a year, for the highest bar, the lowest.
STEP, HIGH, LOW = 8, 40, 2


@dataclass(frozen=True)
class Bars:
    """A drawing of ``width`` × 41 units; each bar is its left edge, its top and its height."""

    first: int
    last: int
    width: int
    bars: list[tuple[int, int, int]]


def draw(counts: Mapping[int, int], first: int, last: int, most: int) -> Bars:
    """Draw the counts of the years from first to last; ``most`` is as high as a bar can be."""
    bars = []
    for year in range(first, last + 1):
        if count := counts.get(year, 0):
            height = max(LOW, round(HIGH * count / max(most, 1)))
            bars.append(((year - first) * STEP + 1, HIGH + 1 - height, height))
    return Bars(first, last, (last - first + 1) * STEP, bars)


__all__ = ["Bars", "draw"]
