"""The ledger of changes: a page on a line, and the fingerprint of what it said from a day on.

A record does not say when it was changed; git's dates are lost in shallow clones and bags,
those of files in every checkout; and the core has no clock. So this ledger holds for each
page the fingerprint of what it says, in a block headed by the day on which that was published:

    2026-12-01
    /projects/artb/ 5f2ab0c91e77

The last line of an address is in force. ``deploy.yml`` enters what is new before it builds
(``archive ledger changes``), and commits it when the site is up. A page whose fingerprint is not
the one entered, as in a preview, has no date at all; a wrong one would be worse.

**What a page says** is its record and text, what is held of it, and of a list what it shows of
its items: never the frame around it, the words of the interface, or the order of a template.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archive.ledgers import append_only
from archive.schema.problems import Problem, Text

_LINE = re.compile(r"(/\S*) ([0-9a-f]{12})")

# The fingerprint of each page, by its address.
Prints = Mapping[str, str]


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


@dataclass
class Changes:
    """The day and the fingerprint of the newest change of each page."""

    last: dict[str, tuple[dt.date, str]] = field(default_factory=dict)

    def since(self, address: str, print_: str) -> dt.date | None:
        """Return since when a page has said what it says now; None for what was not entered."""
        day, entered = self.last.get(address, (None, ""))
        return day if entered == print_ else None

    def changed(self, address: str) -> dt.date | None:
        """Return the day of the newest change that was entered."""
        return self.last[address][0] if address in self.last else None

    def lacks(self, prints: Prints) -> dict[str, str]:
        """Return what has not been entered yet."""
        return {a: p for a, p in prints.items() if self.last.get(a, (None, ""))[1] != p}


def parse(text: str) -> tuple[Changes, list[Problem]]:
    """Read a ledger; a line that is none, as a merge may leave, becomes a problem."""
    changes, problems = Changes(), []
    day: dt.date | None = None
    for number, line in append_only.statements(text):
        found, date = _LINE.fullmatch(line), _day(line)
        if date:
            day = date
        elif found and day:
            # Two branches, merged: the later day is in force, wherever it stands.
            if found[1] not in changes.last or changes.last[found[1]][0] <= day:
                changes.last[found[1]] = (day, found[2])
        else:
            problems.append(FORM.problem(number, line))
    return changes, problems


def read(root: Path) -> tuple[Changes, list[Problem]]:
    """Read the ledger of an archive; where there is none, an empty one."""
    text, problems = FORM.read(root)
    return (Changes(), problems) if problems else parse(text)


def block(prints: Prints, day: dt.date) -> str:
    """Return the block that enters changes on a day."""
    lines = (f"{address} {prints[address]}" for address in sorted(prints))
    return "\n".join([day.isoformat(), *lines]) + "\n"


FORM = append_only.Form(
    "changes",
    former="changes.txt",
    head="""\
# Kniha změn: kdy se která stránka změnila. Řádky se jen přidávají, nemění ani nemažou.
# The ledger of changes: when a page changed. Lines are only added, never changed or deleted.
""",
    untouched=Text(
        "řádek, jak byl zapsán: den, nebo pod ním adresa a otisk; řádky se nemění ani nemažou",
        "the line as it was entered: a day, or below it an address and a fingerprint; lines are "
        "neither changed nor deleted",
    ),
)
