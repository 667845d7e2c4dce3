"""The recordings in an episode's folder: the one that feeds enclose, and its further formats.

Apple and PSP-1 accept MP3 and M4A. So exactly one MP3, or else exactly one M4A, is the
enclosure; Opus, Ogg and M4A of the same name beside it are offered as alternates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from archive.recording import audio
from archive.schema.problems import Problem, Text


class Reader(Protocol):
    """What reads the files: ``audio`` itself, or a cache before it."""

    def read(self, path: Path) -> audio.Recording:
        """Read a recording. Raises UnreadableAudio."""

    def read_alternate(self, path: Path) -> audio.Alternate:
        """Read a further format of a recording. Raises UnreadableAudio."""


@dataclass
class Found:
    """What lies in a folder; no recording when there is a problem with it."""

    recording: audio.Recording | None = None
    alternates: list[audio.Alternate] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def files(folder: Path) -> list[Path]:
    """Return the files of a folder that are or claim to be recordings."""
    endings = (*audio.TYPES, *audio.REFUSED)
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in endings and p.is_file())


def enclosures(found: Sequence[Path]) -> list[Path]:
    """Return the files that could be the enclosure: it takes exactly one."""
    if len(found) == 1:
        return list(found)  # a refused format is told as such when it is read
    for ending in audio.TYPES:
        if several := [file for file in found if file.suffix.lower() == ending]:
            return several
    return []


def _alternate(file: Path, main: Path, shown: str, found: Found, reader: Reader) -> None:
    if file.suffix.lower() not in audio.ALTERNATES or file.stem != main.stem:
        expected = Text(
            f"vedle {main.name} jen další formát téže nahrávky: Opus, Ogg nebo M4A téhož jména",
            f"beside {main.name} only the same recording as Opus, Ogg or M4A, of the same name",
        )
        example = f"{shown}/{main.stem}.opus"
        found.problems.append(Problem(f"{shown}/{file.name}", 0, "", file.name, expected, example))
        return
    try:
        found.alternates.append(reader.read_alternate(file))
    except audio.UnreadableAudio as error:
        problem = Problem(f"{shown}/{file.name}", 0, "", error.found, error.expected)
        found.problems.append(problem)


def read(folder: Path, shown: str, reader: Reader = audio) -> Found:
    """Read what lies in an episode's folder; ``shown`` is the folder's name in messages."""
    here, found = files(folder), Found()
    main = enclosures(here)
    if len(main) != 1:
        names = ", ".join(file.name for file in main or here)
        expected = Text("právě jedna nahrávka MP3 nebo M4A", "exactly one recording, MP3 or M4A")
        example = f"{shown}/{folder.name}.mp3"
        found.problems.append(Problem(shown, 0, "", names, expected, example))
        return found
    try:
        found.recording = reader.read(main[0])
    except audio.UnreadableAudio as error:
        problem = Problem(f"{shown}/{main[0].name}", 0, "", error.found, error.expected)
        found.problems.append(problem)
    for file in here:
        if file != main[0]:
            _alternate(file, main[0], shown, found, reader)
    return found
