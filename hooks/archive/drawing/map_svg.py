"""The maps as SVG: sea, land, shaded countries, towns, names.

Names are drawn twice: in full for wide screens, as the bare number of records in the middle
of the country for narrow ones; the stylesheet shows one of them. Both are for the eye only,
since each link carries its words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.drawing import map_labels, outlines
from archive.drawing.maps import Named, SheetView, Town
from archive.drawing.outlines import Outlines
from archive.drawing.projection import Point, Sheet
from archive.drawing.svg import Node, group, node, number, write

# For each sheet: degrees between the lines of the grid, and the kilometres of the scale bar.
_GRID = {"europe": 10, "asia": 10, "south-east": 10, "world": 30}
_BAR = {"europe": 500, "czechia": 50, "asia": 500, "south-east": 500}
# How far a town's name stands from its dot.
_SIDES = {
    "e": (6, 4, "start"), "w": (-6, 4, "end"), "n": (0, -7, "middle"), "s": (0, 15, "middle"),
    "ne": (5, -3, "start"), "se": (5, 12, "start"), "nw": (-5, -3, "end"), "sw": (-5, 12, "end"),
}  # fmt: skip
# Between these, the line that Natural Earth draws is dashed: opinions differ.
_OPEN = ("RS", "XK")
# The sheet of one country: its towns matter there, not its number of records.
HOME, HOME_CODE = "czechia", "CZ"
LONG, LINE = 14, 13  # letters of a name that fills a line; points from line to line


@dataclass(frozen=True)
class MapView:
    """A map as a template shows it."""

    id: str
    title: str
    svg: str


def path(drawn: Outlines, rings: Iterable[tuple[int, ...]]) -> str:
    """Return rings as a path of whole steps, in grains."""
    told = ""
    for ring in rings:
        points = drawn.ring(ring)
        told += f"M{points[0][0]} {points[0][1]}l"
        steps = [
            str(now - before)
            for a, b in pairwise(points[:-1])
            for before, now in zip(a, b, strict=True)
        ]
        told += " ".join(steps).replace(" -", "-") + "z"
    return told


def _land(drawn: Outlines, shaded: Collection[str]) -> Node:
    rings = [ring for code, held in drawn.countries.items() if code not in shaded for ring in held]
    return node("path", class_="land", d=path(drawn, rings))


def _countries(view: SheetView, drawn: Outlines) -> tuple[list[Node], list[Node]]:
    """Return the countries without a link on this sheet, and those with one."""
    linked = {named.country.code for named in view.named}
    if view.sheet.name == HOME:
        return [node("path", class_="country home", d=path(drawn, drawn.countries[HOME_CODE]))], []
    plain, links = [], []
    for code, country in view.shaded.items():
        if code not in drawn.countries:
            continue
        shape = node(
            "path", class_=f"country shade-{country.shade}", d=path(drawn, drawn.countries[code])
        )
        if code in linked:
            link = node("a", node("title", country.title), shape, href=country.href)
            links.append(node("g", link, role="listitem"))
        else:
            plain.append(shape)
    return plain, links


def _open_border(drawn: Outlines) -> list[Node]:
    """Draw the border between two countries as a dashed line over the plain one."""
    sides = [
        {arc if arc >= 0 else ~arc for ring in drawn.countries.get(code, ()) for arc in ring}
        for code in _OPEN
    ]
    lines = ""
    for arc in sorted(sides[0] & sides[1]):
        points = drawn.arc(arc)
        lines += "M" + "L".join(f"{x} {y}" for x, y in points)
    kinds = ("open open--under", "open") if lines else ()
    return [node("path", class_=kind, d=lines) for kind in kinds]


def _graticule(sheet: Sheet) -> list[Node]:
    """Draw meridians and parallels, where there is sea for them."""
    if sheet.name not in _GRID:
        return []
    every = _GRID[sheet.name]
    fine = [every / 2 * n for n in range(int(720 / every) + 1)]
    lines = [
        [sheet.point(min(lon, 179.999), at - 90) for at in fine if at <= 180]
        for lon in range(-180, 181, every)
    ]
    lines += [[sheet.point(at - 180, lat) for at in fine] for lat in range(-90, 91, every)]
    told = "".join(_inside(sheet, line) for line in lines)
    return [node("path", class_="graticule", d=told)]


def _inside(sheet: Sheet, line: Sequence[Point]) -> str:
    """Return the parts of a line that are in the frame."""
    told, drawing = "", False
    for a, b in pairwise(line):
        near = abs(a[0] - b[0]) < sheet.width / 2
        if near and (sheet.holds(a) or sheet.holds(b)):
            told += "" if drawing else f"M{number(a[0])} {number(a[1])}"
            told += f"L{number(b[0])} {number(b[1])}"
            drawing = True
        else:
            drawing = False
    return told


def _scale_bar(sheet: Sheet) -> list[Node]:
    """Draw how long some kilometres are in the middle of the sheet."""
    if sheet.name not in _BAR:
        return []
    long, x, y = _BAR[sheet.name] / sheet.kilometres, 18, sheet.height - 18
    line = node("path", class_="scale", d=f"M{x} {y - 5}v5h{long:.1f}v-5")
    told = node(
        "text", f"{_BAR[sheet.name]}\u00a0km", class_="scale__text", x=x + long + 6, y=y + 1.0
    )
    return [line, told]


def _town(town: Town, place: Point) -> Node:
    x, y = place
    link = node("a", node("title", town.title), href=town.href)
    link.append(node("circle", class_="hit", cx=x, cy=y, r=8.0))
    link.append(node("circle", class_="dot", cx=x, cy=y, r=2.6))
    if side := map_labels.TOWNS.get(town.id, "e"):
        dx, dy, anchor = _SIDES[side]
        link.append(node("text", town.name, x=x + dx, y=y + dy, text_anchor=anchor))
    return node("g", link, role="listitem", class_="town")


def lines(name: str) -> list[str]:
    """Break a long name of several words into two lines of like length."""
    cuts = [at for at, sign in enumerate(name) if sign in " \u00a0"]
    if len(name) <= LONG or not cuts:
        return [name]
    cut = min(cuts, key=lambda at: abs(len(name) - 1 - 2 * at))
    return [name[:cut], name[cut + 1 :]]


def _name(named: Named) -> Node:
    country, (x, y) = named.country, named.name_at
    told = lines(country.name)
    top = y + 4 - LINE / 2 * (len(told) - 1)
    parts = [
        node("tspan", line, **({"x": x, "dy": LINE} if n else {})) for n, line in enumerate(told)
    ]
    parts[-1].tail = "\u00a0"
    count = node("tspan", str(country.count), class_="name__count")
    return node("text", *parts, count, class_=f"name on-{country.shade}", x=x, y=top)


def _names(view: SheetView) -> list[Node]:
    """Draw each name, and each number by itself."""
    names = [_name(named) for named in view.named]
    for named in view.named:
        country, (x, y) = named.country, named.number_at
        names.append(
            node("text", str(country.count), class_=f"number on-{country.shade}", x=x, y=y)
        )
    return names


def _list(links: Sequence[Node], name: str, **attributes: str) -> list[Node]:
    """Return links as a list with a name; nothing when there are none."""
    return [group(links, role="list", aria_label=name, **attributes)] if links else []


def draw(view: SheetView, title: str, countries: str, towns: str) -> MapView:
    """Draw one sheet; the last two are the names of its lists."""
    sheet, drawn = view.sheet, outlines.load(view.sheet.name)
    plain, links = _countries(view, drawn)
    scale = f"scale({number(1 / outlines.GRAIN)})"
    home = [HOME_CODE] if sheet.name == HOME else view.shaded
    ground = group([_land(drawn, home), *plain], transform=scale)
    name = f"map-{sheet.name}"
    svg = node(
        "svg",
        group([*_graticule(sheet), ground], aria_hidden="true"),
        *_list(links, countries, transform=scale),
        group(_open_border(drawn), transform=scale, aria_hidden="true"),
        group(_names(view), aria_hidden="true"),
        *_list([_town(*placed) for placed in view.towns], towns),
        group(_scale_bar(sheet), aria_hidden="true"),
        viewBox=f"0 0 {sheet.width} {sheet.height}",
        preserveAspectRatio="xMidYMid slice",
        class_=f"map map--{sheet.name}",
        role="group",
        aria_labelledby=name,
    )
    return MapView(name, title, write(svg))
