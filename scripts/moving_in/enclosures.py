"""Find an item's recording among what it offers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from moving_in.elements import Node
from moving_in.feed import Enclosure

# What our feeds may offer as an enclosure (archive.audio.TYPES), by ending and by type.
ENDINGS = {"mp3": "audio/mpeg", "m4a": "audio/x-m4a"}
_TYPES = {"mpeg": "mp3", "mp3": "mp3", "mpeg3": "mp3", "x-mpeg": "mp3", "x-mp3": "mp3"}
_TYPES |= {"m4a": "m4a", "x-m4a": "m4a", "mp4": "m4a", "aac": "m4a", "mp4a-latm": "m4a"}


def ending_of(url: str, told: str) -> str:
    """Return mp3 or m4a, from an address and a media type, or nothing."""
    path = url.partition("?")[0].lower()
    for ending in ENDINGS:
        if path.endswith(f".{ending}"):
            return ending
    kind, _, detail = told.lower().partition(";")[0].strip().rpartition("/")
    if kind in ("audio", "") and detail in _TYPES:
        return _TYPES[detail]
    inside = re.search(r"\.(mp3|m4a)(?=/|\?|&|$)", url.lower())
    return inside[1] if inside else ""


def _length(node: Node, told: str, line: int) -> int | None:
    """Return a length in bytes that can be true: 0, „01:02:03“ and the like cannot."""
    number = told.strip().replace("\u00a0", "").replace(" ", "").replace(",", "")
    if number.isascii() and number.isdigit() and 1000 < int(number[:15]) < 10**12:
        return int(number)
    cs, en = "délka není v bajtech, zjistí se", "the length is not in bytes, will be measured"
    node.faults.mended(line, "length", told or "–", cs, en)
    return None


def _offers(node: Node) -> Iterator[tuple[Any, str, str, str]]:
    """Yield every recording that an item offers: element, address, type, length."""
    for element in node.all("enclosure"):
        url = node.address(element, "url", "enclosure")
        yield element, url, element.get("type", ""), element.get("length", "")
    for element in node.all("link"):
        if element.get("rel") == "enclosure":
            url = node.address(element, "href", "enclosure")
            yield element, url, element.get("type", ""), element.get("length", "")
    for element in node.all("media:content"):
        if element.get("type", "").startswith("audio") or element.get("medium") == "audio":
            url = node.address(element, "url", "enclosure")
            yield element, url, element.get("type", ""), element.get("fileSize", "")


def enclosure_of(node: Node, title: str) -> Enclosure | None:
    """Return the recording; without one in a format that apps play, say why and nothing."""
    refused = ""
    for element, url, told, length in _offers(node):
        ending = ending_of(url, told) if url else ""
        if not ending:
            refused = refused or url or element.get("url", "") or "–"
            continue
        return Enclosure(url, ENDINGS[ending], _length(node, length, element.sourceline or 0))
    cs, en = "bez nahrávky, díl vynechán", "no enclosure, the episode is left out"
    if refused:
        cs = f"není to adresa MP3 ani M4A ({refused}), díl vynechán; převeďte nahrávku"
        en = f"no address of an MP3 or M4A ({refused}), episode left out; convert the recording"
    node.faults.skipped(node.line, "enclosure", title, cs, en)
    return None
