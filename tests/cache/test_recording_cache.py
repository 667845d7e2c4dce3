"""The cache of recordings: it makes reading faster, and never another answer."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from archive.cache import contents as content_cache
from archive.cache.contents import Cache
from archive.cache.store import Store
from archive.content import library
from archive.recording import artwork, audio
from archive.recording import cache as recording_cache
from archive.recording.audio import UnreadableAudio
from archive.recording.cache import Pictures, Recordings
from conftest import HERE

AUDIO = HERE / "audio"
TONE, OTHER = (AUDIO / "tone.mp3").read_bytes(), (AUDIO / "other.mp3").read_bytes()
# Four recordings of one size, and a faulty one: only the content tells them apart.
CONTENTS = [TONE, OTHER, TONE[:-1] + b"\x55", OTHER[:-1] + b"\xaa", TONE[:12_000]]
SOON = 0.03  # seconds after which a file counts as settled, for tests that cannot wait


def settle() -> None:
    """Wait until the files have lain untouched for long enough."""
    time.sleep(SOON * 1.5)


def remember(root: Path, *paths: Path) -> None:
    """Read recordings through a cache, and save it."""
    settle()
    reader = Recordings(root, settled=SOON)
    for path in paths:
        reader.read(path)
    reader.save()


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A recording that the cache knows."""
    path = tmp_path / "klatovy.mp3"
    path.write_bytes(TONE)
    remember(tmp_path, path)
    return path


def counted(root: Path, path: Path) -> tuple[int, int]:
    """Read a recording through a new cache; return the bytes hashed and the files read."""
    reader = Recordings(root, settled=SOON)
    assert audio.read(path) == reader.read(path)
    reader.save()
    return reader.cache.hashed, reader.cache.missed


# -- what it spares -----------------------------------------------------------------------------


def test_nothing_changed(sound: Path) -> None:
    """When nothing has changed, not a byte of a recording is read."""
    assert (0, 0) == counted(sound.parent, sound)


def test_new_times(sound: Path) -> None:
    """A checkout, which gives new times, costs a hash but no reading; and then nothing."""
    os.utime(sound)
    settle()

    assert (len(TONE), 0) == counted(sound.parent, sound)
    assert (0, 0) == counted(sound.parent, sound)


def test_moved_folder(sound: Path) -> None:
    """A recording in another folder is the recording that it was."""
    (sound.parent / "new").mkdir()
    moved = sound.rename(sound.parent / "new" / sound.name)

    assert (len(TONE), 0) == counted(sound.parent, moved)


def test_new_name(sound: Path) -> None:
    """A recording under another name is read again: its name is a part of the answer."""
    renamed = sound.rename(sound.with_name("cheb.mp3"))

    assert (len(TONE), 1) == counted(sound.parent, renamed)


def test_just_written(tmp_path: Path) -> None:
    """A file that was written a moment ago is not trusted to have settled."""
    path = tmp_path / "klatovy.mp3"
    path.write_bytes(TONE)
    reader = Recordings(tmp_path)
    reader.read(path)
    reader.save()

    assert [] == list((tmp_path / ".cache" / "recordings").iterdir())


def test_library_reads_nothing_again(toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the whole archive a second time reads no recording."""
    monkeypatch.setattr(recording_cache.Recordings.__init__, "__kwdefaults__", {"settled": SOON})
    settle()
    before = library.read(toy)
    monkeypatch.setattr(audio, "read", None)
    monkeypatch.setattr(audio, "read_alternate", None)
    after = library.read(toy)

    assert (2, 3) == (len(after.recordings), len(after.alternates["druhy"]))
    assert (before.recordings, before.alternates) == (after.recordings, after.alternates)


def test_pictures(tmp_path: Path) -> None:
    """The faults of a picture are remembered too, with their remedy in both languages."""
    path = tmp_path / "cover.png"
    path.write_bytes(b"\x89PNG no picture")
    settle()
    first, second = (Pictures(tmp_path, settled=SOON) for _ in range(2))
    told = first.faults(path)
    first.save()
    second = Pictures(tmp_path, settled=SOON)

    assert artwork.faults(path) == told == second.faults(path)
    assert (0, 0) == (second.cache.hashed, second.cache.missed)


# -- what it never does ---------------------------------------------------------------------------

DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "half": lambda data: data[: len(data) // 2],
    "another digest": lambda data: data.replace(b"klatovy", b"kladovy"),
    "a flipped bit": lambda data: data[:-20] + bytes([data[-20] ^ 1]) + data[-19:],
    "not text": lambda data: b"\xff\xfe" + data,
    "JSON of its own": lambda data: b'{"hints": [], "known": 1}',
    "a list": lambda data: b"[]",
}


@pytest.mark.parametrize("case", DAMAGE)
def test_damaged_cache(sound: Path, case: str) -> None:
    """A damaged cache is as good as none."""
    (file,) = (sound.parent / ".cache" / "recordings").iterdir()
    file.write_bytes(DAMAGE[case](file.read_bytes()))

    assert (len(TONE), 1) == counted(sound.parent, sound)


def test_other_code(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other code has read is not believed."""
    monkeypatch.setattr(recording_cache, "version", lambda name: "another")

    assert (len(TONE), 1) == counted(sound.parent, sound)


def test_no_place_to_write(sound: Path) -> None:
    """Where nothing can be written, everything is read, as if there were no cache."""
    shutil.rmtree(sound.parent / ".cache")
    (sound.parent / ".cache").write_text("a file where the folder should be", encoding="utf-8")

    assert (len(TONE), 1) == counted(sound.parent, sound)


def test_refusals_are_not_remembered(sound: Path) -> None:
    """A faulty recording is refused each time, for the same reason."""
    sound.write_bytes(TONE[:12_000])
    settle()
    for _ in range(2):
        reader = Recordings(sound.parent, settled=SOON)
        with pytest.raises(UnreadableAudio, match=r"1\.49 s"):
            reader.read(sound)
        reader.save()


@pytest.mark.parametrize("name", ["missing.mp3", "folder.mp3"])
def test_nothing_to_read(tmp_path: Path, name: str) -> None:
    """A file that is not there, or a folder, is refused as without a cache."""
    (tmp_path / "folder.mp3").mkdir()

    with pytest.raises(UnreadableAudio, match="unreadable"):
        Recordings(tmp_path).read(tmp_path / name)


def test_gone_recordings_are_forgotten(sound: Path) -> None:
    """The cache does not grow for ever: what is neither there nor used is dropped."""
    other = sound.with_name("cheb.mp3")
    other.write_bytes(OTHER)
    sound.unlink()
    remember(other.parent, other)
    (kept,) = (other.parent / ".cache" / "recordings").iterdir()
    known = json.loads(kept.read_bytes()[32:])["known"]

    assert ["cheb.mp3"] == [key.split("/")[1] for key in known]


def test_kinds_do_not_mix(tmp_path: Path) -> None:
    """What one function says of a file is not taken for what another says."""
    path = tmp_path / "file"
    path.write_bytes(b"content")
    settle()
    cache = Cache(Store(tmp_path / "cache"), "1", settled=SOON)

    assert (1, 2) == (cache.of(path, "one", lambda p: 1), cache.of(path, "two", lambda p: 2))
    assert (1, 2) == (cache.of(path, "one", lambda p: 3), cache.of(path, "two", lambda p: 3))


def test_times_that_are_put_back(sound: Path) -> None:
    """A file written over and given its old times, as rsync does, is read anew."""
    told = sound.stat()
    sound.write_bytes(OTHER)
    os.utime(sound, ns=(told.st_atime_ns, told.st_mtime_ns))
    settle()

    assert (len(OTHER), 1) == counted(sound.parent, sound)


def test_written_twice_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file written again within one step of the file system's clock is read anew."""
    exact, step = content_cache._stat, round(SOON * 1e9 / 2)

    def coarse(path: Path) -> list[int]:
        *told, changed, touched = exact(path)
        return [*told, changed - changed % step, touched - touched % step]

    monkeypatch.setattr(content_cache, "_stat", coarse)
    path, cache = tmp_path / "file", Cache(Store(tmp_path / "cache"), "1", settled=SOON)
    for n in range(500):
        path.write_text(f"{n:03}")

        assert f"{n:03}" == cache.of(path, "text", Path.read_text)


def test_another_file_of_the_same_times(sound: Path) -> None:
    """A file put in the place of another, with its size and times, is read anew."""
    told = sound.stat()
    other = sound.with_name("new")
    other.write_bytes(OTHER)
    other.replace(sound)
    os.utime(sound, ns=(told.st_atime_ns, told.st_mtime_ns))
    settle()

    assert (len(OTHER), 1) == counted(sound.parent, sound)


names = st.sampled_from(["klatovy.mp3", "cheb.mp3", "beroun.mp3"])
contents = st.sampled_from(CONTENTS)


class Edits(RuleBasedStateMachine):
    """Files are edited in every way that leaves their size or times as they were."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(os.environ["PYTEST_EDITS"])
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()

    @rule(name=names, data=contents)
    def write(self, name: str, data: bytes) -> None:
        """Write over a file in place."""
        (self.root / name).write_bytes(data)

    @rule(name=names, data=contents)
    def write_with_old_times(self, name: str, data: bytes) -> None:
        """Write over a file and give it back its times, as rsync and tar do."""
        path = self.root / name
        if path.exists():
            told = path.stat()
            path.write_bytes(data)
            os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))

    @rule(first=names, second=names)
    def swap(self, first: str, second: str) -> None:
        """Let two files change their names."""
        one, two = self.root / first, self.root / second
        if one.exists() and two.exists() and one != two:
            one.rename(self.root / "between")
            two.rename(one)
            (self.root / "between").rename(two)

    @rule(first=names, second=names)
    def link(self, first: str, second: str) -> None:
        """Let two names mean one file."""
        one, two = self.root / first, self.root / second
        if one.exists() and one != two:
            two.unlink(missing_ok=True)
            two.hardlink_to(one)

    @rule(name=names)
    def delete(self, name: str) -> None:
        """Delete a file."""
        (self.root / name).unlink(missing_ok=True)

    @rule()
    def wait(self) -> None:
        """Let the files settle."""
        settle()

    @rule(place=st.integers(0, 5000))
    def damage_cache(self, place: int) -> None:
        """Flip a bit of the cache."""
        for file in (self.root / ".cache" / "recordings").glob("*"):
            data = bytearray(file.read_bytes())
            data[place % len(data)] ^= 1
            file.write_bytes(data)

    @invariant()
    def cached_is_uncached(self) -> None:
        """Whatever has happened, the answer with the cache is that without it."""
        reader = Recordings(self.root, settled=SOON)
        for path in sorted(self.root.glob("*.mp3")):
            answers = []
            for read in (audio.read, reader.read):
                try:
                    answers.append(dataclasses.asdict(read(path)))
                except UnreadableAudio as error:
                    answers.append({"refused": error.found})
            assert answers[0] == answers[1]
        reader.save()


def test_no_edit_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No sequence of edits makes the cache give another answer than the files."""
    from hypothesis.stateful import run_state_machine_as_test

    monkeypatch.setenv("PYTEST_EDITS", str(tmp_path / "edits"))
    checks = [HealthCheck.too_slow]
    bounded = settings(
        max_examples=25, stateful_step_count=12, deadline=None, suppress_health_check=checks
    )
    run_state_machine_as_test(Edits, settings=bounded)  # type: ignore[no-untyped-call]
