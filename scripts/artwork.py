"""Render the archive's pictures from the drawings in scripts/artwork.

The drawings hold no text (lettering is paths), so no font is needed.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path

import click
import resvg_py
from PIL import Image

from command import ROOT

TOWNS = ("klatovy", "beroun", "jablonec-nad-nisou", "cheb", "hodonin")
IMAGES = "assets/images"


@dataclass(frozen=True)
class Picture:
    """One rendered file: its drawing, its path under docs, its width and its largest size."""

    drawing: str
    path: str
    width: int
    limit: int


PICTURES = (
    Picture("show", "podcast/artwork.png", 3000, 500_000),
    *(Picture(town, f"podcast/{town}/cover.png", 1600, 300_000) for town in TOWNS),
    Picture("card", f"{IMAGES}/card.png", 1200, 150_000),
    Picture("card-item", f"{IMAGES}/card-item.png", 1200, 20_000),
    Picture("favicon", f"{IMAGES}/favicon.png", 48, 10_000),
    *(Picture(name, f"{IMAGES}/{name}.svg", 0, 12_000) for name in ("favicon", "mark")),
    # Stands in the home page itself.
    Picture("hero", "overrides/partials/hero.svg", 0, 12_000),
)


def render(drawing: Path, picture: Picture) -> bytes:
    """Return the picture's bytes: SVG without line breaks, or PNG (RGB unless an icon)."""
    if picture.path.endswith(".svg"):
        return re.sub(r">\s+<", "><", drawing.read_text(encoding="utf-8")).encode()
    raw = resvg_py.svg_to_bytes(svg_path=str(drawing), width=picture.width, skip_system_fonts=True)
    image: Image.Image = Image.open(io.BytesIO(bytes(raw)))
    if drawing.stem != "favicon":  # the icon keeps its transparent corners
        image = image.convert("RGB")
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


@click.command()
@click.option(
    "--drawings", type=click.Path(path_type=Path), default=ROOT / "scripts/artwork", help="the SVGs"
)
@click.option(
    "--docs", type=click.Path(path_type=Path), default=ROOT / "docs", help="where the pages are"
)
def command(drawings: Path, docs: Path) -> int:
    """Vykreslit obrázky archivu / Render the archive's pictures from their drawings.

    Render every picture; fail when one is larger than its limit.
    """
    too_large = 0
    for picture in PICTURES:
        data = render(drawings / f"{picture.drawing}.svg", picture)
        target = docs / picture.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        over = len(data) >= picture.limit
        too_large += over
        print(f"{len(data):>7} {picture.path}{'  TOO LARGE' if over else ''}")
    return 1 if too_large else 0
