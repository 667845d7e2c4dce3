"""The one cache room: contents kept under keys, each in a sealed file of a folder of ``.cache/``.

A cache may only make things faster. So a content is used only if its seal, over key and
content, is whole: a flipped bit, half a file, a file under another's name, a folder in its
place are as good as nothing kept. What cannot be written is not kept, and no fault. The folder
is in no commit, may be deleted at any time, also under a running build, and is safe for several
builds at once: a file appears whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FOLDER = ".cache"
_SEAL = 32  # bytes


def _remove(path: Path) -> None:
    """Delete a file or a folder; what cannot be deleted stays."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _seal(key: str, content: bytes) -> bytes:
    return hashlib.sha256(hashlib.sha256(key.encode()).digest() + content).digest()


class Store:
    """Contents in a folder, each under the hash of its key; the key names all it depends on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()

    @classmethod
    def of(cls, root: Path, name: str) -> Store:
        """Return the store of a name in an archive's cache."""
        return cls(root / FOLDER / name)

    def get(self, key: str) -> bytes | None:
        """Return the content of a key; ``None`` where none is kept whole."""
        try:
            sealed = self._file(key).read_bytes()
        except OSError:
            return None
        content = sealed[_SEAL:]
        return content if sealed[:_SEAL] == _seal(key, content) else None

    def keep(self, key: str, content: bytes) -> bool:
        """Keep a content, whole or not at all; tell whether that was possible."""
        file = self._file(key)
        new = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(_seal(key, content) + content)
            if file.is_dir():
                _remove(file)
            new.replace(file)
        except OSError:
            _remove(new)
            return False
        return True

    def made(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the content of a key, made only if it is not kept whole."""
        content = self.get(key)
        if content is None:
            content = make()
            self.keep(key, content)
        return content

    def forget_others(self) -> None:
        """Delete whatever nobody has asked for since this store was opened."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in self._used:
                    _remove(path)

    def clock(self) -> int | None:
        """Return the time of the store's file system in ns; ``None`` where nothing can be kept."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder) as file:
                return os.fstat(file.fileno()).st_mtime_ns
        except OSError:
            return None

    def _file(self, key: str) -> Path:
        name = hashlib.sha256(key.encode()).hexdigest()
        self._used.add(name)
        return self._folder / name


__all__ = ["FOLDER", "Store"]
