"""EDTF dates as schema.org takes them: ISO 8601 without EDTF's marks of doubt.

What is uncertain or approximate loses its mark, since schema.org has none; the page and
Dublin Core keep it. An end that is open or unknown is ``..``, the form that schema.org's
definition of ``temporalCoverage`` gives.
"""

from __future__ import annotations

_MARKS = "?~%"


def _plain(text: str) -> str:
    """Return one date without its mark; nothing for an open or unknown one."""
    return "" if text in ("", "..") else text.rstrip(_MARKS)


def _members(text: str) -> list[str]:
    return [_plain(part) for part in text[1:-1].split(",")]


def interval(text: str | None) -> str | list[str]:
    """Return a time as a date or an interval; each date of a set by itself."""
    if not text:
        return ""
    if text[0] == "{":
        return _members(text)
    if text[0] == "[":
        return f"{_members(text)[0]}/{_members(text)[-1]}"
    start, slash, end = text.partition("/")
    return f"{_plain(start) or '..'}/{_plain(end) or '..'}" if slash else _plain(text)


def ends(text: str | None) -> tuple[str, str]:
    """Return the first and the last date of a time; nothing for an end that is not known."""
    if not text:
        return "", ""
    if text[0] in "{[":
        return _members(text)[0], _members(text)[-1]
    start, slash, end = text.partition("/")
    return (_plain(start), _plain(end)) if slash else (_plain(text), _plain(text))


def issued(text: str | None) -> str | list[str]:
    """Return when a work came out: of a range the beginning, of a set each date."""
    if text and text[0] == "{":
        return _members(text)
    return ends(text)[0]
