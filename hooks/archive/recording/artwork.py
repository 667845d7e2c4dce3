"""Artwork: what Apple and PSP-1 demand of it, and the small copies that pages show."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path

from PIL import Image

from archive.cache.image_formats import avif, encoded, made_with
from archive.cache.store import Store
from archive.schema.problems import Text

SMALLEST, LARGEST = 1400, 3000
# Big apps ask for less than 512 kB (PSP-1 issue 13).
HEAVIEST = 500_000
FORMATS = {"PNG": (".png",), "JPEG": (".jpg",)}

# A picture with a longer side is told so, and not decoded: it could fill the memory.
_LARGEST_DECODED = 2 * LARGEST
_SQUARE = Text(f"čtverec o straně {SMALLEST}–{LARGEST} px", f"a square of {SMALLEST}–{LARGEST} px")
_KIND = Text("obrázek PNG nebo JPEG", "a PNG or JPEG picture")
_WHOLE = Text("celý obrázek; nahrajte jej znovu", "the whole picture; upload it again")

# The side of the small copy, in pixels: sharp at 240 px on a phone's screen.
SMALL = 480
# The sides of the copies for pages; a browser takes the one that fits.
SIDES = (256, SMALL)


def _copy(path: Path, side: int) -> Image.Image:
    with Image.open(path) as image:
        reduced = image.convert("RGB").reduce(max(image.width // (2 * side), 1))
    return reduced.resize((side, side), Image.Resampling.LANCZOS)


def small(path: Path) -> bytes:
    """Return a picture as a small WebP; the same picture gives the same bytes.

    A drawing of flat colours is smaller and crisper without loss, a photograph with it:
    the smaller of the two is taken.
    """
    copy = _copy(path, SMALL)
    flat = copy.quantize(32, dither=Image.Dither.NONE).convert("RGB")
    exact = encoded(flat, "WEBP", method=4, lossless=True, quality=100)
    return min(exact, encoded(copy, "WEBP", method=4, quality=80), key=len)


def light(path: Path, side: int) -> bytes:
    """Return a picture as a small AVIF, lighter than WebP where a browser can read it."""
    return avif(_copy(path, side))


def copies(picture: Path, name: str, kept: Store) -> dict[str, bytes]:
    """Return the small copies of a picture by path; ``name`` is that of the WebP among them."""
    stem, digest = name.removesuffix(".webp"), hashlib.sha256(picture.read_bytes()).hexdigest()
    key = f"{made_with(Path(__file__))} {digest}"
    found = {name: kept.made(key, partial(small, picture))}
    for side in SIDES:
        found[f"{stem}-{side}.avif"] = kept.made(f"{key} {side}", partial(light, picture, side))
    return found


@lru_cache(maxsize=4096)
def _width(path: Path, changed: int) -> int:
    with Image.open(path) as image:
        return image.width


def width(path: Path) -> int:
    """Return a picture's width in pixels, or 0 where there is none; a picture is read once."""
    return _width(path, path.stat().st_mtime_ns) if path.exists() else 0


@contextmanager
def _opened(picture: Path | bytes) -> Iterator[Image.Image]:
    """Open a picture in silence: what Pillow warns of, its size above all, is told here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = io.BytesIO(picture) if isinstance(picture, bytes) else picture
        with Image.open(source) as image:
            yield image


def _decode(picture: Path | bytes) -> None:
    """Decode a picture to its end; half a picture, or a damaged one, raises nearly anything."""
    with _opened(picture) as image:
        image.verify()  # the checksums of a PNG
    with _opened(picture) as image:
        if max(image.size) <= _LARGEST_DECODED:
            image.load()


def measure(picture: bytes) -> tuple[int, int] | None:
    """Return width and height of a picture in pixels; ``None`` when no app can show it."""
    try:
        _decode(picture)
        with _opened(picture) as image:
            return image.size
    except Exception:  # noqa: BLE001 - a damaged picture can raise nearly anything
        return None


def faults(path: Path) -> list[tuple[str, Text]]:
    """Return what is wrong with a picture, as what was found and what is expected."""
    if not path.exists():
        return [("", Text(f"soubor {path.name}", f"the file {path.name}"))]
    form = ""
    try:
        with _opened(path) as image:
            (width, height), mode, form = image.size, image.mode, image.format or ""
        _decode(path)
    except Image.DecompressionBombError:
        return [("příliš velký / too large", _SQUARE)]
    except Exception:  # noqa: BLE001 - a damaged picture can raise nearly anything
        if form:
            return [("useknutý nebo poškozený / cut short or damaged", _WHOLE)]
        return [(path.name, _KIND)]
    found: list[tuple[str, Text]] = []
    if width != height or not SMALLEST <= width <= LARGEST:
        found.append((f"{width} × {height} px", _SQUARE))
    if mode != "RGB":
        found.append((mode, Text("barvy RGB bez průhlednosti", "RGB colours without transparency")))
    if path.suffix.lower() not in FORMATS.get(form, ()):
        cs = "PNG s příponou .png nebo JPEG s příponou .jpg"
        found.append(
            (f"{form} {path.suffix}", Text(cs, "PNG ending in .png or JPEG ending in .jpg"))
        )
    if path.stat().st_size > HEAVIEST:
        size = f"{path.stat().st_size // 1000} kB"
        found.append((size, Text("nejvýše 500 kB", "at most 500 kB")))
    return found
