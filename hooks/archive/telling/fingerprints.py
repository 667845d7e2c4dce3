"""The fingerprint of what each page says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator

from pydantic import BaseModel

from archive.content import documents as held
from archive.content import facets
from archive.content.library import Library
from archive.content.listings import Listing
from archive.documents import naming
from archive.language import dates
from archive.schema import KINDS, LANGUAGES, Event, Written
from archive.schema import Item as Record
from archive.schema.records import Entry

# What only our own workshop needs: a translation that was stamped again says the same.
_SILENT = {"translation_of", "moved_from"}
# Fronts that show records of every kind.
_OF_ALL = ("catalogue", "places", "themes", "years")
_LENGTH = 12

# The records and the events that a page shows.
Shown = tuple[Collection[Entry[Record]], Collection[Event]]


def _print(said: object) -> str:
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def _record(record: BaseModel) -> dict[str, object]:
    """Return what a record states; a field that the schema learns later changes nothing."""
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=_SILENT)


def _held(library: Library, entry: Entry[Written]) -> list[object]:
    """Return the checksums of what is held of an item, and what is said in its recording."""
    documents = library.documents.get(entry.id, ()) if entry.kind == "publications" else ()
    found: list[object] = [*sorted(document.sha256 for document in documents)]
    if entry.kind == "podcast" and entry.id in library.recordings:
        spoken = library.transcripts.get(entry.id, {})
        texts = [[cue.start, cue.text] for code in sorted(spoken) for cue in spoken[code].cues]
        found += [library.recordings[entry.id].sha256, texts]
    return found


class _Lists:
    """Which records and events each list shows, found in one pass."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.records: dict[tuple[str, str], list[Entry[Record]]] = {}
        self.events: dict[tuple[str, str], list[Event]] = {}
        for entry in library.every():
            values = [(name, value) for name, told in facets.of(entry).items() for value in told]
            values += [("year", str(year)) for year in facets.years_of(entry)]
            for value in values:
                self.records.setdefault(value, []).append(entry)
        for dated in library.events:
            terms = [("theme", theme) for theme in dated.event.themes]
            terms += [("year", str(year)) for year in dates.parse(dated.event.date).covered]
            for term in terms:
                self.events.setdefault(term, []).append(dated.event)

    def of(self, page: Entry[Written]) -> Shown:
        """Return what a page shows."""
        if page.id:
            return (), ()
        if page.kind == "history":
            return (), [dated.event for dated in self.library.events]
        if page.kind in KINDS:
            return self.library.of(page.kind).values(), ()
        return list(self.library.every()) if page.kind.partition("/")[0] in _OF_ALL else (), ()

    def listed(self, listing: Listing) -> Shown:
        """Return what a list shows that follows from the records."""
        if not listing.value:
            return list(self.library.every()), ()
        key = (listing.facet, listing.value)
        return self.records.get(key, ()), self.events.get(key, ())

    def told(self, shown: Shown, language: str) -> list[object]:
        """Return what a page says of what it shows: names, summaries and dates."""
        entries, events = shown
        records = [(e.reference, e.edition(language).record) for e in entries]
        told = [[name, r.title, r.description, r.date] for name, r in records]
        return [sorted(told, key=str), sorted((_record(event) for event in events), key=str)]


def _pages(library: Library) -> Iterator[Entry[Written]]:
    yield from library.pages.values()
    if library.show:
        yield library.show
    yield from library.every()


def every(library: Library) -> dict[str, str]:
    """Return the fingerprint of each page by its address, which begins with a slash.

    A page that no file holds is what it shows: its title is the interface's. A page of a
    person or a project is not changed by what leads to it.
    """
    lists, found = _Lists(library), {}
    for listing in library.listings.values():
        shown = lists.listed(listing)
        for language in LANGUAGES:
            said: list[object] = [[], [], lists.told(shown, language)]
            found[f"/{listing.address(language)}"] = _print(said)
    for page in _pages(library):
        written_on = library.listings.get(page.kind) if not page.id else None
        shown = lists.listed(written_on) if written_on else lists.of(page)
        for language, edition in page.editions.items():
            own = (_record(edition.record), edition.body.strip())
            said = [own, _held(library, page), lists.told(shown, language)]
            found[f"/{page.address(language)}"] = _print(said)
    for entry in library.of("publications").values():
        for document in held.current(library, entry):
            address = f"/{naming.reading(entry, document.name)}"
            found[address] = document.sha256[:_LENGTH]
    return found
