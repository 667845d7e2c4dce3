"""Enter into the ledger what the podcast's feeds publish; refuse what would cost subscribers.

The ledger, docs/podcast/ledger.jsonl, is how ``make check`` knows what people have in
their apps. Run again, it adds nothing. Example: python scripts/ledger.py --since main
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
from pathlib import Path

from archive import checks, ledger, library
from archive.ledger_events import line
from archive.offers import Present, additions
from archive.problems import errors, report

ROOT = Path(__file__).parent.parent


def text_at(root: Path, commit: str, path: str) -> str | None:
    """Return a file as it was in a commit, empty before it began; None without the commit."""
    git = ["git", "-C", str(root)]
    known = [*git, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}"]
    if subprocess.run(known, capture_output=True, check=False).returncode:
        return None
    shown = [*git, "show", f"{commit}:./{path}"]
    return subprocess.run(shown, capture_output=True, check=False).stdout.decode()


def _told_of_losses(root: Path, commit: str, text: str) -> int:
    """Print the lines that have gone since a commit; return the exit code."""
    before = text_at(root, commit, f"docs/{ledger.PATH}")
    if before is None:
        print(f"Revizi „{commit}“ git nezná. / git knows no revision “{commit}”.")
        return 1
    gone = ledger.lost(before, text)
    if gone:
        print("Z knihy vydaných dílů zmizely řádky, vraťte je: / Lines have gone, bring them back:")
        print("\n".join(gone))
    return 1 if gone else 0


def _enter(path: Path, text: str, lines: list[str]) -> None:
    """Append lines; the ledger is swapped in whole, so that no line is ever cut."""
    new = path.with_name(path.name + ".new")
    text = text or ledger.HEAD
    new.write_text(text.rstrip("\n") + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    new.replace(path)


def main(arguments: list[str] | None = None) -> int:
    """Enter what is new and print it. Returns 1 when something must be mended first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--root", type=Path, default=ROOT, help="the archive's folder")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; 1 if lines are missing"
    )
    parser.add_argument("--since", metavar="COMMIT", help="write nothing; 1 if lines were deleted")
    options = parser.parse_args(arguments)
    content = library.read(options.root)
    path = content.docs / ledger.PATH
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if options.since:
        return _told_of_losses(options.root, options.since, text)
    if stopping := errors(checks.check(content, options.root, dt.date.today())):
        print(report(stopping))
        return 1
    book = ledger.read(content.docs, options.root)
    lines = [line(event) for event in additions(book, Present(content))]
    if lines and not options.check:
        _enter(path, text, lines)
    print("\n".join(lines) or "Kniha je úplná. / The ledger is complete.")
    return 1 if lines and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
