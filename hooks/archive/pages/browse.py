"""The lists that follow from the records: a page for each theme, country, year and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from archive.content.listings import BY, CATALOGUE, PAGE, Listing
from archive.drawing import bars
from archive.pages import catalogue
from archive.schema import KINDS, paths
from archive.telling.archive import Archive
from archive.telling.ordering import by_date
from archive.telling.parts import Card, Group, Happening, Value


@dataclass(frozen=True)
class Pager:
    """The pages of a list that is too long for one, as addresses; ``number`` is this one's."""

    number: int
    addresses: list[str]


def pager(base: str, number: int, pages: int) -> Pager | None:
    """Return the pages of a list whose first stands at ``base``; one page needs none."""
    if pages < 2:
        return None
    return Pager(number, [base + (f"{n}/" if n > 1 else "") for n in range(1, pages + 1)])


def records(archive: Archive, number: int) -> str:
    """Return a number of records in words."""
    return f"{archive.number(number)} {archive.plural('count_records', number)}"


# -- the page of a value ---------------------------------------------------------------------


def _has(listing: Listing, values: Sequence[Value]) -> bool:
    return any(value.code == listing.value for value in values)


def _groups(archive: Archive, listing: Listing) -> list[Group[Card | Happening]]:
    """Return all records of a value by kind and time, and the events of a theme or year."""
    if listing.facet == "year":
        return of_year(archive, int(listing.value))
    groups: list[Group[Card | Happening]] = []
    for kind in KINDS:
        if items := [i for i in archive.of(kind) if _has(listing, i.facets[listing.facet])]:
            cards = by_date(items, newest_first=False)
            groups.append(Group(kind, archive.words[f"kind_{kind}"], cards))
    happenings = [h for h in archive.events if _has(listing, h.themes)]
    if listing.facet == "theme" and happenings:
        groups.append(Group("events", archive.words["years_events"], happenings))
    return groups


T = TypeVar("T")


def cut(groups: Sequence[Group[T]], number: int, size: int = PAGE) -> list[Group[T]]:
    """Return what of the groups stands on a page, if so many cards stand on each."""
    first, kept = (number - 1) * size, []
    for group in groups:
        cards = group.cards[max(0, first) : max(0, first + size)]
        first -= len(group.cards)
        if cards:
            kept.append(replace(group, cards=cards))
    return kept


def show(archive: Archive, listing: Listing) -> tuple[Sequence[Group[object]], int, Pager | None]:
    """Return the groups of a page, how many records and events there are, and its pager."""
    base = listing.address(archive.language)
    base = base.removesuffix(f"{listing.number}/") if listing.number > 1 else base
    links = pager(base, listing.number, listing.pages)
    if listing.facet == CATALOGUE:
        rows = catalogue.page(archive, listing.number)
        return [Group("all", "", rows)], len(archive.items), links
    groups = _groups(archive, listing)
    return cut(groups, listing.number), sum(len(group.cards) for group in groups), links


# -- years -----------------------------------------------------------------------------------


def year_neighbours(archive: Archive, year: str) -> tuple[Value | None, Value | None]:
    """Return the links to the years before and after that have a page."""
    found = [page.listing for page in archive.listings.values() if page.listing]
    known = {one.value for one in found if one.facet == "year"}
    before = max((one for one in known if one < year), default="")
    after = min((one for one in known if one > year), default="")
    return _year(archive, before), _year(archive, after)


def _year(archive: Archive, year: str) -> Value | None:
    return Value(year, f"{archive.prefix}years/{year}/") if year else None


def of_year(archive: Archive, year: int) -> list[Group[Card | Happening]]:
    """Return the projects, works, episodes and events of a year."""
    groups: list[Group[Card | Happening]] = []
    for kind in KINDS:
        if items := [item for item in archive.of(kind) if year in item.years]:
            cards = by_date(items, newest_first=False)
            groups.append(Group(kind, archive.words[f"kind_{kind}"], cards))
    if happenings := [h for h in archive.events if year in h.when.covered]:
        groups.append(Group("events", archive.words["years_events"], happenings))
    return groups


def event_card(archive: Archive, happening: Happening) -> Card:
    """Return an event as a list shows it, with a link to its place in the timeline."""
    href = f"{archive.prefix}history/#{happening.id}"
    return Card(href, happening.text, "events", archive.words["event"], happening.date, "")


def years(archive: Archive) -> list[Group[Group[Card]]]:
    """Return a group for every year: its projects, publications, episodes and events."""
    named = {year for item in archive.items.values() for year in item.years}
    named |= {year for happening in archive.events for year in happening.when.covered}
    groups = []
    for year in sorted(named):
        parts = [
            Group(
                f"y{year}-{part.id}",
                part.title,
                [
                    event_card(archive, one) if isinstance(one, Happening) else one
                    for one in part.cards
                ],
            )
            for part in of_year(archive, year)
        ]
        more = Value("", f"{archive.prefix}years/{year}/")
        groups.append(Group(f"y{year}", str(year), parts, more=more))
    return groups


# -- the front of the themes ----------------------------------------------------------------


@dataclass(frozen=True)
class ThemeView:
    """A theme on the front: its counts in words, its years, and bars of records by year."""

    href: str
    title: str
    text: str
    counts: list[tuple[str, str]]
    years: str
    tone: int
    bars: bars.Bars


def _counts(archive: Archive, theme: str) -> list[tuple[str, str]]:
    """Return how many records of each kind and events a theme has."""
    found = Counter(i.kind for i in archive.items.values() if theme in i.record.themes)
    found["events"] = sum(theme in happening.raw.themes for happening in archive.events)
    return [
        (archive.number(n), archive.plural(f"count_{kind}", n))
        for kind in (*KINDS, "events")
        if (n := found[kind])
    ]


def themes(archive: Archive) -> list[ThemeView]:
    """Return the themes in the order of their vocabulary; all bars have one scale."""
    known = archive.terms["themes"]
    spans = {
        theme: Counter(
            year for i in archive.items.values() if theme in i.record.themes for year in i.years
        )
        for theme in known
    }
    every = [year for span in spans.values() for year in span] or [0]
    most = max((n for span in spans.values() for n in span.values()), default=1)
    return [
        ThemeView(
            paths.page(f"themes/{theme}", archive.language),
            term.label,
            term.text("description"),
            _counts(archive, theme),
            f"{min(spans[theme])}–{max(spans[theme])}" if spans[theme] else "",
            number,
            bars.draw(spans[theme], min(every), max(every), most),
        )
        for number, (theme, term) in enumerate(known.items(), 1)
    ]


__all__ = [
    "BY", "PAGE", "Pager", "ThemeView", "cut", "event_card", "of_year", "pager", "records",
    "show", "themes", "year_neighbours", "years",
]  # fmt: skip
