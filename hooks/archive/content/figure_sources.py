"""Which marks speak for which figures of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.content import figures, source_marks
from archive.content.figures import Figure
from archive.content.source_marks import Mark
from archive.content.text_blocks import Block, blocks


@dataclass(frozen=True)
class Sourced:
    """A figure, the line of the text it stands on (from 0), and the marks that speak for it."""

    figure: Figure
    line: int
    marks: tuple[Mark, ...]


def _groups(found: list[Mark], text: str) -> list[tuple[Mark, ...]]:
    """Return the marks that stand side by side together."""
    groups: list[tuple[Mark, ...]] = []
    for mark in found:
        if groups and not text[groups[-1][-1].end : mark.start].strip():
            groups[-1] = (*groups[-1], mark)
        else:
            groups.append((mark,))
    return groups


def _in_block(block: Block, names: re.Pattern[str] | None) -> Iterator[Sourced]:
    groups = _groups(list(source_marks.find(block.text)), block.text)
    above = tuple(source_marks.find(block.above))
    for figure in figures.find(block.text, names):
        behind = next((group for group in groups if group[0].start > figure.start), ())
        line = block.line + block.text.count("\n", 0, figure.start)
        yield Sourced(figure, line, behind or above)


def figures_of(text: str, names: re.Pattern[str] | None = None) -> Iterator[Sourced]:
    """Yield the figures of a text, each with the marks that speak for it.

    Those are the marks behind the figure, at the end of its sentence or of a later one in
    the same paragraph, entry of a list or row of a table. Where none is, the head of the
    table speaks for its rows, and a sentence that ends with a colon for what follows it.
    """
    for block in blocks(text):
        yield from _in_block(block, names)
