"""Make the outlines that the maps are drawn from, out of the npm package world-atlas.

The package carries Natural Earth's countries (public domain) as TopoJSON. Each sheet takes
what lies in its frame, projected and simplified (Visvalingam and Whyatt 1993) to what the
eye can tell at its scale; neighbours keep their common borders.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

import click
from babel.core import get_global

from archive.drawing.outlines import GRAIN, PATH
from archive.drawing.projection import SHEETS, Point, Sheet

# For each sheet: the package's file, the smallest bend and the smallest island, in square points.
DETAIL = {
    "europe": ("countries-50m.json", 3.0, 14.0),
    "asia": ("countries-50m.json", 3.0, 14.0),
    "south-east": ("countries-50m.json", 2.5, 12.0),
    "czechia": ("countries-10m.json", 1.8, 20.0),
    "world": ("countries-110m.json", 2.2, 6.0),
}
SPECK = 0.5  # square points: below that, nothing is left of a country
NAMED = {"Kosovo": "XK"}
Ring = list[int]
Arcs = list[list[Point]]


class _Transform(TypedDict):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Properties(TypedDict):
    name: str


class _Polygon(TypedDict):
    type: Literal["Polygon"]
    arcs: list[Ring]
    properties: _Properties
    id: NotRequired[str]


class _MultiPolygon(TypedDict):
    type: Literal["MultiPolygon"]
    arcs: list[list[Ring]]
    properties: _Properties
    id: NotRequired[str]


_Country = _Polygon | _MultiPolygon


class _Countries(TypedDict):
    geometries: list[_Country]


class _Objects(TypedDict):
    countries: _Countries


class _Topology(TypedDict):
    transform: _Transform
    arcs: list[list[tuple[int, int]]]
    objects: _Objects


class _Drawn(TypedDict):
    arcs: list[list[int]]
    countries: dict[str, list[Ring]]


def decoded(topology: _Topology) -> Arcs:
    """Return the arcs of a TopoJSON file in degrees."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + x0, y * ky + y0))
        arcs.append(points)
    return arcs


def code_of(country: _Country) -> str:
    """Return the ISO 3166 letters of a country; empty for land that has none."""
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    numeric = str(country.get("id", ""))
    return NAMED.get(country["properties"]["name"]) or str(aliases.get(numeric, [""])[0])


def rings(topology: _Topology) -> dict[str, list[Ring]]:
    """Return the rings of arcs of each country."""
    found: dict[str, list[Ring]] = {}
    for country in topology["objects"]["countries"]["geometries"]:
        held = found.setdefault(code_of(country), [])
        if country["type"] == "MultiPolygon":
            held += [ring for shape in country["arcs"] for ring in shape]
        else:
            held += country["arcs"]
    return found


def with_crimea(countries: dict[str, list[Ring]], arcs: Arcs) -> dict[str, list[Ring]]:
    """Draw Crimea as part of Ukraine (United Nations, resolution 68/262); the file does not."""
    moved = [ring for ring in countries["RU"] if _is_crimea(joined(ring, arcs))]
    assert len(moved) == 1, "the file's Crimea has changed"
    kept = [ring for ring in countries["RU"] if ring not in moved]
    return countries | {"RU": kept, "UA": countries["UA"] + moved}


def _is_crimea(points: list[Point]) -> bool:
    return all(32 < lon < 37 and 44 < lat < 46.5 for lon, lat in points)


def joined(ring: Ring, arcs: Arcs) -> list[Point]:
    """Return the points of a ring; ~n is arc n backwards."""
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def area(points: list[Point]) -> float:
    """Return the area of a polygon in square points."""
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _bend(sheet: Sheet, a: Point, b: Point, c: Point) -> float:
    """Return the area that a point adds; of what lies outside the frame, hardly any counts."""
    size = area([a, b, c])
    xs, ys = zip(a, b, c, strict=True)
    outside = max(xs) < -20 or min(xs) > sheet.width + 20
    outside = outside or max(ys) < -20 or min(ys) > sheet.height + 20
    return size / 1e6 if outside else size


def simplified(points: list[Point], sheet: Sheet, smallest: float) -> list[Point]:
    """Leave out the points whose triangle with their neighbours is smallest; keep the ends."""
    before = list(range(-1, len(points) - 1))
    after = list(range(1, len(points) + 1))
    sizes = [0.0] * len(points)
    queue: list[tuple[float, int]] = []

    def weigh(at: int, least: float) -> None:
        sizes[at] = max(least, _bend(sheet, points[before[at]], points[at], points[after[at]]))
        heapq.heappush(queue, (sizes[at], at))

    for at in range(1, len(points) - 1):
        weigh(at, 0)
    kept = set(range(len(points)))
    while queue and queue[0][0] < smallest:
        size, at = heapq.heappop(queue)
        if at not in kept or size != sizes[at]:
            continue
        kept.discard(at)
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for neighbour in (left, right):
            if 0 < neighbour < len(points) - 1:
                weigh(neighbour, size)
    return [points[at] for at in sorted(kept)]


def _shown(points: list[Point], sheet: Sheet, island: float) -> bool:
    """Tell whether a ring is to be drawn: in the frame, and large enough to see."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    inside = max(xs) > 0 and min(xs) < sheet.width and max(ys) > 0 and min(ys) < sheet.height
    # What surrounds the other side of the globe is turned inside out by the projection.
    near = any(
        -sheet.width < x < 2 * sheet.width and -sheet.height < y < 2 * sheet.height
        for x, y in points
    )
    return inside and near and area(simplified(points, sheet, island)) >= island


def deltas(points: list[Point]) -> list[int]:
    """Return an arc as whole numbers: the first point, then steps, in grains of the sheet."""
    steps: list[int] = []
    x0 = y0 = 0
    for px, py in points:
        x, y = round(px * GRAIN), round(py * GRAIN)
        if not steps or (x, y) != (x0, y0):
            steps += [x - x0, y - y0]
        x0, y0 = x, y
    return steps


def _renumbered(used: dict[int, int], ring: Ring) -> Iterator[int]:
    for index in ring:
        plain = index if index >= 0 else ~index
        number = used.setdefault(plain, len(used))
        yield number if index >= 0 else ~number


def _kept(held: list[Ring], arcs: Arcs, sheet: Sheet, island: float) -> list[Ring]:
    """Return the rings to be drawn; of a small country its largest stays, however small."""
    shown = [ring for ring in held if _shown(joined(ring, arcs), sheet, island)]
    small = [ring for ring in held if _shown(joined(ring, arcs), sheet, SPECK)]
    return shown or sorted(small, key=lambda ring: -area(joined(ring, arcs)))[:1]


def _has_area(ring: Ring, arcs: Arcs) -> bool:
    """Tell whether anything is left of a ring in whole grains."""
    points = joined(ring, arcs)
    return len({(round(x * GRAIN), round(y * GRAIN)) for x, y in points}) > 2


def drawn(sheet: Sheet, folder: Path) -> _Drawn:
    """Return one sheet: its arcs, and the rings of each country in it."""
    name, smallest, island = DETAIL[sheet.name]
    topology: _Topology = json.loads((folder / name).read_text(encoding="utf-8"))
    degrees = decoded(topology)
    countries = with_crimea(rings(topology), degrees)
    arcs = [[sheet.point(*point) for point in arc] for arc in degrees]
    plain = [simplified(arc, sheet, smallest) for arc in arcs]
    used: dict[int, int] = {}
    outlines = {
        code: [
            list(_renumbered(used, ring))
            for ring in _kept(held, arcs, sheet, island)
            if _has_area(ring, plain)
        ]
        for code, held in sorted(countries.items())
        if code != "AQ"
    }
    lines = [deltas(plain[at]) for at in used]
    return {"arcs": lines, "countries": {code: held for code, held in outlines.items() if held}}


@click.command()
@click.argument("package", type=click.Path(path_type=Path))
def command(package: Path) -> int:
    """Připravit obrysy map / Make the outlines that the maps are drawn from.

    Write the outlines beside the module that reads them, and tell their size.
    """
    folder = package
    missing = sorted({name for name, _, _ in DETAIL.values() if not (folder / name).is_file()})
    if missing:
        print(f"{folder}: no {', '.join(missing)}; give the folder of the npm package world-atlas")
        return 1
    sheets = {name: drawn(sheet, folder) for name, sheet in SHEETS.items()}
    PATH.write_text(json.dumps(sheets, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{PATH.name}: {PATH.stat().st_size} bytes")
    for name, sheet in sheets.items():
        print(f"  {name}: {sum(map(len, sheet['arcs'])) // 2} points, {len(sheet['countries'])}")
    return 0
