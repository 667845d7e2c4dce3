"""The typographic cover of a work that the archive does not hold: a drawing in the page itself.

Its letters are the page's own font and its colours the page's own, in both schemes; the
lines of the title are broken here, by the measures of our cut of Literata.
"""

from __future__ import annotations

import hashlib
from html import escape

from archive.language.line_breaking import break_lines
from archive.telling.parts import Card

WIDTH, HEIGHT = 300, 424
_LEFT, _ROOM = 26, 248
_SIZES = (40, 36, 32, 29, 26, 23, 21, 19, 17)
_LEADING = 1.16
_TOP, _BOTTOM = 176, 366  # between them stands the title
# What the browser's Literata may be wider than the cut that was measured.
_SLACK = 0.95
_SMALL = 15
# The hem of the sky that people hold up: the same wave, let down three times.
_HEM = (
    "M-60 {0}C-24 {1} -2 {2} 34 {2}S92 {1} 130 {0}S196 {2} 226 {2}"
    "S282 {1} 322 {0}S388 {2} 424 {2}V-10H-60Z"
)
_HEMS = ((112, "far"), (94, "mid"), (74, "near"))


def _fitted(text: str, sizes: tuple[int, ...], height: int) -> tuple[int, list[str]]:
    """Return the largest size at which a text fits, and its lines; what is too long is cut."""
    size, lines = sizes[-1], [text]
    for size in sizes:
        lines = break_lines(text, size, int(_ROOM * _SLACK)) or [text]
        if len(lines) * size * _LEADING <= height and lines != [text]:
            return size, lines
        if lines == [text] and break_lines(text, size, int(_ROOM * _SLACK)):
            return size, lines
    room = int(height // (size * _LEADING))
    if len(lines) > room:
        lines = [*lines[: room - 1], lines[room - 1].rstrip(" .,;:–") + "…"]
    return size, lines


def _lines(lines: list[str], size: int, top: float, kind: str) -> str:
    return "".join(
        f'<text class="face__{kind}" x="{_LEFT}" y="{round(top + size * _LEADING * number)}" '
        f'font-size="{size}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


def _sky(identifier: str) -> str:
    """Return the hems of the sky; each work has them at a place of its own."""
    shift = hashlib.sha256(identifier.encode()).digest()[0] % 64 - 40
    return "".join(
        f'<path class="face__{kind}" d="{_HEM.format(low, low - 4, low - 34)}" '
        f'transform="translate({shift + 9 * number})"/>'
        for number, (low, kind) in enumerate(_HEMS)
    )


def draw(identifier: str, tone: int, title: str, creator: str, year: str) -> str:
    """Return the cover as SVG: title, who made it, the year; the tone is that of its theme.

    What it says stands beside it on the page, so that it is hidden from those who listen.
    """
    size, lines = _fitted(title, _SIZES, _BOTTOM - _TOP)
    made = _fitted(creator, (_SMALL,), 2 * _SMALL + 8)[1] if creator else []
    clip = f"face-{identifier}"
    return (
        f'<svg class="face tone-{tone}" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" aria-hidden="true">'
        f'<clipPath id="{clip}"><rect width="{WIDTH}" height="{HEIGHT}" rx="3"/></clipPath>'
        f'<g clip-path="url(#{clip})"><rect class="face__ground" width="{WIDTH}" '
        f'height="{HEIGHT}"/>{_sky(identifier)}</g>'
        f"{_lines(made, _SMALL, 144 - (len(made) - 1) * _SMALL * _LEADING, 'small')}"
        f"{_lines(lines, size, _TOP + size * 0.8, 'title')}"
        f"{_lines([year] if year else [], 22, HEIGHT - 26, 'year')}</svg>"
    )


def miniature(card: Card) -> str:
    """Return a small cover for lists, where the title stands beside it: sky and year.

    Nothing for what is no work, or one with a document, whose first page is its cover.
    """
    if not card.is_unheld:
        return ""
    shift = hashlib.sha256(card.id.encode()).digest()[0] % 20 - 10
    first = card.years[:4]
    told = f'<text x="8" y="75" font-size="17">{first}</text>' if first else ""
    return (
        f'<svg class="face face--small tone-{card.tone}" viewBox="0 0 60 84" '
        'width="60" height="84" aria-hidden="true">'
        '<path class="face__ground" d="M0 0h60v84H0z"/><path class="face__mid" d="M0 0h60v'
        f"{27 + shift // 4}C{50 + shift // 4} 36 {44 + shift} 18 {34 + shift} 22"
        f'S{20 + shift} 36 0 {28 - shift // 4}z"/>{told}</svg>'
    )
