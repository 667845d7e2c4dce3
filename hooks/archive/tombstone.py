"""The page of a withdrawn episode: that it was here, why and when it left, how to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.model import DEFAULT_LANGUAGE
from archive.records import Entry
from archive.site import Site
from archive.text import typeset
from archive.views import Teller, Value


@dataclass(frozen=True)
class Tombstone:
    """What the template shows; ``note`` is in the language it was written in.

    ``superseded`` tells whether what took the episode's place is to be shown.
    """

    label: str
    summary: str
    reason: str
    date: str
    edtf: str
    note: Value | None
    citation: str
    superseded: bool


def view(teller: Teller, site: Site, entry: Entry[Any] | None) -> Tombstone | None:
    """Return the tombstone of an item, or nothing where nothing was withdrawn.

    It repeats neither the description nor the people, since they may be the reason.
    """
    gone, words = getattr(entry and entry.record, "withdrawn", None), teller.words
    if entry is None or gone is None:
        return None
    date = teller.date(gone.date)
    citation = words["withdrawn_citation"].format(
        title=entry.edition(teller.language).record.title,
        archive=words["site_name"],
        date=date,
        address=site.absolute(entry.address(teller.language)),
    )
    note = None
    if gone.note:
        # The note stands in the record of the default language alone.
        own = teller.language == DEFAULT_LANGUAGE
        note = Value(typeset(gone.note, DEFAULT_LANGUAGE), lang="" if own else DEFAULT_LANGUAGE)
    return Tombstone(
        label=words["withdrawn"],
        summary=teller.set(words["withdrawn_text"]),
        reason=words[f"withdrawn_{gone.reason}"],
        date=date,
        edtf=gone.date,
        note=note,
        citation=teller.set(citation),
        superseded=gone.reason == "superseded",
    )
