"""The whole catalogue in one language, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from archive.citing.panel import Citations
from archive.content.library import Library
from archive.content.settings import Site
from archive.exports.printed import CATALOGUE, indexes
from archive.exports.printed.entries import Printer, Values, mark
from archive.language import dates
from archive.language.collation import sort_key
from archive.schema.records import Entry
from archive.telling import timeline
from archive.telling.teller import Teller

# From the folder of the catalogue's page to the front of its language's part of the site.
_HOME = "../../"


def _in_time(entries: Iterable[Entry[Any]], language: str) -> list[Entry[Any]]:
    """Return entries by date, the undated last; of one date by title, as the language sorts."""

    def key(entry: Entry[Any]) -> tuple[Any, ...]:
        date = entry.record.date
        when = dates.parse(date).sort_key if date else ()
        return (not date, when, sort_key(entry.edition(language).record.title, language), entry.id)

    return sorted(entries, key=key)


def _by_theme(library: Library, language: str) -> Iterator[tuple[str, list[Entry[Any]]]]:
    """Yield the projects under the first theme that their record names, each once."""
    projects = _in_time(library.of("projects").values(), language)
    for theme in [*library.vocabularies["themes"], ""]:
        found = [p for p in projects if (p.record.themes or [""])[0] == theme]
        if found:
            yield theme, found


def _decade(entry: Entry[Any]) -> int:
    span = dates.parse(entry.record.date).years if entry.record.date else None
    return span[0] // 10 * 10 if span else 0


def _numbers(library: Library, language: str) -> dict[str, int]:
    """Number the projects and then the works, in the order in which they stand."""
    order = [entry for _, entries in _by_theme(library, language) for entry in entries]
    order += _in_time(library.of("publications").values(), language)
    return {entry.reference: number for number, entry in enumerate(order, 1)}


def _projects(printer: Printer) -> Iterator[Values]:
    library, teller = printer.teller.library, printer.teller
    tones = {theme: tone for tone, theme in enumerate(library.vocabularies["themes"], 1)}
    for theme, entries in _by_theme(library, printer.language):
        other = [
            entry
            for entry in library.of("projects").values()
            if theme in entry.record.themes and entry not in entries
        ]
        term = library.vocabularies["themes"].get(theme)
        yield {
            "title": printer.set(teller.term("themes", theme))
            if theme
            else printer.words["print_no_theme"],
            "text": printer.set(term.told("description", printer.language)) if term else "",
            "tone": tones.get(theme, 0),
            "entries": [printer.project(entry) for entry in entries],
            "also": printer.pointers(other),
        }


def _publications(printer: Printer) -> Iterator[Values]:
    library = printer.teller.library
    entries = _in_time(library.of("publications").values(), printer.language)
    tones = {theme: tone for tone, theme in enumerate(library.vocabularies["themes"], 1)}
    for decade, members in groupby(entries, key=_decade):
        title = printer.words["decade"].format(year=decade, year_end=decade + 9)
        yield {
            "title": title if decade else printer.words["year_unknown"],
            "entries": [
                printer.publication(entry)
                | {"tone": tones[entry.record.themes[0]] if entry.record.themes else 0}
                for entry in members
            ],
        }


def _history(printer: Printer) -> Iterator[Values]:
    teller = printer.teller
    events = [teller.happening(event) for event in timeline.in_order(teller.library)]
    for group in timeline.decades(teller.words, events):
        yield {
            "title": group.title,
            "events": [
                {
                    "date": printer.set(event.date),
                    "text": printer.set(event.text),
                    "note": printer.set(event.note),
                    "entries": [mark(f"{c.kind}/{c.href.rstrip('/').split('/')[-1]}")
                                for c in event.items],
                }
                for event in group.cards
            ],
        }  # fmt: skip


def _podcast(printer: Printer) -> Values:
    library, teller = printer.teller.library, printer.teller
    episodes = [printer.episode(e) for e in library.episodes() if not e.record.withdrawn]
    told: Values = {"episodes": episodes, "title": "", "text": "", "subtitle": ""}
    if library.show:
        record = library.show.edition(printer.language).record
        told |= {
            "title": printer.set(record.title),
            "subtitle": printer.set(record.subtitle),
            "text": printer.set(record.description),
            "sources": printer.sources(record.sources),
            "people": [
                printer.set(teller.credit(c, record.people_notes).text) for c in record.people
            ],
        }
    return told


def _people(printer: Printer) -> list[Values]:
    def key(entry: Entry[Any]) -> tuple[Any, ...]:
        record = entry.edition(printer.language).record
        return sort_key(f"{record.surname} {record.title}", printer.language)

    return [
        printer.person(entry)
        for entry in sorted(printer.teller.library.of("people").values(), key=key)
    ]


def home(site: Site) -> str:
    """Return what an entry's address is added to.

    A deposited file outlives addresses: while the site has none of its own, links lead from
    the file to its neighbours on whatever site it lies.
    """
    host = urlsplit(site.address).hostname or ""
    return _HOME if host.endswith(("example.org", "localhost")) else site.address


def values(library: Library, site: Site, citations: Citations, language: str, date: str) -> Values:
    """Return everything that the catalogue says; ``date`` is the day whose state it shows."""
    teller = Teller(library, site, language)
    printer = Printer(teller, citations, _numbers(library, language))
    record = library.of("publications")[CATALOGUE.partition("/")[2]].edition(language).record
    address = home(site)
    prefix = "" if address == _HOME or language == "cs" else f"{language}/"
    return {
        "language": language,
        "words": {k: printer.set(v) for k, v in teller.words.items() if _printed(k)},
        "title": printer.set(record.title),
        "author": teller.words["print_author"],
        "text": printer.set(record.description),
        "date": printer.set(teller.date(date)),
        "day": [int(part) for part in date.split("-")],
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
    library = printer.teller.library
    numbers = {kind: len(library.of(kind)) for kind in library.entries}
    numbers["events"] = len(library.events)
    return [
        printer.set(f"{number} {printer.teller.plural(f'count_{kind}', number)}")
        for kind, number in numbers.items()
        if number
    ]


def _documents(printer: Printer) -> list[Values]:
    """Return the documents among the sources: what they are called here, and in full."""
    known = printer.teller.library.vocabularies["sources"]
    return [
        {"short": printer.set(short), "text": printer.set(term.label(printer.language))}
        for term in known.values()
        if (short := term.told("short", printer.language))
    ]
