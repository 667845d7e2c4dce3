"""Show notes into Markdown that Python-Markdown reads back as the same text.

markdownify would not do: it indents nested lists by two spaces, which Python-Markdown does
not see as nested, and knows nothing of attribute lists and admonitions, which are on here.
"""

from __future__ import annotations

import re
from typing import Any

from moving_in import markup
from moving_in.inline import BREAK, Piece, element_pieces, inline, join, paragraphs, text_of
from moving_in.markup import BLOCKS, HEADINGS, plain_text, tag_of

__all__ = ["markdown", "plain_text"]


class _Writer:
    """Turns a tree into blocks; headings begin at level 2 and skip no level."""

    def __init__(self, base: str) -> None:
        self.base, self.level = base, 1

    def blocks(self, element: Any) -> list[str]:
        """Return the blocks inside an element."""
        found: list[str] = []
        line = [Piece(text_of(element.text or ""))]
        for child in element:
            tag = tag_of(child)
            if tag in BLOCKS:
                found += paragraphs(join(line))
                found += self._block(child, tag)
                line = []
            else:
                line += element_pieces(child, self.base, frozenset())
            line.append(Piece(text_of(child.tail or "")))
        return [*found, *paragraphs(join(line))]

    def _block(self, element: Any, tag: str) -> list[str]:
        if tag in HEADINGS:
            return self._heading(element, HEADINGS[tag])
        if tag in ("ul", "ol"):
            return self._list(element, ordered=tag == "ol")
        if tag == "blockquote":
            quoted = "\n\n".join(self.blocks(element))
            return [re.sub("^", "> ", quoted, flags=re.MULTILINE)] if quoted else []
        if tag == "pre":
            lines = "".join(element.itertext()).split("\n")
            return paragraphs(BREAK.join(map(text_of, lines)))
        if tag in ("tr", "p"):
            return paragraphs(inline(element, self.base))
        return ["* * *"] if tag == "hr" else self.blocks(element)

    def _heading(self, element: Any, told: int) -> list[str]:
        text = inline(element, self.base).replace(BREAK, " ").strip()
        if not text:
            return []
        self.level = min(max(told, 2), self.level + 1, 4)
        # Signs at its end would be read as closing the heading.
        text = re.sub(r"#+$", lambda match: "\\#" * len(match[0]), text)
        return [f"{'#' * self.level} {text}"]

    def _list(self, element: Any, *, ordered: bool) -> list[str]:
        items: list[list[str]] = [paragraphs(text_of(element.text or ""))]
        for child in element:
            tag = tag_of(child)
            if tag == "li":
                items.append(self.blocks(child))
            elif tag in BLOCKS:  # a list right inside a list belongs to the item above
                last = items[-1] or (items[-2] if len(items) > 1 else items[-1])
                last += self._block(child, tag)
            else:
                items.append(paragraphs(join(element_pieces(child, self.base, frozenset()))))
            items.append(paragraphs(text_of(child.tail or "")))
        lines: list[str] = []
        for blocks in filter(None, items):
            mark = f"{len(lines) + 1}. " if ordered else "- "
            # Python-Markdown wants four spaces before what belongs to an item.
            body = "\n\n".join(blocks).replace("\n", "\n    ").replace("\n    \n", "\n\n")
            lines.append(mark + body)
        return ["\n".join(lines)] if lines else []


def markdown(notes: str, base: str = "") -> str:
    """Return show notes as Markdown; ``base`` completes relative links.

    Scripts, frames, pictures and tracking pixels are left out, everything that can be
    read stays. Plain text keeps its paragraphs and lines, bare addresses become links.
    """
    root = markup.parse(notes)
    if root is None:
        return ""
    blocks = _Writer(base).blocks(root)
    return "\n\n".join(block for block in blocks if block.strip())
