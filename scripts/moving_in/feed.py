"""A podcast's feed as plain data: what somebody else's host says of a show."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from archive.schema.problems import Problem


@dataclass(frozen=True)
class FeedPerson:
    """``podcast:person``, or an author; role and group in the taxonomy's words."""

    name: str
    role: str = ""
    group: str = ""
    href: str = ""


@dataclass(frozen=True)
class Remote:
    """A file at an address: a transcript, chapters; ``language`` may be unknown."""

    url: str
    type: str = ""
    language: str = ""


@dataclass(frozen=True)
class Enclosure:
    """The recording as the feed tells it; ``length`` in bytes, where it is believable."""

    url: str
    type: str
    length: int | None = None


@dataclass(frozen=True)
class FeedMark:
    """A chapter; ``start`` in seconds."""

    start: float
    title: str


@dataclass(frozen=True)
class FeedItem:
    """One episode; ``line`` in the document, ``duration`` in seconds, ``notes`` as HTML."""

    line: int
    title: str
    guid: str
    enclosure: Enclosure
    published: dt.datetime | None = None
    link: str = ""
    notes: str = ""
    summary: str = ""
    duration: float | None = None
    season: int | None = None
    number: int | None = None
    episode_type: str = "full"
    explicit: bool | None = None
    title_variant: str = ""
    people: tuple[FeedPerson, ...] = ()
    authors: tuple[str, ...] = ()
    marks: tuple[FeedMark, ...] = ()
    chapters: Remote | None = None
    transcripts: tuple[Remote, ...] = ()
    soundbites: tuple[tuple[float, float, str], ...] = ()
    image: str = ""
    place: str = ""
    license: str = ""
    license_url: str = ""


@dataclass(frozen=True)
class FeedChannel:
    """The show as the feed tells it; ``address`` is the feed's own, ``pages`` what follows."""

    title: str
    address: str = ""
    link: str = ""
    subtitle: str = ""
    description: str = ""
    language: str = ""
    author: str = ""
    owner: str = ""
    category: str = ""
    subcategory: str = ""
    explicit: bool = False
    serial: bool = False
    complete: bool = False
    image: str = ""
    guid: str = ""
    copyright: str = ""
    license: str = ""
    license_url: str = ""
    generator: str = ""
    new_address: str = ""
    locked: str = ""
    people: tuple[FeedPerson, ...] = ()
    funding: tuple[tuple[str, str], ...] = ()
    txt: tuple[tuple[str, str], ...] = ()
    pages: tuple[str, ...] = ()


@dataclass
class Feed:
    """A show, its episodes in the document's order, and what is wrong with the document."""

    channel: FeedChannel
    items: list[FeedItem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
