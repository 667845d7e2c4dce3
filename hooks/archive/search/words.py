"""What a word is, and what of it is compared. The browser does the same, letter for letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from archive.search import endings

WORD = re.compile(r"[^\W_]+")
LONGEST_NAME = 6
_NUMBER = re.compile(r"(?<![\d-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\d-])")


def fold(word: str) -> str:
    """Return a word in small letters without marks: „Zprávě“ is „zprave“."""
    parted = unicodedata.normalize("NFKD", word.lower())
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return "".join(endings.LETTERS.get(letter, letter) for letter in bare)


@cache
def _table(language: str) -> dict[str, tuple[str, int]]:
    table = {}
    for rule in endings.of(language).endings.split():
        change, _, least = rule.partition(":")
        ending, _, replacement = change.partition(">")
        table[ending] = (replacement, int(least or endings.SHORTEST))
    return table


def _shortened(word: str, table: dict[str, tuple[str, int]], longest: int) -> str:
    """Return a word without its longest ending that leaves enough of it."""
    for size in range(min(longest, len(word) - 1), 0, -1):
        replacement, least = table.get(word[-size:], ("", 0))
        if least and len(word) - size + len(replacement) >= least:
            return word[:-size] + replacement
    return word


@cache
def reduce(folded: str, language: str) -> str:
    """Return what all forms of a word have in common; ``folded`` is without marks."""
    table = _table(language)
    if len(folded) <= endings.SHORTEST or not folded.isalpha() or not table:
        return folded
    longest = max(map(len, table))
    while (shorter := _shortened(folded, table, longest)) != folded:
        folded = shorter
    return folded


@cache
def _stop_words(language: str) -> frozenset[str]:
    return frozenset(endings.of(language).stop.split())


@cache
def key(word: str, language: str) -> str:
    """Return under what a word is filed; nothing for a word that tells nothing."""
    folded = fold(word)
    return "" if folded in _stop_words(language) else reduce(folded, language)


def name_key(name: str) -> str:
    """Return under what a whole name is filed: „Lucie Sládková“ is „lucie=sladkova“.

    By its first word, so that it stands near what that word is filed under. Nothing for a name
    of many words: nobody types a long title whole.
    """
    folded = [fold(word[0]) for word in WORD.finditer(name)]
    return f"{folded[0]}={' '.join(folded[1:])}" if 0 < len(folded) <= LONGEST_NAME else ""


def _isbn(text: str) -> str:
    """Return the nine digits that an ISBN of ten and of thirteen share, or nothing.

    The check digits are those of ISO 2108; what fails them is a telephone number.
    """
    digits = re.sub(r"[- ]", "", text).upper()
    if len(digits) == 10:
        values = [10 if digit == "X" else int(digit) for digit in digits]
        good = sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0
        return digits[:9] if good else ""
    if not digits.isdigit():
        return ""
    good = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return digits[3:12] if good else ""


def isbns(text: str) -> Iterator[tuple[int, str]]:
    """Yield where an ISBN begins and under what it is filed, with hyphens or without."""
    for found in _NUMBER.finditer(text):
        if core := _isbn(found[0]):
            yield found.start(), f"isbn{core}"


__all__ = ["WORD", "fold", "isbns", "key", "name_key", "reduce"]
