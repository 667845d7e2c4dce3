"""What is new is not taken for what is old: titles, addresses and dates of arrivals.

How apps tell old from new, read in their code. AntennaPod (FeedDatabaseWriter,
FeedItemDuplicateGuesser) takes an item whose GUID it does not know for one it has when
the enclosure's address is the same, or the title, the day and, within ten minutes, the
length; the rest is new, if it is no older than the newest it has.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from archive.checks.identity import problem
from archive.keeping.subscribers import Present
from archive.ledgers.feeds import Account, Ledger
from archive.schema import DEFAULT_LANGUAGE
from archive.schema.problems import Problem, Text

# A day has 25 hours when summer time ends.
_DAY = dt.timedelta(hours=25)
# What AntennaPod's canonicalizeTitle takes for the same sign.
_SIGNS = str.maketrans({"“": '"', "”": '"', "„": '"', "—": "-"})


def _present(book: Ledger, now: Present) -> dict[str, Account]:
    """Return what came out and is where it belongs; of the rest ``identity`` tells."""
    places = {guid: one.language for guid, (_, one) in now.editions.items()}
    known = book.accounts.items()
    return {guid: kept for guid, kept in known if places.get(guid) == kept.published.edition}


def titles_tell_items_apart(book: Ledger, now: Present) -> Iterable[Problem]:
    """No item has, within a day of another, a title that the other has or once had.

    A day and not AntennaPod's calendar date, which hangs on the listener's time zone; the
    length is left aside, since an app may have measured an earlier recording.
    """
    known: dict[tuple[str, str], list[tuple[str, dt.datetime]]] = {}

    def key(edition: str, title: str) -> tuple[str, str]:
        return edition, title.strip().translate(_SIGNS)

    for guid, account in _present(book, now).items():
        for title in account.titles:
            mark = key(account.published.edition, title)
            known.setdefault(mark, []).append((guid, account.published.date))
    for offer in now.offers:
        before = book.accounts.get(offer.guid)
        same = known.setdefault(key(offer.edition.language, offer.title), [])
        if before and before.title == offer.title:
            continue
        if any(guid != offer.guid and abs(offer.date - date) < _DAY for guid, date in same):
            expected = Text(
                "název, který nemá ani neměl jiný díl z téhož dne; AntennaPod je vezme za jeden a "
                "druhý posluchači neukáže",
                "a title that no other episode of the same day has or had; AntennaPod takes them "
                "for one and does not show the other",
            )
            yield problem(
                offer.edition, "title", offer.title, expected, "title: Nad hrncem, 2. část"
            )
        same.append((offer.guid, offer.date))


def addresses_are_not_reused(book: Ledger, now: Present) -> Iterable[Problem]:
    """No recording stands at an address at which another episode came out."""
    owners = {
        (account.published.edition, address): guid
        for guid, account in _present(book, now).items()
        for address in account.enclosures
    }
    for offer in now.offers:
        owner = owners.setdefault((offer.edition.language, offer.enclosure), offer.guid)
        if owner != offer.guid:
            expected = Text(
                "nahrávka na adrese, kde žádný jiný díl není ani nebyl; AntennaPod by podle ní "
                "vzal tento díl za onen, už slyšený. Uložte ji pod jiným jménem",
                "a recording at an address where no other episode is or was; by it AntennaPod "
                "would take this episode for that one, heard before. Keep it under another name",
            )
            name = "audio" if "://" in offer.enclosure else ""
            yield problem(
                offer.entry.edition(DEFAULT_LANGUAGE), name, offer.enclosure, expected, ""
            )


def releases_come_last(book: Ledger, now: Present) -> Iterable[Problem]:
    """What is new is newer than what came out before, or apps do not announce it."""
    newest: dict[str, dt.datetime] = {}
    for account in book.accounts.values():
        first = account.published
        newest[first.edition] = max(first.date, newest.get(first.edition, first.date))
    for offer in now.offers:
        before = newest.get(offer.edition.language)
        # A translation that comes later has the date of the original, and must.
        out = any(e.record.guid in book.accounts for e in offer.entry.editions.values())
        if before and offer.date < before and not out:
            expected = Text(
                f"datum po {before.isoformat()}, kdy vyšel poslední díl; starší aplikace "
                "neohlásí a zařadí ho dolů. Kdy dílo vzniklo, patří do pole date",
                f"a date after {before.isoformat()}, that of the last release; apps do not "
                "announce what is older. When the work was made belongs in date",
            )
            found, edition = offer.date.isoformat(), offer.entry.edition(DEFAULT_LANGUAGE)
            line = edition.line("published")
            yield Problem(edition.path, line, "published", found, expected, "", "advice")
