"""The notes of a text: which sources its marks name, in the order of the text.

A note is a source and the place in it; marks that name the same share one note. Its anchor
is made of the source, not of its number, so that it stays when notes come and go before it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from archive.content import source_marks
from archive.content.library import Library
from archive.content.source_marks import Mark, Place
from archive.schema import Item, Written
from archive.schema.records import Edition


@dataclass(frozen=True)
class Note:
    """A note: its number on the page, its anchor, its source, how many marks lead to it."""

    number: int
    slug: str
    source: str
    place: Place | None
    marks: int

    @property
    def id(self) -> str:
        """The anchor of the note."""
        return f"note-{self.slug}"

    def mark_id(self, index: int) -> str:
        """The anchor of its mark in the text; the marks are counted from 1."""
        return f"mark-{self.slug}" + (f"-{index}" if index > 1 else "")


def sources_of(edition: Edition[Written]) -> Sequence[str]:
    """Return the sources that a page's record lists; pages that are no records list none."""
    return edition.record.sources if isinstance(edition.record, Item) else ()


def source_of(mark: Mark, listed: Sequence[str], library: Library) -> str:
    """Return what a mark names: an address, a term of the sources, or an item; else nothing.

    A record's marks name what it lists itself; an item of the archive may always be named.
    """
    name = mark.source
    if name.isdigit():
        return listed[int(name) - 1] if 0 < int(name) <= len(listed) else ""
    if "/" in name:
        return name if library.find(name) else ""
    known = name in listed if listed else name in library.vocabularies["sources"]
    return name if known else ""


def slug(source: str, place: Place | None) -> str:
    """Return the part of a note's anchor that tells its source and the place in it."""
    if "://" in source:
        host = (urlsplit(source).hostname or "").removeprefix("www.")
        digest = hashlib.sha256(source.encode()).hexdigest()[:6]
        source = f"{host}-{digest}"
    named = re.sub(r"[^a-z0-9]+", "-", source.lower()).strip("-")
    return f"{named}-{place.slug}" if place else named


def collect(body: str, listed: Sequence[str], library: Library) -> list[Note]:
    """Return the notes of a text in the order in which it first names them."""
    counted: dict[tuple[str, Place | None], int] = {}
    for mark in source_marks.find(body):
        if source := source_of(mark, listed, library):
            counted[source, mark.place] = counted.get((source, mark.place), 0) + 1
    return [
        Note(number, slug(source, place), source, place, times)
        for number, ((source, place), times) in enumerate(counted.items(), 1)
    ]


def of(edition: Edition[Written], library: Library) -> list[Note]:
    """Return the notes of an edition."""
    return collect(edition.body, sources_of(edition), library)


def put(body: str, edition: Edition[Written], library: Library, words: Mapping[str, str]) -> str:
    """Return a Markdown text with its marks as links to the notes; others stay as written.

    The number stands in brackets, so that a copied „v roce 2010.[1]“ is not read as 20101; a
    word joiner (U+2060) keeps it on the line of its sentence.
    """
    listed = sources_of(edition)
    found = {(note.source, note.place): note for note in collect(body, listed, library)}
    seen: dict[str, int] = {}
    parts, at = [], 0
    for mark in source_marks.find(body):
        note = found.get((source_of(mark, listed, library), mark.place))
        if note is None:
            continue
        seen[note.id] = seen.get(note.id, 0) + 1
        said = escape(words["note_mark"].format(number=note.number), quote=True)
        parts += [
            body[at : mark.start],
            f'&#8288;<sup class="noteref" id="{note.mark_id(seen[note.id])}"><a href="#{note.id}" '
            f'role="doc-noteref" aria-label="{said}">[{note.number}]</a></sup>',
        ]
        at = mark.end
    return "".join([*parts, body[at:]])
