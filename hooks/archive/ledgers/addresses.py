"""The ledger of addresses: one on a line, after it its anchors; lines are only ever added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from archive.ledgers import append_only
from archive.schema.problems import Problem, Text

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


def parse(text: str) -> Book:
    """Read a ledger; a line that is no address, as a merge may leave, becomes a problem."""
    book = Book()
    for number, line in append_only.statements(text):
        if _DATE.fullmatch(line):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            book.problems.append(FORM.problem(number, line))
            continue
        anchors = book.addresses.setdefault(found[1], set())
        anchors.update(anchor[1:] for anchor in found[2].split())
    return book


def read(root: Path) -> Book:
    """Read the ledger of an archive; where there is none, an empty one."""
    text, problems = FORM.read(root)
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


FORM = append_only.Form(
    "addresses",
    former="addresses.txt",
    head="""\
# Kniha adres: co archiv kdy zveřejnil. Řádky se jen přidávají, nemění ani nemažou.
# The ledger of addresses: what has been published. Lines are only added, never changed or deleted.
""",
    lost=lost,
    untouched=Text(
        "řádek, jak byl zapsán: adresa od lomítka a za ní kotvy; řádky se nemění ani nemažou",
        "the line as it was entered: an address from its slash, then anchors; lines are neither "
        "changed nor deleted",
    ),
)
