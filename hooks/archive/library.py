"""The whole content of the archive, read once, checked, and related in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from archive import audio, locks, recordings, records, transcripts, vocabulary
from archive.frontmatter import FrontMatter, FrontMatterError, load_yaml
from archive.model import KINDS, LANGUAGES, Credit, Episode, Event, Home, Item, Page, Show
from archive.placeholders import is_placeholder
from archive.problems import Problem, Text
from archive.recording_cache import Recordings
from archive.records import Entry
from archive.transcripts import Transcript
from archive.vocabulary import Vocabularies

TIMELINE = "history/timeline.yml"
COVER = "cover.png"


@dataclass(frozen=True)
class Dated:
    """A fact of the timeline and the line where it stands."""

    event: Event
    line: int


@dataclass(frozen=True)
class Appearance:
    """What a person did in an item."""

    entry: Entry[Item]
    role: str
    credit: Credit


def credits_of(record: Item) -> Iterator[tuple[str, Credit]]:
    """Yield every credit of a record with the role it means."""
    lists = {"people": "contributor", "creators": "author", "partners": "partner"}
    lists |= {"funders": "funder", "publishers": "publisher", "production": "production"}
    for name, role in lists.items():
        for credit in getattr(record, name, []):
            yield credit.role or role, credit


@dataclass
class Library:
    """Everything in ``docs/``; made by :func:`read`."""

    docs: Path
    entries: dict[str, dict[str, Entry[Item]]] = field(default_factory=dict)
    show: Entry[Show] | None = None
    pages: dict[str, Entry[Page]] = field(default_factory=dict)
    events: list[Dated] = field(default_factory=list)
    vocabularies: Vocabularies = field(default_factory=dict)
    recordings: dict[str, audio.Recording] = field(default_factory=dict)
    alternates: dict[str, tuple[audio.Alternate, ...]] = field(default_factory=dict)
    transcripts: dict[str, dict[str, Transcript]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    # Items whose record is faulty: they exist, so nobody is told that they do not.
    faulty: set[str] = field(default_factory=set)

    def exists(self, reference: str) -> bool:
        """Tell whether an item is there, be its record good or faulty."""
        return self.find(reference) is not None or reference in self.faulty

    def of(self, kind: str) -> dict[str, Entry[Any]]:
        """Return all items of a kind, by id."""
        return self.entries.get(kind, {})

    def find(self, reference: str) -> Entry[Any] | None:
        """Return the item that ``kind/id`` names."""
        kind, _, identifier = reference.partition("/")
        return self.of(kind).get(identifier)

    def every(self) -> Iterator[Entry[Any]]:
        """Yield every item, kind by kind."""
        for kind in self.entries.values():
            yield from kind.values()

    def episodes(self) -> list[Entry[Episode]]:
        """Return the episodes in the order of their numbers."""
        return sorted(self.of("podcast").values(), key=lambda entry: entry.record.number)

    @cached_property
    def appearances(self) -> Mapping[str, list[Appearance]]:
        """What each person did, by the person's id."""
        found: dict[str, list[Appearance]] = {}
        everything: list[Entry[Any]] = [*self.every(), *([self.show] if self.show else [])]
        for entry in everything:
            for role, credit in credits_of(entry.record):
                if credit.person:
                    found.setdefault(credit.person, []).append(Appearance(entry, role, credit))
        return found

    @cached_property
    def _parts(self) -> Mapping[str, list[Entry[Any]]]:
        """The publications and episodes of each project, by the project's id."""
        found: dict[str, list[Entry[Any]]] = {}
        for entry in self.every():
            for project in getattr(entry.record, "projects", []):
                found.setdefault(project, []).append(entry)
        return found

    def parts(self, project: str, kind: str) -> list[Entry[Any]]:
        """Return the items of a kind that say they come from a project."""
        return [entry for entry in self._parts.get(project, []) if entry.kind == kind]

    @cached_property
    def _related(self) -> Mapping[str, list[Entry[Any]]]:
        found: dict[str, dict[str, Entry[Any]]] = {}
        for entry in self.every():
            for reference in entry.record.related:
                other = self.find(reference)
                if other:
                    found.setdefault(entry.reference, {})[other.reference] = other
                    found.setdefault(other.reference, {})[entry.reference] = entry
        return {key: list(value.values()) for key, value in found.items()}

    def related(self, entry: Entry[Any]) -> list[Entry[Any]]:
        """Return what an item is related to, whichever side says so."""
        return self._related.get(entry.reference, [])

    def dated(self, reference: str) -> list[Event]:
        """Return the facts of the timeline about an item or a person."""
        kind, _, identifier = reference.partition("/")
        return [
            d.event
            for d in self.events
            if reference in d.event.items or (kind == "people" and identifier in d.event.people)
        ]


def _read_items(library: Library, root: Path) -> None:
    for kind, model in KINDS.items():
        folders = sorted(p for p in (library.docs / kind).glob("*/") if p.is_dir())
        library.entries[kind] = {}
        for folder in folders:
            if not any(folder.glob("*.md")):
                continue
            entry, problems = records.read(folder, kind, folder.name, model, root)
            library.problems += problems
            if entry:
                library.entries[kind][folder.name] = entry
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


def _read_timeline(library: Library, root: Path) -> None:
    path = library.docs / TIMELINE
    if not path.exists():
        return
    shown = path.relative_to(root).as_posix()
    try:
        values, lines = load_yaml(path.read_text(encoding="utf-8"))
    except FrontMatterError as error:
        expected = Text("soubor ve formátu YAML", "a file in YAML")
        library.problems.append(Problem(shown, error.line, "", str(error), expected))
        return
    if not isinstance(values, list):
        expected = Text(
            "seznam událostí, každá začíná pomlčkou", "a list of events, each with a dash"
        )
        library.problems.append(Problem(shown, 1, "", "", expected))
        return
    for index, value in enumerate(values):
        line = lines.get((index,), 1)
        try:
            library.events.append(Dated(Event.model_validate(value), line))
        except ValidationError as error:
            own = {at[1:]: n for at, n in lines.items() if at[:1] == (index,)}
            front = FrontMatter(value if isinstance(value, dict) else {}, "", own)
            library.problems += records.complaints(error, Event, shown, front)


def _read_recording(library: Library, entry: Entry[Any], root: Path, reader: Recordings) -> None:
    elsewhere, problems = locks.read(entry, root)
    library.problems += problems
    if entry.record.audio:
        if elsewhere:
            library.recordings[entry.id] = elsewhere
        return
    found = recordings.read(entry.folder, entry.folder.relative_to(root).as_posix(), reader)
    library.problems += found.problems
    library.alternates[entry.id] = tuple(found.alternates)
    if found.recording:
        library.recordings[entry.id] = found.recording


def _read_transcripts(library: Library, entry: Entry[Any], root: Path) -> Iterable[Problem]:
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


def read(root: Path, docs: Path | None = None) -> Library:
    """Read everything below ``docs``; problems are kept in the library."""
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
    _read_timeline(library, root)
    reader = Recordings(root)
    for entry in library.of("podcast").values():
        if entry.record.withdrawn:
            continue  # it has none any more; checks.withdrawal tells what was left
        _read_recording(library, entry, root, reader)
        library.problems += _read_transcripts(library, entry, root)
    reader.save()
    return library
