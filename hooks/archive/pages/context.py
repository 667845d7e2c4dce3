"""What the template of any page is given, by the folder the page lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.describing.pages import fronts
from archive.drawing import title_covers
from archive.pages import item as item_page
from archive.pages import language_anchors, lists, metadata, tombstone
from archive.podcast import subscription
from archive.schema.kinds import KINDS, sections
from archive.telling.archive import Archive, Archives, Page
from archive.telling.parts import Item

# The place of the history in the menu.
HISTORY = 5
# The page of all checksums.
FIXITY = "about/fixity"
_TEMPLATES = {
    "": "home.html",
    "history": "history.html",
    "places": "places.html",
    "years": "years.html",
    "search": "search.html",
    FIXITY: "fixity.html",
    "themes": "themes.html",
    "catalogue": "catalogue.html",
}


@dataclass(frozen=True)
class Elsewhere:
    """A page in another language: whether it is translated, and where its anchors differ."""

    language: str
    translated: bool
    anchors: Mapping[str, str]


def template(folder: str, archive: Archive) -> str:
    """Return the name of the template that shows a folder's page."""
    shown = archive.at(folder)
    if isinstance(shown, Item) and not shown.is_show:
        if shown.withdrawn:
            return "tombstone.html"
        return KINDS[shown.kind].template
    if isinstance(shown, Page) and shown.listing:
        return "browse.html"
    if folder in KINDS:
        return KINDS[folder].front_template
    return _TEMPLATES.get(folder, "page.html")


def _menu() -> list[str]:
    """Return the sections in the menu at the head; the history stands between the kinds."""
    kinds = {kind.menu: kind.name for kind in KINDS.values() if kind.menu}
    placed = kinds | {HISTORY: "history", max(kinds) + 1: "about"}
    return [placed[place] for place in sorted(placed)]


def _elsewhere(archives: Archives, shown: Item | Page, folder: str) -> list[Elsewhere]:
    """Return the same page in the other languages, in their order."""
    return [
        Elsewhere(
            code,
            code in shown.languages,
            language_anchors.anchors(archives, folder, shown.language, code),
        )
        for code in archives
        if code != shown.language
    ]


def values(archives: Archives, folder: str, language: str) -> dict[str, Any]:
    """Return the values of a page in a language, ready to be shown."""
    archive = archives[language]
    shown = archive.at(folder)
    assert shown is not None  # every page is that of an item, of staff, or a list
    item = shown if isinstance(shown, Item) and not shown.withdrawn else None
    gone = shown if isinstance(shown, Item) and shown.withdrawn else None
    listed = lists.view(archives, folder, language)
    return {
        "entry": shown,
        "folder": folder,
        "item": item_page.view(archives, item) if item else None,
        "tombstone": tombstone.view(archive, gone) if gone else None,
        "list": listed,
        # What was withdrawn is not described to machines at all.
        "metadata": None if gone else metadata.view(archives, shown, language, listed),
        "section": folder.partition("/")[0],
        "lang": language,
        "languages": tuple(archives),
        "elsewhere": _elsewhere(archives, shown, folder),
        "prefix": archive.prefix,
        "settings": archive.site,
        "policy": archive.policy,
        "fixity": archive.fixity if folder == FIXITY else None,
        "text_notes": shown.notes,
        "hashes": item.files if item else [],
        "feeds": subscription.feeds(archives, language),
        "miniature": title_covers.miniature,
        "menu": _menu(),
        "footer": [*_menu()[:-1], *(kind.name for kind in sections() if not kind.menu)],
        "fronts": fronts(),
        "t": archive.words,
    }
