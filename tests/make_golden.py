"""Write the golden feeds anew. Run it only to accept a change that you have read in the diff.

Example: python tests/make_golden.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from archive import checks, feed
from archive.model import LANGUAGES
from conftest import HERE, TODAY, make_toy, toy_settings

if __name__ == "__main__":
    library = checks.load(make_toy(Path(tempfile.mkdtemp())), today=TODAY)
    for language in LANGUAGES:
        written = feed.write(library, toy_settings(library), language)
        (HERE / "golden" / f"feed.{language}.xml").write_bytes(written)
