"""The manifest: a line for every held file, with its SHA-256, only ever added to.

It has the form of BagIt and sha256sum (RFC 8493, section 2.1.3), so that at the root of the
repository ``sha256sum -c ledgers/files.txt`` verifies a checkout. What sha256sum does
not know stands in lines that begin with #, which it passes over: the day on which the
lines below were entered, and each line that has ended, with the day and the reason.
The build never writes here: ``archive ledger files`` does, or a person by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import get_args

from archive.ledgers import append_only
from archive.ledgers.feed_events import Reason
from archive.schema.problems import Problem, Text

# Where the site publishes the list.
PUBLISHED = "manifest-sha256.txt"
# Why a line ends: as an episode is withdrawn, or since the file lies elsewhere now.
REASONS: tuple[str, ...] = (*get_args(Reason), "moved")

_DAY, _HASH = r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))", r"([0-9a-f]{64})"
_LINE = re.compile(rf"{_HASH}  (docs/\S.*)")
_ENTERED = re.compile(rf"# {_DAY}")
_ENDED = re.compile(rf"# {_DAY} ({'|'.join(REASONS)}) {_HASH}(?:  (\S.*))?")
_NAMES_A_HASH = re.compile(r"\b[0-9a-f]{64}\b")


@dataclass(frozen=True)
class Line:
    """A held file: its path in the repository, and the day it was entered on, if told."""

    number: int
    sha256: str
    path: str
    entered: str = ""

    def __str__(self) -> str:
        """Return the line as sha256sum reads it."""
        return f"{self.sha256}  {self.path}"


@dataclass(frozen=True)
class Ended:
    """A line that has ended. ``path`` is empty where the name itself was a personal datum."""

    number: int
    day: str
    reason: str
    sha256: str
    path: str

    def __str__(self) -> str:
        """Return the line that tells of the end."""
        return f"# {self.day} {self.reason} {self.sha256}" + (f"  {self.path}" if self.path else "")

    def accounts_for(self, line: Line | Ended) -> bool:
        """Tell whether this is the end of a line, or the same end; a name may be taken out."""
        return self.sha256 == line.sha256 and self.path in ("", line.path)


@dataclass
class Manifest:
    """The lines by path, those that have ended, and what cannot be read.

    ``kept`` is False in an archive that has no manifest at all; ``day`` is the last that
    lines were entered on.
    """

    kept: bool = False
    lines: dict[str, Line] = field(default_factory=dict)
    ended: list[Ended] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    day: str = ""

    @cached_property
    def by_folder(self) -> Mapping[str, list[Line]]:
        """The lines by the folder in which the file lies; asked for when all have been read."""
        found: dict[str, list[Line]] = {}
        for path in sorted(self.lines):
            found.setdefault(path.rpartition("/")[0], []).append(self.lines[path])
        return found

    def _has(self, line: Line) -> bool:
        """Take in a line; tell whether it is the only one of its file."""
        return self.lines.setdefault(line.path, line).sha256 == line.sha256

    def enter(self, number: int, written: str) -> Text | None:
        """Take in what is written on a line; return what is expected where that is wrong."""
        if match := _LINE.fullmatch(written):
            line = Line(number, match[1], match[2], self.day)
            return None if self._has(line) else _ONLY_ONE
        if match := _ENTERED.fullmatch(written):
            self.day = match[1]
        elif match := _ENDED.fullmatch(written):
            self.ended.append(Ended(number, match[1], match[2], match[3], match[4] or ""))
        elif not written.startswith("#"):
            return FORM.untouched
        elif _NAMES_A_HASH.search(written):
            return _END
        return None


_ONLY_ONE = Text(
    "jediný platný řádek téhož souboru; starší označte za skončený (# datum důvod otisk  soubor)",
    "one line of a file that holds; mark the older as ended (# date reason checksum  file)",
)
_END = Text(
    f"řádek o konci: # datum důvod otisk  soubor; důvod je jeden z {', '.join(REASONS)}",
    f"a line that tells of an end: # date reason checksum  file; a reason of {', '.join(REASONS)}",
)
_GONE = Text(
    "jen řádek o konci, který tu už je; tento smažte (vrátilo ho sloučení větví)",
    "only the line that tells of its end, which is here; delete this one (a merge brought it back)",
)
_EXAMPLE = f"# 2027-01-15 superseded {'0' * 64}  docs/podcast/klatovy/klatovy.mp3"


def parse(text: str) -> Manifest:
    """Read a manifest. Broken lines become problems."""
    found = Manifest(kept=True)
    for number, written in append_only.lines(text):
        if expected := found.enter(number, written):
            example = _EXAMPLE if expected in (_END, _ONLY_ONE) else ""
            found.problems.append(replace(FORM.problem(number, written, expected), example=example))
    for ended in found.ended:
        line_there = found.lines.get(ended.path)
        # Below its end, a line tells that the same file came back.
        if line_there and ended.accounts_for(line_there) and line_there.number < ended.number:
            found.problems.append(FORM.problem(line_there.number, str(line_there), _GONE))
    return found


def read(root: Path) -> Manifest:
    """Read the manifest of an archive; where there is none, an empty one."""
    if not FORM.exists(root):
        return Manifest()
    text, problems = FORM.read(root)
    return Manifest(kept=True, problems=problems) if problems else parse(text)


def lost(before: str, after: str) -> list[str]:
    """Return what an older state of the manifest says and a newer one no longer tells of."""
    old, new = parse(before), parse(after)
    gone: list[Line | Ended] = [
        line
        for line in old.lines.values()
        if getattr(new.lines.get(line.path), "sha256", "") != line.sha256
    ]
    gone += old.ended
    return [str(line) for line in gone if not any(end.accounts_for(line) for end in new.ended)]


def additions(manifest: Manifest, files: Iterable[tuple[str, str]], day: str) -> list[str]:
    """Return the lines that enter files, given as path and checksum, on a day."""
    lines = [f"{sha256}  {path}" for path, sha256 in sorted(files)]
    return [f"# {day}", *lines] if lines and manifest.day != day else lines


FORM = append_only.Form(
    "files",
    former="manifest-sha256.txt",
    head="""\
# Otisky uložených souborů. Ověří je: sha256sum -c ledgers/files.txt
# Řádky se jen přidávají. Konec řádku: # RRRR-MM-DD důvod otisk  soubor
# Checksums of the held files. To verify them: sha256sum -c ledgers/files.txt
# Lines are only added. The end of one: # YYYY-MM-DD reason checksum  file
""",
    lost=lost,
    untouched=Text(
        "řádek, jak byl zapsán: otisk, dvě mezery, soubor",
        "the line as it was entered: checksum, two spaces, file",
    ),
)
