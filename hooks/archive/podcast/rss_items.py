"""An episode as an item of a feed: all its tags."""

from __future__ import annotations

import base64

from archive.content import chapters
from archive.content.library import COVER, Library
from archive.content.settings import Site
from archive.podcast.namespace_tags import (
    AlternateTag,
    ImageTag,
    ItemTags,
    LicenseTag,
    LocationTag,
    PersonTag,
    SoundbiteTag,
    TranscriptTag,
)
from archive.podcast.people import people
from archive.recording import artwork
from archive.recording.audio import Recording
from archive.recording.transcripts import file_name
from archive.schema import Episode, paths
from archive.schema.licenses import address as license_address
from archive.schema.podcast_services import ALL
from archive.schema.records import Entry
from archive.telling.teller import cover_path, small_cover


def enclosure(library: Library, site: Site, entry: Entry[Episode]) -> str:
    """Return the address of the recording: the site's own, or where else it is kept."""
    name = library.recordings[entry.id].name
    return entry.record.audio or site.absolute(f"podcast/{entry.id}/{name}")


def license_tag(name: str | None, stated: str | None) -> LicenseTag | None:
    """Return the licence as a tag, or none where it is not known."""
    return LicenseTag(name, license_address(name, stated)) if name else None


def _transcripts(
    library: Library, site: Site, entry: Entry[Episode], language: str
) -> tuple[TranscriptTag, ...]:
    """Return the transcripts, the feed's own language first, the timed file before the page."""
    tags = []
    for code in sorted(library.transcripts.get(entry.id, {}), key=lambda c: c != language):
        prefix = paths.prefix(code)
        name = file_name(code).replace(f".{code}.", ".")
        url = site.absolute(f"{prefix}podcast/{entry.id}/{name}")
        tags.append(TranscriptTag(url, "text/vtt", code, "captions"))
        page = site.absolute(paths.transcript_page(entry.id, code))
        tags.append(TranscriptTag(page, "text/html", code))
    return tuple(tags)


def _locations(library: Library, entry: Entry[Episode], language: str) -> tuple[LocationTag, ...]:
    place = library.vocabularies["places"].get(entry.record.place)
    if place is None:
        return ()
    latitude, longitude = place.more.get("lat"), place.more.get("lon")
    known = latitude is not None and longitude is not None
    geo = f"geo:{latitude},{longitude}" if known else ""
    osm, country = str(place.more.get("osm", "")), str(place.more.get("country", ""))
    return (LocationTag(place.label(language), geo, osm, country),)


def _images(site: Site, entry: Entry[Episode], language: str) -> tuple[ImageTag, ...]:
    alt = entry.edition(language).record.cover_text
    width = artwork.width(entry.folder / COVER)
    full = ImageTag(site.absolute(cover_path(entry)), alt, width, purpose="artwork")
    small = site.absolute(small_cover(entry))
    return (full, ImageTag(small, alt, artwork.SMALL, "image/webp"))


def _sri(sound: Recording) -> str:
    """Return a recording's integrity, by the best of the hashes that are known."""
    for name, digest in (("sha384", sound.sha384), ("sha256", sound.sha256)):
        if digest:
            return f"{name}-{base64.b64encode(bytes.fromhex(digest)).decode()}"
    return ""


def _alternates(library: Library, site: Site, entry: Entry[Episode]) -> tuple[AlternateTag, ...]:
    """Return the enclosure itself, for its integrity, and its further formats."""
    sound, lang = library.recordings[entry.id], entry.record.language
    title = "MP3" if sound.type == "audio/mpeg" else "AAC"
    main = AlternateTag(
        enclosure(library, site, entry), sound.type, sound.size, sound.bitrate * 1000,
        title, lang, _sri(sound), default=True,
    )  # fmt: skip
    further = [
        AlternateTag(
            site.absolute(f"podcast/{entry.id}/{other.name}"), other.type, other.size,
            other.bitrate, other.title, lang, other.sri, other.codecs,
        )
        for other in library.alternates.get(entry.id, ())
    ]  # fmt: skip
    return (main, *further)


def _soundbites(entry: Entry[Episode], language: str) -> tuple[SoundbiteTag, ...]:
    """Return the soundbites; untranslated ones without their titles."""
    own = entry.edition(language).record.soundbites
    if own:
        return tuple(SoundbiteTag(bite.start, bite.duration, bite.title or "") for bite in own)
    return tuple(SoundbiteTag(bite.start, bite.duration) for bite in entry.record.soundbites)


def _people(
    library: Library, site: Site, entry: Entry[Episode], language: str
) -> tuple[PersonTag, ...]:
    """Return who is in the episode, then who makes the show.

    What an item says of people replaces what the channel says (the namespace's person.md),
    so the channel's are said again.
    """
    own = people(library, site, entry.edition(language).record.people, language)
    show = library.show.edition(language).record.people if library.show else []
    always = people(library, site, show, language) if own else ()
    return tuple(dict.fromkeys((*own, *always)))


def _season_name(library: Library, entry: Entry[Episode], language: str) -> str:
    seasons = library.show.edition(language).record.seasons if library.show else {}
    return seasons.get(entry.record.season, "")


def tags(library: Library, site: Site, entry: Entry[Episode], language: str) -> ItemTags:
    """Return all that an item says beyond plain RSS."""
    record = entry.edition(language).record
    marks = chapters.of(library, entry, language)
    return ItemTags(
        explicit=record.explicit,
        duration=max(round(library.recordings[entry.id].duration), 1),
        season=record.season,
        episode=record.number,
        image=site.absolute(cover_path(entry)),
        type=record.episode_type,
        season_name=_season_name(library, entry, language),
        display=site.strings[language]["episode_number"].format(number=record.number),
        people=_people(library, site, entry, language),
        transcripts=_transcripts(library, site, entry, language),
        images=_images(site, entry, language),
        license=license_tag(record.license, record.license_url),
        locations=_locations(library, entry, language),
        chapters=marks,
        chapters_url=site.absolute(paths.chapters(entry.id, language)) if marks else "",
        soundbites=_soundbites(entry, language),
        alternates=_alternates(library, site, entry),
        blocked=ALL in record.blocked,
    )
