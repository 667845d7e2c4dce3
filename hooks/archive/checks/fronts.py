"""What no site can be without: its home page, a front for each kind, and words that can be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from archive.content.library import Library
from archive.schema import COMPLETE_LANGUAGES, KINDS, LANGUAGES, texts
from archive.schema.fields import rows
from archive.schema.problems import Problem, Text
from archive.schema.vocabulary import read_mapping

_RECORD = "index.cs.md"


def fronts_are_there(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The home page is there, and the front of each kind with records or a place in the menu."""
    needed = [name for name, kind in KINDS.items() if kind.menu or content.of(name)]
    for folder in ("", *needed):
        file = content.docs / folder / _RECORD
        if not file.is_file():  # one that is there and faulty is told by who reads it
            expected = Text(
                "tento soubor; bez něj nelze web sestavit" if folder else "úvodní stránku archivu",
                "this file; the site cannot be built without it" if folder else "the home page",
            )
            example = "---\ntitle: Název\ndescription: O čem stránka je.\n---"
            yield Problem(file.relative_to(root).as_posix(), 0, "", "", expected, example)


def _choices(model: type[BaseModel]) -> Iterator[str]:
    """Yield the words for the values that a field lets choose from, where a page tells them."""
    for name, row in rows(model).items():
        if row.value == "choice":
            yield from (f"{name}_{one}" for one in get_args(model.model_fields[name].annotation))


def needed_words() -> dict[str, str]:
    """Return the words of the interface that kinds and fields need, each with who needs it."""
    needed: dict[str, str] = {}
    for kind in KINDS.values():
        needed |= dict.fromkeys(kind.needed_words(), f"kinds/{kind.name}")
        for model in (kind.model, *([kind.whole.model] if kind.whole else [])):
            needed |= dict.fromkeys(_choices(model), model.__name__)
            for name, row in rows(model).items():
                names = row.names
                words = [f"column_{names.csv}"] * bool(names.csv)
                words += [f"facet_{names.facet}"] * bool(names.facet)
                needed |= dict.fromkeys(words, f"{model.__name__}.{name}")
    return needed


def words_are_there(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A complete language has every word that a kind or a field of the schema needs."""
    for language in COMPLETE_LANGUAGES:
        file = content.docs / "vocabulary" / f"ui.{language}.yml"
        shown = file.relative_to(root).as_posix()
        words, _, problems = read_mapping(file, shown)
        yield from problems
        for word, wanted_by in needed_words().items() if not problems else ():
            if not words.get(word):
                expected = Text(
                    f"slovo, které potřebuje {wanted_by}", f"the word that {wanted_by} needs"
                )
                yield Problem(shown, 0, word, "", expected, f'{word}: "…"')


def words_can_be_read(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The lists of words that the spelling check knows are text."""
    for language in LANGUAGES:
        file = content.docs / "vocabulary" / f"words.{language}.txt"
        yield from texts.read(file, file.relative_to(root).as_posix())[1]
