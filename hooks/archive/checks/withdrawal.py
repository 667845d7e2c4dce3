"""What left or moved leaves a true trace: tombstones, old names, corrections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from archive import dates, recordings
from archive.checks.walk import at, editions
from archive.library import Library
from archive.problems import Problem, Text


def withdrawn_folders_are_empty(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """What was withdrawn cannot be had any more: the build copies every file it finds."""
    expected = Text(
        "složka bez nahrávek a přepisů: díl je stažen, ale soubor by zůstal na webu ke stažení. "
        "Smažte ho; v historii úložiště zůstane, dokud ho neodstraní správce",
        "a folder without recordings and transcripts: the episode is withdrawn, but the file "
        "would stay on the site. Delete it; the repository’s history keeps it until it is purged",
    )
    for entry in content.episodes():
        if entry.record.withdrawn and entry.folder.is_dir():
            for file in [*recordings.files(entry.folder), *sorted(entry.folder.glob("*.vtt"))]:
                yield Problem(file.relative_to(root).as_posix(), 0, "", file.name, expected)


def old_names_are_free(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """An address from which one episode has moved away belongs to no other."""
    owners: dict[str, str] = {entry.id: entry.reference for entry in content.episodes()}
    for entry in content.episodes():
        for index, name in enumerate(entry.record.moved_from):
            owner = owners.setdefault(name, entry.reference)
            if owner != entry.reference or name == entry.id:
                path, line = at(entry, "moved_from", index)
                expected = Text(
                    f"dřívější název složky, který je volný; na této adrese je {owner}, a odkazy "
                    "na starý díl by vedly k němu",
                    f"an earlier name of the folder that is free; at this address is {owner}, to "
                    "which links to the old episode would lead",
                )
                yield Problem(path, line, "moved_from", name, expected)


def corrections_are_translated(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A correction is told in every language in which the episode is offered."""
    for entry in content.episodes():
        there = len(entry.record.corrections)
        for edition in editions(entry):
            here = len(edition.record.corrections)
            if here != there:
                expected = Text(
                    f"stejný počet oprav jako v češtině ({there}), přeložených",
                    f"as many corrections as in Czech ({there}), translated",
                )
                example = 'corrections:\n  - {date: "2026-12-01", note: Minute 12 edited anew.}'
                line = edition.line("corrections")
                yield Problem(edition.path, line, "corrections", str(here), expected, example)


def changes_are_past(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Nothing is corrected or withdrawn in the future."""
    for entry in content.episodes():
        told: list[tuple[tuple[str, str | int], str]] = [
            (("corrections", n), c.date) for n, c in enumerate(entry.record.corrections)
        ]
        if entry.record.withdrawn:
            told.append((("withdrawn", "date"), entry.record.withdrawn.date))
        for location, date in told:
            first = dates.parse(date).first
            if first and first > today:
                path, line = at(entry, *location)
                expected = Text(f"datum nejpozději {today}", f"a date no later than {today}")
                yield Problem(path, line, str(location[0]), date, expected)
