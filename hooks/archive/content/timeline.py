"""The dated facts, read from their file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from archive.schema import Event, records, texts
from archive.schema.frontmatter import FrontMatter, FrontMatterError, load_yaml
from archive.schema.problems import Problem, Text

TIMELINE = "history/timeline.yml"


@dataclass(frozen=True)
class Dated:
    """A fact of the timeline and the line where it stands."""

    event: Event
    line: int


def read(docs: Path, root: Path) -> tuple[list[Dated], list[Problem]]:
    """Return the facts in the order of the file, and what is wrong with it."""
    path = docs / TIMELINE
    if not path.exists():
        return [], []
    shown = path.relative_to(root).as_posix()
    text, problems = texts.read(path, shown)
    if problems:
        return [], problems
    try:
        values, lines = load_yaml(text)
    except FrontMatterError as error:
        expected = error.expected or Text("soubor ve formátu YAML", "a file in YAML")
        return [], [Problem(shown, error.line, "", str(error), expected)]
    if not isinstance(values, list):
        expected = Text(
            "seznam událostí, každá začíná pomlčkou", "a list of events, each with a dash"
        )
        return [], [Problem(shown, 1, "", "", expected)]
    found: list[Dated] = []
    for index, value in enumerate(values):
        try:
            found.append(Dated(Event.model_validate(value), lines.get((index,), 1)))
        except ValidationError as error:
            own = {at[1:]: n for at, n in lines.items() if at[:1] == (index,)}
            front = FrontMatter(value if isinstance(value, dict) else {}, "", own)
            problems += records.complaints(error, Event, shown, front)
    return found, problems
