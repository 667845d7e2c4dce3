"""Every language says the same, and says it of the present text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sized
from pathlib import Path

from archive.checks.walk import editions, everything, everything_written
from archive.content.library import Library
from archive.content.timeline import TIMELINE
from archive.schema import (
    COMPLETE_LANGUAGES,
    DEFAULT_LANGUAGE,
    FALLBACK_LANGUAGE,
    LANGUAGES,
    Episode,
    Item,
)
from archive.schema.fields import stated
from archive.schema.problems import Problem, Text
from archive.schema.vocabulary import read_mapping


def _lines(record: Item, name: str) -> Sized:
    lines = stated(record, name)
    return lines if isinstance(lines, list) else ()


def _community(record: Item) -> bool:
    return isinstance(record, Episode) and record.community is not None


def translations_are_complete(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Unknowns, notes and notes on people say the same number of things in each language."""
    for entry in everything(content):
        record = entry.record
        noted = {c.person for c in record.people if c.person and c.note}
        for edition in editions(entry):
            if edition.language == DEFAULT_LANGUAGE:
                continue
            for name in ("unknown", "notes"):
                here, there = (len(_lines(one, name)) for one in (edition.record, record))
                if here != there:
                    expected = Text(
                        f"stejný počet položek jako v češtině ({there})",
                        f"as many entries as in Czech ({there})",
                    )
                    yield Problem(edition.path, edition.line(name), name, str(here), expected)
            if _community(record) and not _community(edition.record):
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
    for entry in everything_written(content):
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
    """Every dated fact is told in Czech and English, and in no language that the archive lacks."""
    for dated in content.events:
        event = dated.event
        told = (("event", event.event), ("figure", event.figure), ("note", event.note))
        for name, texts in told:
            whole = set(COMPLETE_LANGUAGES) <= set(texts) <= set(LANGUAGES)
            if texts and not whole:
                expected = Text("text česky i anglicky", "the text in Czech and in English")
                path = f"docs/{TIMELINE}"
                yield Problem(path, dated.line, name, ", ".join(texts), expected, "{cs: …, en: …}")


_HEADING = re.compile(r"^(#+)\s", re.MULTILINE)


def headings_agree(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A translation has the headings of the Czech text: the language switch leads by them."""
    for entry in everything_written(content):
        levels = _HEADING.findall(entry.editions[DEFAULT_LANGUAGE].body)
        for edition in editions(entry):
            here = _HEADING.findall(edition.body)
            if here != levels:
                expected = Text(
                    f"stejné nadpisy jako v češtině: {' '.join(levels) or 'žádné'}",
                    f"the same headings as in Czech: {' '.join(levels) or 'none'}",
                )
                line, found = edition.lines.body_line, " ".join(here)
                yield Problem(edition.path, line, "", found, expected, severity="advice")


def words_are_translated(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A further language says which words of the interface are still English."""
    folder = content.docs / "vocabulary"
    for language in set(LANGUAGES) - set(COMPLETE_LANGUAGES):
        path = folder / f"ui.{language}.yml"
        known, wanted = (
            read_mapping(file, file.relative_to(root).as_posix())[0]
            for file in (path, folder / f"ui.{FALLBACK_LANGUAGE}.yml")
        )
        missing = [key for key in wanted if key not in known]
        if missing:
            told = ", ".join(missing[:5]) + ("…" if len(missing) > 5 else "")
            expected = Text(
                f"zbývající slova rozhraní ({len(missing)}): {told}",
                f"the other words of the interface ({len(missing)}): {told}",
            )
            shown, found = path.relative_to(root).as_posix(), str(len(known))
            yield Problem(shown, 0, "", found, expected, severity="advice")
