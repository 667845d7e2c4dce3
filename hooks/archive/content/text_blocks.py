"""A Markdown text as its paragraphs, entries of lists and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from archive.content.source_marks import MARK, without_code

Kind = Literal["paragraph", "item", "row", "heading"]

_ITEM = re.compile(r"(?:[-*+]|\d+[.)])\s+")
_RULE = re.compile(r"\|?[\s:|-]+\|[\s:|-]*")
# „…takto:[^1]“ and „…takto[^1]:“.
_LEAD = re.compile(rf":?(?:{MARK.pattern})+:?\s*\Z")
_BOX = re.compile(r'(?:!!!|\?\?\?\+?)\s+\w+(?:\s+"[^"]*")?')


@dataclass(frozen=True)
class Block:
    """A piece of a text; ``line`` counts from 0, ``start`` is its offset in the text.

    ``above`` is what also speaks for it: the head of its table, and the sentence with a
    colon that the table or list completes.
    """

    kind: Kind
    text: str
    line: int
    start: int
    above: str = ""


def _kind(line: str) -> Kind:
    if line.startswith("#"):
        return "heading"
    if line.startswith("|"):
        return "row"
    return "item" if _ITEM.match(line) else "paragraph"


def _pieces(text: str) -> Iterator[Block]:
    """Yield the blocks one after another, none of them knowing of the others."""
    kept: list[str] = []
    first, start, offset = 0, 0, 0
    kind: Kind = "paragraph"
    for number, raw in enumerate([*without_code(text).split("\n"), ""]):
        line = raw.strip()
        fresh = not line or _kind(line) != "paragraph" or _BOX.fullmatch(line)
        if kept and fresh:
            yield Block(kind, "\n".join(kept), first, start)
            kept = []
        if line and not _BOX.fullmatch(line):
            if not kept:
                first, start, kind = number, offset, _kind(line)
            kept.append(raw)
        offset += len(raw) + 1


def _marks_of_lead(block: Block) -> str:
    """Return the marks at the end of a sentence that waits for what follows."""
    found = _LEAD.search(block.text)
    return found[0] if found and ":" in found[0] else ""


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a text with what stands above them; headings are left out."""
    lead, head, last = "", "", ""
    for block in _pieces(text):
        if block.kind in ("paragraph", "heading"):
            lead = _marks_of_lead(block) if block.kind == "paragraph" else ""
            head = ""
        elif block.kind == "row" and last != "row":
            head = block.text
        last = block.kind
        if block.kind == "heading" or _RULE.fullmatch(block.text.strip()):
            continue
        above = {"row": f"{lead}\n{head}", "item": lead}.get(block.kind, "")
        yield Block(block.kind, block.text, block.line, block.start, above)
