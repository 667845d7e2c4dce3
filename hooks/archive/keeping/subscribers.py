"""What each edition's feed offers subscribers today, and what of it the ledger lacks.

Stand-ins are no part of it: production leaves them out of the feeds, so the original
that takes the place of one is a first publication.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from archive.content.library import Library
from archive.ledgers.feed_events import (
    Channel,
    Event,
    Moved,
    Published,
    Replaced,
    Retitled,
    Withdrawn,
)
from archive.ledgers.feeds import Account, Ledger
from archive.recording.audio import Recording
from archive.schema import Episode
from archive.schema.records import Edition, Entry


@dataclass(frozen=True)
class Offer:
    """An item of an edition's feed: the episode, its text in that language, its sound."""

    entry: Entry[Episode]
    edition: Edition[Episode]
    recording: Recording

    @property
    def guid(self) -> str:
        """The item's GUID."""
        return self.edition.record.guid

    @property
    def title(self) -> str:
        """The item's title, without what the feed adds to every title."""
        return self.edition.record.title

    @property
    def date(self) -> dt.datetime:
        """When the item entered the feed, with its time zone."""
        return self.entry.record.published

    @property
    def enclosure(self) -> str:
        """The path of the recording below the site, or its whole address elsewhere."""
        record = self.entry.record
        return record.audio or f"podcast/{self.entry.id}/{self.recording.name}"


class Present:
    """What the records hold at present, gone through once for all comparisons.

    ``offers`` are the items of all editions, oldest first. Left out: stand-ins, what has
    been withdrawn, and what cannot be published yet because its recording or the zone of
    its date is missing. ``editions`` are those of every episode by GUID, offered or not.
    """

    def __init__(self, content: Library) -> None:
        self.content = content
        self.editions: dict[str, tuple[Entry[Episode], Edition[Episode]]] = {}
        self.offers: list[Offer] = []
        for entry in content.all_episodes():
            record, recording = entry.record, content.recordings.get(entry.id)
            out = record.recording == "original" and not record.withdrawn
            out = out and record.published.tzinfo is not None
            for edition in entry.editions.values():
                self.editions[edition.record.guid] = entry, edition
                if out and recording:
                    self.offers.append(Offer(entry, edition, recording))
        self.offers.sort(key=lambda offer: (offer.date, offer.entry.id, offer.edition.language))


def _first(offer: Offer) -> Published:
    return Published(
        edition=offer.edition.language,
        guid=offer.guid,
        item=offer.entry.id,
        title=offer.title,
        date=offer.date.isoformat(),
        enclosure=offer.enclosure,
        length=offer.recording.size,
        sha256=offer.recording.sha256,
        corrections=len(offer.edition.record.corrections),
    )


def _changes(account: Account, offer: Offer) -> Iterator[Event]:
    """Yield what has become of an item since the ledger last spoke of it."""
    who = {"edition": offer.edition.language, "guid": offer.guid}
    if (account.item, account.enclosure) != (offer.entry.id, offer.enclosure):
        yield Moved(**who, item=offer.entry.id, enclosure=offer.enclosure)
    if not account.holds(offer.recording.size, offer.recording.sha256):
        corrections = offer.edition.record.corrections
        latest = max(corrections, key=lambda correction: correction.date)
        yield Replaced(
            **who, date=latest.date, note=latest.note, length=offer.recording.size,
            sha256=offer.recording.sha256, corrections=len(corrections),
        )  # fmt: skip
    if account.title != offer.title:
        yield Retitled(**who, title=offer.title)


def _departures(book: Ledger, now: Present) -> Iterator[Event]:
    """Yield what has been withdrawn, or got another address since."""
    for guid, (entry, edition) in now.editions.items():
        account, gone = book.accounts.get(guid), entry.record.withdrawn
        if account is None or gone is None:
            continue
        who = {"edition": edition.language, "guid": guid}
        if account.item != entry.id:
            yield Moved(**who, item=entry.id, enclosure=account.enclosure)
        if not account.withdrawn:
            yield Withdrawn(**who, date=gone.date, reason=gone.reason)


def additions(book: Ledger, now: Present) -> list[Event]:
    """Return what the ledger lacks, in the order in which it is to be entered.

    The content has been checked: no rule of ``checks.published`` finds fault with it.
    """
    found: list[Event] = []
    show = now.content.show
    for language in sorted({o.edition.language for o in now.offers} - set(book.channels)):
        if show and (edition := show.editions.get(language)):
            record = edition.record
            found.append(Channel(edition=language, guid=record.guid, title=record.title))
    for offer in now.offers:
        account = book.accounts.get(offer.guid)
        found += [_first(offer)] if account is None else _changes(account, offer)
    return [*found, *_departures(book, now)]
