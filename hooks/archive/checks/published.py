"""What subscribers have received stays what it is: the records against the ledger."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from archive.checks import identity, new_files
from archive.checks.identity import problem
from archive.content.library import Library
from archive.keeping.subscribers import Offer, Present, additions
from archive.ledgers import feed_events, feeds
from archive.ledgers.feeds import Account, Ledger
from archive.schema import DEFAULT_LANGUAGE
from archive.schema.problems import Problem, Text, errors

Comparison = Callable[[Ledger, Present], Iterable[Problem]]
LEDGER = feeds.FORM.path


def _known(book: Ledger, now: Present) -> Iterable[tuple[Account, Offer]]:
    """Yield what is offered today and has come out before."""
    for offer in now.offers:
        account = book.accounts.get(offer.guid)
        if account and account.published.edition == offer.edition.language:
            yield account, offer


def ledger_can_be_read(book: Ledger, now: Present) -> Iterable[Problem]:
    """Every line of the ledger is as it was written, and follows from those before."""
    return book.problems


def files_keep_their_names(book: Ledger, now: Present) -> Iterable[Problem]:
    """A recording's address changes only with its folder, or when it goes to another house."""
    for account, offer in _known(book, now):
        stays = offer.entry.id == account.item and "://" not in offer.enclosure + account.enclosure
        if stays and offer.enclosure != account.enclosure:
            name = account.enclosure.rpartition("/")[2]
            expected = Text(
                f"nahrávka se jménem {name}, pod kterým vyšla, i když je její obsah nový; s jiným "
                "přestanou platit odkazy v aplikacích a některé díl nabídnou znovu",
                f"the recording under the name {name} that it came out with, even if what is in it "
                "is new; otherwise links in apps fail, and some offer the episode again",
            )
            yield Problem(f"docs/{offer.enclosure}", 0, "", offer.recording.name, expected)


def _told(length: int, sha256: str) -> str:
    return f"{length} B, sha256 {sha256[:12]}…" if sha256 else f"{length} B"


def replacements_are_explained(book: Ledger, now: Present) -> Iterable[Problem]:
    """Another recording under the same GUID comes with a note, in each language."""
    for account, offer in _known(book, now):
        sound = offer.recording
        noted = len(offer.edition.record.corrections) > account.corrections
        if noted or account.holds(sound.size, sound.sha256):
            continue
        before = _told(account.length, account.sha256)
        expected = Text(
            f"nová oprava s datem a poznámkou: díl vyšel s jinou nahrávkou ({before}). Kdo si ho "
            "stáhl, má tu starou a jinak se nedozví, co je jinak. GUID a jméno souboru nechte; "
            "byla-li výměna omyl, vraťte původní soubor",
            f"another correction with date and note: the episode came out with another recording "
            f"({before}). Whoever downloaded it has the old one, and learns of the change in no "
            "other way. Keep the GUID and the file’s name; if this was a mistake, bring the file "
            "back",
        )
        czech = offer.edition.language == DEFAULT_LANGUAGE
        note = "Opravený střih v 12. minutě." if czech else "Minute 12 edited anew."
        example = f'corrections:\n  - {{date: "2026-12-01", note: {note}}}'
        found = _told(sound.size, sound.sha256)
        yield problem(offer.edition, "corrections", found, expected, example)


def dates_stay(book: Ledger, now: Present) -> Iterable[Problem]:
    """The moment of release stays, to the second.

    Later by any amount puts an old episode on top as new. Earlier puts it among older
    ones, past the newest 200 that gPodder keeps, and on another day AntennaPod no longer
    knows it by title and day. Nothing is won by either: ``date`` says when a work is from.
    """
    later = Text(
        "datum, se kterým díl vyšel; s pozdějším vyskočí v aplikacích nahoru jako nový a překryje "
        "díly po něm. Kdy dílo vzniklo, patří do pole date",
        "the date with which the episode came out; with a later one it jumps to the top of apps "
        "as new, over those after it. When the work was made belongs in date",
    )
    earlier = Text(
        "datum, se kterým díl vyšel; s dřívějším klesne v aplikacích mezi starší, z dlouhých "
        "seznamů vypadne a AntennaPod ho podle dne nepozná. Kdy dílo vzniklo, patří do pole date",
        "the date with which the episode came out; with an earlier one it sinks among older ones, "
        "drops out of long lists, and AntennaPod no longer knows it by its day. When the work was "
        "made belongs in date",
    )
    for account, offer in _known(book, now):
        before = account.published.date
        if offer.date != before:
            edition = offer.entry.edition(DEFAULT_LANGUAGE)
            expected = later if offer.date > before else earlier
            example = f"published: {before.isoformat()}"
            yield problem(edition, "published", offer.date.isoformat(), expected, example)


def everything_is_entered(book: Ledger, now: Present) -> Iterable[Problem]:
    """What comes out is entered; the lines can be copied as they are."""
    lines = [feed_events.line(event) for event in additions(book, now)] if book.kept else []
    if lines:
        expected = Text(
            "tyto řádky na konci knihy vydaných dílů; zapíše je „make ledger“, nebo je zkopírujte. "
            "Co v knize není, to kontrola neohlídá",
            "these lines at the end of the ledger; “make ledger” enters them, or copy them. What "
            "is not in the ledger cannot be watched over",
        )
        yield Problem(
            LEDGER, 0, "", f"chybí / missing: {len(lines)}", expected, "\n".join(lines), "advice"
        )


COMPARISONS: list[Comparison] = [
    ledger_can_be_read,
    identity.channels_keep_their_guid,
    identity.items_stay,
    identity.guids_are_not_reused,
    identity.originals_stay_originals,
    identity.old_addresses_lead_on,
    files_keep_their_names,
    replacements_are_explained,
    dates_stay,
    new_files.titles_tell_items_apart,
    new_files.addresses_are_not_reused,
    new_files.releases_come_last,
]


def compare(book: Ledger, content: Library) -> list[Problem]:
    """Return what is wrong between the ledger and the records, then what is not entered yet."""
    now = Present(content)
    found = [p for comparison in COMPARISONS for p in comparison(book, now)]
    return found if errors(found) else [*found, *everything_is_entered(book, now)]


def published_items_stay(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Whatever has come out keeps what listeners' apps know it by."""
    return compare(feeds.read(root), content)
