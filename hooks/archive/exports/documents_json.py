"""The documents that the archive holds of a work, as ``catalogue.json`` tells them."""

from __future__ import annotations

from typing import Any

from archive.content.settings import Site
from archive.telling.parts import HeldDocument, Item

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


def _document(site: Site, held: HeldDocument) -> Json:
    document = held.document
    return {
        "language": document.name.language,
        "version": document.name.version,
        "url": site.absolute(held.href),
        **({"reading": site.absolute(held.reading)} if held.is_current else {}),
        "size": document.size,
        "sha256": document.sha256,
        "pages": len(document.pdf.pages),
        "tagged": document.pdf.tagged,
    }


def documents(site: Site, item: Item) -> list[Json]:
    """Return the documents of an item, in each language the oldest first."""
    return [_document(site, held) for held in item.documents]
