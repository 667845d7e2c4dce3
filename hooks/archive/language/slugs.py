"""Identifiers and anchors, made of words."""

from __future__ import annotations

import re
import unicodedata


def ascii_slug(text: str) -> str:
    """Return an identifier of a-z, 0-9 and hyphens: „Lucie Sládková“ is lucie-sladkova."""
    text = re.sub(r"[\s–—]", "-", text)
    letters = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def heading_slug(text: str, separator: str) -> str:
    """Return the anchor of a heading, for Markdown's table of contents.

    What has no Latin letters, such as Ukrainian, keeps its own.
    """
    slug = ascii_slug(text) or re.sub(r"\W+", "-", text.replace("’", "").lower()).strip("-")
    return slug.replace("-", separator)
