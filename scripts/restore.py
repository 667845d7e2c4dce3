"""The restore drill: verify a bag, build the site from it alone, compare to the last byte.

Example: python scripts/restore.py bag
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from archive.keeping import bag
from packing import building

ROOT = Path(__file__).parent.parent


def drill(packed: Path) -> list[str]:
    """Return what keeps the archive from being restored from a bag: a line for each fault."""
    if found := bag.faults(packed):
        return found
    with tempfile.TemporaryDirectory(prefix="restore-") as place:
        content, site = Path(place) / "content", Path(place) / "site"
        shutil.copytree(packed / "data" / "content", content)
        told = building.load((packed / "data" / "settings.env").read_text(encoding="utf-8"))
        if fault := building.build(content, site, told):
            return [fault]
        return [f"site/{name}" for name in bag.differences(packed / "data" / "site", site)]


def main(arguments: list[str] | None = None) -> int:
    """Do the drill. Returns 1 when the archive cannot be restored."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("bag", type=Path, nargs="?", default=ROOT / "bag", help="its folder")
    found = drill(parser.parse_args(arguments).bag.absolute())
    if found:
        print("Z balíčku archiv obnovit nelze: / The archive cannot be restored from the bag:")
        print("\n".join(found))
        return 1
    print("Obnoveno: web z balíčku je týž. / Restored: the site from the bag is the same.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
