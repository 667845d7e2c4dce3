"""Fetch what an import needs: small files into memory, recordings into a folder."""

from __future__ import annotations

import hashlib
import time
from email.message import Message
from pathlib import Path
from typing import NamedTuple

from moving_in.faults import Unreachable
from network.client import FAILURES, Client, Refused
from network.download import Download, Progress

_ATTEMPTS = 3
_LARGEST = 50_000_000  # bytes of what is kept in memory: feeds, chapters, pictures


class Reply(NamedTuple):
    """A small file, the encoding that the server says it has, and where it was in the end."""

    data: bytes
    charset: str
    address: str


def _charset(content_type: str) -> str:
    told = Message()
    told["Content-Type"] = content_type
    return told.get_content_charset() or ""


def _nothing(done: int, whole: int | None) -> None:
    """Show no progress."""


def _wait(seconds: float) -> None:
    time.sleep(seconds)


class Fetcher:
    """Fetches; what has come of a recording stays in ``cache`` until it is whole."""

    def __init__(self, client: Client, cache: Path) -> None:
        self._client, self._cache = client, cache

    def get(self, address: str) -> Reply:
        """Return a small file; a failed connection is tried again. Raises Unreachable."""
        for attempt in range(_ATTEMPTS):
            try:
                return self._once(address)
            except (Refused, ValueError) as error:
                raise Unreachable(str(error)) from error
            except FAILURES as error:
                if attempt == _ATTEMPTS - 1:
                    raise Unreachable(str(error) or type(error).__name__) from error
                _wait(2.0**attempt)
        raise AssertionError("the last attempt returns or raises")

    def _once(self, address: str) -> Reply:
        with self._client.ask(address) as answer:
            if answer.status == 429 or answer.status >= 500:
                raise OSError(f"HTTP {answer.status}")
            if answer.status != 200:
                raise Refused(f"HTTP {answer.status}")
            data = answer.body.read(_LARGEST + 1)
            if len(data) > _LARGEST:
                raise Refused(f"> {_LARGEST // 10**6} MB")
            if answer.length is not None and len(data) < answer.length:
                raise OSError(f"{len(data)} B z / of {answer.length} B")
            return Reply(data, _charset(answer.headers.get("Content-Type", "")), answer.address)

    def save(self, address: str, target: Path, progress: Progress = _nothing) -> None:
        """Put a whole recording at ``target``, going on where an earlier run ended.

        Raises Unreachable.
        """
        name = hashlib.sha256(address.encode()).hexdigest()[:16]
        part = self._cache / f"{name}.part"
        try:
            Download(self._client, address, part, progress=progress, wait=_wait).run()
        except (Refused, ValueError) as error:
            raise Unreachable(str(error)) from error
        target.parent.mkdir(parents=True, exist_ok=True)
        part.replace(target)
        part.with_name(part.name + ".json").unlink(missing_ok=True)
