"""Write the golden outputs anew. Run it only to accept a change that you have read in the diff.

Example: python tests/make_golden.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from archive import archive_feed, chapters, checks, feed, json_feed, transcript_page
from archive.library import Library
from archive.model import LANGUAGES
from archive.site import Site
from conftest import HERE, TODAY, make_toy, toy_settings


def golden(library: Library, site: Site) -> dict[str, bytes]:
    """Return what the toy archive's outputs are, by the name of their golden file."""
    episode = library.of("podcast")["druhy"]
    written = {}
    for code in LANGUAGES:
        written[f"feed.{code}.xml"] = feed.write(library, site, code)
        written[f"feed.{code}.json"] = json_feed.write(library, site, code)
        atom = archive_feed.write_pages(library, site, code)
        written[f"archive.{code}.xml"] = atom[archive_feed.path(code)]
        written[f"chapters.{code}.json"] = chapters.write(library, episode, code)
        written[f"transcript.{code}.html"] = transcript_page.write(library, site, episode, code)
    return written


if __name__ == "__main__":
    content = checks.load(make_toy(Path(tempfile.mkdtemp())), today=TODAY)
    for name, written in golden(content, toy_settings(content)).items():
        (HERE / "golden" / name).write_bytes(written)
