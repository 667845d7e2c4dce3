"""What the maps show: countries shaded by their records, and the towns that records name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.drawing import map_labels, outlines
from archive.drawing.projection import SHEETS, Point, Sheet

# The largest number of records of each shade but the last.
SHADES = (1, 3, 9)
# A country's link is on the first of these sheets that holds its name.
COUNTRY_SHEETS = ("europe", "asia", "south-east", "world")
TOWN_SHEETS = ("czechia", *COUNTRY_SHEETS)


@dataclass(frozen=True)
class Shaded:
    """A country and its records: ``href`` leads to their list."""

    code: str
    name: str
    count: int
    title: str
    href: str

    @property
    def shade(self) -> int:
        """The shade, 1 to 4."""
        return 1 + sum(self.count > most for most in SHADES)


@dataclass(frozen=True)
class Town:
    """A town that records name."""

    id: str
    name: str
    lon: float
    lat: float
    title: str
    href: str


@dataclass(frozen=True)
class Named:
    """A country whose name and link are on a sheet: where its name and its number stand."""

    country: Shaded
    name_at: Point
    number_at: Point


@dataclass(frozen=True)
class SheetView:
    """One map: every country with records, those whose link is here, and the towns."""

    sheet: Sheet
    shaded: Mapping[str, Shaded]
    named: Sequence[Named]
    towns: Sequence[tuple[Town, Point]]


def middle(drawn: outlines.Outlines, code: str) -> Point | None:
    """Return the middle of a country's largest piece, in points of the sheet."""
    best, found = 0.0, None
    for ring in drawn.countries.get(code, ()):
        points = drawn.ring(ring)
        size = sx = sy = 0.0
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
            cross = ax * by - bx * ay
            size, sx, sy = size + cross, sx + (ax + bx) * cross, sy + (ay + by) * cross
        if abs(size) > best:
            grain = 3 * size * outlines.GRAIN
            best, found = abs(size), (sx / grain, sy / grain)
    return found


def _named(sheet: Sheet, country: Shaded) -> Named | None:
    """Return where a country's name stands on a sheet; ``None`` if that is outside the frame."""
    chosen = map_labels.MIDDLES.get(sheet.name, {}).get(country.code)
    centre = sheet.point(*chosen) if chosen else middle(outlines.load(sheet.name), country.code)
    if centre is None or not sheet.holds(centre):
        return None
    apart = map_labels.NAMES.get(sheet.name, {}).get(country.code)
    return Named(country, sheet.point(*apart) if apart else centre, centre)


def views(countries: Iterable[Shaded], towns: Iterable[Town]) -> list[SheetView]:
    """Lay out the maps: each country and each town has its link on one sheet."""
    countries, towns = list(countries), list(towns)
    named: dict[str, list[Named]] = {name: [] for name in SHEETS}
    for country in countries:
        for name in COUNTRY_SHEETS:
            if found := _named(SHEETS[name], country):
                named[name].append(found)
                break
    placed: dict[str, list[tuple[Town, Point]]] = {name: [] for name in SHEETS}
    for town in towns:
        for name in TOWN_SHEETS:
            point = SHEETS[name].point(town.lon, town.lat)
            if SHEETS[name].holds(point):
                placed[name].append((town, point))
                break
    shaded = {country.code: country for country in countries}
    return [SheetView(sheet, shaded, named[n], placed[n]) for n, sheet in SHEETS.items()]
