"""What the pictures of time and place are told in the vocabularies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from archive.content.library import Library
from archive.schema.problems import Problem, Text
from archive.schema.vocabulary import read_mapping


def short_titles_are_of_projects(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every short title belongs to a project that is there."""
    path = content.docs / "vocabulary" / "short-titles.yml"
    shown = path.relative_to(root).as_posix()
    values, lines, _ = read_mapping(path, shown)
    for name in values:
        if not content.exists(f"projects/{name}"):
            expected = Text(
                "složka projektu v docs/projects/", "the folder of a project in docs/projects/"
            )
            example = "elci: {cs: ELCI, en: ELCI}"
            yield Problem(shown, lines.get((name,), 1), str(name), str(name), expected, example)


def names_of_places_are_lists(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """What a place is called in the texts is a list of names."""
    path = content.docs / "vocabulary" / "places.yml"
    shown = path.relative_to(root).as_posix()
    values, lines, _ = read_mapping(path, shown)
    for name, value in values.items():
        named = value.get("named") if isinstance(value, dict) else None
        if named is not None and not (isinstance(named, list) and all(named)):
            expected = Text("seznam jmen v hranatých závorkách", "a list of names in brackets")
            example = "plzen: {cs: Plzeň, en: Plzeň, named: [Plzeň, Pilsen]}"
            line = lines.get((name, "named")) or lines.get((name,), 1)
            yield Problem(shown, line, str(name), str(named), expected, example)
