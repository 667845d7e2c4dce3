"""Artwork: what Apple and PSP-1 demand of a podcast's pictures."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from archive.problems import Text

SMALLEST, LARGEST = 1400, 3000
# Big apps ask for less than 512 kB (PSP-1 issue 13).
HEAVIEST = 500_000
FORMATS = {"PNG": (".png",), "JPEG": (".jpg",)}


def faults(path: Path) -> list[tuple[str, Text]]:
    """Return what is wrong with a picture, as what was found and what is expected."""
    square = Text(
        f"čtverec o straně {SMALLEST}–{LARGEST} px", f"a square of {SMALLEST}–{LARGEST} px"
    )
    if not path.exists():
        return [("", Text(f"soubor {path.name}", f"the file {path.name}"))]
    try:
        with Image.open(path) as image:
            width, height = image.size
            mode, form = image.mode, image.format or ""
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return [(path.name, Text("obrázek PNG nebo JPEG", "a PNG or JPEG picture"))]
    found: list[tuple[str, Text]] = []
    if width != height or not SMALLEST <= width <= LARGEST:
        found.append((f"{width} × {height} px", square))
    if mode != "RGB":
        found.append((mode, Text("barvy RGB bez průhlednosti", "RGB colours without transparency")))
    if path.suffix.lower() not in FORMATS.get(form, ()):
        found.append(
            (
                f"{form} {path.suffix}",
                Text(
                    "PNG s příponou .png nebo JPEG s příponou .jpg",
                    "PNG ending in .png or JPEG ending in .jpg",
                ),
            )
        )
    if path.stat().st_size > HEAVIEST:
        size = f"{path.stat().st_size // 1000} kB"
        found.append((size, Text("nejvýše 500 kB", "at most 500 kB")))
    return found
