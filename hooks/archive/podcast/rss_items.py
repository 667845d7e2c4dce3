"""An episode as an item of a feed: all its tags."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from archive.content.chapters import seconds
from archive.content.settings import Site
from archive.podcast import people
from archive.podcast.chapters import normal_play_time
from archive.podcast.namespace import Tag, boolean, tag
from archive.recording import artwork
from archive.recording.audio import Recording
from archive.schema import Episode, Show, licenses, paths
from archive.schema.podcast_services import ALL
from archive.telling.archive import Archive
from archive.telling.parts import Item, Sound


def enclosure(site: Site, sound: Sound) -> str:
    """Return the address of the recording: the site's own, or where else it is kept."""
    return sound.href if "://" in sound.href else site.absolute(sound.href)


def license_tags(name: str | None, stated: str | None) -> Iterator[Tag]:
    """Yield the licence, a slug of the namespace's list or a name, where it is known."""
    if name:
        yield tag("podcast:license", name, url=licenses.address(name, stated))


def image_tags(full: str, small: str, alt: str, width: int) -> Iterator[Tag]:
    """Yield a square picture in both sizes; ``width`` is that of the full one, in pixels."""
    yield tag(
        "podcast:image", href=full, alt=alt, aspect_ratio="1/1", width=width, purpose="artwork"
    )
    yield tag(
        "podcast:image", href=small, alt=alt, aspect_ratio="1/1", width=artwork.SMALL,
        type="image/webp",
    )  # fmt: skip


def _apple(site: Site, item: Item) -> Iterator[Tag]:
    record = item.record_of(Episode)
    yield tag("itunes:explicit", boolean(record.explicit))
    yield tag("itunes:duration", max(round(item.heard.recording.duration), 1))
    yield tag("itunes:season", record.season)
    yield tag("itunes:episode", record.number)
    yield tag("itunes:episodeType", record.episode_type)
    yield tag("itunes:image", href=site.absolute(paths.cover(item.id)))
    if ALL in record.blocked:
        yield tag("itunes:block", "Yes")


def _numbers(archive: Archive, item: Item) -> Iterator[Tag]:
    season, number = item.record_of(Episode).season, item.record_of(Episode).number
    seasons = archive.show.record_of(Show).seasons if archive.show else {}
    yield tag("podcast:season", season, name=seasons.get(season, ""))
    yield tag("podcast:episode", number, display=item.label)


def _location(item: Item) -> Iterator[Tag]:
    """Yield the place: ``geo`` by RFC 5870, ``osm`` as R113314, ``country`` by ISO 3166."""
    if item.place:
        more = item.place.term.more
        latitude, longitude = more.get("lat"), more.get("lon")
        known = latitude is not None and longitude is not None
        yield tag(
            "podcast:location", item.place.term.label, rel="subject",
            geo=f"geo:{latitude},{longitude}" if known else "",
            osm=more.get("osm"), country=item.place.country,
        )  # fmt: skip


def _images(site: Site, item: Item) -> Iterator[Tag]:
    full, small = paths.cover(item.id), paths.small_cover(item.id)
    yield from image_tags(
        site.absolute(full), site.absolute(small), item.record_of(Episode).cover_text,
        artwork.width(item.folder / "cover.png"),
    )  # fmt: skip


def _people(archive: Archive, item: Item) -> list[Tag]:
    """Return who is in the episode, then who makes the show.

    What an item says of people replaces what the channel says (the namespace's person.md),
    so the channel's are said again.
    """
    own = people.makers(item)
    always = people.makers(archive.show) if own and archive.show else []
    return list(dict.fromkeys(people.tags(archive.site, [*own, *always])))


def _transcripts(site: Site, item: Item) -> Iterator[Tag]:
    """Yield the transcripts, the feed's own language first, the timed file before the page."""
    for code in sorted(item.heard.transcripts, key=lambda code: code != item.language):
        timed = site.absolute(paths.transcript(item.id, code))
        page = site.absolute(paths.transcript_page(item.id, code))
        yield tag("podcast:transcript", url=timed, type="text/vtt", language=code, rel="captions")
        yield tag("podcast:transcript", url=page, type="text/html", language=code)


def _chapters(site: Site, item: Item) -> Iterator[Tag]:
    """Yield the chapters twice: the address of their JSON, and Podlove's for older apps."""
    marks = item.heard.chapters
    if marks:
        address = site.absolute(paths.chapters(item.id, item.language))
        yield tag("podcast:chapters", url=address, type="application/json+chapters")
        inside = (
            tag("psc:chapter", start=normal_play_time(mark.start), title=mark.title)
            for mark in marks
        )
        yield tag("psc:chapters", "", *inside, version="1.2")


def _soundbites(item: Item) -> Iterator[Tag]:
    for bite in item.heard.soundbites:
        start, duration = str(seconds(bite.start)), str(seconds(bite.duration))
        yield tag("podcast:soundbite", bite.title or "", startTime=start, duration=duration)


def _sri(sound: Recording) -> str:
    """Return a recording's integrity, by the best of the hashes that are known."""
    for name, digest in (("sha384", sound.sha384), ("sha256", sound.sha256)):
        if digest:
            return f"{name}-{base64.b64encode(bytes.fromhex(digest)).decode()}"
    return ""


def _alternate(url: str, sri: str, **attributes: object) -> Tag:
    """Return a file to hear; lengths in bytes, bit rates in bit/s."""
    inside = [tag("podcast:source", uri=url)]
    if sri:
        inside.append(tag("podcast:integrity", type="sri", value=sri))
    return tag("podcast:alternateEnclosure", "", *inside, **attributes)


def _alternates(site: Site, item: Item) -> Iterator[Tag]:
    """Yield the enclosure itself, for its integrity, and its further formats."""
    sound, lang = item.heard.recording, item.record_of(Episode).language
    yield _alternate(
        enclosure(site, item.heard), _sri(sound), type=sound.type, length=sound.size,
        bitrate=sound.bitrate * 1000, lang=lang,
        title="MP3" if sound.type == "audio/mpeg" else "AAC", default=True,
    )  # fmt: skip
    for other in item.heard.alternates:
        yield _alternate(
            site.absolute(f"podcast/{item.id}/{other.name}"), other.sri, type=other.type,
            length=other.size, bitrate=other.bitrate, lang=lang, title=other.title,
            codecs=other.codecs,
        )  # fmt: skip


def tags(archive: Archive, item: Item) -> Iterator[Tag]:
    """Yield all that an item says beyond plain RSS."""
    site, record = archive.site, item.record_of(Episode)
    yield from _apple(site, item)
    yield from _numbers(archive, item)
    yield from license_tags(record.license, record.license_url)
    yield from _location(item)
    yield from _images(site, item)
    yield from _people(archive, item)
    yield from _transcripts(site, item)
    yield from _chapters(site, item)
    yield from _soundbites(item)
    yield from _alternates(site, item)
