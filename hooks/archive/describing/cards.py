"""The cards of all items in each language, drawn once for the same words, pictures and code."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from archive.cache.image_formats import made_with
from archive.cache.store import Store
from archive.content.library import COVER, Library
from archive.content.settings import Site
from archive.drawing import cards
from archive.drawing.cards import Card
from archive.language.line_breaking import TITLE_FONT
from archive.language.typography import plain, typeset
from archive.schema import paths
from archive.schema.records import Entry
from archive.telling.teller import Teller


def entries(library: Library) -> Iterator[Entry[Any]]:
    """Yield what has a card: every item and the show, but nothing that was withdrawn."""
    if library.show:
        yield library.show
    yield from (e for e in library.every() if not getattr(e.record, "withdrawn", None))


def card(teller: Teller, entry: Entry[Any]) -> Card:
    """Return what an item's card says in the teller's language."""
    edition = entry.edition(teller.language)
    record, cover = edition.record, None
    if entry.kind == "podcast":
        cover = entry.folder / (COVER if entry.id else record.artwork)
    label = teller.kind_label(entry) if entry.id else teller.words["show"]
    date = teller.date(getattr(record, "date", None)) if entry.kind != "podcast" else ""
    eyebrow = " · ".join(part for part in (label, date) if part)
    # A picture is set as it is drawn: nobody sets it later.
    return Card(
        title=typeset(record.title, edition.language),
        eyebrow=typeset(eyebrow, teller.language),
        site=teller.words["site_name"],
        cover=cover,
    )


def text(teller: Teller, entry: Entry[Any]) -> str:
    """Return the text that stands for a card where it is not seen."""
    record, shown = entry.edition(teller.language).record, card(teller, entry)
    picture = record.cover_text if entry.kind == "podcast" and entry.id else ""
    told = f"{shown.eyebrow}: {shown.title}".rstrip(".") + "."
    return plain(f"{told} {picture or getattr(record, 'artwork_text', '')}").strip()


def _key(shown: Card, cover: str) -> str:
    drawn_with = made_with(Path(cards.__file__), cards.BACKDROP, TITLE_FONT, cards.TEXT_FONT)
    return json.dumps([drawn_with, shown.title, shown.eyebrow, shown.site, cover])


def write_all(library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every card by its path; a language that an item lacks has none."""
    kept = Store.of(library.docs.parent, "cards")
    covers: dict[Path | None, str] = {None: ""}
    for entry in entries(library):
        for code in entry.editions:
            shown = card(Teller(library, site, code), entry)
            if shown.cover not in covers and shown.cover:
                covers[shown.cover] = hashlib.sha256(shown.cover.read_bytes()).hexdigest()
            key = _key(shown, covers[shown.cover])
            yield paths.card(entry, code), kept.made(key, partial(cards.draw, shown))
    kept.forget_others()
