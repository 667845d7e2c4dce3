"""What feedgen cannot write: the podcast namespace, and Apple's tags as they are today.

Sources: podcastindex.org/namespace/1.0; PSP-1; Apple's "Podcaster's guide to RSS".
feedgen refuses ``true`` and ``false`` for itunes:explicit, drops ``.jpeg`` artwork
without a word, and has no podcast namespace.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.util import xml_elem

PODCAST = "https://podcastindex.org/namespace/1.0"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class PersonTag:
    """``podcast:person``; role and group from the podcast taxonomy."""

    name: str
    role: str
    group: str
    href: str = ""


@dataclass(frozen=True)
class TranscriptTag:
    """``podcast:transcript``; ``rel`` is ``captions`` where the text carries times."""

    url: str
    type: str
    language: str
    rel: str = ""


@dataclass(frozen=True)
class ChannelTags:
    """The channel's tags beyond feedgen; ``alternates`` are (language, address, title)."""

    guid: str
    owner_email: str
    explicit: bool
    type: str
    image: str
    category: str
    subcategory: str | None
    self_link: str
    alternates: tuple[tuple[str, str, str], ...] = ()
    people: tuple[PersonTag, ...] = ()


@dataclass(frozen=True)
class ItemTags:
    """An item's tags beyond feedgen; ``duration`` in whole seconds."""

    explicit: bool
    duration: int
    season: int
    episode: int
    image: str
    people: tuple[PersonTag, ...] = ()
    transcripts: tuple[TranscriptTag, ...] = ()


def _add(parent: Any, namespace: str, name: str, text: str = "", **attributes: str) -> Any:
    element = xml_elem(f"{{{namespace}}}{name}", parent)
    element.text = text or None
    for key, value in attributes.items():
        if value:
            element.set(key, value)
    return element


def _yes(value: bool) -> str:
    return "true" if value else "false"


def _people(parent: Any, people: tuple[PersonTag, ...]) -> None:
    for person in people:
        _add(
            parent, PODCAST, "person", person.name,
            role=person.role, group=person.group, href=person.href,
        )  # fmt: skip


class ArchiveExtension(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """The channel's side of the extension; feedgen calls it ``fg.archive``."""

    def __init__(self) -> None:
        self.tags: ChannelTags | None = None

    def extend_ns(self) -> dict[str, str]:
        """Declare the namespaces on ``<rss>``."""
        return {"podcast": PODCAST, "itunes": ITUNES, "atom": ATOM}

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
        _add(channel, PODCAST, "guid", tags.guid)
        _add(channel, PODCAST, "locked", "yes", owner=tags.owner_email)
        _add(channel, PODCAST, "medium", "podcast")
        _add(channel, ITUNES, "explicit", _yes(tags.explicit))
        _add(channel, ITUNES, "type", tags.type)
        _add(channel, ITUNES, "image", href=tags.image)
        category = _add(channel, ITUNES, "category", text="")
        category.set("text", tags.category)
        if tags.subcategory:
            _add(category, ITUNES, "category").set("text", tags.subcategory)
        _people(channel, tags.people)
        return feed


class ArchiveEntryExtension(BaseEntryExtension):  # type: ignore[misc]
    """An item's side of the extension; feedgen calls it ``fe.archive``."""

    def __init__(self) -> None:
        self.tags: ItemTags | None = None

    def extend_rss(self, item: Any) -> Any:
        """Write the item's tags."""
        tags = self.tags
        assert tags is not None  # set by the one caller
        _add(item, ITUNES, "explicit", _yes(tags.explicit))
        _add(item, ITUNES, "duration", str(tags.duration))
        _add(item, ITUNES, "season", str(tags.season))
        _add(item, ITUNES, "episode", str(tags.episode))
        _add(item, ITUNES, "episodeType", "full")
        _add(item, ITUNES, "image", href=tags.image)
        _add(item, PODCAST, "season", str(tags.season))
        _add(item, PODCAST, "episode", str(tags.episode))
        _people(item, tags.people)
        for transcript in tags.transcripts:
            _add(
                item, PODCAST, "transcript", url=transcript.url, type=transcript.type,
                language=transcript.language, rel=transcript.rel,
            )  # fmt: skip
        return item
