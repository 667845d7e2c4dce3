"""The page of an item: its facts in order, its sources, what is unknown, what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from archive.pages import episode, works_elsewhere
from archive.pages.works_elsewhere import UnheldView
from archive.schema import KINDS, LANGUAGES, Episode, Project, Show
from archive.telling.archive import Archive, Archives
from archive.telling.ordering import by_date, by_title
from archive.telling.parts import (
    Card,
    Fact,
    Group,
    Happening,
    HeldDocument,
    Item,
    Picture,
    RecordingView,
    Value,
)


@dataclass(frozen=True)
class DocumentsView:
    """The documents of an item, that in the page's language first."""

    cover: Picture | None
    documents: Sequence[HeldDocument]
    versions: Sequence[HeldDocument]


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
    variants: Sequence[str]
    facts: Sequence[Fact]
    confidence: tuple[str, str, str]
    unknown: list[str]
    notes: list[str]
    sources: Sequence[Value]
    groups: Sequence[Group[object]]
    events: Sequence[Happening]
    previous: Card | None = None
    next: Card | None = None
    recording: RecordingView | None = None
    documents: DocumentsView | None = None
    unheld: UnheldView | None = None
    cover_text: str = ""
    stale: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


def _other_title(item: Item) -> Value | None:
    """Return the title in the language of the work, where the page shows our translation."""
    if not item.titles[item.written].own:
        for language in LANGUAGES:
            title = item.titles.get(language)
            if title and title.own and language != item.language:
                return Value(title.text, lang=language)
    return None


def _of_same_projects(archive: Archive, item: Item) -> Iterator[Group[Card]]:
    """Yield what else came of a work's projects; of several, each group says which."""
    found: list[tuple[Card, list[Card]]] = []
    for project in item.relations.projects:
        outputs = archive.items[project.reference].relations.outputs
        parts = [part for kind in KINDS for part in outputs.get(kind, ())]
        if siblings := [part for part in parts if part.reference != item.reference]:
            found.append((project, siblings))
    for project, siblings in found:
        title = archive.words["same_project"]
        if len(found) > 1:
            title = f"{title}: {project.acronym or project.title}"
        cards = by_date(archive.items[part.reference] for part in siblings)
        yield Group(f"same-{project.id}", title, cards)


def _groups(archive: Archive, item: Item) -> Iterator[Group[Card]]:
    words, relations = archive.words, item.relations
    for kind in KINDS.values():
        if kind.of_project and (parts := relations.outputs.get(kind.name)):
            cards = by_date(archive.items[part.reference] for part in parts)
            yield Group(kind.of_project, words[kind.of_project], cards)
    if item.kind == "publications":
        yield from _of_same_projects(archive, item)
    if relations.related:
        yield Group("related", words["related"], by_title(relations.related, archive.language))


def _edition(item: Item) -> int:
    """Return which edition a project is, counted from 1; 0 where it is none."""
    return item.record_of(Project).edition or 0


def _neighbours(archive: Archive, item: Item) -> tuple[Card | None, Card | None]:
    """Return the items before and after, where there is an order: numbers of episodes, editions."""
    if item.is_show:
        return None, None
    if item.kind == "podcast":
        order = archive.episodes()
    elif item.kind == "projects" and _edition(item):
        order = sorted(filter(_edition, archive.of("projects")), key=_edition)
    else:
        return None, None
    at = [other.id for other in order].index(item.id)
    before = order[at - 1].card if at else None
    after = order[at + 1].card if at + 1 < len(order) else None
    return before, after


def _person_groups(archive: Archive, item: Item) -> Iterator[Group[tuple[Card, str]]]:
    """What a person did, by kind of item; the show first, its episodes in their order."""

    def number(card: Card) -> int:
        return archive.items[card.reference].record_of(Episode).number if card.id else 0

    kinds = [kind for kind in KINDS.values() if kind.of_person]
    for kind in sorted(kinds, key=lambda kind: kind.of_person or 0):
        found = [pair for pair in item.relations.appearances if pair[0].kind == kind.name]
        if kind.whole:
            found.sort(key=lambda pair: number(pair[0]))
        if cards := [(card, ", ".join(roles)) for card, roles in found]:
            yield Group(kind.name, archive.words[f"{kind.name}_of_person"], cards)


def _documents(item: Item) -> DocumentsView | None:
    """Return the documents of an item, that in the page's language first, with older versions."""

    def elsewhere(one: HeldDocument) -> bool:
        return one.language != item.language

    documents = sorted(item.current_documents, key=elsewhere)
    if not documents:
        return None
    later = {one.language for one in documents if one.document.name.version > 1}
    every = [one for one in item.documents if one.language in later]
    every.sort(key=lambda one: (elsewhere(one), -one.document.name.version))
    return DocumentsView(item.card.picture, documents, every)


def view(archives: Archives, item: Item) -> ItemView:
    """Return everything that the page of an item, or of the show, shows."""
    archive, record = archives[item.language], item.record
    before, after = _neighbours(archive, item)
    is_person = item.kind == "people"
    groups: list[Group[object]] = [*(_person_groups if is_person else _groups)(archive, item)]
    return ItemView(
        kind="show" if item.is_show else item.kind,
        id=item.id,
        title=item.title,
        lang=item.lang,
        card=item.card,
        eyebrow=item.label,
        other_title=_other_title(item),
        variants=item.variants[item.written],
        facts=item.facts,
        confidence=(
            record.confidence,
            archive.words[f"confidence_{record.confidence}"],
            archive.words[f"confidence_{record.confidence}_text"],
        ),
        unknown=record.unknown,
        notes=record.notes,
        sources=item.values.get("sources", ()),
        groups=groups,
        events=item.relations.events,
        previous=before,
        next=after,
        recording=item.sound.view if item.sound else None,
        documents=_documents(item),
        unheld=works_elsewhere.view(archive, item),
        cover_text=item.record_of(Show).artwork_text if item.is_show else item.card.image_text,
        stale=item.is_stale,
        extra=episode.further(archives, item),
    )
