"""Measure this site against stock Material and Zensical sites of the same Markdown, in one run.

Prints ratios (ours / stock), which hold from machine to machine, and the raw figures
they come from. Example: python scripts/bench.py --runs 5
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import archive.build  # noqa: F401 - registers the kinds of record
from archive.content import library
from measuring import catalogue, feeds, reader, recordings, searching

ROOT = Path(__file__).parent.parent
STOCK = """
site_name: Stock
site_url: https://example.org/stock/
theme: {name: material}
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: cs, name: Cs, default: true, build: true}
        - {locale: en, name: En, build: true}
markdown_extensions: [admonition, attr_list, tables]
nav: [index.md]
"""
RECORDING = "docs/podcast/klatovy/klatovy.mp3"
ZENSICAL = """
site_name: Stock
site_url: https://example.org/stock/
theme: {name: material, language: cs}
markdown_extensions: [admonition, attr_list, tables]
"""


def stock_copy(folder: Path) -> Path:
    """Lay the same Markdown out as a stock Material project; return its folder."""
    ignored = shutil.ignore_patterns("overrides", "assets", "vocabulary", "*.mp3", "*.png", "*.vtt")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=ignored)
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    return folder


def seconds(folder: Path, site: Path, runs: int) -> float:
    """Return the fastest of several builds, in seconds of wall time."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return min(times)


def zensical_site(folder: Path) -> Path:
    """Build the Czech pages with Zensical, installed for the moment; return the site."""
    shutil.copytree(folder.parent / "stock" / "docs", folder / "docs")
    for page in (folder / "docs").rglob("*.cs.md"):
        page.rename(page.with_name(page.name.replace(".cs.", ".")))
    for page in (folder / "docs").rglob("*.en.md"):
        page.unlink()
    (folder / "mkdocs.yml").write_text(ZENSICAL, encoding="utf-8")
    environment = folder / "venv"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", "zensical"], check=True)
    command = [str(python), "-m", "zensical", "build", "-f", "mkdocs.yml"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"


def main(arguments: list[str] | None = None) -> int:
    """Build both, print the ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=3, help="builds of each; the fastest counts")
    parser.add_argument("--recordings", action="store_true", help="only how long recordings take")
    parser.add_argument("--folder", type=Path, help="where 1 GB may be written for a while")
    parser.add_argument("--without-zensical", action="store_true", help="install nothing")
    options = parser.parse_args(arguments)
    if options.recordings:
        with tempfile.TemporaryDirectory(dir=options.folder) as name:
            print("\n".join(recordings.measure(Path(name), ROOT / RECORDING)))
        return 0
    print("\n".join(feeds.measure(ROOT)))
    print("\n".join(catalogue.measure(ROOT)))
    runs = options.runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stock = stock_copy(folder / "stock")
        ours, theirs = folder / "ours", folder / "theirs"
        mine, his = seconds(ROOT, ours, runs), seconds(stock, theirs, runs)
        print(f"build              {mine / his:5.2f}  ({mine:.2f} s / {his:.2f} s)")
        others = {"stock Material": theirs}
        if not options.without_zensical:
            others["Zensical"] = zensical_site(folder / "zensical")
        for line in reader.measure(ours, others):
            print(line, flush=True)
        for line in searching.measure(ours, library.read(ROOT)):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
