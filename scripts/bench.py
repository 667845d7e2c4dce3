"""Measure this site against a stock Material site of the same Markdown, in one run.

Prints ratios (ours / stock), which hold from machine to machine, and the raw figures
they come from. Example: python scripts/bench.py --runs 5
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import html

from measuring import catalogue, feeds, recordings, searching

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
PAGES = ("index.html", "projects/iyouth/index.html", "en/projects/iyouth/index.html")


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


def weight(site: Path, page: str) -> int:
    """Return the gzipped bytes of a page with the styles, scripts and fonts it names."""
    base = f"http://site.test/{page}"
    tree = html.parse(site / page).getroot()
    wanted = {page}
    for element in tree.iter("link", "script"):
        address = element.get("src") or element.get("href")
        if element.get("rel") in ("stylesheet", "preload") or element.tag == "script":
            url = urlsplit(urljoin(base, address or ""))
            if address and url.netloc == "site.test":
                wanted.add(url.path.lstrip("/"))
    files = [site / name for name in wanted if (site / name).is_file()]
    return sum(
        file.stat().st_size
        if re.search(r"\.woff2$", file.name)
        else len(gzip.compress(file.read_bytes()))
        for file in files
    )


def main(arguments: list[str] | None = None) -> int:
    """Build both, print the ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=3, help="builds of each; the fastest counts")
    parser.add_argument("--recordings", action="store_true", help="only how long recordings take")
    parser.add_argument("--folder", type=Path, help="where 1 GB may be written for a while")
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
        for page in PAGES:
            a, b = weight(ours, page), weight(theirs, page)
            print(f"{page:<32} {a / b:5.2f}  ({a / 1000:.1f} kB / {b / 1000:.1f} kB, gzipped)")
        print("\n".join(searching.measure(ours)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
