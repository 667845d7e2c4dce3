"""Which lists follow from the records: one for each theme, country, year and the like.

Nobody writes them. Where staff write a page in the folder of one, its text stands on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.content import facets
from archive.language import dates
from archive.schema import Event, Item, paths
from archive.schema.records import Entry

# So many records with their summaries stand on a page, and so many rows of the catalogue.
PAGE, ROWS = 200, 30
BY = ("theme", "country", "type", "language", "holding")
CATALOGUE = "catalogue"


@dataclass(frozen=True)
class Listing:
    """A page that lists the records of a value; the facet „catalogue“ has no values."""

    folder: str
    facet: str
    value: str
    number: int
    pages: int

    def address(self, language: str) -> str:
        """Return the path of the page in a language."""
        return paths.page(self.folder, language)


def pages(total: int, size: int) -> int:
    """Return how many pages a list fills; an empty one has a page too."""
    return max(1, -(-total // size))


def _counts(
    entries: Iterable[Entry[Item]], events: Iterable[Event], themes: Iterable[str]
) -> dict[str, Counter[str]]:
    """Return how many records and events each value of each facet has."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*BY, "year")}
    for entry in entries:
        values = facets.of(entry)
        for name in BY:
            counts[name].update(values[name])
        counts["year"].update(str(year) for year in facets.years_of(entry))
    for event in events:
        counts["theme"].update(event.themes)
        counts["year"].update(str(year) for year in dates.parse(event.date).covered)
    # A theme has its page before it has its first record.
    counts["theme"].update(dict.fromkeys(themes, 0))
    return counts


def _listings(facet: str, value: str, total: int, size: int) -> Iterator[Listing]:
    folder = CATALOGUE if facet == CATALOGUE else facets.folder(facet, value)
    last = pages(total, size)
    for number in range(1, last + 1):
        yield Listing(f"{folder}/{number}" if number > 1 else folder, facet, value, number, last)


def of(
    entries: Sequence[Entry[Item]], events: Iterable[Event], themes: Iterable[str]
) -> dict[str, Listing]:
    """Return the lists by their folders; the first page of the catalogue is staff's own."""
    found = [
        listing
        for facet, counts in _counts(entries, events, themes).items()
        for value, count in sorted(counts.items())
        for listing in _listings(facet, value, count, PAGE)
    ]
    found += list(_listings(CATALOGUE, "", len(entries), ROWS))[1:]
    return {listing.folder: listing for listing in found}
