"""The page of a withdrawn item: that it was here, why and when it left, how to cite it.

Nothing of the item can be told beyond what ``archive.schema.withdrawal`` has left of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.schema import DEFAULT_LANGUAGE
from archive.schema.fields import Withdrawal
from archive.schema.records import Entry
from archive.schema.withdrawal import neutral_title
from archive.telling.parts import Value
from archive.telling.teller import Teller


@dataclass(frozen=True)
class Tombstone:
    """What the template shows; ``title`` and ``note`` name their language if foreign."""

    kind: str
    label: str
    title: Value
    summary: str
    reason: str
    date: str
    edtf: str
    note: Value | None
    citation: str
    replacement: Value | None


def _foreign(text: str, language: str, teller: Teller) -> Value:
    """Return text set by the rules of its language, which is named if it is not the page's."""
    return Value(text, lang="" if language == teller.language else language)


def _title(teller: Teller, entry: Entry[Any]) -> Value:
    edition = entry.edition(teller.language)
    if not edition.record.withdrawn.title_stays:
        return Value(neutral_title(teller.language))
    return _foreign(edition.record.title, edition.language, teller)


def _note(teller: Teller, gone: Withdrawal) -> Value | None:
    for language in (teller.language, DEFAULT_LANGUAGE, *gone.note):
        if text := gone.note.get(language):
            return _foreign(text, language, teller)
    return None


def _replacement(teller: Teller, gone: Withdrawal) -> Value | None:
    found = teller.library.find(gone.replaced_by or "")
    if found is None:
        return None
    card = teller.card(found)
    return Value(card.title, card.href, lang=card.lang)


def view(teller: Teller, entry: Entry[Any]) -> Tombstone:
    """Return the tombstone of a withdrawn item in the teller's language."""
    gone: Withdrawal = entry.record.withdrawn
    words, title, date = teller.words, _title(teller, entry), teller.date(gone.date)
    citation = words["withdrawn_citation"].format(
        title=title.text if gone.title_stays else f"[{title.text}]",
        archive=words["site_name"],
        date=date,
        address=teller.site.absolute(entry.address(teller.language)),
    )
    return Tombstone(
        kind=entry.kind,
        label=teller.kind_label(entry),
        title=title,
        summary=words[f"withdrawn_text_{entry.kind}"],
        reason=words[f"withdrawn_{gone.reason}"],
        date=date,
        edtf=gone.date,
        note=_note(teller, gone),
        citation=citation,
        replacement=_replacement(teller, gone),
    )
