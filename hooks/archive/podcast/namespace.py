"""The tags that feedgen cannot write: the podcast namespace, and Apple's as they are today.

Sources: podcastindex.org/namespace/1.0 (docs/tags at commit c0ff5ca); PSP-1; Apple's
"Podcaster's guide to RSS"; Podlove simple chapters 1.2. feedgen refuses ``true`` and ``false``
for itunes:explicit, drops ``.jpeg`` artwork without a word, and has no podcast namespace.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.util import xml_elem
from lxml.etree import _Element

PODCAST = "https://podcastindex.org/namespace/1.0"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
ATOM = "http://www.w3.org/2005/Atom"
PSC = "http://podlove.org/simple-chapters"
NAMESPACES = {"podcast": PODCAST, "itunes": ITUNES, "atom": ATOM, "psc": PSC}


@dataclass(frozen=True)
class Tag:
    """An element: its name with the prefix of its namespace, its text, its attributes."""

    name: str
    text: str
    attributes: tuple[tuple[str, str], ...]
    inside: tuple[Tag, ...]


def tag(name: str, said: object = "", /, *inside: Tag, **attributes: object) -> Tag:
    """Return an element; an empty attribute is left out, ``_`` in its name is a hyphen."""
    told = (
        (key.replace("_", "-"), "true" if value is True else str(value))
        for key, value in attributes.items()
        if value not in ("", None, False)
    )
    return Tag(name, str(said), tuple(told), inside)


def boolean(value: bool) -> str:
    """Return a truth as Apple spells it."""
    return "true" if value else "false"


def _write(parent: _Element, tags: Iterable[Tag]) -> None:
    for one in tags:
        prefix, _, name = one.name.partition(":")
        element = xml_elem(f"{{{NAMESPACES[prefix]}}}{name}", parent)
        element.text = one.text or None
        for key, value in one.attributes:
            element.set(key, value)
        _write(element, one.inside)


class ChannelExtension(BaseExtension):
    """Writes the tags of the channel; feedgen calls it ``fg.archive``."""

    tags: Iterable[Tag] = ()

    def extend_ns(self) -> dict[str, str]:
        """Declare the namespaces on ``<rss>``."""
        return NAMESPACES

    def extend_rss(self, feed: _Element) -> _Element:
        """Write the channel's tags."""
        _write(feed[0], self.tags)
        return feed


class ItemExtension(BaseEntryExtension):
    """Writes the tags of an item; feedgen calls it ``fe.archive``."""

    tags: Iterable[Tag] = ()

    def extend_rss(self, item: _Element) -> _Element:
        """Write the item's tags."""
        _write(item, self.tags)
        return item
