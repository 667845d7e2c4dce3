"""The stylesheets as pages load them: parts of ``archive.css``, by its headings.

One file is easy to keep; a page loads what every page needs (``core.css``) and at most one
part more. Comments and line ends stay at home.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

FOLDER = "assets/stylesheets/"
SOURCE = FOLDER + "archive.css"
EMBED = "embed.css"
# What only some pages need, by headings; whatever stands under no heading here is for all.
_PARTS = {
    "episode.css": ("Episode",),
    "pictures.css": ("Pictures",),
    "lists.css": ("Shelves",),
    "themes.css": ("Bars", "Themes"),
    "catalogue.css": ("Shelves", "Bars", "The catalogue"),
}
# The player on other sites has a page of its own, which loads nothing else.
_EMBED = ("Tokens", "Tools", "Player", "Embed")
PATHS = tuple(FOLDER + name for name in ("core.css", *_PARTS, EMBED))
_HEADING = re.compile(r"^/\* ---- ([^:*]+?)(?::[^*]*)? ---- \*/$", re.MULTILINE)


def _short(css: str) -> str:
    """Return CSS without comments and needless space; what stands in quotation marks is kept."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    pieces = re.split(r'("[^"]*")', css)
    for index in range(0, len(pieces), 2):
        piece = re.sub(r"\s+", " ", pieces[index])
        piece = re.sub(r" ?([{};,]) ?", r"\1", piece)
        pieces[index] = re.sub(r"(?<=[\w-]): ", ":", piece).replace(";}", "}")
    return "".join(pieces).strip() + "\n"


def _join(sections: Mapping[str, str], headings: tuple[str, ...]) -> bytes:
    return _short("".join(sections[name] for name in headings)).encode()


def parts(whole: str) -> dict[str, bytes]:
    """Return the stylesheets by their path below the site.

    Raises ValueError when a heading stands twice, or one that a part needs is missing.
    """
    pieces = _HEADING.split(whole)
    sections = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    if twice := {name for name in pieces[1::2] if pieces[1::2].count(name) > 1}:
        raise ValueError(f"archive.css: {sorted(twice)} twice")
    rare = {name for names in _PARTS.values() for name in names} | {"Embed"}
    if missing := (rare | set(_EMBED)) - set(sections):
        raise ValueError(f"archive.css: {sorted(missing)}")
    core = tuple(name for name in sections if name not in rare)
    wanted = {"core.css": core, **_PARTS, EMBED: _EMBED}
    return {FOLDER + name: _join(sections, headings) for name, headings in wanted.items()}
