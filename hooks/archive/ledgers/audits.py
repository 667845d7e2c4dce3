"""The record of audits: one line of JSON for each, only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import NonNegativeInt, ValidationError

from archive.schema import texts
from archive.schema.fields import Address, Edtf, Strict
from archive.schema.problems import Problem, Text

NAME = "audits.jsonl"
HEAD = """\
# Kontroly živého webu proti manifest-sha256.txt. Řádky přidává workflow audit.yml.
# Audits of the live site against manifest-sha256.txt. The workflow audit.yml adds the lines.
"""


class Audit(Strict):
    """An audit: the day, the site, what was read of it, and how much was wrong."""

    date: Edtf
    address: Address
    files: NonNegativeInt
    bytes: NonNegativeInt
    faults: NonNegativeInt


def line(audit: Audit) -> str:
    """Return the line that records an audit."""
    return json.dumps(audit.model_dump(mode="json"), ensure_ascii=False)


def listing(done: Iterable[Audit]) -> bytes:
    """Return the record as the site publishes it, without comments."""
    return "".join(f"{line(audit)}\n" for audit in done).encode()


def read(root: Path) -> tuple[list[Audit], list[Problem]]:
    """Return the recorded audits, the latest last, and what is wrong with their file."""
    found: list[Audit] = []
    text, problems = texts.read(root / NAME, NAME)
    for number, written in enumerate(text.split("\n"), start=1):
        if not written.strip() or written.startswith("#"):
            continue
        try:
            found.append(Audit.model_validate_json(written))
        except ValidationError:
            expected = Text(
                "řádek tak, jak jej zapsala kontrola; po sloučení smažte jen značky větví",
                "the line as the audit wrote it; after a merge delete only the marks",
            )
            problems.append(Problem(NAME, number, "", written[:90], expected))
    return sorted(found, key=lambda audit: audit.date), problems
