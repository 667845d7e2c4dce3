"""Pictures as files: the one place that says how small a picture for a page is made."""

from __future__ import annotations

import io

from PIL import Image

# Neither the flat colours of our drawings nor the letters of a small cover show a fault at
# this quality, at half the weight of WebP. One thread: the same picture gives the same bytes.
_AVIF = {"quality": 32, "speed": 3, "max_threads": 1}


def encoded(picture: Image.Image, form: str, **options: object) -> bytes:
    """Return a picture as a file of a format that Pillow writes, with the format's options."""
    target = io.BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def avif(picture: Image.Image) -> bytes:
    """Return a picture as AVIF, for browsers from 2020 (iPhones: 2022) on; others take ``src``."""
    return encoded(picture, "AVIF", **_AVIF)
