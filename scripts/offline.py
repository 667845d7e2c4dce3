"""Build the site for a disk into offline/ and a ZIP: it opens without a server or a network."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import click

from archive.keeping.offline import convert
from command import ROOT

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


@click.command()
@click.option(
    "--output", type=click.Path(path_type=Path), default=ROOT, help="where offline/ and the ZIP go"
)
@click.option("--site", type=click.Path(path_type=Path), help="a site that is built already")
def command(output: Path, site: Path | None) -> int:
    """Sestavit web na disk a ZIP / Build the site for a disk, and a ZIP.

    Build, convert, write and pack. Returns 1 when the content is faulty.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = site or Path(temporary) / "site"
        if not site and subprocess.run([*COMMAND, str(folder)], cwd=ROOT, check=False).returncode:
            return 1
        built = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
    files = convert(built)
    write(files, output / "offline")
    pack(files, output / f"{NAME}.zip")
    print(f"site   {(output / 'offline' / 'index.html').resolve().as_uri()}")
    print(f"zip    {output / NAME}.zip ({len(files)} files)")
    return 0
