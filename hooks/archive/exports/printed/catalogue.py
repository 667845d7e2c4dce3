"""The whole catalogue in one language, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from archive.citing.panel import Citations
from archive.content.settings import Site
from archive.exports.printed import CATALOGUE, indexes
from archive.exports.printed.entries import Printer, Values, mark
from archive.language.collation import sort_key
from archive.schema import KINDS, Person, Show, paths
from archive.telling import timeline
from archive.telling.archive import Archive
from archive.telling.parts import Item, Term

# From the folder of the catalogue's page to the front of its language's part of the site.
_HOME = "../../"


def _in_time(items: Iterable[Item]) -> list[Item]:
    """Return items by date, the undated last; of one date by title, as the language sorts."""

    def key(item: Item) -> tuple[Any, ...]:
        when = item.date.sort_key if item.date else ()
        return (not item.date, when, sort_key(item.title, item.language), item.id)

    return sorted(items, key=key)


def _by_theme(archive: Archive) -> Iterator[tuple[Term | None, list[Item]]]:
    """Yield the projects under the first theme that their record names, each once."""
    projects = _in_time(archive.of("projects"))
    for theme in (*archive.terms["themes"].values(), None):
        found = [item for item in projects if (item.themes[0] if item.themes else None) == theme]
        if found:
            yield theme, found


def _tones(archive: Archive) -> Mapping[str, int]:
    """Return the number of each theme's colour."""
    return {theme: tone for tone, theme in enumerate(archive.terms["themes"], 1)}


def _decade(item: Item) -> int:
    years = item.date.years if item.date else None
    return years[0] // 10 * 10 if years else 0


def _numbers(archive: Archive) -> dict[str, int]:
    """Number the projects and then the works, in the order in which they stand."""
    order = [item for _, items in _by_theme(archive) for item in items]
    order += _in_time(archive.of("publications"))
    return {item.reference: number for number, item in enumerate(order, 1)}


def _projects(printer: Printer) -> Iterator[Values]:
    tones = _tones(printer.archive)
    for theme, items in _by_theme(printer.archive):
        other = [
            item.card
            for item in printer.archive.of("projects")
            if theme in item.themes and item not in items
        ]
        yield {
            "title": printer.set(theme.label) if theme else printer.words["print_no_theme"],
            "text": printer.set(theme.text("description")) if theme else "",
            "tone": tones[theme.id] if theme else 0,
            "entries": [printer.project(item) for item in items],
            "also": printer.pointers(other),
        }


def _publications(printer: Printer) -> Iterator[Values]:
    tones = _tones(printer.archive)
    for decade, members in groupby(_in_time(printer.archive.of("publications")), key=_decade):
        title = printer.words["decade"].format(year=decade, year_end=decade + 9)
        yield {
            "title": title if decade else printer.words["year_unknown"],
            "entries": [
                printer.publication(item) | {"tone": tones[item.themes[0].id] if item.themes else 0}
                for item in members
            ],
        }


def _history(printer: Printer) -> Iterator[Values]:
    for group in timeline.decades(printer.words, printer.archive.events):
        yield {
            "title": group.title,
            "events": [
                {
                    "date": printer.set(event.date),
                    "text": printer.set(event.text),
                    "note": printer.set(event.note),
                    "entries": [mark(card.reference) for card in event.items],
                }
                for event in group.cards
            ],
        }


def _podcast(printer: Printer) -> Values:
    episodes = [printer.episode(item) for item in printer.archive.episodes()]
    told: Values = {"episodes": episodes, "title": "", "text": "", "subtitle": ""}
    if show := printer.archive.show:
        told |= {
            "title": printer.set(show.title),
            "subtitle": printer.set(show.record_of(Show).subtitle),
            "text": printer.set(show.description),
            "sources": printer.sources(show),
            "people": [printer.set(agent.text) for agent in show.agents.get("people", ())],
        }
    return told


def _people(printer: Printer) -> list[Values]:
    def key(item: Item) -> tuple[Any, ...]:
        return sort_key(f"{item.record_of(Person).surname} {item.title}", printer.language)

    return [printer.person(item) for item in sorted(printer.archive.of("people"), key=key)]


def home(site: Site) -> str:
    """Return what an entry's address is added to.

    A deposited file outlives addresses: while the site has none of its own, links lead from
    the file to its neighbours on whatever site it lies.
    """
    host = urlsplit(site.address).hostname or ""
    return _HOME if host.endswith(("example.org", "localhost")) else site.address


def values(archive: Archive, citations: Citations) -> Values:
    """Return everything that the catalogue says, as of the day that its own record bears."""
    printer = Printer(archive, citations, _numbers(archive))
    own, address = archive.items[CATALOGUE], home(archive.site)
    prefix = "" if address == _HOME else paths.prefix(archive.language)
    return {
        "language": archive.language,
        "words": {k: printer.set(v) for k, v in archive.words.items() if _printed(k)},
        "title": printer.set(own.title),
        "author": archive.words["print_author"],
        "text": printer.set(own.description),
        "date": printer.set(own.card.date),
        "day": [int(part) for part in (own.record.date or "").split("-")],
        "home": address + prefix,
        "address": "" if address == _HOME else address + prefix,
        "counts": _counts(printer),
        "history": list(_history(printer)),
        "projects": list(_projects(printer)),
        "publications": list(_publications(printer)),
        "podcast": _podcast(printer),
        "people": _people(printer),
        "indexes": list(indexes.every(printer)),
        "documents": _documents(printer),
    }


def _printed(word: str) -> bool:
    return word.startswith(("print_", "confidence_", "holding_")) or word in (
        "site_name",
        "sources",
    )


def _counts(printer: Printer) -> list[str]:
    archive = printer.archive
    numbers = {kind: len(archive.of(kind)) for kind in KINDS} | {"events": len(archive.events)}
    return [
        printer.set(f"{number} {archive.plural(f'count_{kind}', number)}")
        for kind, number in numbers.items()
        if number
    ]


def _documents(printer: Printer) -> list[Values]:
    """Return the documents among the sources: what they are called here, and in full."""
    return [
        {"short": printer.set(short), "text": printer.set(term.label)}
        for term in printer.archive.terms["sources"].values()
        if (short := term.text("short"))
    ]
