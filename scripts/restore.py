"""The restore drill: verify a bag, build the site from it alone, compare to the last byte."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from archive.keeping import bag
from command import ROOT
from packing import building


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


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=ROOT / "bag")
def command(folder: Path) -> int:
    """Zkusit obnovu z balíčku / Verify a bag and build the site from it alone.

    Do the drill. Returns 1 when the archive cannot be restored.
    """
    found = drill(folder.absolute())
    if found:
        print("Z balíčku archiv obnovit nelze: / The archive cannot be restored from the bag:")
        print("\n".join(found))
        return 1
    print("Obnoveno: web z balíčku je týž. / Restored: the site from the bag is the same.")
    return 0
