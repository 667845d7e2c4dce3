"""The ledger of feeds: what they have published, one event on a line, only ever added to.

A subscriber's app remembers what it has seen; so must we, or a small edit offers an old
episode again or takes one away. The lines hold no clock and derive from the records
alone, so two people who enter the same thing write the same bytes, and git merges them.
The build never writes here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import ValidationError

from archive.ledgers import append_only, feed_events
from archive.ledgers.feed_events import (
    Change,
    Channel,
    Event,
    Moved,
    Published,
    Replaced,
    Retitled,
    Withdrawn,
)
from archive.schema.problems import Problem, Text


@dataclass(frozen=True)
class Account:
    """Everything that the ledger says of one item; the sets hold what it ever was called."""

    published: Published
    item: str
    title: str
    enclosure: str
    length: int
    sha256: str
    corrections: int
    withdrawn: bool = False
    items: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    enclosures: frozenset[str] = frozenset()

    def holds(self, length: int, sha256: str) -> bool:
        """Tell whether a recording is the one that came out; by its length if need be."""
        if sha256 and self.sha256:
            return sha256 == self.sha256
        return length == self.length

    def after(self, event: Change) -> Account:
        """Return the account with one more event in it."""
        match event:
            case Withdrawn():
                return replace(self, withdrawn=True)
            case Replaced():
                return replace(
                    self,
                    length=event.length,
                    sha256=event.sha256,
                    corrections=event.corrections,
                )
            case Retitled():
                return replace(self, title=event.title, titles=self.titles | {event.title})
            case Moved():
                return replace(
                    self,
                    item=event.item,
                    enclosure=event.enclosure,
                    items=self.items | {event.item},
                    enclosures=self.enclosures | {event.enclosure},
                )


def _opened(event: Published) -> Account:
    return Account(
        event,
        **event.model_dump(
            include={"item", "title", "enclosure", "length", "sha256", "corrections"}
        ),
        items=frozenset({event.item}),
        titles=frozenset({event.title}),
        enclosures=frozenset({event.enclosure}),
    )


@dataclass
class Ledger:
    """The accounts by GUID, the GUID of each edition's channel, and what cannot be read.

    ``kept`` is False in an archive that has no ledger at all.
    """

    kept: bool = False
    accounts: dict[str, Account] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def enter(self, event: Event) -> bool:
        """Take in the next event; tell whether it follows from those before."""
        if isinstance(event, Channel):
            return self.channels.setdefault(event.edition, event.guid) == event.guid
        if isinstance(event, Published):
            return self.accounts.setdefault(event.guid, _opened(event)).published == event
        account = self.accounts.get(event.guid)
        if account is None or account.published.edition != event.edition:
            return False
        # What is gone can still get another address, at which it is explained.
        if account.withdrawn and not isinstance(event, Moved):
            return False
        self.accounts[event.guid] = account.after(event)
        return True


def parse(text: str) -> Ledger:
    """Read a ledger. Broken lines become problems.

    A line that stands twice, as it may after a merge, counts once.
    """
    found, seen = Ledger(kept=True), set[str]()
    for number, written in append_only.statements(text):
        if written in seen:
            continue
        seen.add(written)
        try:
            good = found.enter(feed_events.event(written))
        except ValidationError:
            good = False
        if not good:
            found.problems.append(FORM.problem(number, written))
    return found


def read(root: Path) -> Ledger:
    """Read the ledger of an archive; where there is none, an empty one."""
    if not FORM.exists(root):
        return Ledger()
    text, problems = FORM.read(root)
    return Ledger(kept=True, problems=problems) if problems else parse(text)


FORM = append_only.Form(
    "feeds",
    former="docs/podcast/ledger.jsonl",
    head="""\
# Kniha vydaných dílů: co kanály podcastu vydaly. Řádky se jen přidávají, nemění ani nemažou.
# The ledger of published items. Lines are only added, never changed, never deleted.
""",
    untouched=Text(
        "řádek, jak byl zapsán; řádky se nemění, nemažou ani nepřehazují",
        "the line as it was entered; lines are not changed, deleted or put in another order",
    ),
    ending=".jsonl",
)
