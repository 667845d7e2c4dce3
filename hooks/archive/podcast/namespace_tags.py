"""The tags that feedgen cannot write, as plain values: what ``podcast_namespace`` is given.

Names and rules: podcastindex.org/namespace/1.0 (docs/tags at commit c0ff5ca), and Apple's
"Podcaster's guide to RSS". Empty attributes are left out of the feed.
"""

from __future__ import annotations

from dataclasses import dataclass

from archive.recording.audio import Chapter


@dataclass(frozen=True)
class PersonTag:
    """``podcast:person``; role and group from the podcast taxonomy."""

    name: str
    role: str
    group: str
    href: str = ""


@dataclass(frozen=True)
class TranscriptTag:
    """``podcast:transcript``; ``rel`` is ``captions`` where every line carries its times."""

    url: str
    type: str
    language: str
    rel: str = ""


@dataclass(frozen=True)
class LicenseTag:
    """``podcast:license``: a slug of the namespace's list or a name, and its address."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class LocationTag:
    """``podcast:location``: ``geo`` by RFC 5870, ``osm`` as R113314, ``country`` by ISO 3166."""

    name: str
    geo: str = ""
    osm: str = ""
    country: str = ""
    rel: str = "subject"


@dataclass(frozen=True)
class ImageTag:
    """``podcast:image``, square; ``width`` in pixels."""

    href: str
    alt: str
    width: int
    type: str = ""
    purpose: str = ""


@dataclass(frozen=True)
class TrailerTag:
    """``podcast:trailer``; ``pubdate`` by RFC 2822, ``length`` in bytes."""

    title: str
    url: str
    pubdate: str
    length: int | None = None
    type: str | None = None
    season: int | None = None


@dataclass(frozen=True)
class AlternateTag:
    """``podcast:alternateEnclosure``; ``length`` in bytes, ``bitrate`` in bit/s.

    ``sri`` is its integrity; ``default`` marks the file that is also the enclosure.
    """

    url: str
    type: str
    length: int
    bitrate: int
    title: str
    lang: str
    sri: str
    codecs: str = ""
    default: bool = False


@dataclass(frozen=True)
class SoundbiteTag:
    """``podcast:soundbite``; ``start`` and ``duration`` in seconds."""

    start: float
    duration: float
    title: str = ""


@dataclass(frozen=True)
class FrequencyTag:
    """``podcast:updateFrequency``."""

    text: str
    complete: bool


@dataclass(frozen=True)
class ChannelTags:
    """The channel's tags; ``alternates`` are (language, address, title).

    ``publisher`` is (guid, address) of the publisher's feed; ``txt`` are (purpose, text),
    ``funding`` (address, text); ``blocked`` are services, or ``all``.
    """

    guid: str
    owner_email: str
    explicit: bool
    type: str
    image: str
    category: str
    subcategory: str | None
    alternates: tuple[tuple[str, str, str], ...] = ()
    people: tuple[PersonTag, ...] = ()
    images: tuple[ImageTag, ...] = ()
    license: LicenseTag | None = None
    trailers: tuple[TrailerTag, ...] = ()
    funding: tuple[tuple[str, str], ...] = ()
    txt: tuple[tuple[str, str], ...] = ()
    frequency: FrequencyTag | None = None
    publisher: tuple[str, str] | None = None
    blocked: tuple[str, ...] = ()
    complete: bool = False
    new_address: str = ""


@dataclass(frozen=True)
class ItemTags:
    """An item's tags; ``duration`` in whole seconds, ``display`` the episode's number in words.

    ``chapters_url`` is the address of the chapters as JSON.
    """

    explicit: bool
    duration: int
    season: int
    episode: int
    image: str
    type: str = "full"
    season_name: str = ""
    display: str = ""
    people: tuple[PersonTag, ...] = ()
    transcripts: tuple[TranscriptTag, ...] = ()
    images: tuple[ImageTag, ...] = ()
    license: LicenseTag | None = None
    locations: tuple[LocationTag, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    chapters_url: str = ""
    soundbites: tuple[SoundbiteTag, ...] = ()
    alternates: tuple[AlternateTag, ...] = ()
    blocked: bool = False
