"""Recordings and pictures, read once for each content, whatever their time or place.

``.cache/`` is in no commit; without it everything is read again, with the same result.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

from archive.cache.contents import SETTLED, Cache
from archive.cache.store import Store
from archive.recording import artwork, audio, m4a, mp3, ogg, sound, tags
from archive.recording.audio import Alternate, Chapter, Recording
from archive.schema.problems import Text


def _version(library: str, *modules: ModuleType) -> str:
    """Return a name for the code that reads files: another code may say other things."""
    sources = (Path(str(module.__file__)) for module in modules)
    code = b"".join(path.read_bytes() for path in (*sources, Path(__file__)))
    return f"{hashlib.sha256(code).hexdigest()} {library} {version(library)}"


def _recording(told: dict[str, Any]) -> Recording:
    """Return a recording from what JSON has made of it."""
    chapters = tuple(Chapter(**chapter) for chapter in told["chapters"])
    size = tuple(told["artwork"]) if told["artwork"] else None
    return Recording(**{**told, "chapters": chapters, "artwork": size})


class Recordings:
    """Reads recordings as ``audio`` does, each content once."""

    def __init__(self, root: Path, *, settled: float = SETTLED) -> None:
        code = _version("mutagen", audio, sound, mp3, m4a, ogg, tags, artwork)
        self.cache = Cache(Store.of(root, "recordings"), code, settled=settled)

    def read(self, path: Path) -> Recording:
        """Read a recording. Raises UnreadableAudio when it cannot be published."""
        try:
            told = self.cache.of(path, "recording", lambda path: asdict(audio.read(path)))
        except OSError:  # what cannot be read tells so itself
            return audio.read(path)
        return _recording(told)

    def read_alternate(self, path: Path) -> Alternate:
        """Read a further format of a recording. Raises UnreadableAudio when it is none."""
        try:
            told = self.cache.of(path, "alternate", lambda path: asdict(audio.read_alternate(path)))
        except OSError:
            return audio.read_alternate(path)
        return Alternate(**told)

    def save(self) -> None:
        """Write what is new to ``.cache``."""
        self.cache.save()


class Pictures:
    """Finds the faults of pictures as ``artwork`` does, each content once."""

    def __init__(self, root: Path, *, settled: float = SETTLED) -> None:
        kept = Store.of(root, "pictures")
        self.cache = Cache(kept, _version("pillow", artwork), settled=settled)

    def faults(self, path: Path) -> list[tuple[str, Text]]:
        """Return what is wrong with a picture, as what was found and what is expected."""

        def find_out(path: Path) -> list[tuple[str, dict[str, str]]]:
            return [(found, asdict(expected)) for found, expected in artwork.faults(path)]

        try:
            told = self.cache.of(path, "faults", find_out)
        except OSError:
            return artwork.faults(path)
        return [(found, Text(**expected)) for found, expected in told]

    def save(self) -> None:
        """Write what is new to ``.cache``."""
        self.cache.save()
