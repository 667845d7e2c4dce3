"""Build the whole site and both feeds into site/, and say where they are."""

from __future__ import annotations

import subprocess
import sys
import time

import click
from lxml import etree

import archive.build  # noqa: F401 - registers the kinds of record
from archive.schema import KINDS, LANGUAGES, paths
from command import ROOT

COMMAND = [sys.executable, "-m", "mkdocs", "build", "--strict"]


@click.command()
def command() -> int:
    """Sestavit web a kanály / Build the whole site and both feeds.

    Build, then count what was built. Returns 1 when the content is faulty.
    """
    start = time.monotonic()
    if subprocess.run(COMMAND, cwd=ROOT, check=False).returncode:
        print("The last good site, if there was one, is untouched.", file=sys.stderr)
        return 1
    seconds = time.monotonic() - start
    site = ROOT / "site"
    print(f"home   {(site / 'index.html').as_uri()}")
    for language in LANGUAGES:
        path = site / paths.rss(language)
        if not path.exists():  # the show is not told in every language
            continue
        items = len(etree.parse(str(path)).findall(".//item"))
        print(f"feed   {path.as_uri()} ({items} items)")
    counts = {kind: len([*(site / kind).glob("*/index.html")]) for kind in KINDS}
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    print(f"items  {told}; {len([*site.rglob('*.html')])} pages in {len(LANGUAGES)} languages")
    print(f"time   {seconds:.1f} s")
    return 0
