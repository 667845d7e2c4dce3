"""The page of an item: its facts in order, its sources, what is unknown, what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from archive.content.library import Library
from archive.content.settings import Site
from archive.pages import episode, works_elsewhere
from archive.pages.works_elsewhere import UnheldView
from archive.schema import DEFAULT_LANGUAGE, LANGUAGES
from archive.schema.records import Entry
from archive.telling import held_documents as documents
from archive.telling.facts import facts
from archive.telling.held_documents import DocumentsView
from archive.telling.parts import Card, Fact, Group, Happening, RecordingView, Value
from archive.telling.recording import recording
from archive.telling.teller import Teller, cover_path


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
    documents: DocumentsView | None = None
    unheld: UnheldView | None = None
    cover: str = ""
    cover_text: str = ""
    stale: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


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


def _of_same_projects(library: Library, teller: Teller, entry: Entry[Any]) -> Iterator[Group]:
    """Yield what else came of a work's projects; of several, each group says which."""
    found: dict[str, list[Entry[Any]]] = {}
    for project in entry.record.projects:
        parts = [p for kind in ("publications", "podcast") for p in library.parts(project, kind)]
        if siblings := [part for part in parts if part.reference != entry.reference]:
            found[project] = siblings
    for project, siblings in found.items():
        title = teller.words["same_project"]
        if len(found) > 1:
            title = f"{title}: {teller.link(library.find(f'projects/{project}')).text}"
        yield Group(f"same-{project}", title, teller.by_date(siblings))


def _groups(library: Library, teller: Teller, entry: Entry[Any]) -> Iterator[Group]:
    words = teller.words
    if entry.kind == "projects":
        for kind, key in (("publications", "outputs"), ("podcast", "episodes")):
            if found := library.parts(entry.id, kind):
                yield Group(key, words[key], teller.by_date(found))
    if entry.kind == "publications":
        yield from _of_same_projects(library, teller, entry)
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
            (teller.card(entry) if entry.id else teller.show_card(entry), ", ".join(roles))
            for entry, roles in found
        ]
        if cards:
            yield Group(kind, teller.words[f"{kind}_of_person"], cards)


def _further(teller: Teller, entry: Entry[Any]) -> dict[str, Any]:
    if entry.kind != "podcast":
        return {}
    tell = episode.of_episode if entry.id else episode.of_show
    return tell(teller, entry)


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
        title=record.title,
        lang="" if edition.language == language else edition.language,
        card=teller.show_card(entry) if is_show else teller.card(entry),
        eyebrow=teller.words["show"] if is_show else teller.kind_label(entry),
        other_title=_other_title(teller, entry),
        variants=record.title_variants,
        facts=[
            *facts(teller, entry, "show" if is_show else entry.kind),
            *documents.facts(teller, entry),
        ],
        confidence=(
            record.confidence,
            teller.words[f"confidence_{record.confidence}"],
            teller.words[f"confidence_{record.confidence}_text"],
        ),
        unknown=record.unknown,
        notes=record.notes,
        sources=[teller.source(source) for source in record.sources],
        groups=list(groups),
        events=[teller.happening(event) for event in library.dated(entry.reference)],
        previous=before,
        next=after,
        recording=recording(teller, entry, text=True) if is_episode else None,
        documents=documents.view(teller, entry),
        unheld=works_elsewhere.view(teller, entry),
        cover=cover_path(entry) if is_episode else "",
        cover_text=record.cover_text if is_episode else getattr(record, "artwork_text", ""),
        stale=stamped != source_hash,
        extra=_further(teller, entry),
    )
