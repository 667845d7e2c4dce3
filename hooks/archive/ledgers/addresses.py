"""``addresses.txt``: one address on a line, after it the anchors; lines are only ever added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from archive.schema import texts
from archive.schema.problems import Problem, Text

PATH = "addresses.txt"
HEAD = """\
# Kniha adres: co archiv kdy zveřejnil. Řádky se jen přidávají (make addresses), nemění ani nemažou.
# The ledger of addresses: what has been published. Lines are only added, never changed or deleted.
"""
_LINE = re.compile(r"(/\S*)((?: #\S+)*)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

# The anchors of each address.
Addresses = Mapping[str, Set[str]]


@dataclass
class Book:
    """Every address that was ever entered, with its anchors, and the lines that say nothing."""

    addresses: dict[str, set[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def lacks(self, addresses: Addresses) -> dict[str, set[str]]:
        """Return what has not been entered yet: addresses, and new anchors of known ones."""
        new = {}
        for address, anchors in addresses.items():
            missing = set(anchors) - self.addresses.get(address, set())
            if missing or address not in self.addresses:
                new[address] = missing
        return new


def parse(text: str, shown: str = PATH) -> Book:
    """Read a ledger; a line that is no address, as a merge may leave, becomes a problem."""
    book = Book()
    expected = Text(
        "řádek tak, jak jej napsal „make addresses“: adresa od lomítka a za ní kotvy; značky "
        "<<<<<<<, ======= a >>>>>>> po sloučení smažte, řádky nechte",
        "the line as “make addresses” wrote it: an address from its slash, then anchors; after a "
        "merge delete the marks <<<<<<<, ======= and >>>>>>>, and leave the lines",
    )
    for number, written in enumerate(text.split("\n"), start=1):
        line = written.strip()
        if not line or line.startswith("# ") or _DATE.fullmatch(line):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            example = "/projects/artb/ #cile"
            book.problems.append(Problem(shown, number, "", line, expected, example))
            continue
        anchors = book.addresses.setdefault(found[1], set())
        anchors.update(anchor[1:] for anchor in found[2].split())
    return book


def read(root: Path) -> Book:
    """Read the ledger of an archive; where there is none, an empty one."""
    text, problems = texts.read(root / PATH, PATH)
    return Book(problems=problems) if problems else parse(text)


def block(addresses: Addresses, date: str) -> str:
    """Return the block that enters addresses on a day (ISO 8601)."""
    lines = (
        " ".join([address, *(f"#{anchor}" for anchor in sorted(addresses[address]))])
        for address in sorted(addresses)
    )
    return "\n".join([date, *lines]) + "\n"


def _statements(text: str) -> Iterable[tuple[str, str]]:
    for address, anchors in parse(text).addresses.items():
        yield from ((address, anchor) for anchor in {"", *anchors})


def lost(before: str, after: str) -> list[str]:
    """Return the addresses that an older state of the ledger names and a newer one does not."""
    kept = set(_statements(after))
    gone = sorted(set(_statements(before)) - kept)
    return [f"{address} #{anchor}" if anchor else address for address, anchor in gone]
