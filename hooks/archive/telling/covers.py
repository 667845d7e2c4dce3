"""The cover of a work: a picture in several sizes, of which a browser takes one."""

from __future__ import annotations

from archive.content import documents as held
from archive.content.library import Library
from archive.documents import naming
from archive.documents.sizes import COVER_JPEG, COVERS, pixels
from archive.schema import Item as Record
from archive.schema.records import Entry
from archive.telling.parts import Picture


def cover(library: Library, entry: Entry[Record], language: str) -> Picture | None:
    """Return the cover of a work: the first page of its document, if the archive holds one."""
    documents = held.current(library, entry, language)
    if not documents:
        return None
    name, pdf = documents[0].name, documents[0].pdf
    folder = naming.reading(entry, name)
    width, height = pixels(pdf.pages[0], COVERS[-1])
    sources = [(f"{folder}cover-{w}.avif", pixels(pdf.pages[0], w)[0]) for w in COVERS]
    return Picture(f"{folder}{COVER_JPEG}", sources, width, height)
