"""The apps of those who subscribe to the podcast on paper, modelled on their own code.

A feed's item carries which episode it truly is; the apps keep that beside what they
know, and never look at it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from archive.content.library import Library
from archive.content.settings import Site, load_strings
from archive.keeping.subscribers import Offer
from archive.podcast import rss
from archive.telling.archive import tell
from conftest import ROOT
from paper_podcast import START

SITE = Site(
    "https://archive.test/", "IOM Test", "podcast@archive.test", "", standins=False,
    strings=load_strings(ROOT / "docs", ROOT),
)  # fmt: skip


@dataclass
class Item:
    """What a feed says of an item, or an app has kept of it; ``truth`` is for the test."""

    guid: str
    title: str
    url: str
    date: dt.datetime
    truth: str

    def update(self, other: Item) -> None:
        """Take over what the feed says now."""
        self.title, self.url, self.date = other.title, other.url, other.date


def offered(content: Library) -> dict[str, list[Item]]:
    """Return the items of each edition's feed, newest first."""
    feeds: dict[str, list[Item]] = {}
    for language, archive in tell(content, SITE).items():
        feeds[language] = []
        for episode in rss.published_episodes(archive):
            entry = content.of("podcast")[episode.id]
            offer = Offer(entry, entry.editions[language], content.recordings[entry.id])
            feeds[language].append(
                Item(offer.guid, offer.title, offer.enclosure, offer.date, offer.edition.body)
            )
    return feeds


@dataclass
class App:
    """An app and its owner's memory: which episodes it has ever shown."""

    zone: dt.timezone = dt.UTC
    items: list[Item] = field(default_factory=list)
    remembered: set[str] = field(default_factory=set)
    subscribed: bool = False

    def refresh(self, feed: list[Item]) -> list[Item]:
        """Read the feed; return what is announced as new."""
        new = self.read(sorted(feed, key=lambda item: item.date, reverse=True))
        announced = new if self.subscribed else []
        self.subscribed = True
        return announced

    def read(self, feed: list[Item]) -> list[Item]:
        """Take in a feed, newest first; return what is new."""
        raise NotImplementedError


class AntennaPod(App):
    """FeedDatabaseWriter.updateFeed and FeedItemDuplicateGuesser.

    Lengths and kinds are taken as alike, which is the worst case.
    """

    def alike(self, one: Item, other: Item) -> bool:
        """Guess whether two items are the same episode under two GUIDs."""
        same_day = one.date.astimezone(self.zone).date() == other.date.astimezone(self.zone).date()
        return one.url == other.url or (one.title.strip() == other.title.strip() and same_day)

    def read(self, feed: list[Item]) -> list[Item]:
        """Take in a feed; repair GUIDs by guessing; skip what looks like another item."""
        newest = max((item.date for item in self.items), default=START)
        new = []
        for item in feed:
            first = next(o for o in feed if o.guid == item.guid or self.alike(o, item))
            if first is not item:
                continue
            old = next((o for o in self.items if o.guid == item.guid), None)
            old = old or next((o for o in self.items if self.alike(o, item)), None)
            if old:
                old.guid = item.guid
                old.update(item)
                continue
            self.items.append(replace(item))
            if item.date >= newest:
                new.append(item)
        return new


class GPodder(App):
    """PodcastChannel._consume_updated_feed: GUIDs alone; forgets what the feed drops."""

    def read(self, feed: list[Item]) -> list[Item]:
        """Take in a feed; what is older than a week is not announced."""
        newest = max((item.date for item in self.items), default=START)
        known = {item.guid: item for item in self.items}
        new = []
        for item in feed:
            if item.guid in known:
                known[item.guid].update(item)
                continue
            self.items.append(replace(item))
            if item.date >= newest - dt.timedelta(weeks=1):
                new.append(item)
        listed = {item.guid for item in feed}
        self.items = [item for item in self.items if item.guid in listed]
        return new


class ByDate(App):
    """An app, or a directory's list of the latest, that goes by dates alone."""

    def read(self, feed: list[Item]) -> list[Item]:
        """Take in a feed; whatever is later than all before is new."""
        newest = max((item.date for item in self.items), default=START - dt.timedelta(days=1))
        self.items = [replace(item) for item in feed]
        return [item for item in feed if item.date > newest]
