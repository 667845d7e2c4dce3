"""What left or moved leaves a true trace: tombstones, old names, corrections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from archive.checks.walk import at, editions, withdrawn
from archive.content import moves
from archive.content.library import Library
from archive.language import dates
from archive.recording import locks
from archive.schema import COMPLETE_LANGUAGES, DEFAULT_LANGUAGE, LANGUAGES, Item, Written, paths
from archive.schema.problems import Problem, Text
from archive.schema.records import Entry


def withdrawn_folders_are_empty(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """What was withdrawn cannot be had any more: the build copies every file it finds."""
    expected = Text(
        "složka, v níž zůstal jen záznam (index.cs.md, index.en.md): je stažen, ale soubor by "
        "zůstal na webu ke stažení. Smažte ho; v historii úložiště zůstane, dokud ho neodstraní "
        "správce",
        "a folder with nothing but the record (index.cs.md, index.en.md): it is withdrawn, but "
        "the file would stay on the site. Delete it; the repository’s history keeps it until it "
        "is purged",
    )
    stay = {f"index.{language}.md" for language in LANGUAGES} | {locks.NAME}
    for entry in content.every_withdrawn():
        found = sorted(entry.folder.rglob("*")) if entry.folder.is_dir() else []
        for file in found:
            if file.is_file() and file.name not in stay:
                yield Problem(file.relative_to(root).as_posix(), 0, "", file.name, expected)


def _every(content: Library) -> list[Entry[Written]]:
    """Return everything with an address of its own."""
    return [*content.every(), *content.every_withdrawn(), *content.pages.values()]


def old_names_are_free(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """An address from which one item or page has moved away belongs to no other.

    So an old address leads straight to the new one, never to another old one.
    """
    owners = {entry.address(DEFAULT_LANGUAGE): entry for entry in _every(content)}
    for entry in _every(content):
        for index, folder in enumerate(moves.of(entry)):
            old = paths.page(folder, DEFAULT_LANGUAGE)
            owner = owners.setdefault(old, entry)
            if owner is not entry or old == entry.address(DEFAULT_LANGUAGE):
                path, line = at(entry, "moved_from", index)
                there = owner.reference.rstrip("/")
                expected = Text(
                    f"dřívější název složky, který je volný; na této adrese je {there}, a odkazy "
                    "na starý záznam by vedly k němu",
                    f"an earlier name of the folder that is free; at this address is {there}, to "
                    "which links to the old record would lead",
                )
                yield Problem(path, line, "moved_from", moves.names(entry.record)[index], expected)


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
    told: list[tuple[Entry[Item], tuple[str, str | int], str]] = [
        (entry, ("corrections", number), correction.date)
        for entry in content.episodes()
        for number, correction in enumerate(entry.record.corrections)
    ]
    told += [(entry, ("withdrawn", "date"), gone.date) for entry, gone in withdrawn(content)]
    for entry, location, date in told:
        first = dates.parse(date).first
        if first and first > today:
            path, line = at(entry, *location)
            expected = Text(f"datum nejpozději {today}", f"a date no later than {today}")
            yield Problem(path, line, str(location[0]), date, expected)


def replacements_are_there(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """What was superseded names a living item that takes its place."""
    expected = Text(
        "záznam, který v archivu je a tento nahradil; čtenář staré citace k němu dojde",
        "an item that is in the archive and took the place of this one; whoever follows an old "
        "citation is led to it",
    )
    example = (
        'withdrawn: {date: "2026-12-01", reason: superseded, replaced_by: publications/nova-zprava}'
    )
    for entry, gone in withdrawn(content):
        wanted = gone.reason == "superseded" or gone.replaced_by
        if wanted and not (gone.replaced_by and content.find(gone.replaced_by)):
            path, line = at(entry, "withdrawn", "replaced_by")
            found = gone.replaced_by or ""
            yield Problem(path, line, "withdrawn.replaced_by", found, expected, example)


def notes_are_translated(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The note of a tombstone is in both languages, as the tombstone is."""
    expected = Text("poznámka v každém jazyce", "the note in each language")
    example = "note: {cs: Na přání autora., en: At the author’s request.}"
    for entry, gone in withdrawn(content):
        missing = [language for language in COMPLETE_LANGUAGES if language not in gone.note]
        if gone.note and missing:
            path, line = at(entry, "withdrawn", "note")
            found = ", ".join(gone.note)
            yield Problem(path, line, "withdrawn.note", found, expected, example, "advice")
