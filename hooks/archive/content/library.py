"""The whole content of the archive, read once, checked, and related in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from archive.content import listings, timeline, timeline_anchors, title_languages
from archive.content.credits import credits_of
from archive.content.listings import Listing
from archive.content.references import entry_without, event_without, projects_of
from archive.content.timeline import Dated
from archive.documents import reading as documents_reading
from archive.documents.facts import Document
from archive.ledgers import audits, changes, files
from archive.ledgers.audits import Audit
from archive.ledgers.files import Manifest
from archive.recording import audio, locks, reading, transcripts
from archive.recording.cache import Recordings
from archive.recording.placeholders import is_placeholder
from archive.recording.transcripts import Transcript
from archive.schema import (
    KINDS,
    LANGUAGES,
    Credit,
    Episode,
    Event,
    Home,
    Item,
    Page,
    Publication,
    Show,
    records,
    vocabulary,
)
from archive.schema.problems import Problem, Text
from archive.schema.records import Entry, is_of
from archive.schema.vocabulary import Vocabularies

COVER = "cover.png"
M = TypeVar("M", bound=Item)


@dataclass(frozen=True)
class Appearance:
    """What a person did in an item."""

    entry: Entry[Item]
    role: str
    credit: Credit


@dataclass
class Library:
    """Everything in ``docs/``; made by :func:`read`.

    What has been withdrawn lies apart, so that no list, export or relation can hold it.
    """

    docs: Path
    entries: dict[str, dict[str, Entry[Item]]] = field(default_factory=dict)
    show: Entry[Show] | None = None
    pages: dict[str, Entry[Page]] = field(default_factory=dict)
    events: list[Dated] = field(default_factory=list)
    vocabularies: Vocabularies = field(default_factory=dict)
    recordings: dict[str, audio.Recording] = field(default_factory=dict)
    alternates: dict[str, tuple[audio.Alternate, ...]] = field(default_factory=dict)
    transcripts: dict[str, dict[str, Transcript]] = field(default_factory=dict)
    documents: dict[str, tuple[Document, ...]] = field(default_factory=dict)
    manifest: Manifest = field(default_factory=Manifest)
    audits: list[Audit] = field(default_factory=list)
    changes: changes.Changes = field(default_factory=changes.Changes)
    problems: list[Problem] = field(default_factory=list)
    # Items whose record is faulty: they exist, so nobody is told that they do not.
    faulty: set[str] = field(default_factory=set)
    withdrawn: dict[str, dict[str, Entry[Item]]] = field(default_factory=dict)

    def exists(self, reference: str) -> bool:
        """Tell whether an item is there, be its record good, faulty or withdrawn."""
        there = self.find(reference) or self.gone(reference)
        return there is not None or reference in self.faulty

    def of(self, kind: str) -> dict[str, Entry[Item]]:
        """Return all items of a kind, by id."""
        return self.entries.get(kind, {})

    def made_of(self, model: type[M]) -> dict[str, Entry[M]]:
        """Return all items whose record is of a model, by id."""
        return {entry.id: entry for entry in self.every() if is_of(entry, model)}

    def find(self, reference: str) -> Entry[Item] | None:
        """Return the item that ``kind/id`` names."""
        kind, _, identifier = reference.partition("/")
        return self.of(kind).get(identifier)

    def gone(self, reference: str) -> Entry[Item] | None:
        """Return what is left of the withdrawn item that ``kind/id`` names."""
        kind, _, identifier = reference.partition("/")
        return self.withdrawn.get(kind, {}).get(identifier)

    def every(self) -> Iterator[Entry[Item]]:
        """Yield every item, kind by kind."""
        for kind in self.entries.values():
            yield from kind.values()

    def every_and_show(self) -> Iterator[Entry[Item]]:
        """Yield every item, and the show as a whole."""
        yield from self.every()
        if self.show:
            yield self.show

    def every_withdrawn(self) -> Iterator[Entry[Item]]:
        """Yield what is left of every withdrawn item, kind by kind."""
        for kind in self.withdrawn.values():
            yield from kind.values()

    def episodes(self) -> list[Entry[Episode]]:
        """Return the episodes in the order of their numbers."""
        return sorted(self.made_of(Episode).values(), key=lambda entry: entry.record.number)

    def all_episodes(self) -> list[Entry[Episode]]:
        """Return the episodes with those withdrawn, in the order of their numbers."""
        everything = [*self.every(), *self.every_withdrawn()]
        found = [entry for entry in everything if is_of(entry, Episode)]
        return sorted(found, key=lambda entry: entry.record.number)

    @cached_property
    def appearances(self) -> Mapping[str, list[Appearance]]:
        """What each person did, by the person's id."""
        found: dict[str, list[Appearance]] = {}
        for entry in self.every_and_show():
            for role, credit in credits_of(entry.record):
                if credit.person:
                    found.setdefault(credit.person, []).append(Appearance(entry, role, credit))
        return found

    @cached_property
    def _parts(self) -> Mapping[str, list[Entry[Item]]]:
        """The publications and episodes of each project, by the project's id."""
        found: dict[str, list[Entry[Item]]] = {}
        for entry in self.every():
            for project in projects_of(entry.record):
                found.setdefault(project, []).append(entry)
        return found

    def parts(self, project: str, kind: str) -> list[Entry[Item]]:
        """Return the items of a kind that say they come from a project."""
        return [entry for entry in self._parts.get(project, []) if entry.kind == kind]

    @cached_property
    def _related(self) -> Mapping[str, list[Entry[Item]]]:
        found: dict[str, dict[str, Entry[Item]]] = {}
        for entry in self.every_and_show():
            for reference in entry.record.related:
                other = self.find(reference)
                if other:
                    found.setdefault(entry.reference, {})[other.reference] = other
                    found.setdefault(other.reference, {})[entry.reference] = entry
        return {key: list(value.values()) for key, value in found.items()}

    def related(self, entry: Entry[Item]) -> list[Entry[Item]]:
        """Return what an item is related to, whichever side says so."""
        return self._related.get(entry.reference, [])

    @cached_property
    def listings(self) -> Mapping[str, Listing]:
        """The lists that follow from the records, by their folders."""
        themes = list(self.vocabularies.get("themes", ()))
        return listings.of(list(self.every()), (dated.event for dated in self.events), themes)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The language of each title in the archive; see :mod:`archive.content.title_languages`."""
        works = (entry for entry in self.every() if entry.kind != "people")
        return title_languages.titles([*([self.show] if self.show else []), *works])

    @cached_property
    def anchors(self) -> Mapping[int, str]:
        """The anchor of each fact of the timeline, by the identity of the event."""
        return timeline_anchors.of_events(dated.event for dated in self.events)

    def dated(self, reference: str) -> list[Event]:
        """Return the facts of the timeline about an item or a person."""
        kind, _, identifier = reference.partition("/")
        return [
            d.event
            for d in self.events
            if reference in d.event.items or (kind == "people" and identifier in d.event.people)
        ]


def _read_items(library: Library, root: Path) -> None:
    for kind, about in KINDS.items():
        folders = sorted(p for p in (library.docs / kind).glob("*/") if p.is_dir())
        library.entries[kind] = {}
        for folder in folders:
            if not any(folder.glob("*.md")):
                continue
            entry, problems = records.read(folder, kind, folder.name, about.model, root)
            library.problems += problems
            if entry:
                gone = entry.record.gone
                drawer = library.withdrawn.setdefault(kind, {}) if gone else library.entries[kind]
                drawer[folder.name] = entry
            else:
                library.faulty.add(f"{kind}/{folder.name}")


def _read_pages(library: Library, root: Path) -> None:
    """Read the show and the pages that are no items: home, fronts, about."""
    for file in sorted(library.docs.rglob("index.cs.md")):
        folder = file.parent
        path = folder.relative_to(library.docs).as_posix().removeprefix(".")
        if "/" in path and path.partition("/")[0] in KINDS:
            continue
        if path == "podcast":
            library.show, problems = records.read(folder, "podcast", "", Show, root)
        else:
            model = Page if path else Home
            entry, problems = records.read(folder, path, "", model, root)
            if entry:
                library.pages[path] = entry
        library.problems += problems


def _read_recording(
    library: Library, entry: Entry[Episode], root: Path, reader: Recordings
) -> None:
    elsewhere, problems = locks.read(entry, root)
    library.problems += problems
    if entry.record.audio:
        if elsewhere:
            library.recordings[entry.id] = elsewhere
        return
    found = reading.read(entry.folder, entry.folder.relative_to(root).as_posix(), reader)
    library.problems += found.problems
    library.alternates[entry.id] = tuple(found.alternates)
    if found.recording:
        library.recordings[entry.id] = found.recording


def _read_transcripts(library: Library, entry: Entry[Item], root: Path) -> Iterable[Problem]:
    found = library.transcripts.setdefault(entry.id, {})
    for language in LANGUAGES:
        try:
            transcript = transcripts.read(entry.folder, language)
        except ValueError as error:
            path = (entry.folder / transcripts.file_name(language)).relative_to(root).as_posix()
            expected = Text("přepis ve formátu WebVTT", "a transcript in WebVTT")
            example = "WEBVTT\n\n00:00.000 --> 00:04.000\n<v Fatima Rahimi>Dobrý den."
            yield Problem(path, 0, "", str(error), expected, example)
            continue
        if transcript and not is_placeholder(transcript):
            found[language] = transcript


def _part_from_withdrawn(library: Library) -> None:
    """Take out of the records whatever names an item that has been withdrawn."""
    gone = {entry.reference for entry in library.every_withdrawn()}
    if gone:
        library.show = library.show and entry_without(library.show, gone)
        for kind, entries in library.entries.items():
            found = {name: entry_without(entry, gone) for name, entry in entries.items()}
            library.entries[kind] = found
        library.events = [Dated(event_without(d.event, gone), d.line) for d in library.events]


def _read_documents(library: Library, root: Path) -> None:
    """Read the documents of the publications that the archive holds."""
    reader = documents_reading.Documents(root)
    for entry in library.made_of(Publication).values():
        library.documents[entry.id], problems = documents_reading.read(entry, root, reader)
        library.problems += problems
    reader.save()


def read(root: Path, docs: Path | None = None) -> Library:
    """Read everything below ``docs``; problems are kept in the library.

    Raises RuntimeError where no kinds of record are registered (``archive.build`` does it).
    """
    if not KINDS:
        raise RuntimeError("import archive.build first: it registers the kinds of record")
    library = Library(docs or root / "docs")
    terms = {"countries": vocabulary.countries(LANGUAGES)}
    folder = library.docs / "vocabulary"
    for name in vocabulary.NAMES:
        shown = (folder / f"{name}.yml").relative_to(root).as_posix()
        terms[name], problems = vocabulary.load(folder, name, shown)
        library.problems += problems
    library.vocabularies = terms
    _read_items(library, root)
    _read_pages(library, root)
    library.events, problems = timeline.read(library.docs, root)
    library.problems += problems
    _part_from_withdrawn(library)
    library.manifest = files.read(root)
    library.audits, problems = audits.read(root)
    library.problems += problems
    library.changes, problems = changes.read(root)
    library.problems += problems
    reader = Recordings(root)
    for entry in library.made_of(Episode).values():
        _read_recording(library, entry, root, reader)
        library.problems += _read_transcripts(library, entry, root)
    reader.save()
    _read_documents(library, root)
    return library
