"""Read a feed with all its pages, from an address or a file."""

from __future__ import annotations

from pathlib import Path

from moving_in import planning, reading
from moving_in.feed import Feed
from network.fetching import Fetcher

# What apps write before a feed's address; all of it means https.
_SCHEMES = ("http", "https", "feed", "itpc", "pcast")


def address_of(source: str) -> str:
    """Return the address that can be fetched; nothing for a file."""
    scheme, mark, rest = source.partition("://")
    if not mark or scheme.lower() not in _SCHEMES:
        return ""
    return source if scheme.lower().startswith("http") else f"https://{rest}"


def read(source: str, fetcher: Fetcher) -> Feed:
    """Return a feed, all its pages as one. Raises NoFeed, Unreachable and OSError."""

    def page(place: str) -> Feed:
        if place == source and not address_of(source):
            return reading.read(Path(source).read_bytes(), Path(source).name)
        reply = fetcher.get(address_of(place))
        return reading.read(reply.data, place, reply.address, reply.charset)

    return planning.merged(planning.pages(page, source), address_of(source))
