"""From bytes to the elements of a feed: encoding, safety, broken XML."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from archive.schema.problems import Text
from moving_in import mending
from moving_in.faults import Faults, NoFeed

# Ten times what W3C's validator reads; enough for twenty thousand items.
LIMIT = 50_000_000
_DECLARED = re.compile(r"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_DECLARATION = re.compile(r"\A\s*<\?xml.*?\?>", re.DOTALL)
_DOCTYPE = re.compile(
    r"\A((?:\s|<!--.*?-->|<\?.*?\?>)*)(<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE
)
_HTML = re.compile(r"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_LINK = re.compile(r"<link\b[^>]*\bapplication/(?:rss|atom)\+xml[^>]*>", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"']+)["']""", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_FEED = Text("kanál podcastu: dokument RSS nebo Atom", "a podcast's feed: an RSS or Atom document")


def _known(name: str) -> str:
    """Return a codec that can read text, or nothing."""
    try:
        return name if isinstance(b"a".decode(name), str) else ""
    except (LookupError, UnicodeError, ValueError, TypeError):
        return ""


def _utf8(data: bytes, faults: Faults) -> str | None:
    """Return the text of UTF-8, a few broken signs replaced; nothing when it is not UTF-8."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if bad and 10 * bad > sum(1 for sign in text if ord(sign) > 0x7F):
        return None
    if bad and b"\xef\xbf\xbd" not in data:
        cs, en = "vadné znaky nahrazeny", "broken characters replaced"
        faults.mended(1, "encoding", f"{bad}×", cs, en)
    return text


def decode(data: bytes, charset: str, faults: Faults) -> str:
    """Return the document's text: as UTF-8 if it is that, whatever it says of itself.

    ``charset`` is what the server says. Old Czech feeds are in Windows-1250.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.removeprefix(mark).decode(codec, "replace")
    for mark, codec in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be")):
        if data.startswith(mark):
            return data.decode(codec, "replace")
    declared = _DECLARED.match(data[:200].decode("latin-1"))
    says = declared[1] if declared else ""
    if (text := _utf8(data, faults)) is not None:
        if says.lower() not in ("", "utf-8", "utf8") and not data.isascii():
            faults.mended(1, "encoding", says, "přečteno jako UTF-8", "read as UTF-8")
        return text
    for codec in filter(None, (_known(says), _known(charset), "cp1250", "latin-1")):
        try:
            text = data.decode(codec)
        except UnicodeError:
            continue
        if codec != says:
            faults.mended(1, "encoding", says, f"přečteno jako {codec}", f"read as {codec}")
        return text
    raise AssertionError("latin-1 reads every byte")


def _refuse_others(text: str) -> None:
    """Refuse what is no feed at all, and say where the feed may be."""
    head = text[:4000].lstrip()
    if not head:
        raise NoFeed("prázdný dokument / empty document", _FEED)
    if head[0] in "{[":
        raise NoFeed("JSON", _FEED)
    if _HTML.search(text[:1000]) and not re.search(r"<(?:rss|feed|rdf)\b", head, re.IGNORECASE):
        links = [match[1] for tag in _LINK.findall(text[:200_000]) if (match := _HREF.search(tag))]
        place = f"; {', '.join(links[:3])}" if links else ""
        raise NoFeed(f"webová stránka / a web page{place}", _FEED)
    if head[0] != "<":
        shown = "".join(sign if sign.isprintable() else " " for sign in head[:60])
        raise NoFeed(" ".join(shown.split()) or "?", _FEED)


def _parser(*, recover: bool) -> Any:
    # No entities, no DTD, no network: a feed comes from strangers.
    return etree.XMLParser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=True, remove_comments=True, remove_pis=True,
    )  # fmt: skip


def _strict(text: str, faults: Faults) -> Any:
    """Parse well-formed XML; where it is not, mend what can be mended and say so."""
    try:
        return etree.fromstring(text.encode(), _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        line = (getattr(error, "position", None) or (1, 0))[0]
        found = str(error).partition(", line ")[0]
        cs, en = "chybné XML, opraveno", "not well-formed XML, mended"
        faults.mended(line, "xml", found, cs, en)
    try:
        return etree.fromstring(mending.well_formed(text).encode(), _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _without_doctype(text: str, faults: Faults) -> str:
    """Take the document type away, and with it every entity that it declares."""
    kind = _DOCTYPE.match(text)
    if not kind:
        return text
    if "<!ENTITY" in kind[2]:
        cs, en = "vlastní entity XML se nečtou", "the document’s own XML entities are not read"
        faults.mended(1, "DOCTYPE", "<!ENTITY", cs, en)
    return "\n" * kind[0].count("\n") + text[kind.end() :]


def parse(data: bytes, charset: str, faults: Faults) -> Any:
    """Return the root element of a feed document. Raises NoFeed when it is none.

    External entities and document types are never read; a reference to one is dropped.
    """
    if len(data) > LIMIT:
        found = f"{len(data) // 1_000_000} MB"
        raise NoFeed(found, Text(f"nejvýše {LIMIT // 10**6} MB", f"at most {LIMIT // 10**6} MB"))
    text = decode(data, charset, faults)
    _refuse_others(text)
    text = _DECLARATION.sub("", text, count=1)
    text = _without_doctype(text, faults)
    root = _strict(text.lstrip("\ufeff"), faults)
    name = str(root.tag).rpartition("}")[2].lower() if root is not None else ""
    if name not in ("rss", "feed", "rdf", "channel"):
        raise NoFeed(f"<{name}>" if name else "poškozené XML / broken XML", _FEED)
    return root
