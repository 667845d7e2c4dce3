"""Find a feed's elements by the names that everybody uses, whatever the namespace says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from lxml import etree

from moving_in import mending
from moving_in.faults import Faults

# Hosts write these namespaces in many forms: https, other letters, old homes on GitHub.
_NAMESPACES = (
    ("itunes.com", "itunes"),
    ("podcastindex.org", "podcast"),
    ("podcast-namespace", "podcast"),
    ("podlove.org/simple-chapters", "psc"),
    ("rss/1.0/modules/content", "content"),
    ("purl.org/dc/", "dc"),
    ("search.yahoo.com/mrss", "media"),
    ("w3.org/2005/atom", "atom"),
    ("purl.org/atom", "atom"),
    ("googleplay", "googleplay"),
)
_MENDED = {
    "cdata": ("CDATA v CDATA odstraněna", "CDATA inside CDATA removed"),
    "mojibake": ("rozsypané znaky opraveny", "garbled letters mended"),
    "control": ("řídicí znaky odstraněny", "control characters removed"),
}
# What a URL may hold besides letters and digits (RFC 3986), the sign of an escape included.
_URL_SAFE = "%/:=&?~#+!$,;'@()*[]"


def name_of(element: Any) -> str:
    """Return ``itunes:author``, ``podcast:person``, ``title``; nothing for what is no element."""
    if not isinstance(element.tag, str):
        return ""
    namespace, _, local = element.tag.rpartition("}")
    namespace = namespace.lower()
    prefix = next((short for mark, short in _NAMESPACES if mark in namespace), "")
    if not prefix and ":" in local:  # a prefix that nobody declared
        prefix, _, local = local.partition(":")
    return f"{prefix.lower()}:{local}" if prefix else local


def text_of(element: Any) -> str:
    """Return an element's own text, also that of elements inside it; not of entities."""
    parts: list[str] = []
    # Without recursion: a hostile document nests thousands of elements.
    waiting: list[Any] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        inside: list[Any] = [node.text or ""] if isinstance(node.tag, str) else []
        for child in node if isinstance(node.tag, str) else ():
            inside += [child, child.tail or ""]
        waiting += reversed(inside)
    return "".join(parts)


def markup_of(element: Any) -> str:
    """Return what an element holds as HTML: its text, or the tags that nobody escaped."""
    if not any(isinstance(child.tag, str) for child in element):
        return text_of(element)
    inside = [element.text or ""]
    inside += [etree.tostring(child, encoding="unicode", method="html") for child in element]
    return "".join(inside)


class Node:
    """An element with its children by name; every text comes cleaned, and says so once."""

    def __init__(self, element: Any, faults: Faults, base: str) -> None:
        self.element, self.faults, self.base = element, faults, base
        self.line: int = element.sourceline or 0
        self.children: dict[str, list[Any]] = {}
        for child in element:
            name = name_of(child)
            name = name.removeprefix("atom:") if name_of(element).startswith("atom:") else name
            if name:
                self.children.setdefault(name.lower(), []).append(child)

    def all(self, name: str) -> Iterator[Any]:
        """Yield the children of a name."""
        yield from self.children.get(name.lower(), ())

    def raw(self, name: str) -> str:
        """Return the cleaned text of the first child of a name that has any."""
        for child in self.all(name):
            if text := self.cleaned(child):
                return text
        return ""

    def cleaned(self, element: Any) -> str:
        """Return an element's text without damage; what was mended is noted."""
        text, mended = mending.cleaned(text_of(element))
        for kind in mended:
            cs, en = _MENDED[kind]
            self.faults.mended(element.sourceline or 0, name_of(element), text[:60], cs, en)
        return text.strip()

    def line_of(self, name: str) -> int:
        """Return the line of the first child of a name, or the node's own."""
        return next((child.sourceline or 0 for child in self.all(name)), self.line)

    def text(self, *names: str) -> str:
        """Return the first text among the names, on one line."""
        found = (mending.one_line(self.raw(name)) for name in names)
        return next((text for text in found if text), "")

    def address(self, element: Any, attribute: str, field: str) -> str:
        """Return an address from an attribute (or the text), absolute and escaped, or nothing."""
        told = element.get(attribute, "") if attribute else text_of(element)
        return address(told, self.base, self._note(element.sourceline or 0, field, told))

    def _note(self, line: int, field: str, told: str) -> Callable[[str, str], None]:
        def note(cs: str, en: str) -> None:
            self.faults.mended(line, field, told.strip(), cs, en)

        return note


def address(told: str, base: str, note: Callable[[str, str], None]) -> str:
    """Return an absolute http address, mended and escaped; nothing when it cannot be one."""
    plain = "".join(told.split("\n")).strip().strip("\ufeff")
    plain = re.sub(r"&amp;", "&", re.sub(r"[\x00-\x1f\x7f]", "", plain))
    if not plain:
        return ""
    try:
        parts = urlsplit(plain)
        if not parts.scheme:
            plain = f"https://{plain}" if plain.startswith("www.") else urljoin(base, plain)
            parts = urlsplit(plain)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or "." not in host:
        return ""
    try:
        host = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
    tail = quote(plain.partition("//")[2].partition(parts.netloc)[2], safe=_URL_SAFE)
    good = f"{parts.scheme.lower()}://{host}{port}{tail}"
    if "//" not in told or told.strip().startswith("//"):
        note(f"relativní adresa doplněna: {good}", f"relative address completed: {good}")
    elif quote(plain, safe=_URL_SAFE) != plain:
        note("mezery a písmena v adrese zakódovány", "spaces and letters in the address escaped")
    return good
