"""The page of a withdrawn item: that it was here, why and when it left, how to cite it.

Nothing of the item can be told beyond what ``archive.schema.withdrawal`` has left of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from archive.schema.withdrawal import neutral_title
from archive.telling.archive import Archive
from archive.telling.parts import Item, Value


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


def view(archive: Archive, item: Item) -> Tombstone:
    """Return the tombstone of a withdrawn item."""
    gone, left, words = item.withdrawn, item.departure, archive.words
    assert gone
    assert left
    stays = gone.title_stays
    title = Value(item.title, lang=item.lang) if stays else Value(neutral_title(archive.language))
    citation = words["withdrawn_citation"].format(
        title=title.text if stays else f"[{title.text}]",
        archive=words["site_name"],
        date=left.date.words,
        address=archive.site.absolute(item.address(archive.language)),
    )
    card = left.replacement
    return Tombstone(
        kind=item.kind,
        label=item.label,
        title=title,
        summary=words[f"withdrawn_text_{item.kind}"],
        reason=left.reason,
        date=left.date.words,
        edtf=left.date.edtf,
        note=left.note,
        citation=citation,
        replacement=Value(card.title, card.href, lang=card.lang) if card else None,
    )
