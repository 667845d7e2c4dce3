"""What the old feed says of the show, as the fields of the show's record."""

from __future__ import annotations

import uuid
from typing import Any

from archive.content import front_matter_writing
from archive.schema import Show
from moving_in.feed import FeedChannel
from moving_in.people import People

# The namespace of podcast:guid (podcastindex.org, docs/tags/guid.md).
_PODCAST = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_WANTED = ("subtitle", "description", "guid", "category", "artwork_text", "sources")


def channel_guid(address: str) -> str:
    """Return the podcast:guid of a feed, from its address without scheme and last slashes.

    It is what Podcast Index has given a show that does not state one.
    """
    return str(uuid.uuid5(_PODCAST, address.partition("://")[2].rstrip("/")))


def is_uuid(text: str) -> bool:
    """Tell whether a text is a UUID as podcast:guid must be."""
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def guid_of(channel: FeedChannel) -> str:
    """Return the show's podcast:guid: the one it states, or the one of its address."""
    if is_uuid(channel.guid):
        return channel.guid
    return channel_guid(channel.address) if channel.address else ""


def fields(channel: FeedChannel, people: People) -> dict[str, Any]:
    """Return the fields of the show's record, as far as the feed knows them."""
    source = [channel.address] if channel.address else []
    return {
        "title": channel.title,
        "subtitle": channel.subtitle,
        "description": channel.description[:600],
        "guid": guid_of(channel),
        "category": channel.category,
        "subcategory": channel.subcategory,
        "explicit": channel.explicit,
        "serial": channel.serial or None,
        "complete": channel.complete or None,
        "artwork": "artwork.png" if channel.image else "",
        "artwork_text": f"Obálka podcastu „{channel.title}“." if channel.image else "",
        "people": people.credits(channel.people, [channel.author]),
        "language": channel.language,
        "license": channel.license,
        "license_url": channel.license_url,
        "funding": [{"url": url, "text": text or channel.title} for url, text in channel.funding],
        "txt": [
            {"text": text} | ({"purpose": purpose} if purpose else {})
            for purpose, text in channel.txt
        ],
        "confidence": "medium",
        "sources": list(dict.fromkeys([*source, *([channel.link] if channel.link else [])])),
    }


def record(channel: FeedChannel, people: People) -> str:
    """Return the show's record for docs/podcast/index.cs.md; nothing writes it there."""
    return front_matter_writing.record(fields(channel, people), channel.description, Show, _WANTED)
