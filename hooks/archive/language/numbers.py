"""Numbers, sizes and moments as a language writes them, and the names of languages."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale
from babel.numbers import format_decimal

from archive.language.typography import plain


def number(value: float, language: str) -> str:
    """Return a number as the language writes it, but for the kind of its spaces."""
    return plain(str(format_decimal(value, locale=language)))


def plural(words: Mapping[str, str], key: str, value: int, language: str) -> str:
    """Return the form of a word that goes with a number (plural rules of CLDR)."""
    form = Locale.parse(language).plural_form(value)
    return words.get(f"{key}_{form}") or words[f"{key}_other"]


def size(value: int, language: str) -> str:
    """Return a file's size in bytes: whole kilobytes, or megabytes with one decimal place."""
    if value < 1_000_000:
        return f"{number(round(value / 1000), language)} kB"
    return f"{number(round(value / 1_000_000, 1), language)} MB"


def clock(seconds: float) -> str:
    """Return a time as people read it: 1:05, 1:02:03."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def language_name(code: str, language: str) -> str:
    """Return the name of a language in another."""
    return str(Locale.parse(code).get_display_name(language) or code)
