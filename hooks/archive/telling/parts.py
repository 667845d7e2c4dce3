"""What is told of an item, in frozen parts: every output draws from them and adds nothing.

Texts are plain; the finished page alone is set (``language.typography``). Paths are below the
site, without a slash in front; what is elsewhere has its whole address.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from archive.content.source_notes import Note
from archive.documents.facts import Document
from archive.language import dates
from archive.recording.audio import Alternate, Chapter, Recording
from archive.recording.transcripts import Transcript
from archive.schema import Event
from archive.schema import Item as Record
from archive.schema.fields import Soundbite, Withdrawal
from archive.schema.plain import Plain
from archive.schema.records import Edition

Model = TypeVar("Model", bound=Record)
Shown_co = TypeVar("Shown_co", covariant=True)


@dataclass(frozen=True)
class Value:
    """A piece of text, where it leads, what is said beside it, and its language if foreign.

    ``raw`` is the value as the record has it, ``short`` a shorter name of it, if it has one;
    ``identifier`` an identifier as it reads where nothing around it says of what sort it is,
    such as ``ISBN 978-…``.
    """

    text: str
    href: str = ""
    note: str = ""
    lang: str = ""
    raw: object = None
    identifier: str = ""
    short: str = ""

    @property
    def code(self) -> str:
        """The value as the record has it, such as the id of a term."""
        return str(self.raw)


@dataclass(frozen=True)
class Fact:
    """A line of the record: its label, its values, and the field that it tells."""

    label: str
    values: Sequence[Value]
    name: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture: ``sources`` are its AVIF files with their widths, ``src`` is for all browsers.

    Sizes in pixels.
    """

    src: str
    sources: Sequence[tuple[str, int]]
    width: int
    height: int


@dataclass(frozen=True)
class Date:
    """A time: as the record has it (EDTF), in words, and the years and days that are known."""

    edtf: str
    words: str
    years: tuple[int, int] | None
    first: dt.date | None
    last: dt.date | None

    @property
    def sort_key(self) -> tuple[dt.date, dt.date]:
        """Order by beginning, then by end; what never ends comes last."""
        return dates.Span(self.edtf, self.first, self.last).sort_key

    @property
    def covered(self) -> range:
        """The years that it says something of; what it leaves open is not filled in."""
        return dates.Span(self.edtf, self.first, self.last).covered


@dataclass(frozen=True)
class Title:
    """A title in the language of an edition; ``own`` tells that the work itself bears it."""

    text: str
    language: str
    translated: bool = False
    descriptive: bool = False

    @property
    def own(self) -> bool:
        """Tell whether the work bears this title: not translated or made up by the archive."""
        return not (self.translated or self.descriptive)


@dataclass(frozen=True)
class Card:
    """An item as lists, relations and others' descriptions show it.

    ``href`` is the page in the language of the archive that shows it; ``page`` that in the
    language of its texts, ``home`` that in the default language, by which machines name it.
    """

    href: str
    title: str
    kind: str
    label: str
    date: str
    description: str
    lang: str = ""
    acronym: str = ""
    image: str = ""
    image_text: str = ""
    # The cover of a work, in several sizes; episodes have ``image``.
    picture: Picture | None = None
    # A work of which the archive has only a description; its cover is drawn.
    is_unheld: bool = False
    # The number of its first theme in the vocabulary, and its years.
    tone: int = 0
    years: str = ""
    id: str = ""
    type: str = ""
    isbn: str = ""
    page: str = ""
    home: str = ""

    @property
    def reference(self) -> str:
        """The item's name in relations, such as ``projects/avr``."""
        return f"{self.kind}/{self.id}"


@dataclass(frozen=True)
class Group(Generic[Shown_co]):
    """Cards, facts or groups under one heading.

    ``id`` is the anchor, ``more`` leads to all of them.
    """

    id: str
    title: str
    cards: Sequence[Shown_co]
    text: str = ""
    more: Value | None = None


@dataclass(frozen=True)
class Happening:
    """A dated fact of the timeline, told in words; ``raw`` is the event as the file has it."""

    id: str
    when: Date
    text: str
    figure: str
    note: str
    themes: Sequence[Value]
    items: Sequence[Card]
    sources: Sequence[Value]
    raw: Event

    @property
    def date(self) -> str:
        """The date in words."""
        return self.when.words

    @property
    def edtf(self) -> str:
        """The date as the file has it."""
        return self.when.edtf

    @property
    def datetime(self) -> str:
        """The date as HTML takes it: a year, a month or a day; nothing for more or for doubt."""
        return self.edtf if dates.is_of_html(self.edtf) else ""


@dataclass(frozen=True)
class SourceNote:
    """A note of a text: what it is numbered, where it stands, its source and the ways back.

    ``card`` is the item of the archive that the source is, if it is one; ``raw`` is the note
    as the text has it.
    """

    number: int
    id: str
    source: Value
    holder: str
    place: str
    named: bool
    read: str
    page: Value | None
    backs: Sequence[Value]
    card: Card | None
    raw: Note


@dataclass(frozen=True)
class Agent:
    """Who had a part in an item: a person or an organisation, and which part.

    ``text`` is what a page says, ``note`` what stands beside it. ``role`` is what the record
    states, ``part`` the one that is meant where it states none; ``role_label`` is the role in
    words. Of a person ``name`` is that of the archive, ``printed`` that on the work, if it is
    another; of an organisation ``imprints`` are the names that works bear, by language.
    """

    text: str
    href: str
    note: str
    field_name: str
    part: str
    role: str = ""
    role_label: str = ""
    person: str = ""
    name: str = ""
    printed: str = ""
    original_name: str = ""
    surname: str = ""
    card: Card | None = None
    organisation: str = ""
    term: Term | None = None
    imprints: Mapping[str, str] = field(default_factory=dict)
    programme: str = ""
    programme_label: str = ""
    remark: str = ""
    others: bool = False


@dataclass(frozen=True)
class Term:
    """An entry of a vocabulary, told in one language; ``more`` is what else its file tells.

    ``imprints`` are the names of an organisation that works bear, by language.
    """

    id: str
    label: str
    labels: Mapping[str, str]
    more: Mapping[str, Plain]
    texts: Mapping[str, str]
    imprints: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a further text in this language, such as ``description``, or nothing."""
        return self.texts.get(name, "")


@dataclass(frozen=True)
class HeldDocument:
    """A document that the archive holds: the file, its reading view, its manifest.

    ``note`` tells who may have trouble with it. Of a version ``label``, ``date`` and ``reason``
    tell which it is, since when and why; ``lang`` is the reason's language if foreign.
    """

    document: Document
    href: str
    reading: str
    manifest: str
    is_current: bool
    language_name: str
    pages: str
    size: str
    note: str
    label: str
    date: str = ""
    reason: str = ""
    lang: str = ""

    @property
    def language(self) -> str:
        """The language that it is in."""
        return self.document.name.language


@dataclass(frozen=True)
class ChapterView:
    """A chapter: ``start`` in seconds, ``at`` the same as people read it."""

    start: float
    at: str
    title: str


@dataclass(frozen=True)
class CueView:
    """A line of a transcript; ``anchor`` is empty where another line has taken it."""

    start: float
    at: str
    text: str
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together; ``speaker`` is told only where the voice changes."""

    speaker: str
    at: str
    cues: list[CueView]


@dataclass(frozen=True)
class TranscriptView:
    """A transcript: its language, where its file is, what it says.

    Where ``page`` is not empty, it says it there: on the page of its own language.
    """

    language: str
    label: str
    href: str
    page: str
    paragraphs: list[Paragraph]


@dataclass(frozen=True)
class Download:
    """A file to keep: its format and its size in words."""

    href: str
    format: str
    size: str


@dataclass(frozen=True)
class RecordingView:
    """A recording on the page; times in seconds, sizes and lengths also in words.

    ``page`` is the path of the episode's page, which links to a moment lead to.
    ``marks`` are where chapters start, as parts of 1,000, for the scale of the player.
    """

    id: str
    title: str
    show: str
    page: str
    image: str
    href: str
    type: str
    duration: float
    length: str
    size: str
    standin: bool
    downloads: list[Download]
    chapters: list[ChapterView]
    chapters_language: str
    marks: list[int]
    transcripts: list[TranscriptView]


@dataclass(frozen=True)
class Sound:
    """The recording of an episode with all that belongs to it.

    ``href`` is where it is to be had, a path or a whole address; ``file`` the path of its file
    in the episode's folder. ``chapters`` and ``soundbites`` bear the titles of the language
    that it is told in; on the days ``corrected`` the recording was changed; ``view`` is what
    a page shows of all that.
    """

    recording: Recording
    href: str
    file: str
    alternates: Sequence[Alternate]
    transcripts: Mapping[str, Transcript]
    chapters: Sequence[Chapter]
    soundbites: Sequence[Soundbite]
    corrected: Sequence[dt.date]
    view: RecordingView
    is_standin: bool


@dataclass(frozen=True)
class Relations:
    """What an item belongs to and what belongs to it."""

    related: Sequence[Card] = ()
    projects: Sequence[Card] = ()
    # Of a project: what came of it, by kind.
    outputs: Mapping[str, Sequence[Card]] = field(default_factory=dict)
    # Of a person: the items and what the person did in each, in words.
    appearances: Sequence[tuple[Card, Sequence[str]]] = ()
    events: Sequence[Happening] = ()


@dataclass(frozen=True)
class Place:
    """Where an episode takes place; ``country`` is a code, ``home`` that country told."""

    term: Term
    region: str
    country: str
    home: Term | None = None


@dataclass(frozen=True)
class Town:
    """A town with coordinates in degrees, and the items and events that name it.

    ``where`` is its region, or else its country.
    """

    id: str
    name: str
    where: str
    lon: float
    lat: float
    cards: Sequence[Card]
    events: Sequence[Happening]


@dataclass(frozen=True)
class HeldFile:
    """A held file: where it is to be had, how big it is, its checksum in groups.

    ``source`` is its path in the repository where that is another, ``owner`` its item.
    """

    id: str
    name: str
    href: str
    source: str
    size: str
    sha256: str
    groups: Sequence[str]
    entered: str
    edtf: str
    owner: Value | None


@dataclass(frozen=True)
class Fixity:
    """Every held file, how big they are together, and what the last audit found."""

    files: Sequence[HeldFile]
    total: str
    audit: str
    in_order: bool


@dataclass(frozen=True)
class Departure:
    """Why and when an item left, in words; ``replacement`` took its place."""

    date: Date
    reason: str
    note: Value | None
    replacement: Card | None


@dataclass(frozen=True)
class Item:
    """An item of the archive, or the show, as one language tells it.

    ``language`` is that of the archive that tells it, ``written`` that of its texts: where a
    translation is missing they differ. ``record`` has the values as the record states them,
    ``values`` the same told: with words, links and language, by the name of the field.
    """

    kind: str
    id: str
    language: str
    written: str
    languages: tuple[str, ...]
    addresses: Mapping[str, str]
    folder: Path
    # The file of its texts, for who has to mend them.
    file: Edition[Record]
    record: Record
    body: str
    title: str
    description: str
    label: str
    titles: Mapping[str, Title]
    variants: Mapping[str, Sequence[str]]
    card: Card
    date: Date | None
    values: Mapping[str, Sequence[Value]]
    agents: Mapping[str, Sequence[Agent]]
    facts: Sequence[Fact]
    themes: Sequence[Term]
    countries: Sequence[Term]
    relations: Relations
    # The languages of its titles, to mark them in texts of another language.
    title_languages: Mapping[str, str]
    # The address of what is stated of the rights to the work or recording, or nothing.
    rights: str = ""
    withdrawn: Withdrawal | None = None
    # What the sentences of its text cite, in the order in which they first do.
    documents: Sequence[HeldDocument] = ()
    sound: Sound | None = None
    place: Place | None = None
    notes: Sequence[SourceNote] = ()
    changed: Mapping[str, dt.date | None] = field(default_factory=dict)
    is_stale: bool = False
    # What it can be narrowed by: the values of each facet, with the pages that list them.
    facets: Mapping[str, Sequence[Value]] = field(default_factory=dict)
    # The text in Markdown, its marks as links to the notes.
    text: str = ""
    # Its recordings and documents; its pictures are on the page of all files.
    files: Sequence[HeldFile] = ()
    departure: Departure | None = None
    # What a project is called where there is little room, if the archive says so.
    short_title: str = ""

    @property
    def reference(self) -> str:
        """The item's name in relations, such as ``projects/avr``."""
        return f"{self.kind}/{self.id}"

    def record_of(self, model: type[Model]) -> Model:
        """Return the record as one of a model, which it must be."""
        assert isinstance(self.record, model)
        return self.record

    @property
    def is_show(self) -> bool:
        """Tell the podcast as a whole from its episodes."""
        return self.kind == "podcast" and not self.id

    @property
    def lang(self) -> str:
        """The language of its texts, where it is not that of the page."""
        return "" if self.written == self.language else self.written

    @property
    def page(self) -> str:
        """The path of its page in the language of its texts."""
        return self.addresses[self.written]

    @property
    def years(self) -> range:
        """The years that its date says something of; a person has none."""
        return self.date.covered if self.date and self.kind != "people" else range(0)

    def address(self, language: str) -> str:
        """Return the path of its page in a language."""
        return self.addresses[language]

    @property
    def heard(self) -> Sound:
        """The sound of an episode that can be heard, such as those that feeds list."""
        assert self.sound is not None
        return self.sound

    @property
    def current_documents(self) -> Sequence[HeldDocument]:
        """The newest document of each language."""
        return [held for held in self.documents if held.is_current]

    @property
    def spoken(self) -> Sequence[Value]:
        """The languages of the work itself, that of the original first."""
        return self.values.get("languages") or self.values.get("language") or ()

    def every_agent(self) -> list[Agent]:
        """Return all who had a part, field by field."""
        return [agent for agents in self.agents.values() for agent in agents]
