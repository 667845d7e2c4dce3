"""The record of audits: one line of JSON for each, only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import NonNegativeInt, ValidationError

from archive.ledgers import append_only
from archive.schema.fields import Address, Edtf, Strict
from archive.schema.problems import Problem, Text

# Where the site publishes the record.
PUBLISHED = "audits.jsonl"


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
    text, problems = FORM.read(root)
    for number, written in append_only.statements(text):
        try:
            found.append(Audit.model_validate_json(written))
        except ValidationError:
            problems.append(FORM.problem(number, written))
    return sorted(found, key=lambda audit: audit.date), problems


FORM = append_only.Form(
    "audits",
    former="audits.jsonl",
    head="""\
# Kontroly živého webu proti seznamu otisků. Řádky přidává workflow audit.yml.
# Audits of the live site against the list of checksums. The workflow audit.yml adds the lines.
""",
    untouched=Text("řádek tak, jak jej zapsala kontrola", "the line as the audit wrote it"),
    ending=".jsonl",
)
