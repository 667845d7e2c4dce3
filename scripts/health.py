"""Tell how healthy the recordings are: every one in a row, what to mend, the room that is left.

Decodes each recording with ffmpeg, where there is one, for loudness and silence; what has
been measured is remembered in .cache by content.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

import archive.build  # noqa: F401 - registers the kinds of record
from archive import checks
from archive.cache.contents import Cache
from archive.cache.store import Store
from archive.checks.recordings import advice, room, shown
from archive.content import library
from archive.content.library import Library
from archive.keeping import health_report
from archive.keeping.health_report import Row
from archive.recording import audio, health, loudness, reading
from archive.recording.audio import Recording
from archive.recording.loudness import Loudness
from archive.schema import Episode
from archive.schema.problems import Problem, Text, errors
from archive.schema.records import Entry
from command import root_option

# What belongs to the recordings, and not to their records and transcripts.
ENDINGS = (*audio.TYPES, *audio.REFUSED, ".png", ".jpg", ".yml", "")


class Meter:
    """Measures recordings with ffmpeg, each content once."""

    def __init__(self, root: Path) -> None:
        said = subprocess.run(["ffmpeg", "-version"], capture_output=True, text=True, check=True)
        code = hashlib.sha256(Path(str(loudness.__file__)).read_bytes()).hexdigest()
        version = f"{code} {said.stdout.partition('Copyright')[0]}"
        self._cache = Cache(Store.of(root, "loudness"), version)

    def measure(self, path: Path, sound: Recording) -> Loudness:
        """Measure a recording. Raises ValueError when ffmpeg cannot decode it."""

        def ask(path: Path) -> dict[str, Any]:
            print(f"{path.name}: {sound.duration / 60:.0f} min …", file=sys.stderr)
            done = subprocess.run(
                loudness.command(path), capture_output=True, encoding="utf-8", errors="replace",
                stdin=subprocess.DEVNULL, check=False,
            )  # fmt: skip
            return asdict(loudness.parse(done.stderr, sound.duration))

        told = Loudness(**self._cache.of(path, "loudness", ask))
        self._cache.save()  # each by itself: hours of work survive an interruption
        return told


def deep(path: Path, place: str, sound: Recording, meter: Meter) -> tuple[Any, list[Problem]]:
    """Return how loud a recording is, and what is wrong with that."""
    try:
        told = meter.measure(path, sound)
    except ValueError as error:
        cs, en = "nahrávka, kterou ffmpeg přehraje", "a recording that ffmpeg can play"
        return None, [Problem(place, 0, "", str(error), Text(cs, en), severity="advice")]
    return told, [
        Problem(place, 0, "", found, expected, severity="advice")
        for found, expected in loudness.faults(told)
    ]


def rows(
    content: Library, root: Path, meter: Meter | None, problems: list[Problem]
) -> Iterator[Row]:
    """Yield every recording, in the order of the episodes, and note what decoding found."""
    for entry in content.episodes():
        sound = content.recordings.get(entry.id)
        if sound is None:
            yield Row(missing(entry, root))
            continue
        place, loud = shown(entry, sound, root), None
        standin = entry.record.recording == "stand-in"
        if not standin:
            problems += advice(place, health.of_missing_cover(sound))
        if meter and not sound.address:
            loud, found = deep(entry.folder / sound.name, place, sound, meter)
            problems += found
        yield Row(place, sound, loud, standin)


def missing(entry: Entry[Episode], root: Path) -> str:
    """Return where the recording should be, of an episode that has none to read."""
    there = reading.enclosures(reading.files(entry.folder))
    return (there[0] if len(there) == 1 else entry.folder).relative_to(root).as_posix()


@click.command()
@click.option("--fast", is_flag=True, help="headers only, no loudness")
@click.option("--output", type=click.Path(path_type=Path), help="write the report to a file")
@root_option
def command(fast: bool, output: Path | None, root: Path) -> int:
    """Říct, jak jsou na tom nahrávky / Tell how healthy the recordings are.

    Write the report. Returns 1 when a recording must be mended.
    """
    content = library.read(root)
    problems = [
        problem
        for problem in checks.check(content, root, dt.date.today())
        if problem.path.startswith("docs/podcast") and Path(problem.path).suffix in ENDINGS
    ]
    there = shutil.which("ffmpeg")
    meter = Meter(root) if there and not fast else None
    lines = list(rows(content, root, meter, problems))
    notes = "" if meter else "Hlasitost a ticho se neměřily. / Loudness and silence not measured."
    if not there:
        notes += " Chybí ffmpeg. / There is no ffmpeg."
    report = health_report.write(lines, problems, room(content.docs), notes)
    if output:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(report, encoding="utf-8")
    print(report)
    return 1 if errors(problems) else 0
