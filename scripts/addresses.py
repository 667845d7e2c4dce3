"""Enter into the ledger of addresses what a built site publishes; refuse one that lost any.

The ledger, addresses.txt, is how ``make check`` and every build know what must not vanish.
Run again, it adds nothing. Example: python scripts/addresses.py --since main
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from archive import build, checks
from archive.content import library
from archive.keeping import address_comparison, published_addresses
from archive.ledgers import addresses
from archive.schema.problems import errors, report
from ledgers import swap, text_of, told_of_losses

ROOT = Path(__file__).parent.parent


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--root", type=Path, default=ROOT, help="the archive's folder")
    parser.add_argument("--site", type=Path, help="the built site; site/ in the archive's folder")
    parser.add_argument("--date", default=dt.date.today().isoformat(), help="the day of entry")
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if any is missing")
    parser.add_argument("--since", metavar="COMMIT", help="write nothing; 1 if lines were deleted")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Enter what is new and print it. Returns 1 when something must be mended first."""
    options = _arguments(arguments)
    path = options.root / addresses.PATH
    if options.since:
        return told_of_losses(
            options.root, options.since, addresses.PATH, addresses.lost, "knihy adres"
        )
    text = text_of(path)
    site = options.site or options.root / "site"
    if not (site / "index.html").is_file():
        print(f"{site}: není sestavený web, spusťte „make site“. / no site there, run “make site”.")
        return 1
    content, known = library.read(options.root), addresses.parse(text)
    faults = errors(checks.check(content, options.root, dt.date.today(), build.OUTPUTS))
    if faults := faults or address_comparison.compare(known, site, content):
        print(report(faults))
        return 1
    new = known.lacks(published_addresses.read(site, content))
    entered = addresses.block(new, options.date) if new else ""
    if new and not options.check:
        swap(path, (text or addresses.HEAD) + entered)
    print(entered.rstrip("\n") or "Kniha adres je úplná. / The ledger of addresses is complete.")
    return 1 if new and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
