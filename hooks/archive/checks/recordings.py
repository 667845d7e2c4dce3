"""The health of the recordings, from their headers alone, and the room that files take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.checks.walk import at
from archive.content.library import Library
from archive.recording import health, locks
from archive.recording.audio import Recording
from archive.schema import Episode
from archive.schema.problems import Problem, Severity, Text
from archive.schema.records import Entry

# GitHub refuses a file above the second, and warns of one above the first.
_BIG, _TOO_BIG = 50 * 1024**2, 100 * 1024**2
_NEARLY_FULL = 0.8
_ELSEWHERE = Text(
    "nahrávka uložená jinde, s adresou v poli audio (viz manual/o-archivu.md), nebo menší soubor",
    "a recording kept elsewhere, its address in the field audio (README.md), or a smaller file",
)


def shown(entry: Entry[Episode], sound: Recording, root: Path) -> str:
    """Return the file to look at: the recording, or its lock when it is kept elsewhere."""
    name = locks.NAME if sound.address else sound.name
    return (entry.folder / name).relative_to(root).as_posix()


def _sounds(content: Library) -> Iterator[tuple[Entry[Episode], Recording]]:
    for entry in content.episodes():
        if sound := content.recordings.get(entry.id):
            yield entry, sound


def advice(path: str, remarks: Iterable[health.Remark]) -> Iterator[Problem]:
    """Yield remarks on a file as problems that stop nothing."""
    for found, expected, example in remarks:
        yield Problem(path, 0, "", found, expected, example, severity="advice")


def recordings_are_healthy(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Advice: a recording is as Apple recommends, and says of itself what the record says.

    Not of a stand-in's sound: no subscriber ever receives it.
    """
    shows = [e.record.title for e in content.show.editions.values()] if content.show else []
    for entry, sound in _sounds(content):
        path = shown(entry, sound, root)
        if entry.record.recording == "original":
            yield from advice(path, health.of_sound(sound))
        yield from advice(path, health.of_cover(sound))
        yield from advice(path, health.of_tags(dict(sound.tags), entry, shows))


def houses_serve_well(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Advice: a server that keeps a recording serves it as apps demand."""
    for entry, sound in _sounds(content):
        if sound.address:
            lock = locks.load(entry.folder)  # it can be read: it has told the recording
            if lock is not None:
                yield from advice(shown(entry, sound, root), health.of_house(lock))


def standins_are_marked(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A stand-in is not passed off as an original, nor an original kept back as a stand-in."""
    for entry, sound in _sounds(content):
        title = sound.tags.get("title", "")
        says = health.STANDIN in title.casefold()
        path, line = at(entry, "recording")
        if says and entry.record.recording == "original":
            expected = Text(
                "recording: stand-in, dokud ve složce leží zástupná nahrávka; dostali by ji "
                "odběratelé",
                "recording: stand-in while a stand-in lies in the folder; subscribers would get it",
            )
            yield Problem(path, line, "recording", title, expected, "recording: stand-in")
        elif title and not says and entry.record.recording == "stand-in":
            expected = Text(
                "záznam bez řádku recording: stand-in; jinak originál k odběratelům nedojde",
                "a record without the line recording: stand-in; else the original reaches nobody",
            )
            yield Problem(path, line, "recording", title, expected, severity="advice")


def files(docs: Path) -> Iterator[tuple[Path, int]]:
    """Yield every file of the content with its size in bytes."""
    for file in sorted(docs.rglob("*")):
        if file.is_file():
            yield file, file.stat().st_size


def room(docs: Path) -> health.Room:
    """Return what the content takes of the gigabyte that GitHub Pages publishes."""
    return health.Room(sum(size for _, size in files(docs)))


def files_fit_on_github(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """No file is too big for GitHub, nor all of them for GitHub Pages; advice before that."""
    taken = 0
    for file, size in files(content.docs):
        taken += size
        if size > _BIG:
            path, found = file.relative_to(root).as_posix(), f"{size / 1024**2:.0f} MiB"
            refused = size > _TOO_BIG
            limit = (_TOO_BIG if refused else _BIG) // 1024**2
            expected = Text(
                f"nejvýše {limit} MiB (mez GitHubu); {_ELSEWHERE.cs}",
                f"at most {limit} MiB (GitHub’s limit); {_ELSEWHERE.en}",
            )
            severity: Severity = "error" if refused else "advice"
            yield Problem(path, 0, "", found, expected, severity=severity)
    left = health.Room(taken)
    if taken > _NEARLY_FULL * left.limit:
        path = content.docs.relative_to(root).as_posix()
        expected = Text(
            f"nejvýše 1 GB na GitHub Pages; zbývá {left.hours:.1f} h zvuku 96 kbit/s mono; "
            f"{_ELSEWHERE.cs}",
            f"at most 1 GB on GitHub Pages; {left.hours:.1f} h of 96 kbit/s mono remain; "
            f"{_ELSEWHERE.en}",
        )
        severity = "error" if taken > left.limit else "advice"
        yield Problem(path, 0, "", f"{taken / 1e6:.0f} MB", expected, severity=severity)
