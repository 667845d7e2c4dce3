"""The text of a page on its way to Markdown: marks become links to the notes."""

from __future__ import annotations

from archive.content import source_notes
from archive.schema import Written
from archive.schema.records import Edition
from archive.telling.teller import Teller


def put(teller: Teller, edition: Edition[Written]) -> str:
    """Return the text of an edition with its marks as links, told in its own language."""
    words = teller.site.strings[edition.language]
    return source_notes.put(edition.body, edition, teller.library, words)
