"""The text of one paragraph as Markdown that Python-Markdown reads back as the same text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, NamedTuple

from moving_in import markup
from moving_in.markup import BLOCKS, DROPPED, tag_of

_STRONG, _EMPHASIS = {"strong", "b"}, {"em", "i", "cite", "dfn", "var"}
BREAK = "\x02"  # a line break inside a paragraph, until the paragraph is whole
_SIGNS = re.compile(r"[\\`*\[\]{]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
# Browsers and lxml read „&#1“ as a reference even without its semicolon.
_REFERENCE = re.compile(r"&(?=#[0-9xX]|\w+;)")
_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]…“”’]")
_LINE_START = re.compile(r"^(?:(#|>|\||!!!|~~~|\+(?=\s|$)|-(?=\s|$|-))|(\d+)([.)])(?=\s|$)|(=))")


class Piece(NamedTuple):
    """A part of a line: its Markdown, and what it wraps if it is emphasis."""

    text: str
    tag: str = ""
    inside: str = ""


def _escape(text: str) -> str:
    """Return text in which no sign means anything to Markdown."""
    text = _SIGNS.sub(lambda match: f"\\{match[0]}", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _REFERENCE.sub("&amp;", text).replace("<", "&lt;")
    return text.replace("]:", "]&#58;")


def text_of(text: str) -> str:
    """Return running text: escaped, on one line, with bare addresses made links."""
    text = re.sub(r"[\s\u00a0\x02]+", " ", text)
    parts, at = [], 0
    for match in _ADDRESS.finditer(text):
        target = markup.link(match[0], "")
        parts.append(_escape(text[at : match.start()]))
        parts.append(f"<{target}>" if target else _escape(match[0]))
        at = match.end()
    return "".join([*parts, _escape(text[at:])])


def _wrapped(inside: str, tag: str) -> list[Piece]:
    """Return emphasis with the space around it outside, or nothing for nothing."""
    bare = inside.strip(f" {BREAK}")
    if not bare:
        return [Piece(inside)]
    before, after = inside.split(bare, 1)[0], inside[inside.index(bare) + len(bare) :]
    bare = re.sub(f"{BREAK}[ {BREAK}]*", BREAK, bare)  # no emphasis goes over paragraphs
    mark = "**" if tag == "strong" else "*"
    clear = "*" not in bare.replace("\\*", "") and not bare.endswith("\\")
    text = f"{mark}{bare}{mark}" if clear else f"<{tag}>{bare}</{tag}>"
    return [Piece(before), Piece(text, tag, bare), Piece(after)]


def join(pieces: list[Piece]) -> str:
    """Return pieces as one line; emphasis that touches emphasis is told by tags."""
    pieces = [piece for piece in pieces if piece.text]
    texts = [piece.text for piece in pieces]
    for index, (left, right) in enumerate(pairwise(pieces), 1):
        if left.text[-1] == "!" and right.text.startswith("["):  # no picture
            texts[index - 1] = f"{left.text[:-1]}\\!"
        if left.text[-1] == "*" == right.text[0] and right.tag and left.text[-2:] != "\\*":
            texts[index] = f"<{right.tag}>{right.inside}</{right.tag}>"
    return re.sub(" +", " ", "".join(texts))


def _anchor(element: Any, inside: str, base: str) -> list[Piece]:
    target = markup.link(element.get("href", ""), base)
    bare = inside.replace(BREAK, " ").strip()
    if not target or not bare:
        return [Piece(inside)]
    told = " ".join("".join(element.itertext()).split())
    if re.sub(r"[\\<>]", "", bare) == target or markup.link(told, "") == target:
        return [Piece(f"<{target}>")]
    bare = re.sub(r"<(https?://[^>]*|mailto:[^>]*)>", lambda match: _escape(match[1]), bare)
    space = (" " if inside[:1] == " " else "", " " if inside[-1:] == " " else "")
    return [Piece(f"{space[0]}[{bare}]({target}){space[1]}")]


def element_pieces(element: Any, base: str, within: frozenset[str]) -> list[Piece]:
    """Return an element inside a paragraph."""
    tag = tag_of(element)
    if tag == "br":
        return [Piece(BREAK)]
    if tag == "img":
        return [Piece(text_of(element.get("alt", "")))]
    if tag in DROPPED or not tag:
        return []
    kind = "strong" if tag in _STRONG else "em" if tag in _EMPHASIS else "a" if tag == "a" else ""
    inside = inline(element, base, within | {kind} if kind else within)
    if kind == "a" and "a" not in within:
        return _anchor(element, inside, base)
    if kind in ("strong", "em") and kind not in within:
        return _wrapped(inside, kind)
    return [Piece(f" {inside} " if tag in ("td", "th") else inside)]


def inline(element: Any, base: str, within: frozenset[str] = frozenset()) -> str:
    """Return everything inside an element as one line; blocks in it become line breaks."""
    pieces = [Piece(text_of(element.text or ""))]
    for child in element:
        if tag_of(child) in BLOCKS:
            pieces += [Piece(BREAK), Piece(inline(child, base, within)), Piece(BREAK)]
        else:
            pieces += element_pieces(child, base, within)
        pieces.append(Piece(text_of(child.tail or "")))
    return join(pieces)


def _safe_start(line: str) -> str:
    """Return a line whose first sign begins no list, heading, quotation or table."""
    match = _LINE_START.match(line)
    if not match:
        return line
    if match[4]:
        return f"&#61;{line[1:]}"
    return f"{match[2]}\\{line[len(match[2]) :]}" if match[2] else f"\\{line}"


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text; two line breaks in a row part them."""
    found = []
    for part in re.split(rf"{BREAK}(?:\s*{BREAK})+", text.strip(f" {BREAK}")):
        lines = [_safe_start(line.strip()) for line in part.split(BREAK)]
        if text := "  \n".join(line for line in lines if line):
            found.append(text)
    return found
