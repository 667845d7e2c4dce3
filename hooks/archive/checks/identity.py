"""Who an item is stays what it was: GUIDs, folders and originals against the ledger.

All apps know an item by its GUID. gPodder (model.py) knows nothing else, and forgets
what the feed no longer lists; to it another GUID is another episode.
"""

from __future__ import annotations

from collections.abc import Iterable

from archive.checks.walk import at
from archive.content.library import Library
from archive.keeping.subscribers import Present
from archive.ledgers.feeds import Account, Ledger
from archive.schema import DEFAULT_LANGUAGE, Episode, Item
from archive.schema.problems import Problem, Text
from archive.schema.records import Edition

WITHDRAW = 'withdrawn: {date: "2026-12-01", reason: rights}'


def problem(edition: Edition[Item], name: str, found: str, expected: Text, example: str) -> Problem:
    """Return a problem of one field in an edition's file."""
    return Problem(edition.path, edition.line(name), name, found, expected, example)


def channels_keep_their_guid(book: Ledger, now: Present) -> Iterable[Problem]:
    """Each edition's channel keeps its podcast:guid."""
    for language, guid in book.channels.items():
        edition = now.content.show.editions.get(language) if now.content.show else None
        if edition and edition.record.guid != guid:
            expected = Text(
                "GUID, pod kterým kanál vyšel; s jiným ho adresáře vezmou za cizí pořad a "
                "odběratelé zůstanou u starého. Vraťte ho, i když se kanál stěhuje",
                "the GUID under which the channel came out; with another, directories take it for "
                "another show and subscribers stay behind. Bring it back, even if the feed moves",
            )
            yield problem(edition, "guid", edition.record.guid, expected, f"guid: {guid}")


def _no_folder(account: Account, content: Library) -> Iterable[Problem]:
    if f"podcast/{account.item}" in content.faulty:
        return  # the reader of the record tells why
    title = account.title
    expected = Text(
        f"složka dílu „{title}“: vyšel, lidé ho mají v aplikacích a zmizel by jim beze slova. "
        "Vraťte ji. Stáhnout díl: nechte v ní záznam s polem withdrawn. Přejmenovat složku: starý "
        "název patří do moved_from",
        f"the folder of “{title}”: it came out, people have it in their apps and would lose it "
        "without a word. Bring it back. To withdraw the episode leave its record with withdrawn; "
        "to rename the folder put the old name into moved_from",
    )
    yield Problem(f"docs/podcast/{account.item}", 0, "", "", expected, WITHDRAW)


def _missing(account: Account, content: Library) -> Iterable[Problem]:
    """Tell what has become of an item whose GUID stands in no record."""
    language, guid = account.published.edition, account.published.guid
    moved = (entry for entry in content.all_episodes() if account.item in entry.record.moved_from)
    reference = f"podcast/{account.item}"
    found = content.find(reference) or content.gone(reference) or next(moved, None)
    if found is None:
        yield from _no_folder(account, content)
        return
    entry = found.of(Episode)
    edition = entry.editions.get(language)
    if edition:
        expected = Text(
            "GUID, pod kterým díl vyšel; s jiným ho odběratelé dostanou podruhé jako nový a "
            "přijdou o místo, kde poslouchali. Vraťte ho, i když měníte název nebo nahrávku",
            "the GUID under which the episode came out; with another, subscribers get it twice, "
            "as new, and lose their place. Bring it back, even if title or recording change",
        )
        yield problem(edition, "guid", edition.record.guid, expected, f"guid: {guid}")
    elif not (entry.folder / f"index.{language}.md").exists():
        expected = Text(
            f"soubor s GUID {guid}: díl „{account.title}“ vyšel i v tomto jazyce a odběratelům by "
            "zmizel. Vraťte ho; oba jazyky stáhne pole withdrawn v českém souboru",
            f"the file with the GUID {guid}: “{account.title}” came out in this language too, and "
            "subscribers would lose it. Bring it back; withdrawn in the Czech file takes out both",
        )
        path = f"docs/podcast/{entry.id}/index.{language}.md"
        yield Problem(path, 0, "", "", expected, WITHDRAW)


def items_stay(book: Ledger, now: Present) -> Iterable[Problem]:
    """Every GUID that came out stands in a record, be the episode withdrawn or not."""
    for guid, account in book.accounts.items():
        if guid not in now.editions:
            yield from _missing(account, now.content)


def guids_are_not_reused(book: Ledger, now: Present) -> Iterable[Problem]:
    """A GUID stays in its edition, and one that was withdrawn does not come back."""
    for guid, (entry, edition) in now.editions.items():
        account = book.accounts.get(guid)
        if account and account.published.edition != edition.language:
            expected = Text(
                f"GUID, který patří sem; tento patří vydání „{account.published.edition}“ dílu "
                f"„{account.title}“, a aplikace by obě vydání zaměnily",
                f"the GUID that belongs here; this one belongs to the edition "
                f"“{account.published.edition}” of “{account.title}”; apps would confuse the two",
            )
            yield problem(edition, "guid", guid, expected, "")
        elif account and account.withdrawn and entry.record.withdrawn is None:
            expected = Text(
                "pole withdrawn; díl byl stažen a v aplikacích by se vynořil jako nový i těm, kdo "
                "ho slyšeli. Má-li se vrátit, založte novou složku, nový GUID a dnešní published",
                "the field withdrawn; the episode was withdrawn and would surface as new even to "
                "those who heard it. To bring it back make a new folder, GUID and published",
            )
            yield problem(entry.edition(DEFAULT_LANGUAGE), "withdrawn", "", expected, WITHDRAW)


def originals_stay_originals(book: Ledger, now: Present) -> Iterable[Problem]:
    """What came out as an original does not become a stand-in."""
    for guid, (entry, _) in now.editions.items():
        account, record = book.accounts.get(guid), entry.record
        if account and record.withdrawn is None and record.recording == "stand-in":
            expected = Text(
                "záznam bez tohoto řádku: díl už vyšel v originále a se zástupnou nahrávkou by z "
                "kanálu zmizel. Vraťte původní nahrávku, nebo díl stáhněte polem withdrawn",
                "a record without this line: the episode came out as the original, and with a "
                "stand-in would vanish from the feed. Bring the original back, or withdraw it",
            )
            yield problem(
                entry.edition(DEFAULT_LANGUAGE), "recording", "stand-in", expected, WITHDRAW
            )


def old_addresses_lead_on(book: Ledger, now: Present) -> Iterable[Problem]:
    """A renamed folder names every folder that it came out in."""
    former: dict[str, set[str]] = {}
    entries = {}
    for guid, (entry, _) in now.editions.items():
        if account := book.accounts.get(guid):
            entries[entry.id] = entry
            unnamed = account.items - {entry.id, *entry.record.moved_from}
            former.setdefault(entry.id, set()).update(unnamed)
    for identifier, names in former.items():
        for name in sorted(names):
            path, line = at(entries[identifier], "moved_from")
            expected = Text(
                f"„{name}“, název složky, pod kterým díl vyšel: bez něj odkazy a citace na starou "
                "adresu skončí chybou. Je-li to jiný díl, dejte mu nový GUID a složku vraťte",
                f"“{name}”, the folder in which the episode came out: without it links and "
                "citations of the old address end in an error. If this is another episode, give "
                "it a new GUID and bring the old folder back",
            )
            told = ", ".join([*entries[identifier].record.moved_from, name])
            yield Problem(path, line, "moved_from", "", expected, f"moved_from: [{told}]")
