"""Split a Markdown file into its front matter, with line numbers, and its body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import yaml

from archive.schema import texts
from archive.schema.plain import Plain
from archive.schema.problems import Text

Location = tuple[str | int, ...]

_FENCE = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)


class FrontMatterError(ValueError):
    """Front matter that is not YAML; ``line`` counts from 1 in the whole file."""

    expected: Text | None = None

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


class InvisibleSignError(FrontMatterError):
    """A sign in a text that nobody can see, written as it is or as an escape of YAML."""

    expected = texts.VISIBLE


@dataclass(frozen=True)
class FrontMatter:
    """The fields of a record, plain Python values, and where each one stands."""

    values: dict[str, Plain] = field(default_factory=dict)
    body: str = ""
    lines: dict[Location, int] = field(default_factory=dict)
    body_line: int = 1

    def line(self, location: Sequence[str | int]) -> int:
        """Return the line of a field, or of the nearest field that encloses it."""
        path = tuple(location)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _Loader(yaml.CSafeLoader):
    """YAML in which only true and false are booleans and only digits are numbers.

    The YAML 1.1 of the library reads the country NO as false, 12e3 as a number and
    2005-05-01 as a date of its own; the archive's dates are EDTF.
    """

    may_be_invisible = False
    yaml_implicit_resolvers = {}  # noqa: RUF012 - so the library names it


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    ("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def _walk(
    loader: _Loader, node: yaml.Node, offset: int, at: Location, lines: dict[Location, int]
) -> Plain:
    """Turn YAML nodes into plain values, noting the line of each."""
    if isinstance(node, yaml.MappingNode):
        plain: dict[str, Plain] = {}
        for key_node, within in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + offset
            if key in plain:
                raise FrontMatterError(line, f"found duplicate key {key}")
            lines[(*at, key)] = line
            plain[key] = _walk(loader, within, offset, (*at, key), lines)
        return plain
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[(*at, index)] = item.start_mark.line + offset
        return [
            _walk(loader, item, offset, (*at, index), lines)
            for index, item in enumerate(node.value)
        ]
    value: Plain = loader.construct_object(node)
    if isinstance(value, str) and not loader.may_be_invisible:
        _refuse_invisible(value.replace("\n", " "), node.start_mark.line + offset)
    return value


def _refuse_invisible(text: str, first_line: int = 1) -> None:
    for line, sign in texts.invisible(text):
        raise InvisibleSignError(line + first_line - 1, sign)


def load_yaml(
    text: str, *, first_line: int = 1, escapes: bool = False
) -> tuple[Plain, dict[Location, int]]:
    """Parse YAML; return plain values and the line of each.

    With ``escapes`` a value may hold signs that cannot be seen, written as escapes: what a
    machine found in somebody else's file. Raises FrontMatterError when the text is not YAML.
    """
    _refuse_invisible(text, first_line)
    loader = _Loader(text)
    loader.may_be_invisible = escapes
    lines: dict[Location, int] = {}
    try:
        node = loader.get_single_node()
        return (None if node is None else _walk(loader, node, first_line, (), lines)), lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        raise FrontMatterError(line, error.problem or str(error)) from error
    # An alias inside its own anchor, a tag with a value it cannot hold.
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        if isinstance(error, FrontMatterError):
            raise
        raise FrontMatterError(first_line, str(error).splitlines()[0]) from error
    finally:
        loader.dispose()


def parse(text: str) -> FrontMatter:
    """Split ``text`` at its ``---`` fences.

    Raises FrontMatterError when the fences or the YAML between them are broken.
    """
    text = text.removeprefix("\ufeff")
    _refuse_invisible(text)
    match = _FENCE.match(text)
    if not match:
        raise FrontMatterError(1, text.partition("\n")[0].strip()[:80])
    values, lines = load_yaml(match[1], first_line=2)
    if values is None:
        values = {}
    if not isinstance(values, dict):
        raise FrontMatterError(2, type(values).__name__)
    body = text[match.end() :]
    return FrontMatter(values, body, lines, match[0].count("\n") + 1)
