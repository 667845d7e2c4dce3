"""The pages that are lists: section fronts, the catalogue, the timeline, the home page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from archive import browse, chronicle, dates
from archive.item_page import show_card
from archive.library import Library
from archive.model import KINDS, Home
from archive.pictures import timeline_svg
from archive.pictures.timeline import picture as picture_of_time
from archive.recording_page import RecordingView, recording
from archive.records import Entry
from archive.site import Site
from archive.text import ascii_slug, initial, sort_key
from archive.views import Card, Group, Happening, Teller, Value


@dataclass(frozen=True)
class Facet:
    """A choice in a filter: the name of the field, its label, its values with counts."""

    name: str
    label: str
    options: list[tuple[str, str, int]]


@dataclass(frozen=True)
class ListView:
    """What the template of a list shows."""

    groups: list[Group]
    facets: list[Facet] = field(default_factory=list)
    count: int = 0
    episodes: list[tuple[Card, RecordingView | None]] = field(default_factory=list)
    events: list[Happening] = field(default_factory=list)
    counts: list[tuple[str, int, str]] = field(default_factory=list)
    show: Card | None = None
    # What is drawn at build: the picture of time, the maps.
    picture: Any = None


_FACET_TERMS = {"theme": "themes", "country": "countries"}


def _facets(teller: Teller, cards: Iterable[Card], names: Iterable[str]) -> list[Facet]:
    """Count the values of each facet over the cards."""
    cards = list(cards)
    facets = []
    for name in names:
        counts: dict[str, int] = {}
        for card in cards:
            for value in card.facets.get(name, "").split():
                counts[value] = counts.get(value, 0) + 1
        options = [
            (value, _facet_label(teller, name, value, cards), n) for value, n in counts.items()
        ]
        options.sort(key=lambda option: sort_key(option[1], teller.language))
        facets.append(Facet(name, teller.words[f"facet_{name}"], options))
    return facets


def _facet_label(teller: Teller, name: str, value: str, cards: list[Card]) -> str:
    if name in _FACET_TERMS:
        return teller.term(_FACET_TERMS[name], value)
    if name == "type":
        return next(card.label for card in cards if card.facets.get("type") == value)
    if name == "language":
        return teller.language_name(value)
    return teller.words[f"{name}_{value}"]


def projects(teller: Teller) -> ListView:
    """Projects by theme, in the order of the vocabulary, each theme by date."""
    entries = list(teller.library.of("projects").values())
    groups = []
    for theme, term in teller.library.vocabularies["themes"].items():
        found = [entry for entry in entries if theme in entry.record.themes]
        if found:
            cards = teller.by_date(found, newest_first=False)
            text = teller.set(term.told("description", teller.language))
            groups.append(Group(theme, teller.term("themes", theme), cards, text))
    facets = _facets(teller, [teller.card(e) for e in entries], ("theme", "type", "country"))
    return ListView(groups, facets, len(entries))


def _year_of(entry: Entry[Any]) -> int | None:
    years = dates.parse(entry.record.date).years if entry.record.date else None
    return years[0] if years else None


def publications(teller: Teller) -> ListView:
    """Publications by year, newest first; the undated at the end."""
    entries = list(teller.library.of("publications").values())
    entries.sort(
        key=lambda entry: (
            -(_year_of(entry) or 0),
            sort_key(entry.edition(teller.language).record.title, teller.language),
        )
    )
    groups = []
    for year, members in groupby(entries, key=_year_of):
        title = str(year) if year else teller.words["year_unknown"]
        groups.append(Group(f"y{year or 0}", title, [teller.card(entry) for entry in members]))
    cards = [card for group in groups for card in group.cards]
    facets = _facets(teller, cards, ("theme", "type", "language", "holding"))
    return ListView(groups, facets, len(entries))


def _anchor(letter: str) -> str:
    """Return a letter's anchor; the marks that tell Š from S become a sign of their own."""
    plain = ascii_slug(letter)
    return f"l-{plain}" if plain == letter.lower() else f"l-{plain}-"


def people(teller: Teller) -> ListView:
    """People by the first letter of the surname, in the order of the language's alphabet."""
    entries = sorted(
        teller.library.of("people").values(),
        key=lambda entry: sort_key(
            entry.record.surname + " " + entry.record.title, teller.language
        ),
    )

    def letter(entry: Entry[Any]) -> str:
        return initial(entry.record.surname, teller.language)

    groups = [
        Group(_anchor(name), name, [teller.card(entry) for entry in members])
        for name, members in groupby(entries, key=letter)
    ]
    return ListView(groups, [], len(entries))


def catalogue(teller: Teller) -> ListView:
    """Everything in one list, by title."""
    cards = teller.cards(teller.library.every())
    facets = _facets(teller, cards, ("kind", "theme"))
    return ListView([Group("all", "", cards)], facets, len(cards))


def episodes(teller: Teller, *, withdrawn: bool = False) -> list[tuple[Card, RecordingView | None]]:
    """Return the episodes with their recordings, in order; the withdrawn if asked for."""
    return [
        (teller.card(entry), recording(teller, entry))
        for entry in teller.library.episodes()
        if withdrawn or not entry.record.withdrawn
    ]


def timeline(teller: Teller) -> ListView:
    """The dated facts, decade by decade, and as a picture."""
    events = chronicle.told(teller)
    page = teller.library.pages["history"].address(teller.language)
    plate = timeline_svg.draw(picture_of_time(teller, events), page, teller.words["picture_events"])
    return ListView(chronicle.decades(teller, events), [], len(events), picture=plate)


def places(teller: Teller) -> ListView:
    """The countries and towns that records speak of, as lists and on maps."""
    groups = browse.places(teller, chronicle.told(teller))
    return ListView(groups, [], 0, picture=browse.draw_maps(teller, groups))


def years(teller: Teller) -> ListView:
    """Every year with its projects, works and events."""
    return ListView(browse.years(teller, chronicle.told(teller)))


def home(teller: Teller) -> ListView:
    """The front door: episodes, the featured projects and publications, a strip of time."""
    library = teller.library
    page = library.pages[""].record
    assert isinstance(page, Home)
    groups = []
    for kind, chosen in (
        ("projects", page.featured_projects),
        ("publications", page.featured_publications),
    ):
        cards = [teller.card(library.of(kind)[identifier]) for identifier in chosen]
        groups.append(Group(kind, "", cards))
    newest = teller.by_date(library.of("publications").values())[:4]
    groups.append(Group("newest", "", newest))
    events = [
        teller.happening(event)
        for event in chronicle.in_order(library)
        if event.date in page.featured_events
    ]
    numbers = {kind: len(library.of(kind)) for kind in KINDS} | {"events": len(library.events)}
    counts = [(kind, n, teller.plural(f"count_{kind}", n)) for kind, n in numbers.items()]
    show = show_card(teller, library.show) if library.show else None
    return ListView(groups, [], 0, episodes(teller), events, counts, show)


def view(library: Library, site: Site, path: str, language: str) -> ListView | None:
    """Return what a list page shows; ``None`` for a page that is no list."""
    teller = Teller(library, site, language)
    if path == "":
        return home(teller)
    if path == "podcast":
        return ListView([], episodes=episodes(teller, withdrawn=True))
    made = {
        "projects": projects,
        "publications": publications,
        "people": people,
        "catalogue": catalogue,
        "history": timeline,
        "places": places,
        "years": years,
    }
    return made[path](teller) if path in made else None


__all__ = ["Facet", "ListView", "Value", "view"]
