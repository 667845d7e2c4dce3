"""The show as the channel of a feed: all its tags."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from email.utils import format_datetime

from archive.podcast import people
from archive.podcast.namespace import Tag, boolean, tag
from archive.podcast.rss_items import enclosure, image_tags, license_tags
from archive.podcast.texts import item_title
from archive.recording import artwork
from archive.schema import Episode, Show, paths
from archive.schema.podcast_services import ALL
from archive.telling.archive import Archive
from archive.telling.parts import Item


def _moment(value: dt.datetime) -> str:
    return format_datetime(value.astimezone(dt.UTC))


def _editions(archive: Archive, show: Item) -> Iterator[Tag]:
    """Yield the feeds in the other languages."""
    for code in show.languages:
        if code != archive.language:
            yield tag(
                "atom:link", rel="alternate", type="application/rss+xml", hreflang=code,
                href=archive.site.absolute(paths.rss(code)), title=show.titles[code].text,
            )  # fmt: skip


def _standing(archive: Archive, show: Item) -> Iterator[Tag]:
    """Yield whose the show is, under which terms, and where it may be shown."""
    record = show.record_of(Show)
    yield tag("podcast:guid", record.guid)
    yield tag("podcast:locked", "yes", owner=archive.site.owner_email)
    yield tag("podcast:medium", "podcast")
    yield from license_tags(record.license, record.license_url)
    if publisher := record.publisher_feed:
        of_publisher = {"feedGuid": publisher.guid, "feedUrl": publisher.url}
        remote = tag("podcast:remoteItem", medium="publisher", **of_publisher)
        yield tag("podcast:publisher", "", remote)
    for service in record.blocked:
        yield tag("podcast:block", "yes", id="" if service == ALL else service)


def _apple(archive: Archive, show: Item, complete: bool) -> Iterator[Tag]:
    record = show.record_of(Show)
    yield tag("itunes:explicit", boolean(record.explicit))
    yield tag("itunes:type", "serial" if record.serial else "episodic")
    yield tag("itunes:image", href=archive.site.absolute(f"podcast/{record.artwork}"))
    within = [tag("itunes:category", text=record.subcategory)] if record.subcategory else []
    yield tag("itunes:category", "", *within, text=record.category)
    if complete:
        yield tag("itunes:complete", "Yes")
    if record.new_address:
        yield tag("itunes:new-feed-url", record.new_address)
    if ALL in record.blocked:
        yield tag("itunes:block", "Yes")


def _images(archive: Archive, show: Item) -> Iterator[Tag]:
    full = archive.site.absolute(f"podcast/{show.record_of(Show).artwork}")
    small = archive.site.absolute(show.card.image)
    width = artwork.width(show.folder / show.record_of(Show).artwork)
    yield from image_tags(full, small, show.record_of(Show).artwork_text, width)


def _trailers(archive: Archive, show: Item, episodes: Sequence[Item]) -> Iterator[Tag]:
    """Yield the trailers that the record names, and the episodes that are trailers.

    Dates by RFC 2822, lengths in bytes.
    """
    for trailer in show.record_of(Show).trailers:
        yield tag(
            "podcast:trailer", trailer.title, pubdate=_moment(trailer.published),
            url=trailer.url, length=trailer.length, type=trailer.type, season=trailer.season,
        )  # fmt: skip
    for item in episodes:
        if item.record_of(Episode).episode_type == "trailer":
            sound = item.heard.recording
            yield tag(
                "podcast:trailer", item_title(archive, item),
                pubdate=_moment(item.record_of(Episode).published),
                url=enclosure(archive.site, item.heard), length=sound.size, type=sound.type,
                season=item.record_of(Episode).season,
            )  # fmt: skip


def _is_complete(archive: Archive, show: Item, episodes: Sequence[Item]) -> bool:
    """Tell whether nothing more will come: while stand-ins are left out, their originals will.

    Apple stops looking at a feed that calls itself complete.
    """
    coming = {item.id for item in archive.episodes() if not item.withdrawn}
    return show.record_of(Show).complete and coming <= {item.id for item in episodes}


def tags(archive: Archive, show: Item, episodes: Sequence[Item]) -> Iterator[Tag]:
    """Yield all that the channel says beyond plain RSS."""
    record, complete = show.record_of(Show), _is_complete(archive, show, episodes)
    yield from _editions(archive, show)
    yield from _standing(archive, show)
    yield from _apple(archive, show, complete)
    yield from _images(archive, show)
    yield from people.tags(archive.site, people.makers(show))
    for funding in record.funding:
        yield tag("podcast:funding", funding.text, url=funding.url)
    yield from _trailers(archive, show, episodes)
    if record.frequency:
        yield tag("podcast:updateFrequency", record.frequency, complete=complete)
    for txt in record.txt:
        yield tag("podcast:txt", txt.text, purpose=txt.purpose)
