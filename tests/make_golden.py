"""Write the golden outputs anew. Run it only to accept a change that you have read in the diff.

Example: python tests/make_golden.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from archive import checks
from archive.content import chapters
from archive.content.library import Library
from archive.content.settings import Site
from archive.exports import atom as archive_feed
from archive.podcast import json_feed, rss, transcript_page
from archive.schema import LANGUAGES, paths
from conftest import HERE, TODAY, make_toy, toy_settings


def golden(library: Library, site: Site) -> dict[str, bytes]:
    """Return what the toy archive's outputs are, by the name of their golden file."""
    episode = library.of("podcast")["druhy"]
    written = {}
    for code in LANGUAGES:
        written[f"feed.{code}.xml"] = rss.write(library, site, code)
        written[f"feed.{code}.json"] = json_feed.write(library, site, code)
        atom = archive_feed.write_pages(library, site, code)
        written[f"archive.{code}.xml"] = atom[paths.atom(code)]
        written[f"chapters.{code}.json"] = chapters.write(library, episode, code)
        written[f"transcript.{code}.html"] = transcript_page.write(library, site, episode, code)
    return written


if __name__ == "__main__":
    content = checks.load(make_toy(Path(tempfile.mkdtemp())), today=TODAY)
    for name, written in golden(content, toy_settings(content)).items():
        (HERE / "golden" / name).write_bytes(written)
