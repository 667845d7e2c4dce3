"""Which file of a folder is the enclosure, and which are its further formats."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive.recording import reading
from conftest import HERE

AUDIO = HERE / "audio"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder of an episode."""
    folder = tmp_path / "dil"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("endings", "enclosure", "alternates"),
    [
        (".mp3", "dil.mp3", []),
        (".m4a", "dil.m4a", []),
        (".mp3 .m4a", "dil.mp3", ["dil.m4a"]),
        (".m4a .opus", "dil.m4a", ["dil.opus"]),
        (".mp3 .m4a .ogg .opus", "dil.mp3", ["dil.m4a", "dil.ogg", "dil.opus"]),
    ],
)
def test_one_recording(folder: Path, endings: str, enclosure: str, alternates: list[str]) -> None:
    """The only MP3 is the enclosure, or else the only M4A; the rest are further formats."""
    for ending in endings.split():
        shutil.copy(AUDIO / f"chapters{ending}", folder / f"dil{ending}")
    found = reading.read(folder, "docs/podcast/dil")

    assert found.recording is not None
    assert (enclosure, []) == (found.recording.name, found.problems)
    assert alternates == [alternate.name for alternate in found.alternates]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ([], ""),
        (["a.mp3", "b.mp3"], "a.mp3, b.mp3"),
        (["a.m4a", "b.m4a"], "a.m4a, b.m4a"),
        (["a.ogg", "a.opus"], "a.ogg, a.opus"),
        (["a.opus"], ".opus"),
        (["a.mp3", "b.m4a"], "b.m4a"),
        (["a.mp3", "a.wav"], "a.wav"),
    ],
)
def test_faults(folder: Path, names: list[str], found: str) -> None:
    """None, two, only what apps refuse, or something else beside it: each is told."""
    for name in names:
        source = "tone.wav" if name.endswith("wav") else f"chapters{Path(name).suffix}"
        shutil.copy(AUDIO / source, folder / name)
    problems = reading.read(folder, "docs/podcast/dil").problems

    assert [found] == [problem.found for problem in problems]
