"""The GUIDs of an old feed: kept exactly, and where they fail, replaced without harm."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from moving_in.faults import Faults
from moving_in.feed import FeedItem

# What the model takes; longer ones are faults of the old host.
LONGEST = 255


def bare(address: str) -> str:
    """Return an address without its scheme, as two hosts' feeds would both mean it."""
    return address.partition("://")[2].lower() or address.lower()


def derived(address: str) -> str:
    """Return the GUID of an item that has none, always the same.

    It is the enclosure's address: what gPodder and others take for such an item, so that
    none of them sees a new one (podcastparser.py, ``validate_episode``).
    """
    return address if len(address) <= LONGEST else str(uuid.uuid5(uuid.NAMESPACE_URL, address))


def identify(items: Iterable[FeedItem], faults: Faults) -> list[FeedItem]:
    """Give every item a GUID of its own; leave out an item that is there twice."""
    kept: list[FeedItem] = []
    seen: dict[str, FeedItem] = {}
    places: set[str] = set()
    for told in items:
        item, place = told, bare(told.enclosure.url)
        if place in places:
            cs, en = "tatáž nahrávka podruhé, vynecháno", "the same recording again, left out"
            faults.skipped(item.line, "enclosure", item.title, cs, en)
            continue
        if not item.guid or len(item.guid) > LONGEST:
            item = replace(item, guid=derived(item.enclosure.url))
            why = ("příliš dlouhý", "too long") if told.guid else ("chybí", "missing")
            cs, en = "odvozen z adresy nahrávky", "derived from the enclosure’s address"
            faults.mended(item.line, "guid", item.title, f"{why[0]}, {cs}", f"{why[1]}, {en}")
        if item.guid in seen:
            item = replace(item, guid=derived(item.enclosure.url))
            cs = "GUID už má jiný díl, odvozen z adresy nahrávky"
            en = "another episode has this GUID, derived from the enclosure’s address"
            faults.mended(item.line, "guid", f"{told.guid} ({item.title})", cs, en)
        seen[item.guid] = item
        places.add(place)
        kept.append(item)
    return kept
