"""The limits that apps and directories set to a feed, told where the text stands.

Sources: Apple's "Podcaster's guide to RSS" and support/823, PSP-1, the podcast namespace
(docs/tags at commit c0ff5ca). Lengths in bytes are the feed's own to check (``feed.limits``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.checks.walk import at, editions
from archive.content.library import Library
from archive.schema import Episode, Item, Show
from archive.schema.apple_categories import CATEGORIES
from archive.schema.licenses import ADDRESSES
from archive.schema.podcast_services import ALL, SLUGS
from archive.schema.problems import Problem, Text
from archive.schema.records import Edition, Entry

# Apple: values are limited to 255 characters. The namespace: names are, to 128.
_VALUE, _NAME = 255, 128
# AntennaPod takes two items of one day, title and about the same length for one.
_ALIKE = 600  # seconds

# A number that belongs into itunes:season and itunes:episode, not into the title.
_NUMBERED = re.compile(
    r"\b(?:díl|dílu|epizoda|epizody|episode|ep|řada|řady|season|part|část)\b\.?\s*"
    r"(?:č\.|no\.|#)?\s*\d+|\b\d+\.\s*(?:díl|epizoda|řada|část)\b|\bS\d+\s?E\d+\b|^#\s*\d+",
    re.IGNORECASE,
)


def _feed(content: Library) -> list[Entry[Show | Episode]]:
    """Return what a feed is made of: the show and its episodes."""
    return [*([content.show] if content.show else []), *content.episodes()]


def _named(title: str, edition: Edition[Episode]) -> bool:
    """Tell whether a title holds a number of its season or episode."""
    own = re.match(rf"0*{edition.record.number}\s*[.:)–—-]\s", title)
    return bool(_NUMBERED.search(title) or own)


def _title_faults(edition: Edition[Episode], show: str) -> Iterator[Text]:
    title = edition.record.title
    if not any(letter.isalpha() for letter in title):
        yield Text(
            "název, ve kterém jsou i písmena; z pouhých číslic jej adresáře ztratí",
            "a title with letters in it; directories lose one of digits alone",
        )
    if _named(title, edition):
        yield Text(
            "název bez čísla dílu a řady; ta patří do polí number a season",
            "a title without the number of episode or season; those are number and season",
        )
    if show.casefold() in title.casefold():
        yield Text(
            "název bez jména pořadu; aplikace je ukazují vedle něj",
            "a title without the show’s name; apps show it beside",
        )


def titles_are_titles(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """An episode's title says what it is about, not which number of which show it is."""
    for entry in content.episodes():
        for edition in editions(entry):
            show = content.show.edition(edition.language).record.title if content.show else "\0"
            for expected in _title_faults(edition, show):
                line, example = edition.line("title"), "title: Nad hrncem přátelství"
                title = edition.record.title
                yield Problem(edition.path, line, "title", title, expected, example)


def _texts(content: Library) -> Iterator[tuple[Edition[Item], tuple[str | int, ...], str, int]]:
    """Yield every text with a limit: its edition, its place in it, itself, the limit."""
    for whole in editions(content.show) if content.show else ():
        yield whole, ("title",), whole.record.title, _VALUE
        yield whole, ("subtitle",), whole.record.subtitle, _VALUE
        yield whole, ("frequency",), whole.record.frequency or "", _NAME
        yield whole, ("license",), whole.record.license or "", _NAME
    for entry in content.episodes():
        for part in editions(entry):
            yield part, ("title",), part.record.title, _VALUE
            yield part, ("license",), part.record.license or "", _NAME
    for item in _feed(content):
        for edition in editions(item):
            for index, credit in enumerate(edition.record.people):
                person = content.of("people").get(credit.person or "")
                called = person.edition(edition.language).record.title if person else ""
                yield edition, ("people", index), credit.printed or called, _NAME


def texts_fit(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """No text of the feed is longer than apps show; they cut it without a word."""
    told = set()
    for edition, location, text, limit in _texts(content):
        if len(text) > limit and (text, location) not in told:
            told.add((text, location))  # an inherited text is told once
            expected = Text(
                f"nejvýše {limit} znaků; delší aplikace uříznou",
                f"at most {limit} characters; apps cut what is longer",
            )
            found = f"{len(text)} znaků / characters: {text[:40]}…"
            line, field = edition.line(*location), str(location[0])
            yield Problem(edition.path, line, field, found, expected)


def category_is_apples(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The show's category and subcategory are of Apple's list, letter for letter."""
    if content.show is None:
        return
    record = content.show.record
    within = CATEGORIES.get(record.category)
    example = "category: Society & Culture\nsubcategory: Documentary"
    if within is None:
        path, line = at(content.show, "category")
        names = ", ".join(CATEGORIES)
        expected = Text(f"kategorie Apple: {names}", f"a category of Apple’s: {names}")
        yield Problem(path, line, "category", record.category, expected, example)
    elif record.subcategory and record.subcategory not in within:
        path, line = at(content.show, "subcategory")
        names = ", ".join(within)
        cs = f"podkategorie pro {record.category}: {names}" if names else "žádná podkategorie"
        en = f"a subcategory of {record.category}: {names}" if names else "no subcategory"
        yield Problem(path, line, "subcategory", record.subcategory, Text(cs, en), example)


def licenses_are_known(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A licence is one that apps know by name, or it has an address."""
    for entry in _feed(content):
        record = entry.record
        if record.license and record.license not in ADDRESSES and not record.license_url:
            path, line = at(entry, "license")
            names = ", ".join(ADDRESSES)
            expected = Text(
                f"jedna z {names}; u jiné licence i její adresa v poli license_url",
                f"one of {names}; with any other licence its address in license_url",
            )
            example = (
                "license: CC0-1.0\nlicense_url: https://creativecommons.org/publicdomain/zero/1.0/"
            )
            yield Problem(path, line, "license", record.license, expected, example)


def services_are_known(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Only services are blocked that have a name in the namespace; an episode, for all."""
    for entry in _feed(content):
        known = SLUGS | {ALL} if entry is content.show else {ALL}
        for index, service in enumerate(entry.record.blocked):
            if service not in known:
                path, line = at(entry, "blocked", index)
                expected = Text(
                    f"{ALL}; u pořadu i jméno služby ze seznamu podcast:block, např. google",
                    f"{ALL}; with the show also a service that podcast:block lists, like google",
                )
                yield Problem(path, line, "blocked", service, expected, f"blocked: [{ALL}]")


def titles_differ(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """No two episodes of a day have one title and about one length: an app shows only one."""
    seen: dict[tuple[str, str, dt.date], list[tuple[float, str]]] = {}
    for entry in content.episodes():
        sound = content.recordings.get(entry.id)
        for edition in editions(entry) if sound else ():
            record, length = edition.record, sound.duration if sound else 0
            key = (edition.language, record.title.casefold(), entry.record.published.date())
            twins = [path for other, path in seen.get(key, []) if abs(other - length) < _ALIKE]
            for path in twins[:1]:
                expected = Text(
                    f"jiný název než {path}, nebo jiný den",
                    f"another title than {path}, or another day",
                )
                line = edition.line("title")
                yield Problem(edition.path, line, "title", record.title, expected)
            seen.setdefault(key, []).append((length, edition.path))
