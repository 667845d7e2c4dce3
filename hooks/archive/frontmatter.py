"""Split a Markdown file into its front matter, with line numbers, and its body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

Location = tuple[str | int, ...]

_FENCE = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)


class FrontMatterError(ValueError):
    """Front matter that is not YAML; ``line`` counts from 1 in the whole file."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


@dataclass(frozen=True)
class FrontMatter:
    """The fields of a record, plain Python values, and where each one stands."""

    values: dict[str, Any] = field(default_factory=dict)
    body: str = ""
    lines: dict[Location, int] = field(default_factory=dict)
    body_line: int = 1

    def line(self, location: Sequence[str | int]) -> int:
        """Return the line of a field, or of the nearest field that encloses it."""
        path = tuple(location)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def _walk(node: Any, offset: int, at: Location, lines: dict[Location, int]) -> Any:
    """Turn ruamel's nodes into plain values, noting the line of each."""
    if isinstance(node, CommentedMap):
        plain: dict[Any, Any] = {}
        for key, value in node.items():
            lines[(*at, key)] = node.lc.key(key)[0] + offset
            plain[key] = _walk(value, offset, (*at, key), lines)
        return plain
    if isinstance(node, CommentedSeq):
        for index in range(len(node)):
            lines[(*at, index)] = node.lc.item(index)[0] + offset
        return [_walk(value, offset, (*at, i), lines) for i, value in enumerate(node)]
    return node


def load_yaml(text: str, *, first_line: int = 1) -> tuple[Any, dict[Location, int]]:
    """Parse YAML; return plain values and the line of each.

    Dates stay text: the archive's dates are EDTF, which YAML does not know.
    Raises FrontMatterError when the text is not YAML.
    """
    yaml = YAML(typ="rt")
    # Leave `2005-05-01` a string instead of a datetime.date.
    yaml.constructor.add_constructor(
        "tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node)
    )
    try:
        node = yaml.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        raise FrontMatterError(line, error.problem or str(error)) from error
    except YAMLError as error:
        raise FrontMatterError(first_line, str(error).splitlines()[0]) from error
    lines: dict[Location, int] = {}
    return _walk(node, first_line, (), lines), lines


def parse(text: str) -> FrontMatter:
    """Split ``text`` at its ``---`` fences.

    Raises FrontMatterError when the fences or the YAML between them are broken.
    """
    match = _FENCE.match(text.removeprefix("\ufeff"))
    if not match:
        raise FrontMatterError(1, "---")
    values, lines = load_yaml(match[1], first_line=2)
    if values is None:
        values = {}
    if not isinstance(values, dict):
        raise FrontMatterError(2, type(values).__name__)
    body = text.removeprefix("\ufeff")[match.end() :]
    named = {str(key): value for key, value in values.items()}
    return FrontMatter(named, body, lines, match[0].count("\n") + 1)
