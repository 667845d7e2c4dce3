"""The documents that the archive holds of a work, as ``catalogue.json`` tells them."""

from __future__ import annotations

from typing import Any

from archive.content import documents as held
from archive.content.library import Library
from archive.content.settings import Site
from archive.documents import naming
from archive.documents.facts import Document
from archive.schema.records import Entry

Json = dict[str, Any]

SCHEMA: Json = {
    "type": "object",
    "description": "A held document, also its older versions / Uložený dokument, i starší verze",
    "properties": {
        "language": {"type": "string"},
        "version": {"type": "integer", "minimum": 1},
        "url": {"type": "string", "format": "uri"},
        "reading": {"type": "string", "format": "uri"},
        "size": {"type": "integer", "description": "Bytes / Bajty"},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "pages": {"type": "integer", "minimum": 1},
        "tagged": {"type": "boolean", "description": "Tagged PDF / PDF se značkami"},
    },
    "required": ["language", "version", "url", "size", "sha256", "pages", "tagged"],
    "additionalProperties": False,
}


def _told(site: Site, entry: Entry[Any], document: Document, *, newest: bool) -> Json:
    reading = {"reading": site.absolute(naming.reading(entry, document.name))} if newest else {}
    return {
        "language": document.name.language,
        "version": document.name.version,
        "url": site.absolute(naming.address(entry, document.name)),
        **reading,
        "size": document.size,
        "sha256": document.sha256,
        "pages": len(document.pdf.pages),
        "tagged": document.pdf.tagged,
    }


def documents(library: Library, site: Site, entry: Entry[Any]) -> list[Json]:
    """Return the documents of an item, in each language the oldest first."""
    current = held.current(library, entry)
    return [
        _told(site, entry, document, newest=document in current)
        for document in held.every(library, entry)
    ]
