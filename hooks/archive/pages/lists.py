"""The pages that are lists: section fronts, the catalogue, the timeline, the home page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from archive.content.library import Library
from archive.content.settings import Site
from archive.drawing import timeline_svg
from archive.drawing.timeline import picture as picture_of_time
from archive.language import dates
from archive.language.collation import initial, sort_key
from archive.language.slugs import ascii_slug
from archive.pages import browse as browse_pages
from archive.pages import catalogue as catalogue_list
from archive.pages import place_maps
from archive.pages.browse import Listing, Pager, ThemeView, pager
from archive.schema import KINDS, Home
from archive.schema.records import Entry
from archive.telling import browsing, facets
from archive.telling import timeline as chronicle
from archive.telling.facets import Facet
from archive.telling.parts import Card, Group, Happening, RecordingView, Value
from archive.telling.recording import recording
from archive.telling.teller import Teller


@dataclass(frozen=True)
class ListView:
    """What the template of a list shows."""

    groups: list[Group]
    facets: list[Facet] = field(default_factory=list)
    count: int = 0
    # The count in words, and the same records in the catalogue.
    told: str = ""
    narrow: str = ""
    pager: Pager | None = None
    neighbours: tuple[Value | None, Value | None] | None = None
    listing: Listing | None = None
    themes: list[ThemeView] = field(default_factory=list)
    episodes: list[tuple[Card, RecordingView | None]] = field(default_factory=list)
    events: list[Happening] = field(default_factory=list)
    counts: list[tuple[str, int, str]] = field(default_factory=list)
    show: Card | None = None
    # What is drawn at build: the picture of time, the maps, the bars of the years.
    picture: Any = None
    # How many more a script offers in place of the further pages, in words.
    more: str = ""


# So many cards stand on a section's front; a larger archive shows the first of each group.
ROOM, FEWEST = 600, 12


def shortened(groups: list[Group]) -> list[Group]:
    """Cut long groups when there are too many cards for a page; each tells where all are."""
    if sum(len(group.cards) for group in groups) <= ROOM:
        return [group if group.text else replace(group, more=None) for group in groups]
    most = max(FEWEST, ROOM // len(groups))
    return [
        replace(g, cards=g.cards[:most], more=g.more if g.text or len(g.cards) > most else None)
        for g in groups
    ]


def _all(teller: Teller, cards: Sequence[Card], href: str) -> Value:
    """Return the link to the whole of a group."""
    return Value(teller.words["list_whole"].format(n=teller.number(len(cards))), href)


def _chosen(teller: Teller, kind: str) -> str:
    """Return the address of the catalogue narrowed to a kind."""
    return f"{teller.prefix}catalogue/?kind={kind}"


def projects(teller: Teller) -> ListView:
    """Projects by theme, in the order of the vocabulary, each theme by date."""
    entries = list(teller.library.of("projects").values())
    groups = []
    for theme, term in teller.library.vocabularies["themes"].items():
        found = [entry for entry in entries if theme in entry.record.themes]
        if found:
            cards = teller.by_date(found, newest_first=False)
            text = term.told("description", teller.language)
            more = Value(teller.words["theme_whole"], facets.href(teller, "theme", theme))
            groups.append(Group(theme, teller.term("themes", theme), cards, text, more))
    return ListView(shortened(groups), count=len(entries))


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
        cards = [teller.card(entry) for entry in members]
        more = facets.href(teller, "year", str(year)) if year else _chosen(teller, "publications")
        groups.append(Group(f"y{year or 0}", title, cards, more=_all(teller, cards, more)))
    return ListView(shortened(groups), count=len(entries))


def letter_anchor(letter: str) -> str:
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

    groups = []
    for name, members in groupby(entries, key=letter):
        cards = [teller.card(entry) for entry in members]
        more = _all(teller, cards, _chosen(teller, "people"))
        groups.append(Group(letter_anchor(name), name, cards, more=more))
    return ListView(shortened(groups), count=len(entries))


def catalogue(teller: Teller) -> ListView:
    """Everything in one list, by title; what does not fit stands on further pages."""
    total = sum(1 for _ in teller.library.every())
    links = pager(f"{teller.prefix}catalogue/", 1, catalogue_list.pages(total))
    groups = [Group("all", "", catalogue_list.page(teller, 1))]
    told = browsing.records(teller, total)
    choices, years = catalogue_list.choices(teller), catalogue_list.years(teller)
    more = ""
    if links:
        left = total - catalogue_list.PAGE
        step = f"{min(left, catalogue_list.PAGE)} / {teller.number(left)}"
        more = teller.words["facets_more_rows"].format(n=step)
    return ListView(groups, choices, total, told, pager=links, more=more, picture=years)


def _narrow(teller: Teller, page: Listing) -> str:
    """Return the address of the same records in the catalogue."""
    query = f"from={page.value}&to={page.value}" if page.facet == "year" else ""
    query = query or (f"{page.facet}={page.value}" if page.value else "")
    return f"{teller.prefix}catalogue/" + (f"?{query}" if query else "")


def _told(teller: Teller, page: Listing, total: int) -> str:
    """Return how many records, or records and events, a page lists."""
    if page.facet in ("theme", "year"):
        return teller.words["count_items"].format(n=teller.number(total))
    return browsing.records(teller, total)


def _years_beside(teller: Teller, page: Listing) -> tuple[Value | None, Value | None]:
    """Return the links to the years before and after."""
    before, after = browse_pages.year_neighbours(teller.library, page)
    return (
        Value(before, facets.href(teller, "year", before)) if before else None,
        Value(after, facets.href(teller, "year", after)) if after else None,
    )


def listing(teller: Teller, page: Listing) -> ListView:
    """The records of a theme, a country, a year or another value, or a page of the catalogue."""
    groups, total, links = browse_pages.show(teller, page)
    told = _told(teller, page, total)
    beside = _years_beside(teller, page) if page.facet == "year" else None
    narrow = _narrow(teller, page)
    return ListView(groups, [], total, told, narrow, links, beside, page)


def episodes(teller: Teller, *, withdrawn: bool = False) -> list[tuple[Card, RecordingView | None]]:
    """Return the episodes with their recordings, in order; the withdrawn if asked for."""
    return [
        (teller.card(entry), recording(teller, entry))
        for entry in teller.library.all_episodes()
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
    groups = browsing.places(teller, chronicle.told(teller))
    return ListView(groups, [], 0, picture=place_maps.draw_maps(teller, groups))


def years(teller: Teller) -> ListView:
    """Every year with its projects, works and events."""
    return ListView(browsing.years(teller, chronicle.told(teller)))


def themes(teller: Teller) -> ListView:
    """The themes with their counts."""
    return ListView([], themes=browse_pages.themes(teller))


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
    show = teller.show_card(library.show) if library.show else None
    return ListView(groups, episodes=episodes(teller), events=events, counts=counts, show=show)


def view(library: Library, site: Site, path: str, language: str) -> ListView | None:
    """Return what a list page shows; ``None`` for a page that is no list."""
    teller = Teller(library, site, language)
    if path == "":
        return home(teller)
    if isinstance(page := library.derived.get(path), Listing):
        return listing(teller, page)
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
        "themes": themes,
    }
    return made[path](teller) if path in made else None


__all__ = ["ListView", "Value", "letter_anchor", "shortened", "view"]
