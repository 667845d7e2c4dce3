"""Enter into the ledger what the podcast's feeds publish; refuse what would cost subscribers.

The ledger, docs/podcast/ledger.jsonl, is how ``make check`` knows what people have in
their apps. Run again, it adds nothing. Example: python scripts/ledger.py --since main
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from archive import build, checks
from archive.content import library
from archive.keeping.subscribers import Present, additions
from archive.ledgers import feeds
from archive.ledgers.feed_events import line
from archive.schema.problems import errors, report
from ledgers import swap, text_of, told_of_losses

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Enter what is new and print it. Returns 1 when something must be mended first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--root", type=Path, default=ROOT, help="the archive's folder")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; 1 if lines are missing"
    )
    parser.add_argument("--since", metavar="COMMIT", help="write nothing; 1 if lines were deleted")
    options = parser.parse_args(arguments)
    if options.since:
        here = f"docs/{feeds.PATH}"
        return told_of_losses(options.root, options.since, here, feeds.lost, "knihy vydaných dílů")
    content = library.read(options.root)
    if stopping := errors(checks.check(content, options.root, dt.date.today(), build.OUTPUTS)):
        print(report(stopping))
        return 1
    book = feeds.read(content.docs, options.root)
    lines = [line(event) for event in additions(book, Present(content))]
    if lines and not options.check:
        path = content.docs / feeds.PATH
        text = (text_of(path) or feeds.HEAD).rstrip("\n")
        swap(path, "\n".join([text, *lines]) + "\n")
    print("\n".join(lines) or "Kniha je úplná. / The ledger is complete.")
    return 1 if lines and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
