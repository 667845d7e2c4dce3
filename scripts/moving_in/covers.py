"""Any picture into a cover that meets the rules of Apple, PSP-1 and archive.artwork."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageOps

from archive.recording.artwork import HEAVIEST, LARGEST, SMALLEST
from archive.schema.problems import Text

# Below this a picture says nothing when it is blown up.
_TOO_SMALL = 300
# A picture that is nearly square is cut, others get a border.
_NEARLY = 1.12


class NoCover(ValueError):
    """A picture of which no cover can be made, and why."""

    def __init__(self, found: str, expected: Text) -> None:
        self.found, self.expected = found, expected
        super().__init__(found)


@dataclass(frozen=True)
class Cover:
    """A PNG within the rules, and what had to be done to the picture."""

    png: bytes
    changes: tuple[Text, ...] = ()


def _opened(data: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data)) as picture:
            upright = ImageOps.exif_transpose(picture) or picture
            shown = upright.convert("RGBA") if upright.mode != "RGB" else upright
            shown.load()
    # A damaged picture can raise nearly anything.
    except Exception as error:
        expected = Text("obrázek PNG nebo JPEG", "a PNG or JPEG picture")
        raise NoCover(type(error).__name__, expected) from error
    if shown.mode == "RGB":
        return shown
    paper = Image.new("RGBA", shown.size, (255, 255, 255, 255))
    return Image.alpha_composite(paper, shown).convert("RGB")


def _square(picture: Image.Image) -> tuple[Image.Image, Text | None]:
    width, height = picture.size
    if width == height:
        return picture, None
    if max(width, height) <= _NEARLY * min(width, height):
        side = min(width, height)
        cut = ImageOps.fit(picture, (side, side), Image.Resampling.LANCZOS)
        return cut, Text("okraje oříznuty na čtverec", "cut to a square")
    side = max(width, height)
    colour = tuple(picture.resize((1, 1)).tobytes())
    padded = ImageOps.pad(picture, (side, side), Image.Resampling.LANCZOS, color=colour)
    return padded, Text("doplněno na čtverec", "filled up to a square")


def _png(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()


def _lighter(picture: Image.Image) -> Iterator[bytes]:
    """Yield the picture ever lighter: first as it is, then smaller, then with fewer colours."""
    yield _png(picture)
    small = picture
    if picture.width > SMALLEST:
        small = picture.resize((SMALLEST, SMALLEST), Image.Resampling.LANCZOS)
        yield _png(small)
    for colours in (256, 128, 64, 32):
        yield _png(_few(small, colours).convert("RGB"))
    # Of noise and grain nothing else is light: coarser, each dot several times.
    for times in (2, 4):
        side = SMALLEST // times
        coarse = _few(small.resize((side, side), Image.Resampling.LANCZOS), 64)
        dots = coarse.resize((SMALLEST, SMALLEST), Image.Resampling.NEAREST)
        yield _png(dots.convert("RGB"))


def _few(picture: Image.Image, colours: int) -> Image.Image:
    return picture.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def fitted(data: bytes) -> Cover:
    """Return a cover made of a picture: square, 1400–3000 px, RGB, PNG, at most 500 kB.

    Raises NoCover when the picture cannot be read or is too small.
    """
    picture = _opened(data)
    if min(picture.size) < _TOO_SMALL:
        found = f"{picture.width} × {picture.height} px"
        raise NoCover(found, Text(f"aspoň {SMALLEST} px", f"at least {SMALLEST} px"))
    picture, squared = _square(picture)
    changes = [squared] if squared else []
    side = min(max(picture.width, SMALLEST), LARGEST)
    if side != picture.width:
        told = (f"zvětšeno z {picture.width} px", f"enlarged from {picture.width} px")
        if side < picture.width:
            told = (f"zmenšeno z {picture.width} px", f"reduced from {picture.width} px")
        changes.append(Text(*told))
        picture = picture.resize((side, side), Image.Resampling.LANCZOS)
    for step, png in enumerate(_lighter(picture)):
        if len(png) <= HEAVIEST:
            if step:
                told = ("zjednodušeno, aby mělo nejvýš 500 kB", "simplified to at most 500 kB")
                changes.append(Text(*told))
            return Cover(png, tuple(changes))
    raise AssertionError("350 dots a side in 64 colours are below 100 kB")
