"""The podcast feeds, one for each language edition, as RSS 2.0; written with feedgen.

Rules: Apple's requirements, PSP-1, the podcast namespace (see ``namespace``).
The same content gives the same bytes: the feed's date is that of its newest item.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from feedgen.feed import FeedGenerator
from lxml import etree

from archive.content.settings import Site
from archive.podcast import feed_pages, rss_channel, rss_items, texts
from archive.podcast.namespace import ChannelExtension, ItemExtension
from archive.schema import DEFAULT_LANGUAGE, Episode, Show, paths
from archive.schema.problems import ContentError, Problem, Text
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item

# Apple and PSP-1 count bytes, and a Czech letter with a mark is two of them.
DESCRIPTION_LIMIT = 4000
# "Tag values are limited to 255 characters unless otherwise specified": Apple.
TITLE_LIMIT = 255


def languages(archives: Archives) -> tuple[str, ...]:
    """Return the languages that have a feed: those in which the show is told."""
    show = archives[DEFAULT_LANGUAGE].show
    return show.languages if show else ()


def published(item: Item) -> dt.datetime:
    """Return when an episode was published."""
    return item.record_of(Episode).published


def published_episodes(archive: Archive) -> list[Item]:
    """Return the episodes that belong in a feed, newest first.

    Left out: episodes that lack the language or have been withdrawn, and stand-ins
    where the settings say so.
    """
    episodes = [
        item
        for item in archive.episodes()
        if item.sound and not item.lang and (archive.site.standins or not item.sound.is_standin)
    ]
    return sorted(episodes, key=lambda item: (published(item), item.id), reverse=True)


def channel_description(archive: Archive, show: Item) -> str:
    """Return what the channel says of itself, and in which language it is spoken."""
    return f"{show.description} {archive.words['feed_show_language']}"


class _Worded(NamedTuple):
    """An episode and its words, as a feed gives them to apps."""

    item: Item
    title: str
    notes: str


def _worded(archive: Archive) -> list[_Worded]:
    return [
        _Worded(item, texts.item_title(archive, item), texts.show_notes(archive, item))
        for item in published_episodes(archive)
    ]


def _add_item(feed: FeedGenerator, archive: Archive, worded: _Worded) -> None:
    item, site = worded.item, archive.site
    sound = item.heard.recording
    entry = feed.add_entry(order="append")
    entry.title(worded.title)
    entry.guid(item.record_of(Episode).guid, permalink=False)
    entry.link(href=site.absolute(item.page))
    entry.content(worded.notes, type="CDATA")
    entry.enclosure(rss_items.enclosure(site, item.heard), str(sound.size), sound.type)
    entry.published(published(item).astimezone(dt.UTC))
    entry.archive.tags = rss_items.tags(archive, item)


def _copyright(site: Site, license_name: str | None) -> str:
    """Return whose the show is; the licence only where it is known."""
    return f"{license_name} {site.owner_name}" if license_name else site.owner_name


def _channel(feed: FeedGenerator, archive: Archive, episodes: list[Item]) -> None:
    show, site = archive.show, archive.site
    assert show is not None  # the content has been checked
    # feedgen makes the last link the channel's own, so the feed's address comes first.
    own = site.absolute(paths.rss(archive.language))
    feed.link(href=own, rel="self", type="application/rss+xml")
    feed.link(href=site.absolute(show.page))
    feed.title(show.title)
    feed.description(channel_description(archive, show))
    feed.language(archive.language)
    feed.copyright(_copyright(site, show.record_of(Show).license))
    feed.generator("")
    feed.podcast.itunes_author(site.owner_name)
    feed.podcast.itunes_owner(name=site.owner_name, email=site.owner_email)
    feed.archive.tags = rss_channel.tags(archive, show, episodes)


def _placeholders(site: Site) -> list[Problem]:
    """Return the settings that still stand on example.org while a feed goes out in earnest."""
    problems = []
    for name, value in (("OWNER_EMAIL", site.owner_email), ("SITE_URL", site.address)):
        if "example.org" in value:
            expected = Text(
                f"skutečná hodnota {name} v nastavení nasazení (viz manual/o-archivu.md)",
                f"a real value of {name} in the settings of the deployment (see README.md)",
            )
            problems.append(Problem("mkdocs.yml", 0, name, value, expected))
    return problems


def _too_long(item: Item, title: str, description: str) -> list[Problem]:
    """Return where an item or the channel, as apps get it, is longer than they allow."""
    file, problems = item.file, []
    if len(title) > TITLE_LIMIT:
        expected = Text(
            f"nejvýše {TITLE_LIMIT} znaků; zkraťte název",
            f"at most {TITLE_LIMIT} characters; shorten the title",
        )
        found = f"{len(title)} znaků / characters"
        problems.append(Problem(file.path, file.line("title"), "title", found, expected))
    size = len(description.encode())
    if size > DESCRIPTION_LIMIT:
        expected = Text(
            f"nejvýše {DESCRIPTION_LIMIT} bajtů i s HTML (písmeno s háčkem jsou dva)",
            f"at most {DESCRIPTION_LIMIT} bytes with the HTML (an accented letter is two)",
        )
        line = file.line("description")
        problems.append(Problem(file.path, line, "description", f"{size} B", expected))
    return problems


def _faults(archive: Archive, items: list[_Worded]) -> list[Problem]:
    problems = _placeholders(archive.site) if items and not archive.site.standins else []
    if show := archive.show:
        problems += _too_long(show, show.title, channel_description(archive, show))
    for worded in items:
        problems += _too_long(worded.item, worded.title, worded.notes)
    return problems


def limits(archive: Archive) -> list[Problem]:
    """Return where a feed would break the limits that apps set to titles and descriptions.

    A feed that goes to subscribers, which is one without stand-ins, also must not name
    an owner or an address that only stands for one.
    """
    return _faults(archive, _worded(archive))


def write_pages(archive: Archive) -> dict[str, bytes]:
    """Return the feed of a language edition as RSS 2.0, by path: one document, or its pages.

    Raises ContentError when an app would refuse it.
    """
    site, language, items = archive.site, archive.language, _worded(archive)
    if problems := _faults(archive, items):
        raise ContentError(problems)
    feed = FeedGenerator()
    feed.load_extension("podcast")
    feed.register_extension("archive", ChannelExtension, ItemExtension, atom=False)
    _channel(feed, archive, [worded.item for worded in items])
    for worded in items:
        _add_item(feed, archive, worded)
    newest = [published(worded.item) for worded in items[:1]]
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


def write(archive: Archive) -> bytes:
    """Return the main document of a feed: its newest items, as a rule all of them."""
    return write_pages(archive)[paths.rss(archive.language)]


def _tidy(root: etree._Element) -> None:
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
        if description is not None and description.text:
            description.text = etree.CDATA(description.text)
