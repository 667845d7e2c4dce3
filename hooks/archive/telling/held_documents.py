"""The documents that the archive holds of a work, in words: pages, size, who can read them."""

from __future__ import annotations

from collections.abc import Sequence

from archive.content import documents as held
from archive.documents import naming
from archive.documents.facts import Document
from archive.schema import Item as Record
from archive.schema import Publication
from archive.schema.records import Entry, is_of
from archive.telling.parts import Fact, HeldDocument, Value
from archive.telling.teller import Teller


def _pages(teller: Teller, document: Document) -> str:
    """Return the number of pages: „48 stran“."""
    number = len(document.pdf.pages)
    return f"{teller.number(number)} {teller.plural('count_pages', number)}"


def _note(teller: Teller, document: Document) -> str:
    if document.pdf.scanned:
        return teller.words["document_scan"]
    return teller.words["document_tagged" if document.pdf.tagged else "document_untagged"]


def _document(
    teller: Teller, entry: Entry[Publication], one: Document, *, is_current: bool
) -> HeldDocument:
    """Return a document; its reason is in the page's language, or in another that it has."""
    told = next((v for v in entry.record.versions if v.file == one.name.file), None)
    reasons = told.reason if told else {}
    code = teller.language if teller.language in reasons else next(iter(reasons), "")
    words = {"n": teller.number(one.name.version), "language": one.name.language.upper()}
    return HeldDocument(
        document=one,
        href=naming.address(entry, one.name),
        reading=naming.reading(entry, one.name),
        manifest=naming.manifest(entry, one.name),
        is_current=is_current,
        language_name=teller.language_name(one.name.language),
        pages=_pages(teller, one),
        size=teller.size(one.size),
        note=_note(teller, one),
        label=teller.words["document_version"].format(**words),
        date=teller.date(told.date) if told else "",
        reason=reasons.get(code, ""),
        lang="" if code == teller.language else code,
    )


def of(teller: Teller, entry: Entry[Record]) -> list[HeldDocument]:
    """Return the documents of a work, in each language the oldest first."""
    if not is_of(entry, Publication):
        return []
    current = held.current(teller.library, entry)
    return [
        _document(teller, entry, one, is_current=one in current)
        for one in held.every(teller.library, entry)
    ]


def facts(teller: Teller, documents: Sequence[HeldDocument]) -> list[Fact]:
    """Return the line of the record that tells the files: pages, size, tagged or not."""
    current = [one for one in documents if one.is_current]
    values = [
        Value(
            f"PDF {one.language.upper()}",
            one.href,
            ", ".join((one.language_name, one.pages, one.size, one.note)),
        )
        for one in sorted(current, key=lambda one: one.language != teller.language)
    ]
    return [Fact(teller.words["document_file"], values)] if values else []
