"""What feedgen cannot write: the podcast namespace, and Apple's tags as they are today.

Sources: podcastindex.org/namespace/1.0; PSP-1; Apple's "Podcaster's guide to RSS"; Podlove
simple chapters 1.2. feedgen refuses ``true`` and ``false`` for itunes:explicit, drops
``.jpeg`` artwork without a word, and has no podcast namespace.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.util import xml_elem

from archive.content.chapters import normal_play_time, seconds
from archive.podcast.namespace_tags import (
    AlternateTag,
    ChannelTags,
    ImageTag,
    ItemTags,
    LicenseTag,
    PersonTag,
)
from archive.schema.podcast_services import ALL

PODCAST = "https://podcastindex.org/namespace/1.0"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
ATOM = "http://www.w3.org/2005/Atom"
PSC = "http://podlove.org/simple-chapters"


def _add(parent: Any, namespace: str, tag: str, text: str = "", /, **attributes: Any) -> Any:
    """Add an element; an attribute that is empty is left out, ``_`` in its name is a hyphen."""
    element = xml_elem(f"{{{namespace}}}{tag}", parent)
    element.text = text or None
    for key, value in attributes.items():
        if value not in ("", None, False):
            element.set(key.replace("_", "-"), "true" if value is True else str(value))
    return element


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _people(parent: Any, people: Iterable[PersonTag]) -> None:
    for person in people:
        _add(
            parent, PODCAST, "person", person.name,
            role=person.role, group=person.group, href=person.href,
        )  # fmt: skip


def _images(parent: Any, images: Iterable[ImageTag]) -> None:
    for image in images:
        _add(
            parent, PODCAST, "image", href=image.href, alt=image.alt, aspect_ratio="1/1",
            width=image.width or "", type=image.type, purpose=image.purpose,
        )  # fmt: skip


def _license(parent: Any, license: LicenseTag | None) -> None:
    if license:
        _add(parent, PODCAST, "license", license.name, url=license.url)


def _itunes_channel(channel: Any, tags: ChannelTags) -> None:
    _add(channel, ITUNES, "explicit", _yes(tags.explicit))
    _add(channel, ITUNES, "type", tags.type)
    _add(channel, ITUNES, "image", href=tags.image)
    category = _add(channel, ITUNES, "category")
    category.set("text", tags.category)
    if tags.subcategory:
        _add(category, ITUNES, "category").set("text", tags.subcategory)
    if tags.complete:
        _add(channel, ITUNES, "complete", "Yes")
    if tags.new_address:
        _add(channel, ITUNES, "new-feed-url", tags.new_address)
    if ALL in tags.blocked:
        _add(channel, ITUNES, "block", "Yes")


def _standing(channel: Any, tags: ChannelTags) -> None:
    """Write whose the show is, under which terms, and where it may be shown."""
    _add(channel, PODCAST, "guid", tags.guid)
    _add(channel, PODCAST, "locked", "yes", owner=tags.owner_email)
    _add(channel, PODCAST, "medium", "podcast")
    _license(channel, tags.license)
    if tags.publisher:
        guid, address = tags.publisher
        parent = _add(channel, PODCAST, "publisher")
        _add(parent, PODCAST, "remoteItem", medium="publisher", feedGuid=guid, feedUrl=address)
    for service in tags.blocked:
        _add(channel, PODCAST, "block", "yes", id="" if service == ALL else service)


def _news(channel: Any, tags: ChannelTags) -> None:
    """Write what the show says of itself to listeners and machines."""
    for address, text in tags.funding:
        _add(channel, PODCAST, "funding", text, url=address)
    for trailer in tags.trailers:
        _add(
            channel, PODCAST, "trailer", trailer.title, pubdate=trailer.pubdate, url=trailer.url,
            length=trailer.length, type=trailer.type, season=trailer.season,
        )  # fmt: skip
    if tags.frequency:
        frequency = tags.frequency
        _add(channel, PODCAST, "updateFrequency", frequency.text, complete=frequency.complete)
    for purpose, text in tags.txt:
        _add(channel, PODCAST, "txt", text, purpose=purpose)


class ArchiveExtension(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """The channel's side of the extension; feedgen calls it ``fg.archive``."""

    def __init__(self) -> None:
        self.tags: ChannelTags | None = None

    def extend_ns(self) -> dict[str, str]:
        """Declare the namespaces on ``<rss>``."""
        return {"podcast": PODCAST, "itunes": ITUNES, "atom": ATOM, "psc": PSC}

    def extend_rss(self, feed: Any) -> Any:
        """Write the channel's tags."""
        tags = self.tags
        assert tags is not None  # set by the one caller
        channel = feed[0]
        for language, address, title in tags.alternates:
            _add(
                channel, ATOM, "link", rel="alternate", type="application/rss+xml",
                hreflang=language, href=address, title=title,
            )  # fmt: skip
        _standing(channel, tags)
        _itunes_channel(channel, tags)
        _images(channel, tags.images)
        _people(channel, tags.people)
        _news(channel, tags)
        return feed


def _itunes_item(item: Any, tags: ItemTags) -> None:
    _add(item, ITUNES, "explicit", _yes(tags.explicit))
    _add(item, ITUNES, "duration", str(tags.duration))
    _add(item, ITUNES, "season", str(tags.season))
    _add(item, ITUNES, "episode", str(tags.episode))
    _add(item, ITUNES, "episodeType", tags.type)
    _add(item, ITUNES, "image", href=tags.image)
    if tags.blocked:
        _add(item, ITUNES, "block", "Yes")


def _chapters(item: Any, tags: ItemTags) -> None:
    """Write the chapters twice: the address of their JSON, and Podlove's for older apps."""
    if not tags.chapters:
        return
    _add(item, PODCAST, "chapters", url=tags.chapters_url, type="application/json+chapters")
    parent = _add(item, PSC, "chapters", version="1.2")
    for chapter in tags.chapters:
        _add(parent, PSC, "chapter", start=normal_play_time(chapter.start), title=chapter.title)


def _alternate(item: Any, tag: AlternateTag) -> None:
    parent = _add(
        item, PODCAST, "alternateEnclosure", type=tag.type, length=tag.length,
        bitrate=tag.bitrate, lang=tag.lang, title=tag.title, codecs=tag.codecs,
        default=tag.default,
    )  # fmt: skip
    _add(parent, PODCAST, "source", uri=tag.url)
    if tag.sri:
        _add(parent, PODCAST, "integrity", type="sri", value=tag.sri)


def _sound(item: Any, tags: ItemTags) -> None:
    """Write what there is to hear and to read along."""
    for transcript in tags.transcripts:
        _add(
            item, PODCAST, "transcript", url=transcript.url, type=transcript.type,
            language=transcript.language, rel=transcript.rel,
        )  # fmt: skip
    _chapters(item, tags)
    for bite in tags.soundbites:
        start, duration = seconds(bite.start), seconds(bite.duration)
        _add(
            item, PODCAST, "soundbite", bite.title,
            startTime=str(start), duration=str(duration),
        )  # fmt: skip
    for alternate in tags.alternates:
        _alternate(item, alternate)


class ArchiveEntryExtension(BaseEntryExtension):  # type: ignore[misc]
    """An item's side of the extension; feedgen calls it ``fe.archive``."""

    def __init__(self) -> None:
        self.tags: ItemTags | None = None

    def extend_rss(self, item: Any) -> Any:
        """Write the item's tags."""
        tags = self.tags
        assert tags is not None  # set by the one caller
        _itunes_item(item, tags)
        _add(item, PODCAST, "season", str(tags.season), name=tags.season_name)
        _add(item, PODCAST, "episode", str(tags.episode), display=tags.display)
        _license(item, tags.license)
        for place in tags.locations:
            _add(
                item, PODCAST, "location", place.name,
                rel=place.rel, geo=place.geo, osm=place.osm, country=place.country,
            )  # fmt: skip
        _images(item, tags.images)
        _people(item, tags.people)
        _sound(item, tags)
        return item
