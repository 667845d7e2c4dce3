"""Lines of even length: a title broken by the measures of our own cut of Literata."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from PIL import ImageFont

TITLE_FONT = Path(__file__).parents[3] / "scripts/artwork/fonts/literata-title.ttf"


@lru_cache(maxsize=64)
def font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """Return a font in a size, in pixels."""
    return ImageFont.truetype(str(path), size)


def break_lines(text: str, size: int, width: int) -> list[str] | None:
    """Return text as few lines as it takes, of even length; ``None`` if a word is too wide.

    It breaks at plain spaces only. ``size`` and ``width`` in pixels.
    """
    words, measured = text.split(" "), font(TITLE_FONT, 100)
    widths = [measured.getlength(word) * size / 100 for word in words]
    space = measured.getlength(" ") * size / 100
    # For the first n words: how many lines, how uneven, where the last line begins.
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(words) + 1):
        found, length = (len(words) + 1, 0.0, 0), -space
        for start in range(end - 1, -1, -1):
            length += widths[start] + space
            if length > width:
                break
            lines, uneven, _ = best[start]
            found = min(found, (lines + 1, uneven + (width - length) ** 2, start))
        best.append(found)
    if best[-1][0] > len(words):
        return None
    starts = [len(words)]
    while starts[-1]:
        starts.append(best[starts[-1]][2])
    return [" ".join(words[start:end]) for start, end in pairwise(reversed(starts))]
