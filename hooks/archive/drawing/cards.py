"""The picture of a shared link: an item's kind, date and title, drawn in the site's look.

Drawn by Pillow with our own cuts of Literata, on a backdrop without lettering
(scripts/artwork/card-item.svg). Nothing on the machine has a say in it: the same record
gives the same bytes with the same version of Pillow.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

from archive.language.line_breaking import TITLE_FONT, break_lines, font

_ROOT = Path(__file__).parents[3]
BACKDROP = _ROOT / "docs/assets/images/card-item.png"
TEXT_FONT = _ROOT / "scripts/artwork/fonts/literata-text.ttf"

WIDTH, HEIGHT = 1200, 630
HEAVIEST = 60_000
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 1128, 176, 596
# Beside a cover, which takes the right side as a square.
_RIGHT_OF_COVER = WIDTH - HEIGHT - 44
_SIZES = (84, 76, 70, 64, 58, 52, 47, 42, 38, 34)
_LEADING = 1.17
_SMALL = 29

PAPER, INK, ACCENT = (251, 248, 241), (20, 35, 58), (163, 68, 26)
SKY, LIGHT_SKY, PALE_SKY = (29, 74, 122), (127, 176, 214), (217, 232, 242)
AMBER, SAND = (233, 162, 59), (242, 195, 126)
# Colours that touch: text on its ground, the sky's hems, mark and sun; with steps between.
_BLENDS = (
    (PAPER, INK, 14),
    (PAPER, ACCENT, 8),
    (SKY, PAPER, 8),
    (SKY, LIGHT_SKY, 6),
    (LIGHT_SKY, PALE_SKY, 6),
    (PALE_SKY, PAPER, 5),
    (SKY, SAND, 7),
    (AMBER, SKY, 5),
    (AMBER, LIGHT_SKY, 5),
    (AMBER, PAPER, 5),
)
Colour = tuple[int, int, int]


class Card(NamedTuple):
    """What a card says; a non-breaking space keeps two words on one line."""

    title: str
    eyebrow: str
    site: str
    cover: Path | None = None


@lru_cache(maxsize=1)
def _backdrop() -> Image.Image:
    with Image.open(BACKDROP) as image:
        return image.convert("RGB")


def _steps(start: Colour, end: Colour, number: int) -> Iterator[Colour]:
    for step in range(number):
        share = step / (number - 1)
        red, green, blue = (round(a + (b - a) * share) for a, b in zip(start, end, strict=True))
        yield red, green, blue


@lru_cache(maxsize=1)
def _palette() -> Image.Image:
    """Return a picture with the colours of every card without a cover."""
    colours = dict.fromkeys(colour for blend in _BLENDS for colour in _steps(*blend))
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    return palette


def _fit(text: str, width: int, height: int) -> tuple[int, list[str]]:
    """Return the largest size at which a title fits, and its lines; a novel is cut short."""
    lines: list[str] | None = None
    for size in _SIZES:
        lines = break_lines(text, size, width)
        if lines and len(lines) * size * _LEADING <= height:
            return size, lines
    size = _SIZES[-1]
    room = int(height // (size * _LEADING))
    if lines is None or room < 1:
        return size, [text]
    return size, [*lines[: room - 1], f"{lines[room - 1].rstrip(' .,;:–')}…"]


def _draw(card: Card) -> Image.Image:
    image = _backdrop().copy()
    pen = ImageDraw.Draw(image)
    right = _RIGHT_OF_COVER if card.cover else _RIGHT
    small = font(TEXT_FONT, _SMALL)
    pen.text((140, 79), card.site, PAPER, small, anchor="ls")
    above = _SMALL + 26
    size, lines = _fit(card.title, right - _LEFT, _BOTTOM - _TOP - above)
    leading = round(size * _LEADING)
    taken = above + leading * len(lines)
    top = _TOP + (_BOTTOM - _TOP - taken) // 2
    pen.text((_LEFT, top + _SMALL), card.eyebrow, ACCENT, small, anchor="ls")
    for number, line in enumerate(lines):
        baseline = top + above + round(size * 0.9) + number * leading
        pen.text((_LEFT, baseline), line, INK, font(TITLE_FONT, size), anchor="ls")
    if card.cover:
        with Image.open(card.cover) as cover:
            square = cover.convert("RGB").resize((HEIGHT, HEIGHT), Image.Resampling.LANCZOS)
        image.paste(square, (WIDTH - HEIGHT, 0))
    return image


def _png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image.save(target, "PNG", compress_level=7)
    return target.getvalue()


def draw(card: Card) -> bytes:
    """Return a card as a PNG of few colours, 1200 × 630 px and less than 60 kB."""
    image = _draw(card)
    if card.cover is None:
        return _png(image.quantize(palette=_palette(), dither=Image.Dither.NONE))
    made = b""
    # A drawn cover has few colours anyway; a photograph loses some until it is light.
    for colours in (128, 48, 16):
        fewer = image.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        made = _png(fewer)
        if len(made) < HEAVIEST:
            break
    return made
