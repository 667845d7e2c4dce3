"""Words on a page: Czech typography, sorting, identifiers."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NBSP = "\u00a0"

# ČSN 01 6910 and the Internetová jazyková příručka (Zalomení řádků): what must not
# stand at the end of a line, or must not be parted.
_ONE_LETTER = re.compile(r"(?<![\w\u00a0])([kosuvziaKOSUVZIA]) +(?=[\w„(]|\Z)")
_AFTER_NBSP = re.compile(r"(?<=\u00a0)([kosuvziaKOSUVZIA]) +(?=[\w„(]|\Z)")
_NUMBER_GROUP = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_UNIT = re.compile(
    r"(?<=\d) (?=(?:%|‰|Kč|EUR|USD|km|min|s|kB|MB|GB|tis\.|mil\.|mld\.|let|lidí|osob|h)(?!\w))"
)
_DATE = re.compile(
    r"(\d{1,2}\.) (?=(?:\d{1,2}\. ?)?"
    r"(?:led|úno|bře|dub|kvě|čer|srp|zář|říj|lis|pro|\d{1,2}\.|\d{4}\b))"
)
_MONTH_YEAR = re.compile(
    r"((?:lede?n|únor|břez|dube?n|květ|červ|srpe?n|září|říje?n|listopad|prosin)\w*) (?=\d{4}\b)"
)
_ABBREVIATION = re.compile(
    r"\b(č|s|str|r|roč|obr|tab|např|tzv|sv|dr|Dr|Mgr|Ing|čl|odst) ?\. (?=[\w„])"
)
_DASH = re.compile(r"(?<=\S) (?=[–—] )")

_NO_TEXT = re.compile(r"<(script|style|pre|code)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_KEPT_OR_BREAK = re.compile(r"(<(pre|textarea)\b.*?</\2>)|[ \t\r]*\n[ \t\r\n]*", re.DOTALL)


def czech_spaces(text: str) -> str:
    """Return plain Czech text with the spaces that must not break made non-breaking."""
    text = _ONE_LETTER.sub(rf"\1{NBSP}", text)
    text = _AFTER_NBSP.sub(rf"\1{NBSP}", text)
    for pattern in (_NUMBER_GROUP, _UNIT, _DASH):
        text = pattern.sub(NBSP, text)
    for pattern in (_DATE, _MONTH_YEAR):
        text = pattern.sub(rf"\1{NBSP}", text)
    return _ABBREVIATION.sub(rf"\1.{NBSP}", text)


def english_spaces(text: str) -> str:
    """Return plain English text whose dates and dashes do not part."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    text = re.sub(rf"\b(\d{{1,2}}) (?=(?:{months})\b)", rf"\1{NBSP}", text)
    text = re.sub(r"(?<=\d) (?=(?:per cent|million|kB|MB|min)\b)", NBSP, text)
    return _DASH.sub(NBSP, text)


_SPACES = {"cs": czech_spaces, "en": english_spaces}


@lru_cache(maxsize=1 << 16)
def typeset(text: str, language: str) -> str:
    """Set plain text by the rules of its language; others are left as they are."""
    return _SPACES.get(language, str)(text)


def typeset_html(html: str, language: str) -> str:
    """Set the text of an HTML fragment; tags, scripts and code stay untouched."""
    if language not in _SPACES:
        return html
    parts, end = [], 0
    for markup in _NO_TEXT.finditer(html):
        parts += [typeset(html[end : markup.start()], language), markup[0]]
        end = markup.end()
    return "".join([*parts, typeset(html[end:], language)])


def unindented(html: str) -> str:
    """Return a page without indentation and empty lines, which no browser shows."""
    return _KEPT_OR_BREAK.sub(lambda found: found[1] or "\n", html)


def plain(text: str) -> str:
    """Return text with every non-breaking space made an ordinary one."""
    return text.replace(NBSP, " ")


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
