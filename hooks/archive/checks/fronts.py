"""What no site can be without: its home page, a front for each kind, and words that can be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from archive.content.library import Library
from archive.schema import KINDS, LANGUAGES, texts
from archive.schema.problems import Problem, Text

_RECORD = "index.cs.md"


def fronts_are_there(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The home page and the front of each kind are there: every page links to them."""
    for folder in ("", *KINDS):
        file = content.docs / folder / _RECORD
        if not file.is_file():  # one that is there and faulty is told by who reads it
            expected = Text(
                "tento soubor; bez něj nelze web sestavit" if folder else "úvodní stránku archivu",
                "this file; the site cannot be built without it" if folder else "the home page",
            )
            example = "---\ntitle: Název\ndescription: O čem stránka je.\n---"
            yield Problem(file.relative_to(root).as_posix(), 0, "", "", expected, example)


def words_can_be_read(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The lists of words that the spelling check knows are text."""
    for language in LANGUAGES:
        file = content.docs / "vocabulary" / f"words.{language}.txt"
        yield from texts.read(file, file.relative_to(root).as_posix())[1]
