"""Artwork: what Apple and PSP-1 demand of it, and the small copies that pages show."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from archive.problems import Text

SMALLEST, LARGEST = 1400, 3000
# Big apps ask for less than 512 kB (PSP-1 issue 13).
HEAVIEST = 500_000
FORMATS = {"PNG": (".png",), "JPEG": (".jpg",)}

# The side of the small copy, in pixels: sharp at 240 px on a phone's screen.
SMALL = 480


def _webp(picture: Image.Image, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, "WEBP", method=4, **options)
    return target.getvalue()


def small(path: Path) -> bytes:
    """Return a picture as a small WebP; the same picture gives the same bytes.

    A drawing of flat colours is smaller and crisper without loss, a photograph with it:
    the smaller of the two is taken.
    """
    with Image.open(path) as image:
        reduced = image.convert("RGB").reduce(max(image.width // (2 * SMALL), 1))
    copy = reduced.resize((SMALL, SMALL), Image.Resampling.LANCZOS)
    flat = copy.quantize(32, dither=Image.Dither.NONE).convert("RGB")
    return min(_webp(flat, lossless=True, quality=100), _webp(copy, quality=80), key=len)


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
