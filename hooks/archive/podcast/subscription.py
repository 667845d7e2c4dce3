"""How a listener subscribes: the feed's address, its QR code, the apps that carry the show.

The only importer of segno.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from urllib.parse import quote

import segno

from archive.podcast import rss
from archive.schema import DEFAULT_LANGUAGE, Show, paths
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Value

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


def _spoken(archives: Archives, language: str) -> Archive:
    """Return the archive in the language whose feed a page offers: its own, or the show's."""
    show = archives[language].show
    return archives[show.written if show else DEFAULT_LANGUAGE]


def feeds(archives: Archives, language: str) -> Feeds:
    """Return the feeds; each is named in its own language."""
    spoken = _spoken(archives, language)

    def link(code: str) -> Value:
        lang = "" if code == language else code
        return Value(archives[code].words["feed"], paths.rss(code), lang=lang)

    others = [link(code) for code in rss.languages(archives) if code != spoken.language]
    title = spoken.show.title if spoken.show else ""
    return Feeds(title, link(spoken.language), paths.json_feed(spoken.language), others)


def code_path(language: str) -> str:
    """Return the path of the QR code of a language's feed: a phone has no use for it."""
    return f"{paths.rss(language).removesuffix('.xml')}-code.svg"


def _new_address(archive: Archive) -> str:
    return (archive.show.record_of(Show).new_address or "") if archive.show else ""


def _address(archive: Archive) -> str:
    """Return the address that a listener subscribes to."""
    return _new_address(archive) or archive.site.absolute(paths.rss(archive.language))


def codes(archives: Archives) -> dict[str, bytes]:
    """Return the QR codes of the feeds by their paths below the site."""
    return {code_path(code): qr_code(_address(archives[code])) for code in rss.languages(archives)}


def view(archives: Archives, language: str) -> Subscription:
    """Return the panel in a language; ``{feed}`` in an app's address stands for the feed's."""
    spoken = _spoken(archives, language)
    address = _address(spoken)
    carried = spoken.show.record_of(Show).apps if spoken.show else {}
    apps = [
        Value(app_name(name), link.replace("{feed}", quote(address, safe="")))
        for name, link in carried.items()
    ]
    path = _new_address(spoken) or paths.rss(spoken.language)
    return Subscription(path, address, apps, code_path(spoken.language))
