"""Measure this site against stock Material and Zensical sites of the same Markdown, in one run.

Prints ratios (ours / stock), which hold from machine to machine, and the raw figures
they come from. Example: python scripts/bench.py --runs 5
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

import click

import archive.build  # noqa: F401 - registers the kinds of record
from archive.content import library
from command import ROOT
from measuring import catalogue, feeds, reader, recordings, searching

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


@click.command()
@click.option("--runs", type=int, default=3, help="builds of each; the fastest counts")
@click.option("--recordings", "only_recordings", is_flag=True, help="only how long recordings take")
@click.option(
    "--folder", type=click.Path(path_type=Path), help="where 1 GB may be written for a while"
)
@click.option("--without-zensical", is_flag=True, help="install nothing")
def command(runs: int, only_recordings: bool, folder: Path | None, without_zensical: bool) -> int:
    """Změřit sestavení a stránky / Measure the build and the pages as ratios to others.

    Build both, print the ratios.
    """
    if only_recordings:
        with tempfile.TemporaryDirectory(dir=folder) as name:
            print("\n".join(recordings.measure(Path(name), ROOT / RECORDING)))
        return 0
    print("\n".join(feeds.measure(ROOT)))
    print("\n".join(catalogue.measure(ROOT)))
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        stock = stock_copy(work / "stock")
        ours, theirs = work / "ours", work / "theirs"
        mine, his = seconds(ROOT, ours, runs), seconds(stock, theirs, runs)
        print(f"build              {mine / his:5.2f}  ({mine:.2f} s / {his:.2f} s)")
        others = {"stock Material": theirs}
        if not without_zensical:
            others["Zensical"] = zensical_site(work / "zensical")
        for line in reader.measure(ours, others):
            print(line, flush=True)
        for line in searching.measure(ours, library.read(ROOT)):
            print(line, flush=True)
    return 0
