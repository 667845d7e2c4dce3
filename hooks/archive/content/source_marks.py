"""The marks that name a source in a text: ``[^2]``, ``[^2, s. 12]``, ``[^iom-office-avr]``.

Staff write ``…se vrátilo 231 lidí.[^2]``: the second entry of the record's ``sources``.
The footnotes of Python-Markdown would want every source written out again at the foot of
every file, in both languages, and speak one language over the whole site; here the record
is the note, so that a mark is four characters and the two languages cannot drift apart.
GitHub shows such a mark as it is written, below its table of the record's sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Not a definition of Markdown's own footnotes, which starts a line and ends with a colon.
MARK = re.compile(r"\[\^([^\]\n]*)\](?!:)")
# What must not be read: blocks and spans of code.
_CODE = re.compile(r"^(```|~~~).*?^\1|(`+)(?!`).*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)
_SOURCE = re.compile(r"\d+|[a-z0-9.-]+|[a-z]+/[a-z0-9-]+")
# Staff may write either language's abbreviation in either file.
_PLACES = {
    "page": r"(?:str?|s|pp?)\. ?(\d+(?:[–-]\d+)?)",
    "chapter": r"(?:kap|ch)\. ?((?:\d+|[IVXLC]+)(?:\.\d+)*)",
    "section": r"(?:odd|sec)\. ?((?:\d+|[IVXLC]+)(?:\.\d+)*)",
    "table": r"(?:tab|table)\.? ?((?:\d+|[IVXLC]+)(?:\.\d+)*)",
}


@dataclass(frozen=True)
class Place:
    """A place in a source: its kind, such as ``page``, and which; ``12–14`` are pages."""

    kind: str
    value: str

    @property
    def slug(self) -> str:
        """The place as a part of an anchor: ``p12-14``, ``ch3``."""
        start = {"page": "p", "chapter": "ch", "section": "s", "table": "t"}[self.kind]
        return start + re.sub(r"[–.]", "-", self.value.lower())

    @property
    def pages(self) -> tuple[int, ...]:
        """Every page meant; none where the place is no page."""
        if self.kind != "page":
            return ()
        first, _, last = self.value.partition("–")
        return tuple(range(int(first), int(last or first) + 1))


@dataclass(frozen=True)
class Mark:
    """A mark in a text; ``source`` is empty where the mark cannot be read."""

    label: str
    source: str
    place: Place | None
    start: int
    end: int


def _place(text: str) -> Place | None:
    for kind, pattern in _PLACES.items():
        if match := re.fullmatch(pattern, text.replace("\u00a0", " ")):
            return Place(kind, match[1].replace("-", "–"))
    return None


def read(label: str, start: int = 0, end: int = 0) -> Mark:
    """Return what a label says: a source and, behind a comma, a place in it."""
    source, comma, rest = label.partition(",")
    place = _place(rest.strip())
    good = _SOURCE.fullmatch(source.strip()) and bool(comma) == bool(place)
    return Mark(label, source.strip() if good else "", place, start, end)


def without_code(text: str) -> str:
    """Return a text of the same length in which code is blank."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def find(text: str) -> Iterator[Mark]:
    """Yield the marks of a Markdown text in order; code has none."""
    for match in MARK.finditer(without_code(text)):
        yield read(match[1], match.start(), match.end())


def without(text: str) -> str:
    """Return a text without its marks, for readers who cannot follow them."""
    for mark in reversed(list(find(text))):
        text = text[: mark.start] + text[mark.end :]
    return text
