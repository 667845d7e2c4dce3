"""The outlines of countries, as scripts/geography.py made them from Natural Earth."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

PATH = Path(__file__).with_name("outlines.json")
# Coordinates are whole numbers, so many to a point of the sheet.
GRAIN = 2


@dataclass(frozen=True)
class Outlines:
    """One sheet's arcs (a point, then steps) and the rings of arcs of each country."""

    arcs: tuple[tuple[int, ...], ...]
    countries: dict[str, tuple[tuple[int, ...], ...]]

    def ring(self, ring: tuple[int, ...]) -> list[tuple[int, int]]:
        """Return the points of a ring in grains; ~n is arc n backwards."""
        points: list[tuple[int, int]] = []
        for index in ring:
            arc = self.arc(index if index >= 0 else ~index)
            arc = arc if index >= 0 else arc[::-1]
            points += arc[1:] if points else arc
        return points

    def arc(self, index: int) -> list[tuple[int, int]]:
        """Return the points of an arc in grains."""
        steps, x, y, points = self.arcs[index], 0, 0, []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        return points


class _Sheet(TypedDict):
    arcs: list[list[int]]
    countries: dict[str, list[list[int]]]


@cache
def load(sheet: str) -> Outlines:
    """Return the outlines of a sheet."""
    sheets: dict[str, _Sheet] = json.loads(PATH.read_text(encoding="utf-8"))
    drawn = sheets[sheet]
    countries = {
        code: tuple(tuple(ring) for ring in rings) for code, rings in drawn["countries"].items()
    }
    return Outlines(tuple(tuple(arc) for arc in drawn["arcs"]), countries)
