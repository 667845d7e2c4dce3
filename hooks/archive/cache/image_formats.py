"""Pictures as files: how small a picture for a page is made, and by which code."""

from __future__ import annotations

import hashlib
import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, features
from PIL import __version__ as pillow

# Neither the flat colours of our drawings nor the letters of a small cover show a fault at
# this quality, at half the weight of WebP. One thread: the same picture gives the same bytes.
_AVIF = {"quality": 32, "speed": 3, "max_threads": 1}


@lru_cache(maxsize=8)
def made_with(*sources: Path) -> str:
    """Return a name for all that a picture is drawn with: other code may draw otherwise."""
    files = (*sources, Path(__file__))
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in files)).hexdigest()
    libraries = ["freetype2", "raqm", "zlib", "webp", "avif"]
    return " ".join([digest, pillow, *(str(features.version(name)) for name in libraries)])


def encoded(picture: Image.Image, form: str, **options: object) -> bytes:
    """Return a picture as a file of a format that Pillow writes, with the format's options."""
    target = io.BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def avif(picture: Image.Image) -> bytes:
    """Return a picture as AVIF, for browsers from 2020 (iPhones: 2022) on; others take ``src``."""
    return encoded(picture, "AVIF", **_AVIF)
