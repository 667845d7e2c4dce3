"""What a page says and in which language it says it is: for the tests of languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html

# Attributes that people read or hear; what scripts say later stands in data-….
TOLD = ("title", "alt", "aria-label", "aria-description", "placeholder")
NO_WORDS = ("data-anchors", "data-src", "data-target", "data-root")
INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "br", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small",
     "span", "strong", "sub", "sup", "time", "u", "var", "wbr")
)  # fmt: skip
SILENT = frozenset(("script", "style", "template", "svg", "code", "pre"))
META = ("description", "og:title", "og:description", "og:site_name", "og:image:alt", "DC.title")


class Passage(NamedTuple):
    """A run of text: the language it claims, the text, and where it stands."""

    language: str
    text: str
    where: str


def _language(element: Any) -> str:
    """Return the language that holds at an element: its own or that of the nearest above."""
    while element is not None:
        if element.get("lang"):
            return str(element.get("lang"))
        element = element.getparent()
    return ""


def squeezed(text: str) -> str:
    """Return a text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()


def _runs(element: Any) -> Iterator[str]:
    """Yield the pieces of text of a block; an empty piece stands for what is told elsewhere."""
    yield element.text or ""
    for child in element:
        if child.tag not in INLINE or child.get("lang"):
            yield "\0"
        elif child.tag not in SILENT:
            yield from _runs(child)
        yield child.tail or ""


def _blocks(root: Any) -> Iterator[Passage]:
    """Yield the text of each block, without the parts that are in another language."""
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        if element.tag in INLINE and not element.get("lang"):
            continue
        if any(above.tag in SILENT for above in element.iterancestors()):
            continue
        text = squeezed("".join(_runs(element)).replace("\0", " … "))
        if text.strip(" …"):
            yield Passage(_language(element), text, f"{element.tag}.{element.get('class', '')}")


def _attributes(root: Any) -> Iterator[Passage]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            where = f"{element.tag}@{name}"
            said = name in TOLD or (name.startswith("data-") and " " in value)
            if said and name not in NO_WORDS:
                for word in json.loads(value).values() if value.startswith('{"') else [value]:
                    yield Passage(_language(element), squeezed(str(word)), where)


def _drawn(root: Any) -> Iterator[Passage]:
    """Yield what is written in drawings; a title broken into lines is one text."""
    for drawing in root.iter("svg"):
        if drawing.get("aria-hidden") != "true":
            for told in drawing.iter("title", "text", "desc"):
                yield Passage(_language(told), squeezed(told.text_content()), "svg")


def passages(path: Path) -> Iterator[Passage]:
    """Yield everything that a page tells people, each with its language."""
    root = html.parse(path, html.HTMLParser(encoding="utf-8")).getroot()
    page = _language(root)
    for found in (_blocks, _attributes, _drawn):
        yield from found(root.find("body"))
    title = root.find("head/title")
    yield Passage(_language(title) or page, squeezed(title.text or ""), "title")
    for meta in root.iterfind("head/meta"):
        if (name := meta.get("name") or meta.get("property")) in META:
            yield Passage(meta.get("lang") or page, squeezed(meta.get("content") or ""), name)
