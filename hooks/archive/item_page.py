"""The page of an item: its facts in order, its sources, what is unknown, what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from archive.facts import facts
from archive.library import Library
from archive.model import DEFAULT_LANGUAGE, LANGUAGES
from archive.records import Entry
from archive.site import Site
from archive.text import typeset
from archive.transcripts import file_name
from archive.views import SMALL_ARTWORK, Card, Fact, Group, Happening, Teller, Value, cover_path


@dataclass(frozen=True)
class TranscriptView:
    """A transcript on the page: its language, where its file is, what it says."""

    language: str
    label: str
    href: str
    text: str


@dataclass(frozen=True)
class RecordingView:
    """A recording on the page; times in seconds, sizes and lengths also in words."""

    href: str
    type: str
    length: str
    size: str
    standin: bool
    chapters: list[tuple[str, str]]
    transcripts: list[TranscriptView]


@dataclass(frozen=True)
class ItemView:
    """Everything that the template of an item shows."""

    kind: str
    id: str
    title: str
    lang: str
    card: Card
    eyebrow: str
    other_title: Value | None
    variants: list[str]
    facts: list[Fact]
    confidence: tuple[str, str, str]
    unknown: list[str]
    notes: list[str]
    sources: list[Value]
    groups: list[Group]
    events: list[Happening]
    previous: Card | None = None
    next: Card | None = None
    recording: RecordingView | None = None
    cover: str = ""
    cover_text: str = ""
    stale: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


def clock(seconds: float) -> str:
    """Return a time as people read it: 1:05, 1:02:03."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def size_in_words(teller: Teller, size: int) -> str:
    """Return a file's size: whole kilobytes, or megabytes with one decimal place."""
    if size < 1_000_000:
        return f"{teller.number(round(size / 1000))}\u00a0kB"
    return f"{teller.number(round(size / 1_000_000, 1))}\u00a0MB"


def recording(teller: Teller, entry: Entry[Any]) -> RecordingView | None:
    """Return what a page says of a recording."""
    sound = teller.library.recordings.get(entry.id)
    if sound is None:
        return None
    found = teller.library.transcripts.get(entry.id, {})
    views = []
    for language in sorted(found, key=lambda code: code != teller.language):
        prefix = "" if language == DEFAULT_LANGUAGE else f"{language}/"
        name = file_name(language).replace(f".{language}.", ".")
        href = f"{prefix}podcast/{entry.id}/{name}"
        text = typeset(" ".join(cue.text for cue in found[language].cues), language)
        views.append(TranscriptView(language, teller.language_name(language), href, text))
    return RecordingView(
        href=f"podcast/{entry.id}/{sound.name}",
        type=sound.type,
        length=clock(sound.duration),
        size=size_in_words(teller, sound.size),
        standin=entry.record.recording == "stand-in",
        chapters=[(clock(chapter.start), chapter.title) for chapter in sound.chapters],
        transcripts=views,
    )


def _other_title(teller: Teller, entry: Entry[Any]) -> Value | None:
    """Return the title in the language of the work, where the page shows our translation."""
    record = entry.edition(teller.language).record
    for language in LANGUAGES:
        edition = entry.editions.get(language)
        if language == teller.language or edition is None:
            continue
        own = record.title_translated or record.title_descriptive
        if own and not (edition.record.title_translated or edition.record.title_descriptive):
            return Value(edition.record.title, lang=language)
    return None


def _groups(library: Library, teller: Teller, entry: Entry[Any]) -> Iterator[Group]:
    words = teller.words
    if entry.kind == "projects":
        for kind, key in (("publications", "outputs"), ("podcast", "episodes")):
            if found := library.parts(entry.id, kind):
                yield Group(key, words[key], teller.by_date(found))
    for project in getattr(entry.record, "projects", []):
        siblings = [
            other
            for kind in ("publications", "podcast")
            for other in library.parts(project, kind)
            if other.reference != entry.reference
        ]
        if siblings and entry.kind == "publications":
            title = words["same_project"]
            yield Group(f"same-{project}", title, teller.by_date(siblings))
    if related := library.related(entry):
        yield Group("related", words["related"], teller.cards(related))


def _neighbours(teller: Teller, entry: Entry[Any]) -> tuple[Card | None, Card | None]:
    """Return the items before and after, where there is an order: numbers of episodes, editions."""
    library = teller.library
    if entry.kind == "podcast":
        order: list[Entry[Any]] = list(library.episodes())
    elif entry.kind == "projects" and entry.record.edition:
        editions = [e for e in library.of("projects").values() if e.record.edition]
        order = sorted(editions, key=lambda e: e.record.edition)
    else:
        return None, None
    at = [other.id for other in order].index(entry.id)
    before = teller.card(order[at - 1]) if at else None
    after = teller.card(order[at + 1]) if at + 1 < len(order) else None
    return before, after


def _roles_in(teller: Teller, person: str, kind: str) -> dict[str, tuple[Entry[Any], list[str]]]:
    """Return the items of a kind in which a person appears, each with the roles."""
    known = teller.library.vocabularies["roles"]
    found: dict[str, tuple[Entry[Any], list[str]]] = {}
    for appearance in teller.library.appearances.get(person, []):
        entry, role = appearance.entry, appearance.role
        if entry.kind != kind:
            continue
        told = teller.term("roles", role) if role in known else teller.words[f"role_{role}"]
        roles = found.setdefault(entry.reference, (entry, []))[1]
        if told not in roles:
            roles.append(told)
    return found


def _person_groups(teller: Teller, person: str) -> Iterator[Group]:
    """What a person did, by kind of item; the show first, its episodes in their order."""
    for kind in ("podcast", "publications", "projects"):
        found = list(_roles_in(teller, person, kind).values())
        if kind == "podcast":
            found.sort(key=lambda pair: getattr(pair[0].record, "number", 0))
        cards = [
            (teller.card(entry) if entry.id else show_card(teller, entry), ", ".join(roles))
            for entry, roles in found
        ]
        if cards:
            yield Group(kind, teller.words[f"{kind}_of_person"], cards)


def show_card(teller: Teller, show: Entry[Any]) -> Card:
    """Return the show as a card."""
    record = show.edition(teller.language).record
    return Card(
        href=show.address(teller.language),
        title=teller.set(record.title),
        kind="podcast",
        label=teller.words["show"],
        date="",
        description=teller.set(record.subtitle),
        image=SMALL_ARTWORK,
        image_text=record.artwork_text,
    )


def view(library: Library, site: Site, entry: Entry[Any], language: str) -> ItemView:
    """Return everything that the page of an item, or of the show, shows."""
    teller = Teller(library, site, language)
    edition = entry.edition(language)
    record = edition.record
    is_show = entry.kind == "podcast" and not entry.id
    before, after = (None, None) if is_show else _neighbours(teller, entry)
    groups = (
        _person_groups(teller, entry.id)
        if entry.kind == "people"
        else _groups(library, teller, entry)
    )
    is_episode = entry.kind == "podcast" and not is_show
    source_hash = entry.editions[DEFAULT_LANGUAGE].source_hash
    stamped = record.translation_of if edition.language != DEFAULT_LANGUAGE else source_hash
    return ItemView(
        kind="show" if is_show else entry.kind,
        id=entry.id,
        title=typeset(record.title, edition.language),
        lang="" if edition.language == language else edition.language,
        card=show_card(teller, entry) if is_show else teller.card(entry),
        eyebrow=teller.words["show"] if is_show else teller.kind_label(entry),
        other_title=_other_title(teller, entry),
        variants=teller.strings(record.title_variants, edition.language),
        facts=list(facts(teller, entry, "show" if is_show else entry.kind)),
        confidence=(
            record.confidence,
            teller.words[f"confidence_{record.confidence}"],
            teller.words[f"confidence_{record.confidence}_text"],
        ),
        unknown=teller.strings(record.unknown, edition.language),
        notes=teller.strings(record.notes, edition.language),
        sources=[teller.source(source) for source in record.sources],
        groups=list(groups),
        events=[teller.happening(e, n) for n, e in enumerate(library.dated(entry.reference))],
        previous=before,
        next=after,
        recording=recording(teller, entry) if is_episode else None,
        cover=cover_path(entry) if is_episode else "",
        cover_text=record.cover_text if is_episode else getattr(record, "artwork_text", ""),
        stale=stamped != source_hash,
        extra={"subtitle": teller.set(record.subtitle)} if is_show else {},
    )
