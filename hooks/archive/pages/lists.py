"""The pages that are lists: section fronts, the catalogue, the timeline, the home page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from archive.content.listings import ROWS, Listing
from archive.content.listings import pages as pages_of
from archive.drawing import timeline_svg
from archive.drawing.timeline import picture as picture_of_time
from archive.language.collation import initial, sort_key
from archive.language.slugs import ascii_slug
from archive.pages import browse
from archive.pages import catalogue as catalogue_list
from archive.pages import places as gazetteer
from archive.pages.browse import Pager, ThemeView, pager
from archive.pages.facets import Facet
from archive.schema import DEFAULT_LANGUAGE, KINDS, Episode, Home, Person, paths
from archive.schema.fields import stated
from archive.telling.archive import Archive, Archives
from archive.telling.ordering import by_date
from archive.telling.parts import Card, Group, Happening, Item, RecordingView, Value
from archive.telling.timeline import decades


@dataclass(frozen=True)
class ListView:
    """What the template of a list shows."""

    groups: Sequence[Group[object]]
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
    picture: object = None
    # How many more a script offers in place of the further pages, in words.
    more: str = ""


# So many cards stand on a section's front; a larger archive shows the first of each group.
ROOM, FEWEST = 600, 12


def shortened(groups: list[Group[Card]]) -> list[Group[Card]]:
    """Cut long groups when there are too many cards for a page; each tells where all are."""
    if sum(len(group.cards) for group in groups) <= ROOM:
        return [group if group.text else replace(group, more=None) for group in groups]
    most = max(FEWEST, ROOM // len(groups))
    return [
        replace(g, cards=g.cards[:most], more=g.more if g.text or len(g.cards) > most else None)
        for g in groups
    ]


def _all(archive: Archive, cards: Sequence[Card], href: str) -> Value:
    """Return the link to the whole of a group."""
    return Value(archive.words["list_whole"].format(n=archive.number(len(cards))), href)


def _chosen(archive: Archive, kind: str) -> str:
    """Return the address of the catalogue narrowed to a kind."""
    return f"{archive.prefix}catalogue/?kind={kind}"


def by_theme(archive: Archive, kind: str) -> ListView:
    """Records by theme, in the order of the vocabulary, each theme by date."""
    items = archive.of(kind)
    groups = []
    for theme, term in archive.terms["themes"].items():
        if found := [item for item in items if theme in item.record.themes]:
            cards = by_date(found, newest_first=False)
            href = paths.page(f"themes/{theme}", archive.language)
            more = Value(archive.words["theme_whole"], href)
            groups.append(Group(theme, term.label, cards, term.text("description"), more))
    return ListView(shortened(groups), count=len(items))


def _year_of(item: Item) -> int | None:
    return item.date.years[0] if item.date and item.date.years else None


def by_year(archive: Archive, kind: str) -> ListView:
    """Records by year, newest first; the undated at the end."""
    items = archive.of(kind)
    items.sort(key=lambda item: (-(_year_of(item) or 0), sort_key(item.title, archive.language)))
    groups = []
    for year, members in groupby(items, key=_year_of):
        title = str(year) if year else archive.words["year_unknown"]
        cards = [item.card for item in members]
        listed = f"{archive.prefix}years/{year}/"
        more = _all(archive, cards, listed if year else _chosen(archive, kind))
        groups.append(Group(f"y{year or 0}", title, cards, more=more))
    return ListView(shortened(groups), count=len(items))


def letter_anchor(letter: str) -> str:
    """Return a letter's anchor; the marks that tell Š from S become a sign of their own."""
    plain = ascii_slug(letter)
    return f"l-{plain}" if plain == letter.lower() else f"l-{plain}-"


def by_letter(archive: Archive, kind: str) -> ListView:
    """People by the first letter of the surname, in the order of the language's alphabet."""

    def name(item: Item) -> tuple[object, str]:
        whole = f"{item.record_of(Person).surname} {item.titles[DEFAULT_LANGUAGE].text}"
        return sort_key(whole, archive.language)

    def letter(item: Item) -> str:
        return initial(item.record_of(Person).surname, archive.language)

    items = sorted(archive.of(kind), key=name)
    groups = []
    for first, members in groupby(items, key=letter):
        cards = [item.card for item in members]
        more = _all(archive, cards, _chosen(archive, kind))
        groups.append(Group(letter_anchor(first), first, cards, more=more))
    return ListView(shortened(groups), count=len(items))


def _by_number(item: Item) -> tuple[int, str]:
    number = stated(item.record, "number")
    return number if isinstance(number, int) else 0, item.id


def by_number(archive: Archive, kind: str) -> ListView:
    """Records in their own order, each type by itself where there are several."""
    items = archive.of(kind)
    groups: dict[str, list[Card]] = {}
    for item in sorted(items, key=_by_number):
        groups.setdefault(item.label, []).append(item.card)
    several = len(groups) > 1
    return ListView(
        [
            Group(ascii_slug(label), label[:1].upper() + label[1:] if several else "", cards)
            for label, cards in groups.items()
        ],
        count=len(items),
    )


def catalogue(archive: Archive) -> ListView:
    """Everything in one list, by title; what does not fit stands on further pages."""
    total = len(archive.items)
    links = pager(f"{archive.prefix}catalogue/", 1, pages_of(total, ROWS))
    groups = [Group("all", "", catalogue_list.page(archive, 1))]
    told = browse.records(archive, total)
    choices, years = catalogue_list.choices(archive), catalogue_list.years(archive)
    more = ""
    if links:
        step = f"{min(total - ROWS, ROWS)} / {archive.number(total - ROWS)}"
        more = archive.words["facets_more_rows"].format(n=step)
    return ListView(groups, choices, total, told, pager=links, more=more, picture=years)


def _narrow(archive: Archive, listing: Listing) -> str:
    """Return the address of the same records in the catalogue."""
    value = listing.value
    query = f"from={value}&to={value}" if listing.facet == "year" else f"{listing.facet}={value}"
    return f"{archive.prefix}catalogue/" + (f"?{query}" if value else "")


def _told(archive: Archive, listing: Listing, total: int) -> str:
    """Return how many records, or records and events, a page lists."""
    if listing.facet in ("theme", "year"):
        return archive.words["count_items"].format(n=archive.number(total))
    return browse.records(archive, total)


def listing(archive: Archive, listing: Listing) -> ListView:
    """The records of a theme, a country, a year or another value, or a page of the catalogue."""
    groups, total, links = browse.show(archive, listing)
    told, narrow = _told(archive, listing, total), _narrow(archive, listing)
    beside = browse.year_neighbours(archive, listing.value) if listing.facet == "year" else None
    return ListView(groups, [], total, told, narrow, links, beside, listing)


def episodes(
    archive: Archive, *, withdrawn: bool = False
) -> list[tuple[Card, RecordingView | None]]:
    """Return the episodes with their recordings, in order; the withdrawn if asked for."""
    gone = [item for item in archive.withdrawn.values() if item.kind == "podcast"]
    found = [*archive.episodes(), *(gone if withdrawn else [])]
    # A list has no room for transcripts.
    return [
        (item.card, replace(item.sound.view, transcripts=[]) if item.sound else None)
        for item in sorted(found, key=lambda item: item.record_of(Episode).number)
    ]


def timeline(archive: Archive) -> ListView:
    """The dated facts, decade by decade, and as a picture."""
    page, title = f"{archive.prefix}history/", archive.words["picture_events"]
    plate = timeline_svg.draw(picture_of_time(archive), page, title)
    groups = decades(archive.words, archive.events)
    return ListView(groups, [], len(archive.events), picture=plate)


def places(archive: Archive) -> ListView:
    """The countries and towns that records speak of, as lists and on maps."""
    groups = gazetteer.groups(archive)
    return ListView(groups, picture=gazetteer.draw_maps(archive, groups))


def years(archive: Archive) -> ListView:
    """Every year with its projects, works and events."""
    return ListView(browse.years(archive))


def themes(archive: Archive) -> ListView:
    """The themes with their counts."""
    return ListView([], themes=browse.themes(archive))


def home(archive: Archive) -> ListView:
    """The front door: episodes, the featured projects and publications, a strip of time."""
    page = archive.pages[""].record
    assert isinstance(page, Home)
    featured = {"projects": page.featured_projects, "publications": page.featured_publications}
    groups = [
        Group(kind, "", [archive.items[f"{kind}/{identifier}"].card for identifier in chosen])
        for kind, chosen in featured.items()
    ]
    groups.append(Group("newest", "", by_date(archive.of("publications"))[:4]))
    events = [one for one in archive.events if one.edtf in page.featured_events]
    counted = [name for name, kind in KINDS.items() if kind.is_counted and kind in archive.kinds]
    numbers = {kind: len(archive.of(kind)) for kind in counted} | {"events": len(archive.events)}
    counts = [(kind, n, archive.plural(f"count_{kind}", n)) for kind, n in numbers.items()]
    show = archive.show.card if archive.show else None
    return ListView(groups, episodes=episodes(archive), events=events, counts=counts, show=show)


_OF_A_KIND = {"theme": by_theme, "year": by_year, "letter": by_letter, "number": by_number}
_FRONTS = {
    "": home,
    "catalogue": catalogue,
    "history": timeline,
    "places": places,
    "years": years,
    "themes": themes,
}


def view(archives: Archives, path: str, language: str) -> ListView | None:
    """Return what a list page shows; ``None`` for a page that is no list."""
    archive = archives[language]
    page = archive.listings.get(path)
    if page and page.listing:
        return listing(archive, page.listing)
    if kind := KINDS.get(path):
        # The front of a whole is its own page.
        if kind.whole:
            return ListView([], episodes=episodes(archive, withdrawn=True))
        return _OF_A_KIND[kind.front](archive, path)
    return _FRONTS[path](archive) if path in _FRONTS else None


__all__ = ["ListView", "Value", "letter_anchor", "shortened", "view"]
