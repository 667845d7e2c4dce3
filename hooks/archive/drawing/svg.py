"""Small helpers for drawing SVG by hand: elements, numbers, addresses, the width of text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from lxml import etree

Node = etree._Element
_NARROW, _WIDE = set("iljtfrI.,:;'’|()[]/-–! \u00a0"), set("mwMWÆŒ@%")


def number(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    told = f"{value:.1f}".removesuffix(".0")
    return "0" if told == "-0" else told


def node(name: str, *children: Node | str, **attributes: str | float) -> Node:
    """Make an element; ``class_`` and ``aria_label`` stand for class and aria-label."""
    element = etree.Element(name)
    for key, value in attributes.items():
        told = value if isinstance(value, str) else number(value)
        element.set(key.rstrip("_").replace("_", "-"), told)
    for child in children:
        if not isinstance(child, str):
            element.append(child)
        elif len(element):
            element[-1].tail = (element[-1].tail or "") + child
        else:
            element.text = (element.text or "") + child
    return element


def group(children: Iterable[Node], **attributes: str | float) -> Node:
    """Make a group of elements."""
    return node("g", *children, **attributes)


def write(element: Node) -> str:
    """Return an element as text, to stand in a page."""
    return str(etree.tostring(element, encoding="unicode"))


def relative(target: str, page: str) -> str:
    """Return the link to an address from a page; both are paths below the site."""
    path, mark, anchor = target.partition("#")
    if path == page:
        return mark + anchor
    link = posixpath.relpath("/" + path, "/" + page)
    return (link + "/" if path.endswith("/") or not path else link) + mark + anchor


def text_width(text: str, size: float) -> float:
    """Return how wide a text may be in DejaVu Sans, the widest of the common sans-serifs."""

    def share(letter: str) -> float:
        if letter in _NARROW:
            return 0.36
        if letter in _WIDE:
            return 0.97
        return 0.74 if letter.isupper() else 0.62

    return size * sum(map(share, text))
