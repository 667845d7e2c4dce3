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
from typing import Any

from lxml import etree

from archive.content.library import Library
from archive.content.settings import Site
from archive.language import dates
from archive.language.typography import plain
from archive.podcast import feed_pages
from archive.podcast.rss_items import enclosure
from archive.schema import LANGUAGES, paths
from archive.schema.records import Entry
from archive.telling.teller import Teller

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# Made once, at random; never to be changed.
_NAMESPACE = uuid.UUID("f9efd25b-bf34-4dba-b69c-c6b4fedfd9d6")
FOUNDED = dt.date(2026, 11, 21)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _first_day(text: str | None) -> dt.date | None:
    return dates.parse(text).first if text else None


def updated(library: Library, entry: Entry[Any], language: str) -> dt.datetime:
    """Return when an item last changed in a language, as far as ledger and record say."""
    record = entry.record
    days = [FOUNDED, _first_day(record.date)]
    days.append(library.changes.changed(f"/{entry.address(language)}"))
    days += [_first_day(correction.date) for correction in getattr(record, "corrections", [])]
    moments = [_midnight(day) for day in days if day]
    if entry.kind == "podcast" and entry.id:
        moments.append(record.published.astimezone(dt.UTC))
    return max(moments)


def _iso(moment: dt.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def identifier(entry: Entry[Any], language: str) -> str:
    """Return an entry's id; a GUID that another host gave an episode need not be a UUID."""
    guid = getattr(entry.edition(language).record, "guid", "")
    try:
        own = uuid.UUID(guid)
    except ValueError:
        own = uuid.uuid5(_NAMESPACE, guid or f"{language}/{entry.reference}")
    return own.urn


def _put(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}")
    element.text = text or None
    for key, value in attributes.items():
        if value:
            element.set(key, value)
    return element


def _entry(feed: Any, teller: Teller, entry: Entry[Any]) -> None:
    library, site, language = teller.library, teller.site, teller.language
    record = entry.edition(language).record
    element = _put(feed, "entry")
    _put(element, "title", plain(record.title))
    _put(element, "id", identifier(entry, language))
    _put(element, "updated", _iso(updated(library, entry, language)))
    address = site.absolute(entry.address(language))
    # One alternate only: readers that know no hreflang would open the other language.
    _put(element, "link", rel="alternate", type="text/html", href=address, hreflang=language)
    if entry.kind == "podcast":
        sound = library.recordings[entry.id]
        url, size = enclosure(library, site, entry), str(sound.size)
        _put(element, "published", _iso(record.published.astimezone(dt.UTC)))
        _put(element, "link", rel="enclosure", type=sound.type, href=url, length=size)
    _put(element, "category", term=entry.kind, label=plain(teller.kind_label(entry)))
    for theme in record.themes:
        _put(element, "category", term=theme, label=plain(teller.term("themes", theme)))
    _put(element, "summary", plain(record.description))


def items(library: Library, site: Site, language: str) -> list[Entry[Any]]:
    """Return what the feed lists, newest first.

    Left out: what lacks the language or has been withdrawn, and episodes that still have
    a stand-in where the settings leave stand-ins out.
    """

    def listed(entry: Entry[Any]) -> bool:
        if language not in entry.editions or getattr(entry.record, "withdrawn", None):
            return False
        return entry.kind != "podcast" or site.standins or entry.record.recording == "original"

    def key(entry: Entry[Any]) -> tuple[Any, ...]:
        return (
            updated(library, entry, language),
            _first_day(entry.record.date) or dt.date.min,
            entry.reference,
        )

    return sorted(filter(listed, library.every()), key=key, reverse=True)


def _head(library: Library, site: Site, language: str, newest: dt.datetime) -> Any:
    namespaces: dict[Any, str] = {None: _ATOM}
    root: Any = etree.Element(f"{{{_ATOM}}}feed", nsmap=namespaces)
    root.set(f"{_XML}lang", language)
    home = library.pages[""].edition(language).record
    _put(root, "title", plain(home.title))
    _put(root, "subtitle", plain(home.description))
    _put(root, "id", f"urn:uuid:{uuid.uuid5(_NAMESPACE, language)}")
    _put(root, "updated", _iso(newest))
    own = site.absolute(paths.atom(language))
    _put(root, "link", rel="self", type="application/atom+xml", href=own)
    front = site.absolute(library.pages[""].address(language))
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


def write_pages(library: Library, site: Site, language: str) -> dict[str, bytes]:
    """Return the feed of a language by path: one document, or its pages."""
    entries = items(library, site, language)
    moments = (updated(library, entry, language) for entry in entries)
    newest = max([_midnight(FOUNDED), *moments])
    root, teller = _head(library, site, language, newest), Teller(library, site, language)
    for entry in entries:
        _entry(root, teller, entry)
    etree.indent(root)
    pages = feed_pages.split(
        root,
        root.findall(f"{{{_ATOM}}}entry"),
        lambda page: site.absolute(paths.atom(language, page)),
    )
    return {paths.atom(language, number): page for number, page in enumerate(pages, 1)}
