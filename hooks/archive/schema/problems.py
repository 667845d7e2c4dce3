"""What is wrong with the content, as data, told in Czech and English."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "advice"]


@dataclass(frozen=True)
class Text:
    """One sentence in both languages of the staff."""

    cs: str
    en: str


@dataclass(frozen=True)
class Problem:
    """A fault and the way to mend it.

    ``path`` is relative to the repository, ``line`` counts from 1 (0 when the
    fault belongs to no line). An ``error`` stops the build, ``advice`` does not.
    """

    path: str
    line: int
    field: str
    found: str
    expected: Text
    example: str = ""
    severity: Severity = "error"

    def sort_key(self) -> tuple[str, int, str, str]:
        """Order problems as a reader meets them: by file, then by line."""
        return (self.path, self.line, self.field, self.found)


class ContentError(Exception):
    """Content that cannot be published; carries every problem at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems), key=Problem.sort_key)
        super().__init__(report(self.problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those problems that must stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def describe(problem: Problem) -> str:
    """Return one problem as the lines that a terminal shows."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    cs, en = problem.expected.cs, problem.expected.en
    lines = [place + (f"  [{problem.field}]" if problem.field else "")]
    if problem.found:
        lines += [f"  nalezeno: {problem.found}", f"  očekává se: {cs}"]
        lines += [f"  found: {problem.found}", f"  expected: {en}"]
    else:
        lines += [f"  očekává se: {cs}", f"  expected: {en}"]
    if problem.example:
        indented = problem.example.replace("\n", "\n    ")
        lines.append(f"  správně např. / for example:\n    {indented}")
    return "\n".join(lines)


def report(problems: Iterable[Problem]) -> str:
    """Return all problems as one text, in order, with a count at its head."""
    ordered = sorted(set(problems), key=Problem.sort_key)
    if not ordered:
        return "V pořádku, nic k opravě. / All right, nothing to mend."
    stopping = len(errors(ordered))
    head = (
        f"K opravě: {stopping}, doporučení: {len(ordered) - stopping}. "
        f"/ To mend: {stopping}, advice: {len(ordered) - stopping}."
    )
    return "\n\n".join([head, *map(describe, ordered)])


def github_annotations(problems: Iterable[Problem]) -> str:
    """Return GitHub workflow commands that mark the lines in a pull request.

    Source of the escapes: GitHub's "workflow commands" reference.
    """
    lines = []
    for problem in sorted(set(problems), key=Problem.sort_key):
        level = "error" if problem.severity == "error" else "notice"
        message = describe(problem).split("\n", 1)[1]
        escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        title = (problem.field or "obsah").replace(",", " ").replace(":", " ")
        path = problem.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
        lines.append(f"::{level} file={path},line={max(problem.line, 1)},title={title}::{escaped}")
    return "\n".join(lines)
