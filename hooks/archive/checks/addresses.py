"""What has an address keeps it: the records against the ledger, as far as no build is needed.

The rest (feeds, exports, files, what templates name) is compared when the site is built.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.checks.walk import at
from archive.content import headings, moves
from archive.content.library import Library
from archive.content.timeline import TIMELINE
from archive.keeping import address_kinds
from archive.keeping.address_messages import EITHER, lost_anchor
from archive.ledgers import addresses as ledger_of_addresses
from archive.ledgers import feeds
from archive.ledgers.addresses import Book
from archive.schema import LANGUAGES, Written, paths
from archive.schema.problems import Problem, Text
from archive.schema.records import Edition, Entry


def _recorded(book: Book) -> dict[str, None]:
    """Return the records that ever had a page, in order, each once."""
    found: dict[str, None] = {}
    for address in sorted(book.addresses):
        path = address.lstrip("/")
        record = address_kinds.record_of(path)
        if record and address_kinds.without_language(path) == f"{record}/":
            found[record] = None
    return found


def _likely(content: Library, reference: str, recorded: Iterable[str]) -> tuple[str, int]:
    """Return the file and line of the new record that a vanished one may have become."""
    kind, _, name = reference.partition("/")
    known = set(recorded)
    new = {e.id: e for e in content.of(kind).values() if e.reference not in known}
    near = difflib.get_close_matches(name, new, n=1) or (list(new) if len(new) == 1 else [])
    return at(new[near[0]], "moved_from") if near else (f"docs/{reference}", 0)


def records_stay(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every record that ever had a page has one, a tombstone, or a page that leads on."""
    recorded = _recorded(ledger_of_addresses.read(root))
    former = {folder for _, folder in moves.moved(content)}
    # Of episodes that came out the ledger of the podcast tells more.
    out = {f"podcast/{a.item}" for a in feeds.read(root).accounts.values()}
    for reference in recorded:
        if content.exists(reference) or reference in former or reference in out:
            continue
        name = reference.rpartition("/")[2]
        path, line = _likely(content, reference, recorded)
        expected = Text(
            f"záznam {reference}: je zveřejněný, a kdo na něj odkázal nebo ho citoval, našel by "
            "„Stránka tu není“ (404). Přejmenovali jste složku? Starý název patří do moved_from. "
            "Má záznam zmizet? Složku nechte a přidejte withdrawn",
            f"the record {reference}: it is published, and whoever linked to it or cited it would "
            "find an error (404). Renamed the folder? The old name belongs in moved_from. Is the "
            "record to go? Leave the folder and add withdrawn",
        )
        example = EITHER.replace("drivejsi-nazev", name)
        yield Problem(path, line, "moved_from", "", expected, example)


def _texts(content: Library) -> Iterator[tuple[Entry[Written], Edition[Written]]]:
    """Yield the editions whose text stands on their page under its own headings."""
    pages = [page for kind, page in content.pages.items() if kind.partition("/")[0] == "about"]
    entries: list[Entry[Written]] = [*content.every(), *pages]
    for entry in entries:
        for edition in entry.editions.values():
            yield entry, edition


def _wanted(book: Book, entry: Entry[Written], language: str) -> set[str]:
    """Return the anchors that a page had under its present or an earlier address."""
    addresses = [entry.address(language), *(paths.page(old, language) for old in moves.of(entry))]
    wanted = [book.addresses.get(f"/{address}", set()) for address in addresses]
    return set().union(*wanted)


def anchors_stay(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every heading of a text that has been published can still be linked to."""
    book = ledger_of_addresses.read(root)
    yield from book.problems
    for entry, edition in _texts(content) if book.addresses else ():
        wanted = _wanted(book, entry, edition.language)
        missing = wanted - headings.anchors(edition.body) if wanted else set()
        new = [h for h in headings.headings(edition.body) if h.anchor not in wanted]
        for anchor in sorted(missing):
            if address_kinds.is_in_templates(anchor, content.docs):
                continue  # the build compares what templates name
            # Most likely one of the new headings, reworded.
            near = difflib.get_close_matches(anchor, [h.anchor for h in new], n=1, cutoff=0)
            heading = next((h for h in new if h.anchor in near), None)
            line = edition.first_body_line + (heading.line if heading else 0)
            example = f"## {heading.text} {{#{anchor}}}" if heading else ""
            address = f"/{entry.address(edition.language)}"
            yield lost_anchor(address, anchor, edition.path, line, example)


def timeline_stays(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every fact of the timeline that has been published can still be linked to."""
    addresses = ledger_of_addresses.read(root).addresses
    page = content.pages.get("history")
    if page is None:
        return
    named = [addresses.get(f"/{page.address(language)}", set()) for language in LANGUAGES]
    wanted = {
        anchor for anchor in set().union(*named) if anchor[0] == "e" and anchor[1:2].isdigit()
    }
    for anchor in sorted(wanted - set(content.anchors.values())):
        expected = Text(
            f"událost s kotvou {anchor}: je zveřejněná a odkazuje se na ni. Změnilo se datum? "
            "Přidejte k události její dřívější kotvu",
            f"an event with the anchor {anchor}: it is published, and links lead to it. Has the "
            "date changed? Add its earlier anchor to the event",
        )
        yield Problem(f"docs/{TIMELINE}", 0, "anchor", "", expected, f"  anchor: {anchor}")
