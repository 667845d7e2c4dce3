"""The picture of time as SVG: the years, the events, and a drawing for each theme.

Each drawing is a list with a link for each of its things; the grid below is for the eye
only. Colours and letters are the stylesheet's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.drawing.scale import Axis
from archive.drawing.svg import Node, group, node, relative, write
from archive.drawing.timeline import APART, LEFT, WIDTH, Band, Bar, Mark, Picture
from archive.telling.parts import Value

HEAD, ROW, FOOT = 32, 26, 2  # a band's heading, a row, and what is below the last
BAR = 6
YEARS = 24
_DASHES = ((3.0, 8.0), (14.0, 4.0), (20.0, 2.0))  # an end that nobody knows


@dataclass(frozen=True)
class PlateBand:
    """A drawing with its heading."""

    id: str
    title: str
    years: str
    tone: int
    svg: str


@dataclass(frozen=True)
class Plate:
    """The picture as a template shows it: drawings, and what has no date, in words."""

    years: str
    events: PlateBand
    bands: Sequence[PlateBand]
    undated: Sequence[Value]
    last: int
    key: Sequence[tuple[str, str]]


def _drawing(height: float, *children: Node, **attributes: str) -> Node:
    return node(
        "svg",
        *children,
        viewBox=f"0 0 {WIDTH} {round(height)}",
        width=str(WIDTH),
        height=str(round(height)),
        **attributes,
    )


def _grid(axis: Axis, height: float) -> Node:
    """Draw the beginning of every year; decades are stronger."""
    lines: dict[bool, str] = {False: "", True: ""}
    for year in range(axis.first, axis.last + 2):
        lines[year % 10 == 0] += f"M{axis.year(year):.1f} 0V{round(height)}"
    years = node("path", class_="grid", d=lines[False])
    decades = node("path", class_="grid grid--decade", d=lines[True])
    return group([years, decades], aria_hidden="true")


def _years(picture: Picture) -> Node:
    """Draw the names of the years."""
    axis = picture.axis
    names = []
    for year in range(axis.first, axis.last + 1):
        kind = "year year--decade" if year % 10 == 0 else "year"
        names.append(
            node("text", str(year), class_=kind, x=axis.year(year) + axis.step / 2, y=16.0)
        )
    if picture.early:
        told = "–".join(str(year) for year in sorted(set(picture.early)))
        names.append(node("text", told, class_="year", x=(LEFT - APART) / 2, y=16.0))
    return _drawing(YEARS, _grid(axis, YEARS), *names, aria_hidden="true")


def _item(href: str, title: str, tone: int, parts: Iterable[Node]) -> Node:
    link = node("a", node("title", title), *parts, href=href)
    return node("g", link, role="listitem", class_=f"tone-{tone}")


def _mark(mark: Mark, line: float) -> Node:
    y = line - 9 - mark.level * APART
    kind = "mark mark--vague" if mark.vague else "mark"
    dot = node("circle", class_=kind, cx=mark.x, cy=y, r=3.5 if mark.vague else 4.2)
    ring = node("circle", class_="hit", cx=mark.x, cy=y, r=7.0)
    return _item(mark.href, mark.title, mark.tone, [ring, dot])


def _events(picture: Picture, title: str) -> PlateBand:
    levels = max((mark.level for mark in picture.marks), default=0) + 1
    line = HEAD + levels * APART + 2.0
    ground = [_grid(picture.axis, line + FOOT)]
    # The line breaks where the years before the office was opened are pressed together.
    gap, right = LEFT - APART, picture.axis.right
    ground.append(
        node("path", class_="axis", d=f"M0 {line}H{gap}M{LEFT} {line}H{right:.1f}", fill="none")
    )
    ground.append(
        node("path", class_="axis", d=f"M{gap - 1} {line + 4}l4 -8M{LEFT - 3} {line + 4}l4 -8")
    )
    marks = [_mark(mark, line) for mark in picture.marks]
    shown = group(ground, aria_hidden="true")
    svg = _drawing(line + FOOT, shown, *marks, role="list", aria_labelledby="plate-events")
    return PlateBand("events", title, "", 0, write(svg))


def _dashes(x: float, y: float, turn: int) -> str:
    """Return the path of an end that trails off, to the right (1) or to the left (-1)."""
    return "".join(
        f"M{x + turn * at:.1f} {y}h{turn * long}v{BAR}h{-turn * long}z" for at, long in _DASHES
    )


def _shape(bar: Bar, y: float) -> str:
    """Return the path of a bar."""
    path = "".join(f"M{a:.1f} {y}H{b:.1f}v{BAR}H{a:.1f}z" for a, b in bar.pieces)
    start, end = bar.pieces[0][0], bar.pieces[-1][1]
    if bar.before:
        path += _dashes(start, y, -1)
    if bar.after == "unknown":
        path += _dashes(end, y, 1)
    if bar.after == "ongoing":
        path += f"M{end:.1f} {y - 3}l8 {BAR / 2 + 3}l-8 {BAR / 2 + 3}z"
    return path


def _bar(bar: Bar, tone: int, page: str) -> Node:
    top = HEAD + bar.row * ROW
    left, right = bar.place
    kind = "bar bar--unsure" if bar.unsure else "bar"
    flush = {"text_anchor": "end"} if bar.flush else {}
    parts = [
        node("rect", class_="hit", x=left - 4, y=top - 1.0, width=right - left + 8, height=25.0),
        node("text", bar.label, x=bar.label_x, y=top + 11.0, **flush),
        node("path", class_=kind, d=_shape(bar, top + 16)),
    ]
    return _item(relative(bar.href, page), bar.title, tone, parts)


def _band(band: Band, axis: Axis, page: str) -> PlateBand:
    height = HEAD + (max(bar.row for bar in band.bars) + 1) * ROW + FOOT
    bars = [_bar(bar, band.tone, page) for bar in band.bars]
    svg = _drawing(
        height, _grid(axis, height), *bars, role="list", aria_labelledby=f"plate-{band.id}"
    )
    return PlateBand(band.id, band.title, band.years, band.tone, write(svg))


def _sign(*shapes: Node) -> str:
    return write(
        node("svg", *shapes, class_="key__sign", viewBox="0 0 40 14", width="40", height="14",
             aria_hidden="true")
    )  # fmt: skip


def _key() -> list[tuple[str, str]]:
    """Return the signs of the picture, each with the key of its words."""
    tail = node("path", class_="bar", d=f"M0 4H16v{BAR}H0z" + _dashes(16, 4, 1))
    unsure = node("path", class_="bar bar--unsure", d=f"M1 4H39v{BAR}H1z")
    return [
        (_sign(node("path", class_="bar", d=f"M0 4H40v{BAR}H0z")), "key_bar"),
        (_sign(tail), "key_unknown"),
        (_sign(unsure), "key_unsure"),
        (_sign(node("circle", class_="mark", cx=20, cy=7, r=4.2)), "key_mark"),
        (_sign(node("circle", class_="mark mark--vague", cx=20, cy=7, r=3.5)), "key_vague"),
    ]


def draw(picture: Picture, page: str, events_title: str) -> Plate:
    """Draw the picture for the page at an address, to which its links are relative."""
    return Plate(
        write(_years(picture)),
        _events(picture, events_title),
        [_band(band, picture.axis, page) for band in picture.bands],
        picture.undated,
        picture.axis.last,
        _key(),
    )


__all__ = ["Plate", "PlateBand", "draw"]
