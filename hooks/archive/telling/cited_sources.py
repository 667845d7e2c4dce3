"""The notes as the page shows them, in the page's language."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from archive.content import documents, source_notes
from archive.content.source_marks import Place
from archive.content.source_notes import Note
from archive.documents import naming
from archive.schema import Item as Record
from archive.schema import Written
from archive.schema.records import Entry
from archive.schema.vocabulary import Term
from archive.telling.parts import SourceNote, Value
from archive.telling.teller import Teller


def term_of(teller: Teller, source: str) -> Term | None:
    """Return the term that describes a source: by its id, or an address by its ``url``."""
    known = teller.library.vocabularies["sources"]
    if source in known:
        return known[source]
    return next((term for term in known.values() if term.more.get("url") == source), None)


def holder_of(teller: Teller, source: str, term: Term | None) -> str:
    """Return who keeps a source: as its term says, or the organisation whose web it is."""
    known = teller.library.vocabularies["organisations"]
    named = str(term.more.get("holder", "")) if term else ""
    if named:
        return known[named].label(teller.language) if named in known else named
    host = (urlsplit(source).hostname or "").removeprefix("www.")
    webs = (t for t in known.values() if host and host in t.webs)
    owner = next(webs, None)
    return owner.label(teller.language) if owner else ""


def item_of(teller: Teller, source: str, term: Term | None) -> Entry[Record] | None:
    """Return the item of the archive that a source is, if it is one."""
    reference = source if "://" not in source and "/" in source else ""
    if term:
        reference = str(term.more.get("item", "")) or reference
    return teller.library.find(reference) if reference else None


def place_text(teller: Teller, place: Place | None) -> str:
    """Return a place in words: „s. 12–14“, “ch. 3”."""
    if place is None:
        return ""
    several = place.kind == "page" and len(place.pages) > 1
    key = f"note_{place.kind}" + ("s" if several else "")
    return teller.words[key].format(value=place.value)


def page_link(teller: Teller, entry: Entry[Record] | None, place: Place | None) -> Value | None:
    """Return the link to a page of a document that the archive holds."""
    if entry is None or place is None or not place.pages:
        return None
    found = documents.current(teller.library, entry, teller.language)
    if not found:
        return None
    path = naming.address(entry, found[0].name)
    number = place.pages[0]
    text = teller.words["note_open_page"].format(value=number)
    return Value(text, f"{path}#page={number}")


def named(teller: Teller, source: str) -> Value:
    """Return a source by its name, with the way to it."""
    term = term_of(teller, source)
    entry = item_of(teller, source, term)
    text = term.label(teller.language) if term else ""
    if entry:
        return Value(text or teller.card(entry).title, entry.address(teller.language))
    href = source if "://" in source else str(term.more.get("url", "")) if term else ""
    return Value(text or unquote(source.split("://", 1)[-1]).rstrip("/"), href)


def _backs(teller: Teller, note: Note) -> list[Value]:
    """Return the ways back to the marks of a note; of several, each says which it is."""
    said = teller.words["note_back"].format(number=note.number)
    return [
        Value(f"{said} ({index})" if note.marks > 1 else said, f"#{note.mark_id(index)}")
        for index in range(1, note.marks + 1)
    ]


def _view(teller: Teller, note: Note, shown: Entry[Written]) -> SourceNote:
    term = term_of(teller, note.source)
    entry = item_of(teller, note.source, term)
    told = named(teller, note.source)
    if entry is shown:
        told = Value(told.text)
    outside = "://" in told.href
    return SourceNote(
        number=note.number,
        id=note.id,
        source=told,
        holder=holder_of(teller, told.href if outside else note.source, term),
        place=place_text(teller, note.place),
        # Paper cannot be clicked: there an address follows a name, but not itself.
        named=outside and told.text not in unquote(told.href),
        read=teller.date(str(term.more.get("read", ""))) if term else "",
        page=page_link(teller, entry, note.place),
        backs=_backs(teller, note),
        card=teller.card(entry) if entry else None,
        raw=note,
    )


def view(teller: Teller, entry: Entry[Written]) -> list[SourceNote]:
    """Return the notes of a page in order."""
    edition = entry.edition(teller.language)
    return [_view(teller, note, entry) for note in source_notes.of(edition, teller.library)]
