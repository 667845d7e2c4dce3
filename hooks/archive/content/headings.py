"""The anchors that the text of a page has: of its headings, and those put there by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown import Markdown

from archive.language.slugs import heading_slug

_BY_HAND = re.compile(r"\bid=\"([^\"]+)\"|\{[^}\n]*#([\w:.-]+)[^}\n]*\}")
_HEADING = re.compile(r"^#{1,6}[ \t]+\S")


@dataclass(frozen=True)
class Heading:
    """A heading: its anchor, its text, and its line in the body, from 0."""

    anchor: str
    text: str
    line: int


def _tokens(tokens: list[dict[str, object]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for token in tokens:
        children = token["children"]
        assert isinstance(children, list)
        found += [(str(token["id"]), str(token["name"])), *_tokens(children)]
    return found


def headings(body: str) -> list[Heading]:
    """Return the headings of a text in Markdown, with the anchors that its page gives them."""
    lines = [number for number, line in enumerate(body.split("\n")) if _HEADING.match(line)]
    if not lines:
        return []
    reader = Markdown(
        extensions=["attr_list", "tables", "admonition", "toc"],
        extension_configs={"toc": {"slugify": heading_slug}},
    )
    reader.convert(body)
    tokens = _tokens(getattr(reader, "toc_tokens", []))
    # A sign in a block of code is no heading; then the lines are not known.
    known = lines if len(lines) == len(tokens) else [0] * len(tokens)
    return [Heading(*token, line) for token, line in zip(tokens, known, strict=True)]


def anchors(body: str) -> set[str]:
    """Return every anchor of a text."""
    by_hand = {found[1] or found[2] for found in _BY_HAND.finditer(body)}
    return by_hand | {heading.anchor for heading in headings(body)}
