"""Files and dates: what a record claims agrees with what lies in its folder."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path

from archive.checks.walk import at, everything
from archive.content.library import Library
from archive.language import dates
from archive.schema import LANGUAGES, Publication
from archive.schema.problems import Problem, Text

# static-i18n reads any two letters before the last ending as a language, and drops the file.
_HIDDEN_LANGUAGE = re.compile(r"\.([a-z]{2})\.[^.]+$")
_ASCII_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*$")


def holdings_are_true(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """What a record says of its document agrees with the folder and the address."""
    for entry in content.made_of(Publication).values():
        record = entry.record
        held = any(entry.folder.glob("*.pdf"))
        path, line = at(entry, "holding")
        if (record.holding == "file") != held:
            expected = Text(
                "holding: file právě tehdy, když je ve složce PDF",
                "holding: file exactly when a PDF lies in the folder",
            )
            yield Problem(path, line, "holding", record.holding, expected, "holding: none")
        if (record.holding == "link") and not record.link:
            expected = Text("pole link s adresou díla", "the field link with the work's address")
            yield Problem(path, line, "link", "", expected, "link: https://dtm.iom.int/reports/…")


def names_are_safe(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """File names survive the build, the feed and every file system."""
    for file in sorted(p for p in content.docs.rglob("*") if p.is_file()):
        parts = file.relative_to(content.docs).parts
        if parts[0] in ("overrides", "vocabulary", "assets"):
            continue
        shown = file.relative_to(root).as_posix()
        language = _HIDDEN_LANGUAGE.search(file.name)
        if language and language[1] not in LANGUAGES:
            expected = Text(
                "název bez dvou písmen mezi tečkami; ta se čtou jako jazyk",
                "a name without two letters between dots; they are read as a language",
            )
            yield Problem(shown, 0, "", f".{language[1]}.", expected, "profesor-dr.md")
        for part in parts:
            if not _ASCII_NAME.match(part):
                expected = Text(
                    "název jen z číslic, pomlček a písmen a–z bez háčků a čárek",
                    "a name of digits, hyphens and the letters a–z without accents",
                )
                yield Problem(shown, 0, "", part, expected, "klatovy.mp3")


def items_are_past(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Nothing in the archive begins in the future."""
    for entry in everything(content):
        date = entry.record.date
        first = dates.parse(date).first if date else None
        if date and first and first > today:
            path, line = at(entry, "date")
            expected = Text(f"datum nejpozději {today}", f"a date no later than {today}")
            yield Problem(path, line, "date", date, expected)
