"""How a listener subscribes: the feed's address, its QR code, the apps that carry the show.

The only importer of segno.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from urllib.parse import quote

import segno

from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast import rss
from archive.schema import DEFAULT_LANGUAGE, Show, paths
from archive.telling.parts import Value
from archive.telling.teller import Teller

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
    """The panel: ``href`` is the feed's path, ``address`` absolute, ``code`` the QR code's path."""

    href: str
    address: str
    apps: list[Value]
    code: str


def qr_code(text: str) -> bytes:
    """Return a text as a QR code (ISO/IEC 18004, level M) in an SVG with its quiet zone.

    Dark on white whatever the scheme: many readers do not see the inverse.
    """
    target = io.BytesIO()
    segno.make_qr(text, error="m").save(
        target, kind="svg", xmldecl=False, border=4, dark="#14233a", light="#fff", lineclass=None
    )
    return target.getvalue()


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
        return Value(teller.site.strings[code]["feed"], paths.rss(code), lang=lang)

    others = [link(code) for code in rss.languages(teller.library) if code != spoken]
    title = show.edition(spoken).record.title if show else ""
    return Feeds(title, link(spoken), paths.json_feed(spoken), others)


def code_path(language: str) -> str:
    """Return the path of the QR code of a language's feed: a phone has no use for it."""
    return f"{paths.rss(language).removesuffix('.xml')}-code.svg"


def _record(library: Library, language: str) -> Show | None:
    return library.show.edition(language).record if library.show else None


def _address(library: Library, site: Site, language: str) -> str:
    """Return the address that a listener subscribes to."""
    record = _record(library, language)
    return (record.new_address if record else None) or site.absolute(paths.rss(language))


def codes(library: Library, site: Site) -> dict[str, bytes]:
    """Return the QR codes of the feeds by their paths below the site."""
    spoken = rss.languages(library)
    return {code_path(code): qr_code(_address(library, site, code)) for code in spoken}


def view(teller: Teller) -> Subscription:
    """Return the panel in a language; ``{feed}`` in an app's address stands for the feed's."""
    spoken = _spoken(teller)
    record = _record(teller.library, spoken)
    address = _address(teller.library, teller.site, spoken)
    apps = [
        Value(app_name(name), link.replace("{feed}", quote(address, safe="")))
        for name, link in (record.apps if record else {}).items()
    ]
    moved = record.new_address if record else None
    return Subscription(moved or paths.rss(spoken), address, apps, code_path(spoken))
