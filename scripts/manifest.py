"""Enter the held files into manifest-sha256.txt; end the lines of those that left for a reason.

Lines are only added and never lost: one that no longer holds becomes a comment with the
day and the reason. Run again, it adds nothing.
Example: python scripts/manifest.py --reason superseded
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

import archive.build  # noqa: F401 - registers the kinds of record
from archive.checks import fixity
from archive.content import library
from archive.content.library import Library
from archive.keeping import audit_comparison
from archive.keeping.audit_comparison import Comparison
from archive.ledgers import files
from archive.ledgers.files import HEAD, NAME, REASONS, Ended, Line
from archive.schema.problems import report
from ledgers import swap, text_of, told_of_losses

ROOT = Path(__file__).parent.parent


def ends(content: Library, found: Comparison, why: str, day: str) -> list[tuple[Line, Ended]]:
    """Return each line that no longer holds with its end; only those whose reason is known."""
    gone = [(line, audit_comparison.reason(content, line, found) or why) for line in found.gone]
    changed = [(line, why) for line, _ in found.changed]
    return [
        (line, Ended(line.number, day, reason, line.sha256, line.path))
        for line, reason in [*gone, *changed]
        if reason
    ]


def write(root: Path, ended: list[tuple[Line, Ended]], added: list[str]) -> None:
    """Swap the manifest in whole, so that no line is ever cut."""
    path = root / NAME
    lines = (text_of(path) or HEAD).rstrip("\n").split("\n")
    for line, end in ended:
        lines[line.number - 1] = str(end)
    swap(path, "\n".join([*lines, *added]) + "\n")


def update(root: Path, why: str, day: str, *, check: bool) -> int:
    """Enter what is new and end what has left; return the exit code."""
    content = library.read(root)
    book = content.manifest
    if book.problems:
        print(report(book.problems))
        return 1
    found = audit_comparison.compare(book, content, root)
    ended = ends(content, found, why, day)
    if len(ended) < len(found.gone) + len(found.changed):
        known = {line.path for line, _ in ended}
        found.gone = [line for line in found.gone if line.path not in known]
        problems = [*fixity.replacing(book, found, day), *fixity.ending(content, found, day)]
        print(report(problems))
        print("\nByla-li změna záměrná: / If this was meant: make manifest REASON=superseded")
        return 1
    entered = [*found.new.items(), *((line.path, sha256) for line, sha256 in found.changed)]
    added = files.additions(book, entered, day)
    if (ended or added) and not check:
        write(root, ended, added)
    told = [*(str(end) for _, end in ended), *added]
    print("\n".join(told) or "Seznam otisků je úplný. / The manifest is complete.")
    return 1 if told and check else 0


def main(arguments: list[str] | None = None) -> int:
    """Bring the manifest up to date. Returns 1 when a person must decide first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--root", type=Path, default=ROOT, help="the archive's folder")
    parser.add_argument("--reason", choices=REASONS, default="", help="why files left or changed")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if it would")
    parser.add_argument("--since", metavar="COMMIT", help="write nothing; 1 if lines were lost")
    options = parser.parse_args(arguments)
    if options.since:
        return told_of_losses(options.root, options.since, NAME, files.lost, NAME)
    day = dt.date.today().isoformat()
    return update(options.root, options.reason, day, check=options.check)


if __name__ == "__main__":
    sys.exit(main())
