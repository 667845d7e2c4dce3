"""The whole archive as an Atom feed (RFC 4287), one for each language.

An entry is known by a URN made from its language, kind and folder name, or from its GUID
where it has one: it stays when the site moves to another address.

``updated`` is the day of the newest change that the ledger of changes has entered, the one
that the sitemap gives. What has not been entered yet has the latest of the archive's founding,
the first day of the record's date, its release in the podcast's feed, and the corrections noted
in it. None of them lies in the future, and none moves back as the archive grows.
"""

from __future__ import annotations

import datetime as dt
import uuid

from lxml import etree
from lxml.etree import _Element

from archive.podcast import feed_pages
from archive.podcast.rss_items import enclosure
from archive.schema import LANGUAGES, Episode, paths
from archive.telling.archive import Archive
from archive.telling.parts import Item

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# Made once, at random; never to be changed.
_NAMESPACE = uuid.UUID("f9efd25b-bf34-4dba-b69c-c6b4fedfd9d6")
FOUNDED = dt.date(2026, 11, 21)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def updated(item: Item, language: str) -> dt.datetime:
    """Return when an item last changed in a language, as far as ledger and record say."""
    days = [FOUNDED, item.date.first if item.date else None, item.changed.get(language)]
    days += item.sound.corrected if item.sound else []
    moments = [_midnight(day) for day in days if day]
    if item.sound:
        moments.append(item.record_of(Episode).published.astimezone(dt.UTC))
    return max(moments)


def _iso(moment: dt.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def identifier(item: Item) -> str:
    """Return an item's id; a GUID that another host gave an episode need not be a UUID."""
    guid = item.record_of(Episode).guid if item.kind == "podcast" else ""
    try:
        own = uuid.UUID(guid)
    except ValueError:
        own = uuid.uuid5(_NAMESPACE, guid or f"{item.language}/{item.reference}")
    return own.urn


def _put(parent: _Element, name: str, text: str = "", **attributes: str) -> _Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    element.text = text or None
    for key, value in attributes.items():
        if value:
            element.set(key, value)
    return element


def _entry(feed: _Element, archive: Archive, item: Item) -> None:
    site, language = archive.site, archive.language
    element = _put(feed, "entry")
    _put(element, "title", item.title)
    _put(element, "id", identifier(item))
    _put(element, "updated", _iso(updated(item, language)))
    # One alternate only: readers that know no hreflang would open the other language.
    address = site.absolute(item.page)
    _put(element, "link", rel="alternate", type="text/html", href=address, hreflang=language)
    if item.sound:
        sound, url = item.sound.recording, enclosure(site, item.sound)
        _put(element, "published", _iso(item.record_of(Episode).published.astimezone(dt.UTC)))
        _put(element, "link", rel="enclosure", type=sound.type, href=url, length=str(sound.size))
    _put(element, "category", term=item.kind, label=item.label)
    for theme in item.themes:
        _put(element, "category", term=theme.id, label=theme.label)
    _put(element, "summary", item.description)


def items(archive: Archive) -> list[Item]:
    """Return what the feed lists, newest first.

    Left out: what lacks the language or has been withdrawn, and episodes that still have
    a stand-in where the settings leave stand-ins out.
    """

    def listed(item: Item) -> bool:
        if item.lang or item.withdrawn:
            return False
        return not item.sound or archive.site.standins or not item.sound.is_standin

    def key(item: Item) -> tuple[dt.datetime, dt.date, str]:
        first = item.date.first if item.date else None
        return (updated(item, archive.language), first or dt.date.min, item.reference)

    return sorted(filter(listed, archive.items.values()), key=key, reverse=True)


def _head(archive: Archive, newest: dt.datetime) -> _Element:
    site, language, home = archive.site, archive.language, archive.pages[""]
    namespaces: dict[str | None, str] = {None: _ATOM}
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap=namespaces)
    root.set(f"{_XML}lang", language)
    _put(root, "title", home.title)
    _put(root, "subtitle", home.description)
    _put(root, "id", f"urn:uuid:{uuid.uuid5(_NAMESPACE, language)}")
    _put(root, "updated", _iso(newest))
    own = site.absolute(paths.atom(language))
    _put(root, "link", rel="self", type="application/atom+xml", href=own)
    front = site.absolute(home.address(language))
    _put(root, "link", rel="alternate", type="text/html", href=front, hreflang=language)
    for code in LANGUAGES:
        if code != language:
            other = site.absolute(paths.atom(code))
            _put(
                root, "link", rel="alternate", type="application/atom+xml",
                href=other, hreflang=code,
            )  # fmt: skip
    author = _put(root, "author")
    _put(author, "name", site.owner_name)
    _put(author, "email", site.owner_email)
    return root


def write_pages(archive: Archive) -> dict[str, bytes]:
    """Return the feed of a language by path: one document, or its pages."""
    site, language, listed = archive.site, archive.language, items(archive)
    moments = (updated(item, language) for item in listed)
    root = _head(archive, max([_midnight(FOUNDED), *moments]))
    for item in listed:
        _entry(root, archive, item)
    etree.indent(root)
    pages = feed_pages.split(
        root,
        root.findall(f"{{{_ATOM}}}entry"),
        lambda page: site.absolute(paths.atom(language, page)),
    )
    return {paths.atom(language, number): page for number, page in enumerate(pages, 1)}
