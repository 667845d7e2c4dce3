"""The cards of all items in each language, drawn once for the same words, pictures and code."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from archive.cache.image_formats import made_with
from archive.cache.store import Store
from archive.content.library import COVER
from archive.drawing import cards
from archive.drawing.cards import Card
from archive.language.line_breaking import TITLE_FONT
from archive.language.typography import plain, typeset
from archive.schema import DEFAULT_LANGUAGE, Show, paths
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item


def carded(archive: Archive) -> Iterator[Item]:
    """Yield what has a card: every item and the show, but nothing that was withdrawn."""
    if archive.show:
        yield archive.show
    yield from archive.items.values()


def _eyebrow(item: Item) -> str:
    """Return what stands above the title: what it is, and of a work when."""
    date = item.date.words if item.date and item.kind != "podcast" else ""
    return " · ".join(part for part in (item.label, date) if part)


def card(archive: Archive, item: Item) -> Card:
    """Return what an item's card says in the language of the archive."""
    cover = None
    if item.kind == "podcast":
        cover = item.folder / (item.record_of(Show).artwork if item.is_show else COVER)
    # A picture is set as it is drawn: nobody sets it later.
    return Card(
        title=typeset(item.title, item.written),
        eyebrow=typeset(_eyebrow(item), item.language),
        site=archive.words["site_name"],
        cover=cover,
    )


def text(item: Item) -> str:
    """Return the text that stands for a card where it is not seen."""
    told = f"{_eyebrow(item)}: {item.title}".rstrip(".") + "."
    return plain(f"{told} {item.card.image_text}").strip()


def _key(shown: Card, cover: str) -> str:
    drawn_with = made_with(Path(cards.__file__), cards.BACKDROP, TITLE_FONT, cards.TEXT_FONT)
    return json.dumps([drawn_with, shown.title, shown.eyebrow, shown.site, cover])


def write_all(archives: Archives, root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every card by its path; a language that an item lacks has none.

    They are remembered in the store below ``root``.
    """
    kept = Store.of(root, "cards")
    covers: dict[Path | None, str] = {None: ""}
    for item in carded(archives[DEFAULT_LANGUAGE]):
        for code in item.languages:
            shown = card(archives[code], archives[code].same(item))
            if shown.cover not in covers and shown.cover:
                covers[shown.cover] = hashlib.sha256(shown.cover.read_bytes()).hexdigest()
            key = _key(shown, covers[shown.cover])
            yield paths.card(item, code), kept.made(key, partial(cards.draw, shown))
    kept.forget_others()
