"""Every language says the same, and says it of the present text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archive.checks.walk import editions, everything
from archive.library import TIMELINE, Library
from archive.model import DEFAULT_LANGUAGE, LANGUAGES
from archive.problems import Problem, Text
from archive.records import Entry


def translations_are_complete(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Unknowns, notes and notes on people say the same number of things in each language."""
    for entry in everything(content):
        record = entry.record
        noted = {c.person for c in record.people if c.person and c.note}
        for edition in editions(entry):
            if edition.language == DEFAULT_LANGUAGE:
                continue
            for name in ("unknown", "notes"):
                here, there = len(getattr(edition.record, name)), len(getattr(record, name))
                if here != there:
                    expected = Text(
                        f"stejný počet položek jako v češtině ({there})",
                        f"as many entries as in Czech ({there})",
                    )
                    yield Problem(edition.path, edition.line(name), name, str(here), expected)
            if getattr(record, "community", None) and not edition.record.community:
                expected = Text("název společenství v tomto jazyce", "the community’s name")
                line = edition.line("community")
                example = "community: {name: Women’s Ukrainian Club}"
                yield Problem(edition.path, line, "community", "", expected, example)
            for person in sorted(noted - set(edition.record.people_notes)):
                expected = Text("překlad poznámky u osoby", "the note on the person, translated")
                example = f"people_notes: {{{person}: founder of the club}}"
                line = edition.line("people_notes")
                yield Problem(edition.path, line, "people_notes", "", expected, example)


def translations_are_fresh(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A translation says which state of the Czech text it was made from."""
    entries: list[Entry[Any]] = [*everything(content), *content.pages.values()]
    for entry in entries:
        source = entry.editions[DEFAULT_LANGUAGE].source_hash
        for edition in editions(entry):
            stamp = edition.record.translation_of
            if edition.language != DEFAULT_LANGUAGE and stamp != source:
                expected = Text(
                    f"{source}; porovnejte překlad s češtinou a spusťte „make stamp“",
                    f"{source}; compare the translation with the Czech text, then “make stamp”",
                )
                line = edition.line("translation_of")
                yield Problem(
                    edition.path, line, "translation_of", stamp or "", expected, severity="advice"
                )


def events_are_bilingual(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every dated fact is told in every language."""
    for dated in content.events:
        for name in ("event", "figure", "note"):
            texts = getattr(dated.event, name)
            if texts and set(texts) != set(LANGUAGES):
                expected = Text("text česky i anglicky", "the text in Czech and in English")
                path = f"docs/{TIMELINE}"
                yield Problem(path, dated.line, name, ", ".join(texts), expected, "{cs: …, en: …}")
