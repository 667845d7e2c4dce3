"""Read a feed document into plain data; its faults become problems, never exceptions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from moving_in import document
from moving_in.channels import read_channel
from moving_in.elements import Node, name_of
from moving_in.faults import Faults
from moving_in.feed import Feed
from moving_in.identity import identify
from moving_in.items import read_item


def _channel_element(root: Any) -> Any:
    """Return the channel: inside ``rss`` and ``RDF``, or the document itself."""
    if name_of(root) in ("channel", "atom:feed", "feed"):
        return root
    return next((child for child in root if name_of(child).lower() == "channel"), root)


def _item_elements(root: Any) -> Iterator[Any]:
    for element in root.iter():
        if name_of(element).lower().removeprefix("atom:") in ("item", "entry"):
            yield element


def read(data: bytes, source: str, address: str = "", charset: str = "") -> Feed:
    """Read a feed of RSS 2.0, 1.0, 0.9x or Atom.

    ``source`` is its name in messages, ``address`` where it was fetched, ``charset`` what
    the server says of it. Raises NoFeed when the document is no feed.
    """
    faults = Faults(source)
    root = document.parse(data, charset, faults)
    channel = read_channel(Node(_channel_element(root), faults, address))
    base = channel.link or address or channel.address
    told = (read_item(Node(element, faults, base)) for element in _item_elements(root))
    items = identify([item for item in told if item], faults)
    if not items:
        cs, en = "v kanálu není žádný díl k převzetí", "no episode to take over in the feed"
        faults.skipped(0, "item", channel.title, cs, en)
    return Feed(channel, items, faults.found)
