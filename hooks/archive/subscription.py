"""How a listener subscribes: the feed's address, its QR code, the apps that carry the show.

The only importer of segno.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

import segno

from archive import feed, json_feed
from archive.model import DEFAULT_LANGUAGE
from archive.views import Teller, Value

# How apps write their own names; any other id is told as it stands.
APPS = {
    "apple": "Apple Podcasts",
    "spotify": "Spotify",
    "antennapod": "AntennaPod",
    "pocketcasts": "Pocket Casts",
    "pocket-casts": "Pocket Casts",
    "overcast": "Overcast",
    "youtube": "YouTube",
    "deezer": "Deezer",
    "podcastaddict": "Podcast Addict",
    "castbox": "Castbox",
    "podbean": "Podbean",
    "gpodder": "gPodder",
}


@dataclass(frozen=True)
class Feeds:
    """The show's feeds as every page names them; ``others`` are those in further languages."""

    title: str
    own: Value
    json: str
    others: list[Value]


@dataclass(frozen=True)
class Subscription:
    """The panel: ``href`` is the feed's path, ``address`` absolute, ``code`` an SVG."""

    href: str
    address: str
    apps: list[Value]
    code: str


@lru_cache(maxsize=16)
def qr_code(text: str) -> str:
    """Return a text as a QR code (ISO/IEC 18004, level M) in an SVG with its quiet zone.

    Dark on white whatever the scheme: many readers do not see the inverse.
    """
    code: Any = segno.make_qr(text, error="m")
    svg = code.svg_inline(border=4, omitsize=True, dark="#14233a", light="#fff", lineclass=None)
    return str(svg).strip()


def app_name(identifier: str) -> str:
    """Return how an app is called."""
    return APPS.get(identifier, identifier.replace("-", " ").capitalize())


def _spoken(teller: Teller) -> str:
    """Return the language whose feed a page offers: its own, or the show's."""
    show = teller.library.show
    return show.edition(teller.language).language if show else DEFAULT_LANGUAGE


def feeds(teller: Teller) -> Feeds:
    """Return the feeds; each is named in its own language."""
    show, spoken = teller.library.show, _spoken(teller)

    def link(code: str) -> Value:
        lang = "" if code == teller.language else code
        return Value(teller.site.strings[code]["feed"], feed.path(code), lang=lang)

    others = [link(code) for code in feed.languages(teller.library) if code != spoken]
    title = show.edition(spoken).record.title if show else ""
    return Feeds(title, link(spoken), json_feed.path(spoken), others)


def view(teller: Teller) -> Subscription:
    """Return the panel in a language; ``{feed}`` in an app's address stands for the feed's."""
    show, path = teller.library.show, feed.path(_spoken(teller))
    record = show.edition(teller.language).record if show else None
    moved = record.new_address if record else None
    address = moved or teller.site.absolute(path)
    apps = [
        Value(app_name(name), link.replace("{feed}", quote(address, safe="")))
        for name, link in (record.apps if record else {}).items()
    ]
    return Subscription(moved or path, address, apps, qr_code(address))
