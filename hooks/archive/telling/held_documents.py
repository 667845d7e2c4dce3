"""What an item's page says of its documents: where to read, what to download, what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.content import documents as held
from archive.documents import naming
from archive.documents.facts import Document
from archive.schema.records import Entry
from archive.telling.covers import cover
from archive.telling.parts import Fact, Picture, Value
from archive.telling.recording import size_in_words
from archive.telling.teller import Teller


@dataclass(frozen=True)
class DocumentView:
    """A document to read and to download; ``note`` tells who may have trouble with it."""

    language: str
    language_name: str
    href: str
    reading: str
    manifest: str
    pages: str
    size: str
    note: str


@dataclass(frozen=True)
class VersionView:
    """A version of a document: the file, since when and why; the reason's language if foreign."""

    label: str
    href: str
    language: str
    size: str
    date: str = ""
    reason: str = ""
    lang: str = ""


@dataclass(frozen=True)
class DocumentsView:
    """The documents of an item, that in the page's language first."""

    cover: Picture | None
    documents: list[DocumentView]
    versions: list[VersionView]


def pages_in_words(teller: Teller, document: Document) -> str:
    """Return the number of pages: „48 stran“."""
    number = len(document.pdf.pages)
    return f"{teller.number(number)} {teller.plural('count_pages', number)}"


def _note(teller: Teller, document: Document) -> str:
    if document.pdf.scanned:
        return teller.words["document_scan"]
    return teller.words["document_tagged" if document.pdf.tagged else "document_untagged"]


def document(teller: Teller, entry: Entry[Any], held_one: Document) -> DocumentView:
    """Return a document as a page tells it."""
    return DocumentView(
        language=held_one.name.language,
        language_name=teller.language_name(held_one.name.language),
        href=naming.address(entry, held_one.name),
        reading=naming.reading(entry, held_one.name),
        manifest=naming.manifest(entry, held_one.name),
        pages=pages_in_words(teller, held_one),
        size=size_in_words(teller, held_one.size),
        note=_note(teller, held_one),
    )


def _version(teller: Teller, entry: Entry[Any], one: Document) -> VersionView:
    """Return a version with its reason in the page's language, or in another that it has."""
    told = next((v for v in entry.record.versions if v.file == one.name.file), None)
    reasons = told.reason if told else {}
    code = teller.language if teller.language in reasons else next(iter(reasons), "")
    words = {"n": teller.number(one.name.version), "language": one.name.language.upper()}
    return VersionView(
        label=teller.words["document_version"].format(**words),
        href=naming.address(entry, one.name),
        language=one.name.language,
        size=size_in_words(teller, one.size),
        date=teller.date(told.date) if told else "",
        reason=reasons.get(code, ""),
        lang="" if code == teller.language else code,
    )


def view(teller: Teller, entry: Entry[Any]) -> DocumentsView | None:
    """Return the documents of an item; ``None`` where the archive holds none."""
    documents = held.current(teller.library, entry, teller.language)
    if not documents:
        return None
    later = {d.name.language for d in documents if d.name.version > 1}
    every = [d for d in held.every(teller.library, entry) if d.name.language in later]
    every.sort(key=lambda d: (d.name.language != teller.language, -d.name.version))
    return DocumentsView(
        cover=cover(teller.library, entry, teller.language),
        documents=[document(teller, entry, one) for one in documents],
        versions=[_version(teller, entry, one) for one in every],
    )


def facts(teller: Teller, entry: Entry[Any]) -> list[Fact]:
    """Return the line of the record that tells the files: pages, size, tagged or not."""
    values = []
    for one in held.current(teller.library, entry, teller.language):
        told = document(teller, entry, one)
        note = ", ".join((told.language_name, told.pages, told.size, told.note))
        values.append(Value(f"PDF {told.language.upper()}", told.href, note))
    return [Fact(teller.words["document_file"], values)] if values else []
