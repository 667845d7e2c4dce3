"""What has been found out about files, remembered by their content.

A cache may only make things faster. So what is remembered hangs on a file's SHA-256 and
name; size, times and inode only spare the hashing, and only of a file that had settled
when it was hashed. A checkout gives every file new times: then all are hashed, at about
1 GB/s, and nothing is read again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypedDict, TypeVar

from archive.cache.store import Store

# A file system may tell times in steps of two seconds (FAT).
SETTLED = 2.0
_Stat = list[int]


def _stat(path: Path) -> _Stat:
    """Return what changes whenever a file is written; the last two are times in ns."""
    told = path.stat()
    return [told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns]


T = TypeVar("T")


class _Memory(TypedDict):
    hints: dict[str, tuple[_Stat, str]]
    known: dict[str, Any]


class Cache:
    """Remembers what functions of a file's content and name returned, as JSON.

    ``version`` names their code: a cache of another version is as good as none.
    ``settled``: seconds for which a file must have lain untouched before it is remembered.
    ``hashed`` counts the bytes read for hashing, ``missed`` the calls of
    those functions.
    """

    def __init__(self, kept: Store, version: str, *, settled: float = SETTLED) -> None:
        self.hashed = self.missed = 0
        self._kept, self._version, self._settled = kept, version, round(settled * 1e9)
        self._now: int | None = None
        self._changed = False
        self._used: set[str] = set()
        self._hints: dict[str, tuple[_Stat, str]] = {}
        self._known: dict[str, Any] = {}
        self._load()

    def of(self, path: Path, kind: str, find_out: Callable[[Path], T]) -> T:
        """Return what ``find_out`` says of a file, from memory if it has been asked before.

        ``kind`` names the function. What it raises is not remembered. OSError when the
        file cannot be read.
        """
        place, stat = os.path.abspath(path), _stat(path)
        hint = self._hints.get(place)
        trusted = hint is not None and hint[0] == stat
        digest = hint[1] if hint and trusted else self._hash(path, stat)
        key = f"{digest}/{path.name}/{kind}"
        self._used.add(key)
        known = key in self._known
        if not known:
            self.missed += 1
        # The key names the function: what is remembered is what it returned.
        found: T = self._known[key] if known else find_out(path)
        if not (known and trusted) and self._is_settled(stat) and _stat(path) == stat:
            self._known[key] = found
            self._hints[place] = (stat, digest)
            self._changed = True
        return found

    def save(self) -> None:
        """Write what is new, whole or not at all; a folder that cannot be written is no fault."""
        if not self._changed:
            return
        hints = {place: hint for place, hint in self._hints.items() if os.path.lexists(place)}
        there = {f"{digest}/{os.path.basename(place)}" for place, (_, digest) in hints.items()}
        known = {
            key: value
            for key, value in self._known.items()
            if key in self._used or key.rpartition("/")[0] in there
        }
        body = json.dumps({"hints": hints, "known": known}, sort_keys=True)
        self._kept.keep(self._version, body.encode())
        self._kept.forget_others()
        self._changed = False

    def _load(self) -> None:
        if body := self._kept.get(self._version):
            memory: _Memory = json.loads(body)
            self._hints = {
                place: (stat, digest) for place, (stat, digest) in memory["hints"].items()
            }
            self._known = memory["known"]

    def _hash(self, path: Path, stat: _Stat) -> str:
        self._now = (self._kept.clock() or 0) if self._now is None else self._now
        self.hashed += stat[2]
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def _is_settled(self, stat: _Stat) -> bool:
        """Tell whether every later change must show in a file's times.

        A file written twice within one step of the clock looks the same after both.
        """
        return self._now is not None and max(stat[3:]) + self._settled < self._now
