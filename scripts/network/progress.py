"""Tell on the error output how far a reading has come."""

from __future__ import annotations

import sys
import time


class Progress:
    """A line that is written over on a terminal, and one for each tenth elsewhere."""

    def __init__(self, name: str) -> None:
        self._name, self._terminal = name, sys.stderr.isatty()
        self._told, self._tenth = 0.0, 0

    def __call__(self, done: int, whole: int | None) -> None:
        """Tell that so many bytes of the whole have come."""
        tenth = done * 10 // whole if whole else 0
        now = time.monotonic()
        due = now - self._told > 0.2 if self._terminal else tenth > self._tenth
        if due or done == whole:
            self._told, self._tenth = now, tenth
            of = f" / {whole / 1e6:.1f}" if whole else ""
            end = "\n" if not self._terminal or done == whole else ""
            start = "\r" if self._terminal else ""
            print(f"{start}{self._name}: {done / 1e6:.1f}{of} MB", end=end, file=sys.stderr)
            sys.stderr.flush()
