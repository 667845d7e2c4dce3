"""What the template of any page is given, by the folder the page lies in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from archive.content.library import Library
from archive.content.settings import Site
from archive.pages import item as item_page
from archive.pages import language_anchors, lists, metadata, tombstone
from archive.pages.episode import archives_of
from archive.podcast import subscription
from archive.schema import KINDS, LANGUAGES, paths
from archive.schema.records import Entry
from archive.telling import checksums as fixity_page
from archive.telling import cited_sources, policy
from archive.telling.teller import Teller

_TEMPLATES = {
    "": "home.html",
    "podcast": "show.html",
    "history": "history.html",
    "places": "places.html",
    "years": "years.html",
    "search": "search.html",
    fixity_page.FOLDER: "fixity.html",
    "themes": "themes.html",
    "catalogue": "catalogue.html",
} | dict.fromkeys(("projects", "publications", "people"), "section.html")


@dataclass(frozen=True)
class Elsewhere:
    """A page in another language: whether it is translated, and where its anchors differ."""

    language: str
    translated: bool
    anchors: Mapping[str, str]


def _place(folder: str) -> tuple[str, str]:
    """Split a folder into the section and the item; pages about the archive have no item."""
    section, _, item = folder.partition("/")
    return (section, item) if section in KINDS else (folder, "")


def template(folder: str, library: Library) -> str:
    """Return the name of the template that shows a folder's page."""
    section, item = _place(folder)
    if item:
        if library.gone(f"{section}/{item}"):
            return "tombstone.html"
        return "episode.html" if section == "podcast" else "item.html"
    if folder in library.derived:
        return "browse.html"
    return _TEMPLATES.get(section, "page.html")


def _editions(library: Library, entry: Entry[Any], language: str) -> list[Elsewhere]:
    """Return the same page in the other languages, in their order."""
    return [
        Elsewhere(
            code, code in entry.editions, language_anchors.anchors(library, entry, language, code)
        )
        for code in LANGUAGES
        if code != language
    ]


def values(library: Library, site: Site, folder: str, language: str) -> dict[str, Any]:
    """Return the values of a page in a language, ready to be shown."""
    section, identifier = _place(folder)
    entry = library.show if folder == "podcast" else library.of(section).get(identifier)
    gone = library.gone(f"{section}/{identifier}")
    shown = entry or gone or library.pages.get(section) or library.derived[section]
    listed = None if identifier else lists.view(library, site, section, language)
    return {
        "entry": shown,
        "item": item_page.view(library, site, entry, language) if entry else None,
        "tombstone": tombstone.view(Teller(library, site, language), gone) if gone else None,
        "list": listed,
        # What was withdrawn is not described to machines at all.
        "metadata": None if gone else metadata.view(library, site, shown, language, listed),
        "section": section.partition("/")[0],
        "lang": language,
        "languages": LANGUAGES,
        "elsewhere": _editions(library, shown, language),
        "prefix": paths.prefix(language),
        "settings": site,
        "policy": policy.policy(library),
        "fixity": fixity_page.view(Teller(library, site, language))
        if folder == fixity_page.FOLDER
        else None,
        "text_notes": [] if gone else cited_sources.view(Teller(library, site, language), shown),
        "hashes": fixity_page.of_item(Teller(library, site, language), entry) if entry else [],
        "feeds": subscription.feeds(archives_of(Teller(library, site, language)), language),
        "t": site.strings[language],
    }
