"""How long recordings take to read: cold, with new times, and when nothing has changed.

1,000 recordings of 40 MB are 40 GB. So a few real ones of 40 MB are read cold and the
time is told for one; and 1,000 small ones, each with its own content, tags and chapters,
are read warm, which their size cannot change: not a byte of them is read, and that is
counted. Files are dropped from the system's memory before a cold reading.
"""

from __future__ import annotations

import os
import shutil
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from mutagen.id3 import CHAP, ID3, TIT2

from archive.cache.contents import SETTLED
from archive.cache.store import FOLDER
from archive.recording import audio, mp3
from archive.recording.cache import Recordings

BIG, MANY, SIZE = 20, 1000, 40_000_000


def _write(path: Path, sound: bytes, size: int, number: int) -> None:
    """Write a recording of about so many bytes, like no other."""
    path.write_bytes(sound * max(size // len(sound), 1))
    tag = ID3()
    tag.add(TIT2(3, f"Díl {number}"))
    for n in range(10):
        title = TIT2(3, f"Kapitola {n} dílu {number}")
        tag.add(CHAP(f"c{n}", n * 1000, n * 1000 + 999, sub_frames=[title]))
    tag.save(path, v1=0)


def _forget(paths: list[Path]) -> None:
    """Ask the system to drop the files from its memory, so that the disk is read."""
    for path in paths:
        with path.open("rb+") as file:
            os.fsync(file.fileno())
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _seconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def _read(root: Path, paths: list[Path]) -> Recordings:
    reader = Recordings(root)
    for path in paths:
        reader.read(path)
    reader.save()
    return reader


def _memory(path: Path) -> int:
    """Return the bytes that reading a recording takes at its peak; mapped files apart."""
    tracemalloc.start()
    audio.read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def _frames(path: Path) -> bytes:
    """Return the sound of an MP3 without the first frame, which holds a header of its own."""
    data = path.read_bytes()
    return data[data.index(b"\xff\xfb", mp3.start_of_sound(data) + 4) :]


def measure(folder: Path, source: Path) -> list[str]:
    """Measure in a folder with recordings made of another; return lines to print."""
    sound = _frames(source)
    big = [folder / f"big{n}.mp3" for n in range(BIG)]
    many = [folder / f"small{n}.mp3" for n in range(MANY)]
    for size, paths in ((SIZE, big), (100_000, many)):
        for number, path in enumerate(paths):
            _write(path, sound, size, number)
    time.sleep(SETTLED + 0.5)
    _forget(big)
    cold = _seconds(lambda: _read(folder, big)) / BIG
    for path in big:
        os.utime(path)
    time.sleep(SETTLED + 0.5)
    _forget(big)
    hashed = _seconds(lambda: _read(folder, big)) / BIG
    shutil.rmtree(folder / FOLDER)
    first = _seconds(lambda: _read(folder, many))
    warm = _seconds(lambda: _read(folder, many))
    reader = _read(folder, many)
    memory = _memory(big[0]) / 1e6
    return [
        f"a recording of {SIZE / 1e6:.0f} MB, cold       {cold:6.3f} s ({memory:.1f} MB of memory)",
        f"the same with new times            {hashed:6.3f} s (hashed, not read again)",
        f"{MANY} recordings, the first time   {first:6.3f} s (of 100 kB)",
        f"{MANY} recordings, nothing changed  {warm:6.3f} s "
        f"({reader.cache.hashed} bytes hashed, {reader.cache.missed} files read)",
    ]
