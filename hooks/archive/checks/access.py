"""Texts that everybody can use: by ear, out of context, without seeing."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.checks.walk import editions, everything_written
from archive.content.library import Library
from archive.schema.problems import Problem, Text

# [text](address), not a picture; ![text](address)
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]\[]+)\]\([^)]*\)")
_PICTURE = re.compile(r"!\[(?P<text>[^\]]*)\]\([^)]*\)")
# What says nothing in a list of links, as a screen reader offers it (WCAG 2.2, 2.4.4).
_VAGUE = re.compile(
    r"(?:zde|tady|sem|tu|více|víc|více zde|klikněte zde|klikněte sem|číst dál|dále|odkaz|stránka"
    r"|here|click here|more|read more|learn more|this|this page|link|page)\W*",
    re.IGNORECASE,
)


def _lines(content: Library) -> Iterator[tuple[str, int, str]]:
    """Yield every line of every text with its file and number."""
    for entry in everything_written(content):
        for edition in editions(entry):
            for number, line in enumerate(edition.body.split("\n"), edition.first_body_line):
                yield edition.path, number, line


def links_stand_alone(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The words of a link say where it leads, without the sentence around it."""
    expected = Text(
        "slova, z nichž je i bez věty okolo jasné, kam odkaz vede",
        "words that say where the link leads, even without the sentence around them",
    )
    for path, number, line in _lines(content):
        for match in _LINK.finditer(line):
            if _VAGUE.fullmatch(match["text"].strip()):
                example = "[zpráva o lázních (PDF)](https://example.org/lazne.pdf)"
                yield Problem(path, number, "", match[0], expected, example)


def pictures_are_described(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every picture in a text says in words what it shows."""
    expected = Text(
        "popis obrázku v hranatých závorkách: co je na něm důležité pro toho, kdo ho nevidí",
        "a description in the square brackets: what matters of it to those who cannot see it",
    )
    for path, number, line in _lines(content):
        for match in _PICTURE.finditer(line):
            if not match["text"].strip():
                example = "![Sál plný lidí na závěrečné konferenci](konference.jpg)"
                yield Problem(path, number, "", match[0], expected, example)
