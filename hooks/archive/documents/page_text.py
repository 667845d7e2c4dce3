"""The text of a page as paragraphs, from the lines in which a PDF has it."""

from __future__ import annotations

import re
import unicodedata
from itertools import zip_longest

# pdfium writes the first for a hyphen at which a word was parted; older ones the second.
_PARTED = re.compile("[\x02\ufffe]\\s*\n?")
_SOFT = re.compile("\u00ad\\s*\n\\s*")
# A word parted by a plain hyphen: both halves in small letters.
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-\n(?=[^\W\d_])(?=[a-zà-ž])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff\ue000-\uf8ff]")
# The first word of a line; one of a single letter is not parted from the next in Czech.
_WORD = re.compile(r"(?:\w )?\S+")
# A line of a table of contents: dots that lead to a page.
_LEADER = re.compile(r" ?(?:\. ?){4,}(\d+)$")
# Letters are not of one width: a line this full may have had no room for the next word.
_FULL = 0.88


def clean(raw: str) -> str:
    """Return the lines of a page without what no reader should meet; letters are composed."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    text = _HYPHEN.sub("", _SOFT.sub("", _PARTED.sub("", text)))
    text = _CONTROL.sub("", text).replace("\u00ad", "")
    lines = (re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.split("\n"))
    return unicodedata.normalize("NFC", "\n".join(lines)).strip()


def _goes_on(line: str, following: str, width: int) -> bool:
    """Tell whether a line was broken for want of room: the next word would not have fitted."""
    word = _WORD.match(following)
    if word is None or _LEADER.search(line):
        return False
    return len(line) + 1 + len(word[0]) > _FULL * width


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a cleaned page.

    A PDF without tags does not say where paragraphs end. A heading, a line of a table or of
    an index, and the end of a paragraph have in common that the next word had room on them.
    """
    lines = [line for line in text.split("\n") if line]
    lengths = sorted(map(len, lines))
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    found: list[str] = []
    group: list[str] = []
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        group.append(_LEADER.sub(r" … \1", line))
        if not _goes_on(line, following, width):
            found.append(" ".join(group))
            group = []
    return found


def is_empty(text: str) -> bool:
    """Tell whether a page has no text to speak of: a number of its own at most."""
    return sum(letter.isalpha() for letter in text) < 3
