"""What all ledgers are: text files in ``ledgers/`` whose lines are only ever added.

Blank lines and those that begin with # say nothing to a machine, but for the list of checksums,
where they tell of days and ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.schema import texts
from archive.schema.problems import Problem, Text

FOLDER = "ledgers"
_MERGED = Text(
    "řádky z obou větví; smažte jen značky <<<<<<<, ======= a >>>>>>>",
    "the lines of both branches; delete only the marks <<<<<<<, ======= and >>>>>>>",
)
_MARKS = ("<<<<<<<", "=======", ">>>>>>>")


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield what is written on each line, with its number from 1; nothing of blank ones.

    Not by splitlines: a title may hold signs that it would break a line at.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if written := line.strip():
            yield number, written


def statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that are no comments, with their numbers."""
    return ((number, written) for number, written in lines(text) if not written.startswith("#"))


def lost_lines(before: str, after: str) -> list[str]:
    """Return the statements that an older state of a ledger has and a newer one has not."""
    kept = {written for _, written in statements(after)}
    return [written for _, written in statements(before) if written not in kept]


@dataclass(frozen=True)
class Form:
    """What one ledger is: its file, where that lay before, how it begins, what it must keep.

    ``lost`` returns the lines that an older text has and a newer one no longer tells of;
    ``untouched`` is what is expected of a line that cannot be read.
    """

    name: str
    former: str
    head: str
    untouched: Text
    lost: Callable[[str, str], list[str]] = lost_lines
    ending: str = ".txt"

    @property
    def path(self) -> str:
        """Its path below the archive's folder, as messages show it."""
        return f"{FOLDER}/{self.name}{self.ending}"

    def exists(self, root: Path) -> bool:
        """Tell whether an archive has this ledger at all."""
        return (root / self.path).exists()

    def read(self, root: Path) -> tuple[str, list[Problem]]:
        """Return its text, nothing where there is none, and why it cannot be read."""
        return texts.read(root / self.path, self.path)

    def append(self, root: Path, entered: str) -> None:
        """Add text to its end; where it has not begun, it begins."""
        text = self.read(root)[0] or self.head
        self.swap(root, f"{text.rstrip()}\n{entered.strip()}\n")

    def swap(self, root: Path, text: str) -> None:
        """Put a text in the place of the old one whole, so that no line is ever cut."""
        path = root / self.path
        path.parent.mkdir(exist_ok=True)
        new = path.with_name(path.name + ".new")
        new.write_text(text, encoding="utf-8")
        new.replace(path)

    def problem(self, line: int, written: str, expected: Text | None = None) -> Problem:
        """Return the problem of a line that says nothing; a merge may have left its marks."""
        merged = written.startswith(_MARKS)
        expected = _MERGED if merged else expected or self.untouched
        return Problem(self.path, line, "", written[:90], expected)
