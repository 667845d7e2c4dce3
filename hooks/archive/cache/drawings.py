"""What has been drawn, kept under a name that says what it was drawn of.

``.cache/`` is in no commit and may be deleted at any time; a file of it is used only if it
is whole.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PIL import __version__ as pillow
from PIL import features

_DIGEST = 32


@lru_cache(maxsize=8)
def made_with(*sources: Path) -> str:
    """Return a name for all that a picture is drawn with: other code may draw otherwise."""
    digest = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    libraries = ["freetype2", "raqm", "zlib", "webp", "avif"]
    return " ".join([digest, pillow, *(str(features.version(name)) for name in libraries)])


class Drawn:
    """Pictures in a folder, each under the hash of its key."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    def get(self, key: str, draw: Callable[[], bytes]) -> bytes:
        """Return the picture of a key, drawn only if it is not kept whole."""
        file = self._folder / hashlib.sha256(key.encode()).hexdigest()
        self._used.add(file.name)
        picture = _kept(file)
        if picture is None:
            picture = draw()
            _keep(file, picture)
        return picture

    def forget_others(self) -> None:
        """Delete what nobody has asked for."""
        for file in self._folder.glob("*"):
            if file.name not in self._used:
                file.unlink(missing_ok=True)


def _kept(file: Path) -> bytes | None:
    """Return a picture; ``None`` where there is none or it is damaged."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    digest, picture = content[:_DIGEST], content[_DIGEST:]
    return picture if digest == hashlib.sha256(picture).digest() else None


def _keep(file: Path, picture: bytes) -> None:
    """Keep a picture, whole or not at all; a folder that cannot be written is no fault."""
    new = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(hashlib.sha256(picture).digest() + picture)
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
