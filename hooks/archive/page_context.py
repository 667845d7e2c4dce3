"""What the template of any page is given, by the folder the page lies in."""

from __future__ import annotations

from typing import Any

from archive import item_page, lists, metadata, tombstone
from archive.library import Library
from archive.model import DEFAULT_LANGUAGE, KINDS, LANGUAGES
from archive.site import Site
from archive.views import Teller

_TEMPLATES = {
    "": "home.html",
    "podcast": "show.html",
    "history": "history.html",
    "places": "places.html",
    "years": "years.html",
} | dict.fromkeys(("projects", "publications", "people", "catalogue"), "section.html")


def _place(folder: str) -> tuple[str, str]:
    """Split a folder into the section and the item; pages about the archive have no item."""
    section, _, item = folder.partition("/")
    return (section, item) if section in KINDS else (folder, "")


def template(folder: str, library: Library) -> str:
    """Return the name of the template that shows a folder's page."""
    section, item = _place(folder)
    if item:
        entry = library.of(section).get(item)
        if entry and getattr(entry.record, "withdrawn", None):
            return "tombstone.html"
        return "episode.html" if section == "podcast" else "item.html"
    return _TEMPLATES.get(section, "page.html")


def values(library: Library, site: Site, folder: str, language: str) -> dict[str, Any]:
    """Return the values of a page in a language, ready to be shown."""
    section, identifier = _place(folder)
    entry = library.show if folder == "podcast" else library.of(section).get(identifier)
    shown = entry or library.pages[section]
    gone = tombstone.view(Teller(library, site, language), site, entry)
    listed = None if identifier else lists.view(library, site, section, language)
    return {
        "entry": shown,
        "item": item_page.view(library, site, entry, language) if entry else None,
        "tombstone": gone,
        "list": listed,
        "metadata": metadata.view(library, site, shown, language, listed, gone),
        "section": section.partition("/")[0],
        "lang": language,
        "languages": LANGUAGES,
        "prefix": "" if language == DEFAULT_LANGUAGE else f"{language}/",
        "settings": site,
        "t": site.strings[language],
    }
