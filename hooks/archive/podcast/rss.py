"""The podcast feeds, one for each language edition, as RSS 2.0; written with feedgen.

Rules: Apple's requirements, PSP-1, the podcast namespace (see ``podcast_namespace``).
The same content gives the same bytes: the feed's date is that of its newest item.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from feedgen.feed import FeedGenerator
from lxml import etree

from archive.content.library import Library
from archive.content.settings import Site
from archive.language.typography import plain
from archive.podcast import feed_pages, rss_channel, rss_items, texts
from archive.podcast.namespace import ArchiveEntryExtension, ArchiveExtension
from archive.schema import LANGUAGES, Episode, Show, paths
from archive.schema.problems import ContentError, Problem, Text
from archive.schema.records import Entry

# Apple and PSP-1 count bytes, and a Czech letter with a mark is two of them.
DESCRIPTION_LIMIT = 4000
# "Tag values are limited to 255 characters unless otherwise specified": Apple.
TITLE_LIMIT = 255


def languages(library: Library) -> tuple[str, ...]:
    """Return the languages that have a feed: those in which the show is told."""
    editions = library.show.editions if library.show else {}
    return tuple(code for code in LANGUAGES if code in editions)


def published_episodes(library: Library, site: Site, language: str) -> list[Entry[Episode]]:
    """Return the episodes that belong in a feed, newest first.

    Left out: episodes that lack the language or have been withdrawn, and stand-ins
    where the settings say so.
    """
    episodes = [
        entry
        for entry in library.episodes()
        if language in entry.editions
        and not entry.record.withdrawn
        and (site.standins or entry.record.recording == "original")
    ]
    return sorted(episodes, key=lambda entry: (entry.record.published, entry.id), reverse=True)


def channel_description(site: Site, show: Entry[Show], language: str) -> str:
    """Return what the channel says of itself, and in which language it is spoken."""
    record, words = show.edition(language).record, site.strings[language]
    return f"{plain(record.description)} {words['feed_show_language']}"


class _Told(NamedTuple):
    """An episode and its words, as a feed gives them to apps."""

    entry: Entry[Episode]
    title: str
    notes: str


def _told(library: Library, site: Site, language: str) -> list[_Told]:
    return [
        _Told(
            entry,
            texts.item_title(site, entry, language),
            texts.show_notes(library, site, entry, language),
        )
        for entry in published_episodes(library, site, language)
    ]


def _add_item(feed: Any, library: Library, site: Site, told: _Told, language: str) -> None:
    entry = told.entry
    record = entry.edition(language).record
    sound = library.recordings[entry.id]
    item = feed.add_entry(order="append")
    item.title(told.title)
    item.guid(record.guid, permalink=False)
    item.link(href=site.absolute(entry.address(language)))
    item.content(told.notes, type="CDATA")
    item.enclosure(rss_items.enclosure(library, site, entry), str(sound.size), sound.type)
    item.published(record.published.astimezone(dt.UTC))
    item.archive.tags = rss_items.tags(library, site, entry, language)


def _copyright(site: Site, record: Show) -> str:
    """Return whose the show is; the licence only where it is known."""
    return f"{record.license} {site.owner_name}" if record.license else site.owner_name


def _channel(
    feed: Any, library: Library, site: Site, episodes: list[Entry[Episode]], language: str
) -> None:
    show = library.show
    assert show is not None  # the content has been checked
    record = show.edition(language).record
    addresses = {code: site.absolute(paths.rss(code)) for code in languages(library)}
    # feedgen makes the last link the channel's own, so the feed's address comes first.
    feed.link(href=addresses[language], rel="self", type="application/rss+xml")
    feed.link(href=site.absolute(show.address(language)))
    feed.title(record.title)
    feed.description(channel_description(site, show, language))
    feed.language(language)
    feed.copyright(_copyright(site, record))
    feed.generator("")
    feed.podcast.itunes_author(site.owner_name)
    feed.podcast.itunes_owner(name=site.owner_name, email=site.owner_email)
    feed.archive.tags = rss_channel.tags(library, site, episodes, language, addresses)


def _placeholders(site: Site) -> list[Problem]:
    """Return the settings that still stand on example.org while a feed goes out in earnest."""
    problems = []
    for name, value in (("OWNER_EMAIL", site.owner_email), ("SITE_URL", site.address)):
        if "example.org" in value:
            expected = Text(
                f"skutečná hodnota {name} v nastavení nasazení (viz README.cs.md)",
                f"a real value of {name} in the settings of the deployment (see README.md)",
            )
            problems.append(Problem("mkdocs.yml", 0, name, value, expected))
    return problems


def _too_long(entry: Entry[Any], language: str, title: str, description: str) -> list[Problem]:
    """Return where an item or the channel, as apps get it, is longer than they allow."""
    edition, problems = entry.edition(language), []
    if len(title) > TITLE_LIMIT:
        expected = Text(
            f"nejvýše {TITLE_LIMIT} znaků; zkraťte název",
            f"at most {TITLE_LIMIT} characters; shorten the title",
        )
        found = f"{len(title)} znaků / characters"
        problems.append(Problem(edition.path, edition.line("title"), "title", found, expected))
    size = len(description.encode())
    if size > DESCRIPTION_LIMIT:
        expected = Text(
            f"nejvýše {DESCRIPTION_LIMIT} bajtů i s HTML (písmeno s háčkem jsou dva)",
            f"at most {DESCRIPTION_LIMIT} bytes with the HTML (an accented letter is two)",
        )
        line = edition.line("description")
        problems.append(Problem(edition.path, line, "description", f"{size} B", expected))
    return problems


def _faults(library: Library, site: Site, items: list[_Told], language: str) -> list[Problem]:
    problems = _placeholders(site) if items and not site.standins else []
    if show := library.show:
        told = channel_description(site, show, language)
        problems += _too_long(show, language, show.edition(language).record.title, told)
    for item in items:
        problems += _too_long(item.entry, language, item.title, item.notes)
    return problems


def limits(library: Library, site: Site, language: str) -> list[Problem]:
    """Return where a feed would break the limits that apps set to titles and descriptions.

    A feed that goes to subscribers, which is one without stand-ins, also must not name
    an owner or an address that only stands for one.
    """
    return _faults(library, site, _told(library, site, language), language)


def write_pages(library: Library, site: Site, language: str) -> dict[str, bytes]:
    """Return the feed of a language edition as RSS 2.0, by path: one document, or its pages.

    Raises ContentError when an app would refuse it.
    """
    items = _told(library, site, language)
    if problems := _faults(library, site, items, language):
        raise ContentError(problems)
    episodes = [item.entry for item in items]
    feed = FeedGenerator()
    feed.load_extension("podcast")
    feed.register_extension("archive", ArchiveExtension, ArchiveEntryExtension, atom=False)
    _channel(feed, library, site, episodes, language)
    for item in items:
        _add_item(feed, library, site, item, language)
    newest = [entry.record.published for entry in episodes[:1]]
    feed.lastBuildDate(newest[0].astimezone(dt.UTC) if newest else None)
    root = etree.fromstring(feed.rss_str(), etree.XMLParser(huge_tree=True))
    _tidy(root)
    # PSP-1: the three namespaces on <rss>, and no other that is not used.
    etree.cleanup_namespaces(root, keep_ns_prefixes=["itunes", "podcast", "atom"])
    etree.indent(root)
    pages = feed_pages.split(
        root, root[0].findall("item"), lambda page: site.absolute(paths.rss(language, page))
    )
    return {paths.rss(language, number): page for number, page in enumerate(pages, 1)}


def write(library: Library, site: Site, language: str) -> bytes:
    """Return the main document of a feed: its newest items, as a rule all of them."""
    return write_pages(library, site, language)[paths.rss(language)]


def _tidy(root: Any) -> None:
    """Mend what feedgen cannot be told.

    It dates a feed without items with the clock, writes ``<docs>``, and puts show
    notes with a CDATA section into ``content:encoded``, which PSP-1 advises against.
    """
    channel = root[0]
    if channel.find("item") is None:
        for name in ("lastBuildDate", "pubDate"):
            for element in channel.findall(name):
                channel.remove(element)
    for name in ("docs", "generator"):
        for element in channel.findall(name):
            channel.remove(element)
    for item in channel.findall("item"):
        description = item.find("description")
        if description is not None:
            description.text = etree.CDATA(description.text)
