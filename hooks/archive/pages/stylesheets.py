"""The stylesheets as pages load them, put together of a file for each component.

A page loads what every page needs (``core.css``) and at most one sheet more. Comments and line
ends stay at home.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = "assets/stylesheets/"
COMPONENTS = FOLDER + "components/"
# What every page needs, in the order of the cascade; a component that no list names comes last.
CORE = (
    *("fonts", "tokens", "ground", "pieces", "records", "tools", "player", "citing", "show"),
    *(
        "lists",
        "home",
        "footer",
        "tones",
        "checksums",
        "documents",
        "title-covers",
        "notes",
        "hint",
    ),
)
# What only some pages need besides.
_SHEETS = {
    "episode.css": ("episode",),
    "pictures.css": ("pictures",),
    "lists.css": ("shelves",),
    "themes.css": ("bars", "themes"),
    "catalogue.css": ("shelves", "bars", "catalogue"),
    "search.css": ("search",),
}
# The player on other sites has a page of its own, which loads nothing else.
_ALONE = {"embed.css": ("tokens", "tools", "player", "embed")}
PATHS = tuple(FOLDER + name for name in ("core.css", *_SHEETS, *_ALONE))


def _short(css: str) -> str:
    """Return CSS without comments and needless space; what stands in quotation marks is kept."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    pieces = re.split(r'("[^"]*")', css)
    for index in range(0, len(pieces), 2):
        piece = re.sub(r"\s+", " ", pieces[index])
        piece = re.sub(r" ?([{};,]) ?", r"\1", piece)
        pieces[index] = re.sub(r"(?<=[\w-]): ", ":", piece).replace(";}", "}")
    return "".join(pieces).strip() + "\n"


def _joined(docs: Path, names: Iterable[str]) -> bytes:
    files = (docs / COMPONENTS / f"{name}.css" for name in names)
    return _short("".join(file.read_text(encoding="utf-8") for file in files)).encode()


def sheets(docs: Path) -> dict[str, bytes]:
    """Return the stylesheets by their path below the site. Raises OSError for a missing file."""
    rare = {**_SHEETS, **_ALONE}
    known = {name for names in (CORE, *rare.values()) for name in names}
    new = sorted({path.stem for path in (docs / COMPONENTS).glob("*.css")} - known)
    wanted = {"core.css": (*CORE, *new), **rare}
    return {FOLDER + name: _joined(docs, names) for name, names in wanted.items()}
