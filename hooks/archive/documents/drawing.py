"""The pages of a PDF: their text and their pictures. The only importer of pypdfium2."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageStat
from pypdfium2 import raw

from archive.cache.image_formats import avif, encoded
from archive.documents.page_text import clean
from archive.documents.sizes import COVER_JPEG, COVERS, PAGE, pixels

# Colours of a page of text, and the error (of 255) that one hardly sees.
_COLOURS, _SEEN = 16, 3.0


class Drawn(NamedTuple):
    """The pages in points, their cleaned texts, the largest text of the first page."""

    pages: tuple[tuple[float, float], ...]
    texts: tuple[str, ...]
    largest: tuple[str, float]


def _letters(text: pdfium.PdfTextPage) -> Iterator[tuple[str, float]]:
    """Yield the letters of a page with their sizes in points, as they are seen."""
    matrix = raw.FS_MATRIX()
    for index in range(min(text.count_chars(), 5000)):
        size = raw.FPDFText_GetFontSize(text.raw, index)
        if raw.FPDFText_GetMatrix(text.raw, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
        yield chr(raw.FPDFText_GetUnicode(text.raw, index) or 32), round(size, 1)


def _largest(text: pdfium.PdfTextPage) -> tuple[str, float]:
    """Return the largest text of a page and its size in points."""
    letters = list(_letters(text))
    top = max((size for letter, size in letters if letter.isalpha()), default=0.0)
    # A line break has no size of its own.
    told = "".join(
        letter if letter.isspace() or size >= 0.95 * top else " " for letter, size in letters
    )
    return " ".join(clean(told).split())[:300], top


def draw_text(path: Path) -> Drawn:
    """Read what every page says. Raises whatever pdfium does of a damaged file."""
    pages, texts, largest = [], [], ("", 0.0)
    with pdfium.PdfDocument(path) as document:
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            width, height = page.get_size()
            if not (width > 0 and height > 0):
                raise ValueError(f"page {index + 1}: {width} × {height}")
            pages.append((round(width, 2), round(height, 2)))
            texts.append(clean(text.get_text_bounded()))
            if index == 0:
                largest = _largest(text)
            text.close()
            page.close()
    return Drawn(tuple(pages), tuple(texts), largest)


def _webp(picture: Image.Image) -> bytes:
    """Return a page as a small WebP: text in few colours without loss, which is also crisper.

    Few colours do if they are hardly told from all; a photograph needs more.
    """
    few = picture.quantize(_COLOURS, dither=Image.Dither.NONE).convert("RGB")
    if max(ImageStat.Stat(ImageChops.difference(picture, few)).rms) < _SEEN:
        return encoded(few, "WEBP", lossless=True, quality=60, method=4)
    return encoded(picture, "WEBP", quality=55, method=4)


def _rendered(page: pdfium.PdfPage, width: int, finer: int = 1) -> Image.Image:
    """Return a page as a picture; ``finer`` draws it so many times larger first."""
    size = pixels(page.get_size(), width)
    scale = finer * size[0] / page.get_width()
    picture = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    return picture if picture.size == size else picture.resize(size, Image.Resampling.BOX)


def draw_pages(path: Path, number: int) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of the first pages by their names, and those of the cover.

    The same document gives the same bytes with the same versions of pdfium and Pillow.
    """
    with pdfium.PdfDocument(path) as document:
        for width in COVERS:
            cover = _rendered(document[0], width, finer=2)
            yield f"cover-{width}.avif", avif(cover)
        yield COVER_JPEG, encoded(cover, "JPEG", quality=75, optimize=True, progressive=True)
        for index in range(min(number, len(document))):
            page = document[index]
            yield f"{index + 1}.webp", _webp(_rendered(page, PAGE))
            page.close()
