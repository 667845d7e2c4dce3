"""Decide which items of a feed are new, where each goes and what number it has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from archive.language.slugs import ascii_slug
from moving_in.enclosures import ending_of
from moving_in.existing import Present
from moving_in.faults import Faults
from moving_in.feed import Feed, FeedItem

# Long enough to be told apart, short enough for an address that is read aloud.
_LONGEST_NAME = 60


@dataclass(frozen=True)
class Move:
    """An item that is new, and where it goes; ``number_told`` says whether the feed numbers it."""

    item: FeedItem
    folder: str
    number: int
    number_told: bool

    @property
    def recording_name(self) -> str:
        """The name of the recording in its folder."""
        return f"{self.folder}.{ending_of(self.item.enclosure.url, self.item.enclosure.type)}"


def _folder(item: FeedItem, number: int, taken: set[str]) -> str:
    slug = ascii_slug(item.title)
    if len(slug) > _LONGEST_NAME:
        slug = slug[: _LONGEST_NAME + 1].rpartition("-")[0] or slug[:_LONGEST_NAME]
    slug = slug or f"dil-{number}"
    name, again = slug, 2
    while name in taken:
        name, again = f"{slug}-{again}", again + 1
    return name


def _by_date(items: Iterable[FeedItem]) -> list[FeedItem]:
    """Return items oldest first, those without a date last; feeds have the newest first."""
    never = dt.datetime.max.replace(tzinfo=dt.UTC)
    oldest_first = list(items)[::-1]
    return sorted(oldest_first, key=lambda item: item.published or never)


def _told_numbers(
    fresh: list[FeedItem], taken: set[tuple[int, int]], faults: Faults
) -> dict[str, int]:
    """Return the numbers that the feed gives, by GUID, each to one item only."""
    told: dict[str, int] = {}
    for item in fresh:
        key = (item.season or 1, item.number or 0)
        if item.number and key not in taken:
            told[item.guid] = item.number
            taken.add(key)
        elif item.number:
            cs, en = "číslo už má jiný díl, přečíslováno", "another episode has it, renumbered"
            faults.mended(item.line, "episode", f"{item.number} ({item.title})", cs, en)
    return told


def _without_standins(items: list[FeedItem], present: Present, faults: Faults) -> list[FeedItem]:
    """Leave out what the archive has as a stand-in: a second folder would be the same episode."""
    kept = []
    for item in items:
        slug = ascii_slug(item.title)
        folder = next((f for title, f in present.standins.items() if title and title in slug), "")
        if folder:
            cs = f"zástupný díl už leží v docs/podcast/{folder}/: zapište do něj guid: {item.guid}"
            en = f"its stand-in lies in docs/podcast/{folder}/: write there guid: {item.guid}"
            cs += ", vyměňte nahrávku a smažte řádek recording: stand-in"
            en += ", replace the recording and delete the line recording: stand-in"
            faults.skipped(item.line, "title", item.title, cs, en)
        else:
            kept.append(item)
    return kept


def plan(feed: Feed, present: Present, faults: Faults) -> list[Move]:
    """Return the items that are not in the archive, oldest first, with folder and number.

    Numbers that the feed gives are kept; the others are counted by date.
    """
    fresh = [item for item in _by_date(feed.items) if item.guid not in present.guids]
    fresh = _without_standins(fresh, present, faults)
    taken, folders = set(present.numbers), set(present.folders)
    told = _told_numbers(fresh, taken, faults)
    moves: list[Move] = []
    last: dict[int, int] = {}
    for item in fresh:
        season = item.season or 1
        number = told.get(item.guid) or last.get(season, 0) + 1
        while item.guid not in told and (season, number) in taken:
            number += 1
        taken.add((season, number))
        last[season] = number
        folder = _folder(item, number, folders)
        folders.add(folder)
        moves.append(Move(item, folder, number, item.guid in told))
    return moves


def merged(pages: Iterable[Feed], address: str) -> Feed:
    """Return one feed of all its pages (RFC 5005); an item that stands on two counts once."""
    first: Feed | None = None
    seen: set[str] = set()
    for page in pages:
        items = [item for item in page.items if item.guid not in seen]
        seen |= {item.guid for item in items}
        if first is None:
            first = Feed(page.channel, items, page.problems)
            if address:
                first.channel = replace(first.channel, address=address)
        else:
            first.items += items
            first.problems += page.problems
    assert first is not None  # there is always the first page
    return first


def pages(read: Callable[[str], Feed], address: str, limit: int = 200) -> Iterator[Feed]:
    """Yield a feed and every page that it leads to; ``read`` fetches and reads one."""
    waiting, seen = [address], set[str]()
    while waiting and len(seen) < limit:
        url = waiting.pop(0)
        if url in seen:
            continue
        seen.add(url)
        page = read(url)
        yield page
        waiting += [more for more in page.channel.pages if more not in seen]
