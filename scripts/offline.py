"""Build the site for a disk into offline/ and a ZIP: it opens without a server or a network.

Example: python scripts/offline.py --output /media/usb
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from archive.keeping.offline import convert

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
NAME = "archive-offline"
# The earliest day that a ZIP can tell: the same files make the same ZIP on every day.
DAY = (1980, 1, 1, 0, 0, 0)
# What a compression would not make smaller.
PACKED = {".mp3", ".m4a", ".ogg", ".opus", ".pdf", ".png", ".jpg", ".webp", ".avif", ".woff2"}


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files into a folder, which is replaced as a whole."""
    new = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    for name, data in files.items():
        target = new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    shutil.rmtree(folder, ignore_errors=True)
    new.rename(folder)


def pack(files: Mapping[str, bytes], target: Path) -> None:
    """Write the files into a ZIP, below one folder."""
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", DAY)
            entry.external_attr = 0o644 << 16
            stored = Path(name).suffix in PACKED
            archive.writestr(entry, files[name], 0 if stored else zipfile.ZIP_DEFLATED)


def main(arguments: list[str] | None = None) -> int:
    """Build, convert, write and pack. Returns 1 when the content is faulty."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--output", type=Path, default=ROOT, help="where offline/ and the ZIP go")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        site = chosen.site or Path(temporary) / "site"
        if (
            not chosen.site
            and subprocess.run([*COMMAND, str(site)], cwd=ROOT, check=False).returncode
        ):
            return 1
        built = {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in sorted(site.rglob("*"))
            if path.is_file()
        }
    files = convert(built)
    write(files, chosen.output / "offline")
    pack(files, chosen.output / f"{NAME}.zip")
    print(f"site   {(chosen.output / 'offline' / 'index.html').resolve().as_uri()}")
    print(f"zip    {chosen.output / NAME}.zip ({len(files)} files)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
