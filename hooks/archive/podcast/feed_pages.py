"""A feed that has grown too long, in pages: RFC 5005, section 3, "Paged Feeds".

The W3C's validator, and apps with it, refuse a feed of more than 5,000,000 bytes. So the
main document holds the newest items that fit, the further ones follow on pages that
``rel="next"`` leads to. They are no archives in the sense of section 4, whose documents
never change: here each new item moves the others along.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.etree import _Element

MOST_ITEMS = 4_000
MOST_BYTES = 4_500_000
# What the links between the pages and the prologue may take, in bytes.
_LINKS = 2_000

_ATOM = "{http://www.w3.org/2005/Atom}"


def serialise(root: _Element) -> bytes:
    """Return a document as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _weights(items: list[_Element]) -> list[int]:
    return [len(etree.tostring(item, encoding="UTF-8", with_tail=True)) for item in items]


def _fill(items: list[_Element], frame: int) -> Iterator[list[_Element]]:
    """Yield the items page by page; ``frame`` are the bytes that each page takes besides."""
    page: list[_Element] = []
    size = frame
    for item, weight in zip(items, _weights(items), strict=True):
        if page and (len(page) >= MOST_ITEMS or size + weight > MOST_BYTES):
            yield page
            page, size = [], frame
        page.append(item)
        size += weight
    yield page


def _links(frame: _Element, number: int, count: int, address: Callable[[int], str]) -> None:
    """Write where the other pages are, and correct where this one is."""
    own = frame.find(f"{_ATOM}link[@rel='self']")
    assert own is not None  # every feed says where it is
    own.set("href", address(number))
    wanted = {"first": 1, "previous": number - 1, "next": number + 1, "last": count}
    for rel, to in reversed(wanted.items()):
        if 1 <= to <= count:
            link = etree.Element(
                f"{_ATOM}link", rel=rel, href=address(to), type=own.get("type", "")
            )
            own.addnext(link)


def split(root: _Element, items: list[_Element], address: Callable[[int], str]) -> list[bytes]:
    """Return a feed as documents, the first of them the feed's own.

    ``items`` are elements of one parent, newest first; ``address`` gives the address of a
    page by its number, counted from 1.
    """
    whole = serialise(root)
    if len(items) <= MOST_ITEMS and len(whole) <= MOST_BYTES:
        return [whole]
    tree, parent = root.getroottree(), items[0].getparent()
    assert parent is not None  # items stand in a channel or a feed
    inside = tree.getelementpath(parent)
    for item in items:
        parent.remove(item)
    pages = list(_fill(items, len(serialise(root)) + _LINKS))
    written = []
    for number, page in enumerate(pages, 1):
        one = copy.deepcopy(root)
        holder = one if inside == "." else one.find(inside)
        assert holder is not None  # it is where it was
        _links(holder, number, len(pages), address)
        holder.extend(page)
        etree.indent(one)
        written.append(serialise(one))
    return written
