"""The text of a page on its way to Markdown: marks become links to the notes."""

from __future__ import annotations

from typing import Any

from archive.content import source_notes
from archive.content.library import Library
from archive.content.settings import Site
from archive.schema.records import Entry


def entry_at(library: Library, folder: str) -> Entry[Any] | None:
    """Return what the page of a folder shows: an item, the show, or a page."""
    if folder == "podcast":
        return library.show
    return library.find(folder) or library.pages.get(folder)


def with_notes(markdown: str, library: Library, site: Site, folder: str, language: str) -> str:
    """Return the text of a page, written in a language, with its marks as links."""
    entry = entry_at(library, folder)
    if entry is None:
        return markdown
    edition = entry.edition(language)
    return source_notes.put(markdown, edition, library, site.strings[edition.language])
