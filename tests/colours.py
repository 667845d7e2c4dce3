"""The colours of the two schemes, as the stylesheet gives them, and how far apart two are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from conftest import ROOT

STYLES = ROOT / "docs" / "assets" / "stylesheets"
SCHEMES = ("light", "dark")
_BLOCKS = re.compile(r'^(:root|\[data-scheme="dark"\])[^{\n]*\{([^}]*)\}', re.MULTILINE)


def sheets() -> dict[str, str]:
    """Return the text of every stylesheet, without its comments, by its name."""
    files = sorted(STYLES.rglob("*.css"))
    return {f.name: re.sub(r"/\*.*?\*/", "", f.read_text("utf-8"), flags=re.DOTALL) for f in files}


@cache
def tokens(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme by their names, each as ``#rrggbb``."""
    found: dict[str, str] = {}
    for css in sheets().values():
        for name, block in _BLOCKS.findall(css):
            if name == ":root" or scheme == "dark":
                found |= dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", block))
    return found


def _channels(colour: str) -> Iterable[float]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
