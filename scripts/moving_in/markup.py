"""Show notes as they come: HTML, text with a few tags, HTML escaped twice, or plain text."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

HEADINGS = {f"h{level}": level for level in range(1, 7)}
# Tags whose text stands on lines of its own.
BLOCKS = {"p", "div", "section", "article", "ul", "ol", "li", "blockquote", "pre", "table", "tr"}
BLOCKS |= {"dl", "dt", "dd", "figure", "figcaption", "header", "footer", "main", "aside", "nav"}
BLOCKS |= {"address", "center", "hr", "tbody", "thead", "details", "summary", "body", *HEADINGS}
_INLINE = {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del"}
_INLINE |= {"dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "o:p", "q"}
_INLINE |= {"s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "td", "th"}
_INLINE |= {"tt", "u", "var", "wbr", "caption", "tfoot", "picture", "source", "html"}
# Nothing of these is text, or it is not ours to repeat.
DROPPED = {"script", "style", "iframe", "object", "embed", "svg", "form", "noscript", "head"}
DROPPED |= {"title", "button", "input", "select", "textarea", "audio", "video", "canvas", "link"}
DROPPED |= {"meta", "template", "math", "map"}

_DEEPEST = 60  # tags inside tags; more of them is a fault or an attack
_KNOWN = "|".join(sorted(BLOCKS | _INLINE | DROPPED))
_STRAY = re.compile(rf"<(?!/?(?:{_KNOWN})(?=[\s/>]|$)|!--)", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_KNOWN})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TWICE = re.compile(rf"&lt;/?(?:{_KNOWN})(?:\s[^<>]*?)?/?&gt;", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"<(?:br|{'|'.join(sorted(BLOCKS))})(?=[\s/>])", re.IGNORECASE)
_WORDPRESS = re.compile(r"\[/?(?:caption|embed|audio|powerpress|gallery)[^\]]*\]")


def escaped_twice(text: str) -> bool:
    """Tell whether HTML was escaped once too often: ``&lt;p&gt;`` instead of ``<p>``."""
    return bool(_TWICE.search(text)) and not _TAG.search(text)


def _as_html(text: str) -> str:
    """Return HTML whose line ends mean what they meant to the writer."""
    if escaped_twice(text):
        text = html.unescape(text)
    text = _WORDPRESS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    text = _STRAY.sub("&lt;", text)
    if _BLOCK_TAG.search(text):
        return text
    paragraphs = re.split(r"\n[ \t]*\n\s*", text.strip())
    return "".join(f"<p>{part.strip().replace(chr(10), '<br>')}</p>" for part in paragraphs)


def _depth(root: Any) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def parse(text: str) -> Any:
    """Return the tree of show notes, or nothing when there is no text."""
    if not text.strip():
        return None
    # Of HTML this is the one way that takes every text: bytes, with their encoding told.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = f"<div>{_as_html(text)}</div>".encode("utf-8", "ignore")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is not None and _depth(root) > _DEEPEST:
        return parse(_TAG.sub(" ", text))  # the parser has dropped what is deeper still
    return root


def tag_of(element: Any) -> str:
    """Return an element's name in small letters; nothing for what is none."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def plain_text(text: str) -> str:
    """Return show notes as plain text on one line, in the order in which they are read."""
    root = parse(text)
    if root is None:
        return ""
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = tag_of(element)
        if event == "start":
            parts.append(" " if tag in BLOCKS or tag == "br" else "")
            parts.append("" if tag in DROPPED else element.text or "")
        else:
            parts.append(" " if tag in BLOCKS else "")
            parts.append(element.tail or "")
    return " ".join("".join(parts).split())


def link(href: str, base: str) -> str:
    """Return where a link leads, if it is a web page or a mailbox; otherwise nothing."""
    try:
        target = urljoin(base, "".join(href.split()))
        parts = urlsplit(target)
    except ValueError:
        return ""
    if parts.scheme == "mailto" and "@" in target:
        return target
    good = parts.scheme in ("http", "https") and "." in parts.netloc
    return re.sub(r"[()<>\\\[\]`*]", lambda m: f"%{ord(m[0]):02X}", target) if good else ""
