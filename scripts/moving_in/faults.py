"""What is wrong with somebody else's feed, one line each, in Czech and English."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from archive.schema.problems import Problem, Text

# So many faults of one kind are told one by one; more of them in one line.
_ONE_BY_ONE = 3


class Unreachable(Exception):
    """An address that gives nothing; the text says why."""


Fetch = Callable[[str], bytes]
"""Return what lies at an address; raise Unreachable. Handed in: the core has no network."""


class NoFeed(ValueError):
    """A document that is no podcast feed, and what it is instead."""

    def __init__(self, found: str, expected: Text) -> None:
        self.found, self.expected = found, expected
        super().__init__(found)


class Faults:
    """Collects the faults of one document, in the order in which they are met."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Problem] = []

    def mended(self, line: int, field: str, found: str, cs: str, en: str) -> None:
        """Note a fault that was repaired, and how."""
        text = Text(cs, en)
        self.found.append(Problem(self.path, line, field, found, text, severity="advice"))

    def skipped(self, line: int, field: str, found: str, cs: str, en: str) -> None:
        """Note a fault for which something was left out."""
        self.found.append(Problem(self.path, line, field, found, Text(cs, en)))


def one_line(problem: Problem, more: int = 0) -> str:
    """Return a fault as one line: where, what was found, what became of it."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    shown = " ".join(problem.found.split())
    found = f" {shown if len(shown) <= 90 else shown[:89] + '…'}:" if shown else ""
    sign = "!" if problem.severity == "error" else "·"
    also = f" (a dalších / and others: {more})" if more else ""
    told = f"{problem.expected.cs} / {problem.expected.en}"
    return f"{sign} {place} [{problem.field}]{found} {told}{also}"


def told(problems: Iterable[Problem]) -> list[str]:
    """Return one line for each fault; many of one kind share a line with their count."""
    kinds: dict[tuple[str, Text, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.field, problem.expected, problem.severity), []).append(problem)
    lines = []
    for alike in kinds.values():
        if len(alike) > _ONE_BY_ONE:
            lines.append(one_line(alike[0], len(alike) - 1))
        else:
            lines += [one_line(problem) for problem in alike]
    return lines
