"""The office that edits the podcast on paper: what the check refuses is not published."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from archive.checks import podcast, published, withdrawal
from archive.content.library import Library
from archive.keeping.subscribers import Present, additions
from archive.ledgers import feed_events, feeds
from archive.schema import Episode
from archive.schema.problems import Problem, errors
from archive.schema.records import Entry
from paper_apps import Item, offered
from paper_podcast import changed, library

ANYWHERE, TODAY = Path("nowhere"), dt.date(2030, 1, 1)
RULES = [
    podcast.feed_identifiers_are_unique,
    podcast.recordings_are_unique,
    withdrawal.old_names_are_free,
    withdrawal.corrections_are_translated,
]


class Office:
    """The records and recordings as they are published, and the ledger."""

    def __init__(self) -> None:
        self.entries: list[Entry[Episode]] = []
        self.sounds: dict[str, Any] = {}
        self.ledger = feeds.FORM.head
        self.made = 0
        # The feeds of each edition, and of which records they are.
        self.feeds: dict[str, list[Item]] = {}
        self.feeds_of: list[Entry[Episode]] | None = None
        # Which episode each address of a page has led to.
        self.addresses: dict[str, str] = {}

    def faults(self, content: Library) -> list[Problem]:
        """Return what make check says."""
        book = feeds.parse(self.ledger)
        found = [p for rule in RULES for p in rule(content, ANYWHERE, TODAY)]
        return errors([*found, *published.compare(book, content)])

    def propose(self, entries: list[Entry[Episode]], sounds: dict[str, Any]) -> bool:
        """Publish an edit unless the check refuses it; tell whether it was let through."""
        content = library(entries, sounds)
        if len({entry.id for entry in entries}) < len(entries) or self.faults(content):
            return False
        self.entries, self.sounds = entries, sounds
        book = feeds.parse(self.ledger)
        missing = additions(book, Present(content))
        lines = [feed_events.line(event) for event in missing]
        self.ledger += "".join(f"{line}\n" for line in lines)
        out = {account.item for account in feeds.parse(self.ledger).accounts.values()}
        self.addresses |= {e.id: e.editions["cs"].body for e in self.entries if e.id in out}
        self.went_out()
        return True

    def went_out(self) -> None:
        """Do what follows a publication."""

    def feed(self, language: str) -> list[Item]:
        """Return the items of an edition's feed; the archive is told once a publication."""
        if self.feeds_of is not self.entries:
            self.feeds_of = self.entries
            self.feeds = offered(library(self.entries, self.sounds))
        return self.feeds[language]

    def edit(self, index: int, **fields: Any) -> bool:
        """Propose other fields for one episode."""
        return self.put(index, changed(self.pick(index), **fields))

    def put(self, index: int, entry: Entry[Episode], recording: Any = None) -> bool:
        """Propose another record, and perhaps recording, in the place of one."""
        at = index % len(self.entries)
        old = self.entries[at]
        kept = {name: made for name, made in self.sounds.items() if name != old.id}
        sounds = kept | {entry.id: recording or self.sounds[old.id]}
        return self.propose([*self.entries[:at], entry, *self.entries[at + 1 :]], sounds)

    def pick(self, index: int) -> Entry[Episode]:
        """Return one of the episodes."""
        return self.entries[index % len(self.entries)]

    def known(self, entry: Entry[Episode], language: str = "") -> bool:
        """Tell whether an episode has come out, in one language or in any."""
        accounts = feeds.parse(self.ledger).accounts
        editions = [e for code, e in entry.editions.items() if language in ("", code)]
        return any(edition.record.guid in accounts for edition in editions)

    def noted(self, entry: Entry[Episode]) -> bool:
        """Tell whether a correction has been told of that has not been made yet."""
        accounts = feeds.parse(self.ledger).accounts
        told = [(accounts.get(e.record.guid), e.record) for e in entry.editions.values()]
        return all(not kept or len(r.corrections) > kept.corrections for kept, r in told)

    def out(self) -> list[int]:
        """Return the places of the episodes that are in the feeds."""
        return [
            at
            for at, entry in enumerate(self.entries)
            if entry.record.recording == "original" and not entry.record.withdrawn
        ]

    def fresh(self) -> int:
        """Return a number that nothing has had."""
        self.made += 1
        return self.made
