"""Pages that no file of ``docs`` holds: a list for each theme, country, year and the like.

They follow from the records, as do the further pages of the catalogue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.content.library import Library
from archive.content.settings import Site
from archive.drawing import bars
from archive.pages import catalogue
from archive.schema import KINDS, LANGUAGES, Page
from archive.schema.frontmatter import FrontMatter
from archive.schema.records import Edition, Entry
from archive.telling import browsing, facets, timeline
from archive.telling.parts import Group
from archive.telling.teller import Teller

# So many records with their summaries stand on a page.
PAGE = 200
BY = ("theme", "country", "type", "language", "holding")


@dataclass(frozen=True)
class Listing(Entry[Page]):
    """A page that lists the records of a value; the facet „catalogue“ has no values."""

    facet: str = ""
    value: str = ""
    number: int = 1
    pages: int = 1


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


# -- which pages there are ----------------------------------------------------------------


def _page(teller: Teller, facet: str, value: str, number: int) -> Page:
    """Return the title and summary of a page in a language."""
    words = teller.words
    if facet == "catalogue":
        label, text = words["nav_catalogue"], words["browse_catalogue"]
    elif facet == "year":
        label, text = value, words["browse_year"].format(label=value)
    else:
        label = facets.label(teller, facet, value)
        text = words.get(f"browse_{facet}", "").format(label=label)
    if facet == "theme":
        term = teller.library.vocabularies["themes"][value]
        text = term.told("description", teller.language) or text
    if number > 1:
        label = words["browse_page"].format(label=label, number=number)
        text = words["browse_page"].format(label=text.rstrip("."), number=number) + "."
    return Page.model_construct(title=label, description=text)


def _listings(
    library: Library, tellers: Sequence[Teller], facet: str, value: str, pages: int
) -> Iterator[Listing]:
    folder = "catalogue" if facet == "catalogue" else facets.place(facet, value)
    for number in range(1, pages + 1):
        kind = f"{folder}/{number}" if number > 1 else folder
        editions = {
            t.language: Edition(
                t.language, _page(t, facet, value, number), "", "", FrontMatter({}, "", {}), ""
            )
            for t in tellers
        }
        yield Listing(kind, "", library.docs / kind, editions, facet, value, number, pages)


def _counts(library: Library) -> dict[str, Counter[str]]:
    """Return how many records and events each value of each facet has."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*BY, "year")}
    for entry in library.every():
        values = facets.of(entry)
        for name in BY:
            counts[name].update(values[name])
        counts["year"].update(str(year) for year in browsing.years_of(entry))
    for dated in library.events:
        counts["theme"].update(dated.event.themes)
        counts["year"].update(str(year) for year in browsing.years_in(dated.event.date))
    # A theme has its page before it has its first record.
    counts["theme"].update(dict.fromkeys(library.vocabularies["themes"], 0))
    return counts


def derive(library: Library, site: Site) -> dict[str, Listing]:
    """Return the pages by their folders; what staff wrote under the same name stands on them."""
    tellers = [Teller(library, site, language) for language in LANGUAGES]
    found: list[Listing] = []
    for facet, counts in _counts(library).items():
        for value, count in sorted(counts.items()):
            pages = max(1, -(-count // PAGE))
            found += _listings(library, tellers, facet, value, pages)
    total = sum(1 for _ in library.every())
    pages = catalogue.pages(total)
    found += list(_listings(library, tellers, "catalogue", "", pages))[1:]
    written = {kind: entry.editions for kind, entry in library.pages.items()}
    return {p.kind: replace(p, editions=written.get(p.kind, p.editions)) for p in found}


# -- what they show -----------------------------------------------------------------------


def _groups(teller: Teller, facet: str, value: str) -> list[Group]:
    """Return all records of a value by kind and time, and the events of a theme or year."""
    told = timeline.told(teller) if facet in ("theme", "year") else []
    if facet == "year":
        return browsing.of_year(teller, told, int(value))
    groups = []
    for kind in KINDS:
        entries = [e for e in teller.library.of(kind).values() if value in facets.of(e)[facet]]
        if entries:
            cards = teller.by_date(entries, newest_first=False)
            groups.append(Group(kind, teller.words[f"kind_{kind}"], cards))
    happenings = [happening for event, happening in told if value in event.themes]
    if happenings:
        groups.append(Group("events", teller.words["years_events"], happenings))
    return groups


def cut(groups: Sequence[Group], number: int, size: int = PAGE) -> list[Group]:
    """Return what of the groups stands on a page, if so many cards stand on each."""
    first, kept = (number - 1) * size, []
    for group in groups:
        cards = group.cards[max(0, first) : max(0, first + size)]
        first -= len(group.cards)
        if cards:
            kept.append(replace(group, cards=cards))
    return kept


def show(teller: Teller, page: Listing) -> tuple[list[Group], int, Pager | None]:
    """Return the groups of a page, how many records and events there are, and its pager."""
    base = page.address(teller.language)
    base = base.removesuffix(f"{page.number}/") if page.number > 1 else base
    links = pager(base, page.number, page.pages)
    if page.facet == "catalogue":
        rows = catalogue.page(teller, page.number)
        return [Group("all", "", rows)], sum(1 for _ in teller.library.every()), links
    groups = _groups(teller, page.facet, page.value)
    return cut(groups, page.number), sum(len(group.cards) for group in groups), links


def year_neighbours(library: Library, page: Listing) -> tuple[str, str]:
    """Return the years before and after a year that have pages; empty where there is none."""
    known = sorted(
        {p.value for p in library.derived.values() if isinstance(p, Listing) and p.facet == "year"}
    )
    at = known.index(page.value)
    return known[at - 1] if at else "", known[at + 1] if at + 1 < len(known) else ""


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


def themes(teller: Teller) -> list[ThemeView]:
    """Return the themes in the order of their vocabulary; all bars have one scale."""
    library = teller.library
    spans: dict[str, Counter[int]] = {}
    found: dict[str, Counter[str]] = {}
    for theme in library.vocabularies["themes"]:
        entries = [e for e in library.every() if theme in facets.of(e)["theme"]]
        spans[theme] = Counter(year for e in entries for year in browsing.years_of(e))
        found[theme] = Counter(e.kind for e in entries)
        found[theme]["events"] = sum(theme in dated.event.themes for dated in library.events)
    known = [year for span in spans.values() for year in span] or [0]
    most = max((n for span in spans.values() for n in span.values()), default=1)
    return [
        ThemeView(
            facets.href(teller, "theme", theme),
            teller.term("themes", theme),
            term.told("description", teller.language),
            [
                (teller.number(n), teller.plural(f"count_{kind}", n))
                for kind in (*KINDS, "events")
                if (n := found[theme][kind])
            ],
            f"{min(spans[theme])}–{max(spans[theme])}" if spans[theme] else "",
            number,
            bars.draw(spans[theme], min(known), max(known), most),
        )
        for number, (theme, term) in enumerate(library.vocabularies["themes"].items(), 1)
    ]


__all__ = [
    "BY", "PAGE", "Listing", "Pager", "ThemeView", "cut", "derive", "pager", "show", "themes",
    "year_neighbours",
]  # fmt: skip
