"""Write the golden outputs anew. Run it only to accept a change that you have read in the diff.

Example: python tests/make_golden.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from archive import checks
from archive.content.library import Library
from archive.content.settings import Site
from archive.exports import atom as archive_feed
from archive.podcast import chapters, json_feed, rss, transcript_page
from archive.schema import paths
from archive.telling.archive import tell
from conftest import HERE, TODAY, make_toy, toy_settings


def golden(library: Library, site: Site) -> dict[str, bytes]:
    """Return what the toy archive's outputs are, by the name of their golden file."""
    written = {}
    for code, archive in tell(library, site).items():
        episode = archive.items["podcast/druhy"]
        written[f"feed.{code}.xml"] = rss.write(archive)
        written[f"feed.{code}.json"] = json_feed.write(archive)
        atom = archive_feed.write_pages(archive)
        written[f"archive.{code}.xml"] = atom[paths.atom(code)]
        written[f"chapters.{code}.json"] = chapters.write(archive, episode)
        written[f"transcript.{code}.html"] = transcript_page.write(archive, episode)
    return written


if __name__ == "__main__":
    content = checks.load(make_toy(Path(tempfile.mkdtemp())), today=TODAY)
    for name, written in golden(content, toy_settings(content)).items():
        (HERE / "podcast" / "golden" / name).write_bytes(written)
