"""The date of a work as each bibliographic format writes it, out of EDTF (ISO 8601-2).

CSL knows „about“ (``circa``) and open ends, but no „at the latest“; BibLaTeX takes EDTF as
it is; RIS takes one day, month or year.
"""

from __future__ import annotations

import re
from typing import Any

from archive.language import dates

_PLAIN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%]?)")
_OPEN = ("", "..")
# What a source does not say stands in square brackets (ISO 690).
_DOUBT = {"?": "[{}?]", "~": "[cca\u00a0{}]", "%": "[cca\u00a0{}?]"}


def _parts(text: str) -> list[int]:
    """Return year, month and day as far as they are told; a doubtful date keeps its year."""
    match = _PLAIN.fullmatch(text)
    assert match is not None  # the record has been checked
    year, month, day, doubt = match.groups()
    told = [year] if doubt else [part for part in (year, month, day) if part]
    return [int(part) for part in told]


def _in_czech(text: str) -> str:
    """Return in words, for the Czech style, what CSL has no other way to tell; or nothing."""
    if text[4:] in _DOUBT:
        return _DOUBT[text[4:]].format(text[:4])
    start, slash, end = text.partition("/")
    return f"[nejpozději {_parts(end)[0]}]" if slash and start in _OPEN else ""


def csl(text: str | None, czech: bool = False) -> dict[str, Any] | None:
    """Return CSL's date variable, or nothing for a date that is not known.

    ``czech`` is for the Czech style alone, where doubt and „nejpozději“ are told in words;
    elsewhere a doubtful date, or one known only by its end, is about that year.
    """
    if not text:
        return None
    if czech and (told := _in_czech(text)):
        return {"literal": told}
    if text[0] in "{[":
        listed = [_parts(part) for part in text[1:-1].split(",")]
        return {"date-parts": [listed[0], listed[-1]]}
    start, slash, end = text.partition("/")
    if start in _OPEN:
        return {"date-parts": [_parts(end)[:1]], "circa": True}
    if slash and end in _OPEN:
        return {"date-parts": [_parts(start), [0]]}
    parts: dict[str, Any] = {"date-parts": [_parts(part) for part in (start, end) if part]}
    return parts | ({"circa": True} if re.search(r"[?~%]", text) else {})


def year(text: str | None) -> str:
    """Return the year that a format without ranges and doubts can hold, or nothing."""
    years = dates.parse(text).years if text else None
    return str(years[0]) if years else ""


def ris(text: str | None) -> str:
    """Return ``YYYY/MM/DD/`` with what is known of it, the form of RIS; ranges by their start."""
    if not text:
        return ""
    start = text.strip("{}[]").split(",")[0].split("/")[0]
    if start in _OPEN:
        start = year(text)
    told = [f"{part:02}" for part in _parts(start)]
    return "/".join([*told, *[""] * (3 - len(told))]) + "/"
