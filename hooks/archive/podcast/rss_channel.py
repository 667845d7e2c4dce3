"""The show as the channel of a feed: all its tags."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from email.utils import format_datetime

from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast.namespace_tags import ChannelTags, FrequencyTag, ImageTag, TrailerTag
from archive.podcast.people import people
from archive.podcast.rss_items import enclosure, license_tag
from archive.podcast.texts import item_title
from archive.recording import artwork
from archive.schema import LANGUAGES, Episode, Show
from archive.schema.records import Entry
from archive.telling.teller import SMALL_ARTWORK


def _moment(value: dt.datetime) -> str:
    return format_datetime(value.astimezone(dt.UTC))


def _trailers(
    library: Library, site: Site, record: Show, episodes: Sequence[Entry[Episode]], language: str
) -> tuple[TrailerTag, ...]:
    """Return the trailers that the record names, and the episodes that are trailers."""
    named = [
        TrailerTag(t.title, t.url, _moment(t.published), t.length, t.type, t.season)
        for t in record.trailers
    ]
    for entry in episodes:
        if entry.record.episode_type == "trailer":
            sound, url = library.recordings[entry.id], enclosure(library, site, entry)
            title, when = item_title(site, entry, language), _moment(entry.record.published)
            season = entry.record.season
            named.append(TrailerTag(title, url, when, sound.size, sound.type, season))
    return tuple(named)


def _images(site: Site, show: Entry[Show], record: Show) -> tuple[ImageTag, ...]:
    full = site.absolute(f"podcast/{record.artwork}")
    width = artwork.width(show.folder / record.artwork)
    return (
        ImageTag(full, record.artwork_text, width, purpose="artwork"),
        ImageTag(site.absolute(SMALL_ARTWORK), record.artwork_text, artwork.SMALL, "image/webp"),
    )


def _complete(library: Library, record: Show, episodes: Sequence[Entry[Episode]]) -> bool:
    """Tell whether nothing more will come: while stand-ins are left out, their originals will.

    Apple stops looking at a feed that calls itself complete.
    """
    coming = {e.id for e in library.episodes() if not e.record.withdrawn}
    return record.complete and coming <= {entry.id for entry in episodes}


def tags(
    library: Library,
    site: Site,
    episodes: Sequence[Entry[Episode]],
    language: str,
    addresses: dict[str, str],
) -> ChannelTags:
    """Return all that the channel says beyond plain RSS; ``addresses`` of feeds by language."""
    show = library.show
    assert show is not None  # the content has been checked
    record = show.edition(language).record
    others = [code for code in LANGUAGES if code != language and code in show.editions]
    publisher, frequency = record.publisher_feed, record.frequency
    complete = _complete(library, record, episodes)
    return ChannelTags(
        guid=record.guid,
        owner_email=site.owner_email,
        explicit=record.explicit,
        type="serial" if record.serial else "episodic",
        image=site.absolute(f"podcast/{record.artwork}"),
        category=record.category,
        subcategory=record.subcategory,
        alternates=tuple(
            (code, addresses[code], show.edition(code).record.title) for code in others
        ),
        people=people(library, site, record.people, language),
        images=_images(site, show, record),
        license=license_tag(record.license, record.license_url),
        trailers=_trailers(library, site, record, episodes, language),
        funding=tuple((funding.url, funding.text) for funding in record.funding),
        txt=tuple((txt.purpose or "", txt.text) for txt in record.txt),
        frequency=FrequencyTag(frequency, complete) if frequency else None,
        publisher=(publisher.guid, publisher.url or "") if publisher else None,
        blocked=tuple(record.blocked),
        complete=complete,
        new_address=record.new_address or "",
    )
