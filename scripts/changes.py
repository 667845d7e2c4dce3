"""Enter into the ledger of changes which pages say something else than before, and since when.

The ledger, changes.txt, is where the sitemap and the Atom feeds have their dates from. Run
again, it adds nothing. Example: python scripts/changes.py --since main
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from archive.content import library
from archive.ledgers import changes
from archive.schema.problems import report
from archive.telling import fingerprints
from ledgers import swap, text_of, told_of_losses

ROOT = Path(__file__).parent.parent


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--root", type=Path, default=ROOT, help="the archive's folder")
    today = dt.date.today()
    parser.add_argument("--date", type=dt.date.fromisoformat, default=today, help="the day")
    parser.add_argument("--since", metavar="COMMIT", help="write nothing; 1 if lines were deleted")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Enter what is new and print it. Returns 1 when the ledger must be mended first."""
    options = _arguments(arguments)
    path = options.root / changes.PATH
    if options.since:
        return told_of_losses(options.root, options.since, changes.PATH, changes.lost, "knihy změn")
    text = text_of(path)
    known, faults = changes.parse(text)
    if faults:
        print(report(faults))
        return 1
    new = known.lacks(fingerprints.every(library.read(options.root)))
    entered = changes.block(new, options.date) if new else ""
    if new:
        swap(path, (text or changes.HEAD) + entered)
    print(entered.rstrip("\n") or "Kniha změn je úplná. / The ledger of changes is complete.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
