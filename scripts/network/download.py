"""Fetch a whole file, and go on where an interrupted reading ended."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from network.client import FAILURES, Answer, Client, Refused

_CHUNK = 256 * 1024
_ATTEMPTS = 5  # in a row without a single byte
_LARGEST = 4 * 1024**3  # what never ends must not fill the disk


class _Noted(BaseModel):
    """What a begun file was: its address, validator and size."""

    address: str
    same: str
    size: int


Progress = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Source:
    """Where a file came from: the last address, what led there, whether parts are given."""

    address: str
    redirects: int
    ranges: bool
    kind: str


def _check(answer: Answer) -> None:
    """Raise OSError for what may pass, Refused for what will not."""
    if answer.status == 429 or answer.status >= 500:
        raise OSError(f"HTTP {answer.status}")
    if answer.status not in (200, 206, 416):
        raise Refused(f"HTTP {answer.status}: {answer.address}")
    if answer.kind.startswith("text/") and answer.status != 416:
        raise Refused(f"místo zvuku / instead of sound: {answer.kind}")


class Download:
    """One file on its way to a folder; what has come so far stays there between runs.

    A remainder is asked for only of the very file that was begun (If-Range); of another,
    or where the server cannot tell, all is read again.
    """

    def __init__(
        self,
        client: Client,
        address: str,
        target: Path,
        *,
        progress: Progress = lambda done, whole: None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client, self._address, self._target = client, address, target
        self._note = target.with_name(target.name + ".json")
        self._progress, self._wait = progress, wait

    def run(self) -> Source:
        """Fetch the file whole. Raises Refused when that cannot be done.

        A broken connection is taken up again, five times in a row without a byte at most.
        """
        self._target.parent.mkdir(parents=True, exist_ok=True)
        failed = 0
        while True:
            before = self._have()
            try:
                return self._once()
            except FAILURES as error:
                failed = 0 if self._have() > before else failed + 1
                if failed >= _ATTEMPTS:
                    raise Refused(f"spojení selhalo / connection failed: {error}") from error
                self._wait(2.0 ** max(failed - 1, 0))

    def _have(self) -> int:
        return self._target.stat().st_size if self._target.exists() else 0

    def _noted(self) -> _Noted | None:
        """Return what the begun file was, if that is known."""
        try:
            told = _Noted.model_validate_json(self._note.read_bytes())
        except (OSError, ValueError):
            return None
        return told if told.address == self._address and told.same else None

    def _once(self) -> Source:
        noted = self._noted()
        # The last byte is asked for again: of a file that is whole there is none to come.
        start = min(self._have(), noted.size - 1) if noted else 0
        with self._client.part(self._address, start, None, noted.same if noted else "") as answer:
            _check(answer)
            begun, size = answer.part or (0, answer.length)
            same = noted and (answer.validator, size) == (noted.same, noted.size)
            if answer.status == 416 or begun not in (0, start) or (begun and not same):
                self._note.unlink(missing_ok=True)
                raise OSError("jiná část, než o kterou šlo / another part than was asked for")
            self._write_note(answer, size)
            done = self._receive(answer, begun, size)
        if size is not None and done != size:
            raise OSError(f"{done} B z / of {size} B")
        return Source(answer.address, answer.redirects, answer.part is not None, answer.kind)

    def _write_note(self, answer: Answer, size: int | None) -> None:
        noted = {"address": self._address, "same": answer.validator, "size": size}
        self._note.write_text(json.dumps(noted), encoding="utf-8")

    def _receive(self, answer: Answer, start: int, size: int | None) -> int:
        """Write what comes from ``start`` on; return where it ended."""
        done = start
        with self._target.open("r+b" if start else "wb") as file:
            file.seek(start)
            file.truncate()
            while done <= _LARGEST and (chunk := answer.body.read(_CHUNK)):
                file.write(chunk)
                done += len(chunk)
                self._progress(done, size)
        return done
