"""The order of words: each language's own alphabet."""

from __future__ import annotations

import re
import unicodedata

from archive.language.typography import plain

# Letters with a place of their own in the alphabet, after another one; all other marks only
# break ties. Czech: ČSN 97 6030. Ukrainian: the orthography of 2019, section 1.
_OWN_PLACE: dict[str, dict[str, tuple[str, int]]] = {
    "cs": {"č": ("c", 1), "ch": ("h", 1), "ř": ("r", 1), "š": ("s", 1), "ž": ("z", 1)},
    "uk": {"ґ": ("г", 1), "є": ("е", 1), "і": ("и", 1), "ї": ("и", 2), "й": ("и", 3)},
}
_LETTER = re.compile(r"ch|.", re.DOTALL)
_SYMBOL, _DIGIT, _WORD = 0, 1, 2


def _letters(text: str, language: str) -> list[str]:
    """Return the letters of a text in small letters; Czech „ch“ is one."""
    return _LETTER.findall(text) if language == "cs" else list(text)


def _letter_key(letter: str, language: str) -> tuple[int, str, int]:
    own = _OWN_PLACE.get(language, {})
    if letter in own:
        return (_WORD, *own[letter])
    base = unicodedata.normalize("NFD", letter)[0]
    if base.isalpha():
        return (_WORD, base, 0)
    return (_DIGIT if base.isdigit() else _SYMBOL, base, 0)


def sort_key(text: str, language: str) -> tuple[list[tuple[int, str, int]], str]:
    """Return the key that sorts as a reader of the language expects.

    In Czech „ch“ follows „h“ and č, ř, š, ž follow c, r, s, z (ČSN 97 6030); in Ukrainian
    ґ, є, і, ї, й have their places; other letters are compared without their marks. Quotes
    and other signs are passed over.
    """
    lowered = unicodedata.normalize("NFC", plain(text)).casefold()
    keys = [_letter_key(letter, language) for letter in _letters(lowered, language)]
    return ([key for key in keys if key[0] != _SYMBOL or key[1] == " "], lowered)


def initial(text: str, language: str) -> str:
    """Return the letter under which a sorted list files a name: „Ch“ and „Š“ in Czech."""
    first = _letters(unicodedata.normalize("NFC", text).casefold(), language)[0]
    own = first in _OWN_PLACE.get(language, {})
    return first.capitalize() if own else unicodedata.normalize("NFD", first)[0].upper()
