"""Transcripts that only stand in for one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from archive.content.library import Library
from archive.recording import placeholders, transcripts
from archive.schema import LANGUAGES
from archive.schema.problems import Problem, Text


def transcripts_are_written(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A placeholder is told of until somebody writes the transcript; readers never see it."""
    expected = Text(
        "přepis; zatím je tu jen zástupný text, na webu ani v kanálu není",
        "a transcript; this only stands in for one, and is neither on the site nor in the feed",
    )
    example = "00:00:00.000 --> 00:00:04.500\n<v Fatima Rahimi>Dobrý den, vítejte v Klatovech."
    for entry in content.of("podcast").values():
        for language in LANGUAGES:
            if language in content.transcripts.get(entry.id, {}):
                continue
            path = entry.folder / transcripts.file_name(language)
            if placeholders.lies_at(path):
                shown = path.relative_to(root).as_posix()
                found = placeholders.words(language)
                yield Problem(shown, 0, "", found, expected, example, severity="advice")
