"""Compare the live site with the manifest: download every held file, read both feeds.

Prints the report, in Czech, as the workflow puts it into an issue. With --record the
audit is entered into ledgers/audits.jsonl, which the site shows.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

import archive.build  # noqa: F401 - registers the kinds of record
from archive import checks
from archive.content import library
from archive.keeping import audit, audit_report
from archive.keeping.audit import Copy, Outcome, Unreachable
from archive.ledgers import audits, feeds
from archive.ledgers.audits import Audit
from archive.schema.problems import errors
from archive.schema.problems import report as told
from command import root_option
from network.client import FAILURES, Answer, Client, Refused

_AGENT = {"User-Agent": "archive-audit (verifies what this site publishes)"}
_CHUNK = 256 * 1024
_ATTEMPTS = 3
_LARGEST = 50_000_000  # bytes of a feed or a list
T = TypeVar("T")


class Site:
    """Reads from the network; a failed connection is tried again after a pause."""

    def __init__(self, client: Client, wait: Callable[[float], None] = time.sleep) -> None:
        self._client, self._wait = client, wait

    def _ask(self, address: str, take: Callable[[Answer], T]) -> T:
        for attempt in range(_ATTEMPTS):
            try:
                with self._client.ask(address, headers=_AGENT) as answer:
                    if answer.status == 200:
                        return take(answer)
                    fault = Unreachable(f"HTTP {answer.status}", answer.status)
                    if answer.status != 429 and answer.status < 500:
                        raise fault
            except Refused as error:
                raise Unreachable(str(error)) from error
            except FAILURES as error:
                fault = Unreachable(str(error) or type(error).__name__)
            if attempt < _ATTEMPTS - 1:
                self._wait(5.0 * 2.0**attempt)
        raise fault

    def copy(self, address: str) -> Copy:
        """Read a file whole and keep only its size and SHA-256. Raises Unreachable."""

        def take(answer: Answer) -> Copy:
            size, sha256 = 0, hashlib.sha256()
            while chunk := answer.body.read(_CHUNK):
                size += len(chunk)
                sha256.update(chunk)
            return Copy(size, sha256.hexdigest())

        return self._ask(address, take)

    def text(self, address: str) -> bytes:
        """Read a small file. Raises Unreachable."""
        return self._ask(address, lambda answer: answer.body.read(_LARGEST))


def enter(root: Path, outcome: Outcome, day: str) -> None:
    """Add an audit to the ledger of them."""
    done = Audit(
        date=day, address=outcome.address, files=outcome.files, bytes=outcome.bytes,
        faults=len(outcome.faults),
    )  # fmt: skip
    audits.FORM.append(root, audits.line(done))


@click.command()
@click.argument("address")
@click.option(
    "--output", type=click.Path(path_type=Path), help="a folder for report.md and faults.txt"
)
@click.option("--record", is_flag=True, help="enter it into the ledger")
@root_option
def command(address: str, output: Path | None, record: bool, root: Path) -> int:
    """Porovnat živý web s otisky / Compare the live site with the list of checksums.

    Audit a site. Returns 1 when something is wrong with it.
    """
    if not address:
        print(
            "Chybí adresa webu. / The site’s address is missing: .venv/bin/archive audit https://…"
        )
        return 1
    content, day = library.read(root), dt.date.today()
    stopping = errors(checks.fixity.held_files_stay(content, root, day))
    if stopping or not content.manifest.kept:
        print(told(stopping) if stopping else "Chybí ledgers/files.txt. / No list of checksums.")
        return 1
    site = Site(Client(insecure_local=True))
    address = address.rstrip("/") + "/"
    outcome = audit.audit(content.manifest, feeds.read(root), root, address, site.copy, site.text)
    text = audit_report.text(outcome, day.isoformat())
    if record:
        enter(root, outcome, day.isoformat())
    if output:
        output.mkdir(parents=True, exist_ok=True)
        (output / "report.md").write_text(text, encoding="utf-8")
        (output / "faults.txt").write_text(f"{len(outcome.faults)}\n", encoding="utf-8")
    print(text, end="")
    return 1 if outcome.faults else 0
