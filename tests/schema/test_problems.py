"""Problems: what staff read in the terminal and on GitHub."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive.schema.problems import (
    ContentError,
    Problem,
    Text,
    describe,
    errors,
    github_annotations,
    report,
)

GOLDEN = Path(__file__).parent
DATE = Text("datum EDTF", "an EDTF date")
RECORD = "docs/projects/jezero/index.cs.md"

# One of every kind, out of order, one of them twice.
EVERY_KIND = [
    Problem(RECORD, 12, "date", "3. května", DATE, 'date: "2005-05-03"'),
    Problem(RECORD, 3, "", "zravotní", Text("správně napsané slovo", "a word spelt right")),
    Problem(RECORD, 12, "date", "3. května", DATE, 'date: "2005-05-03"'),
    Problem(RECORD, 12, "acronym", "", Text("text", "text")),
    Problem("docs/podcast/a/a.mp3", 0, "", "0,3 s", Text("úplný soubor", "a whole file")),
    Problem("docs/podcast/a/transcript.cs.vtt", 0, "", "", Text("přepis", "a transcript")),
    Problem("docs/a.md", 1, "", "---", Text("hlavička", "front matter"), "---\ntitle: Název\n---"),
    Problem("docs/projects/jezero/index.en.md", 9, "translation_of", "", DATE, severity="advice"),
]


def test_report() -> None:
    """The report tells every problem once, by file and line, in both languages."""
    assert (GOLDEN / "problems.txt").read_text(encoding="utf-8") == report(EVERY_KIND) + "\n"


def test_annotations() -> None:
    """GitHub gets one workflow command a problem: errors and notices, with file and line."""
    written = github_annotations(EVERY_KIND) + "\n"

    assert (GOLDEN / "annotations.txt").read_text(encoding="utf-8") == written


@pytest.mark.parametrize("tell", [report, github_annotations])
def test_order_of_finding_does_not_matter(tell: object) -> None:
    """The same problems give the same text, in whatever order they were found."""
    assert callable(tell)

    assert tell(EVERY_KIND) == tell(reversed(EVERY_KIND))


def test_order() -> None:
    """Problems are ordered by file, line, field and what was found."""
    places = re.findall(r"^docs/\S+(?:  \[\w+\])?", report(EVERY_KIND), re.MULTILINE)

    assert [
        "docs/a.md:1",
        "docs/podcast/a/a.mp3",
        "docs/podcast/a/transcript.cs.vtt",
        "docs/projects/jezero/index.cs.md:3",
        "docs/projects/jezero/index.cs.md:12  [acronym]",
        "docs/projects/jezero/index.cs.md:12  [date]",
        "docs/projects/jezero/index.en.md:9  [translation_of]",
    ] == places


@pytest.mark.parametrize(
    ("problems", "head"),
    [
        ([], "V pořádku, nic k opravě. / All right, nothing to mend."),
        (EVERY_KIND[:1], "K opravě: 1, doporučení: 0. / To mend: 1, advice: 0."),
        (EVERY_KIND[-1:], "K opravě: 0, doporučení: 1. / To mend: 0, advice: 1."),
        (EVERY_KIND[:3], "K opravě: 2, doporučení: 0. / To mend: 2, advice: 0."),
    ],
)
def test_counts(problems: list[Problem], head: str) -> None:
    """The head of a report counts errors and advice; a problem found twice is one."""
    assert head == report(problems).partition("\n")[0]


def test_errors() -> None:
    """Advice does not stop a build."""
    assert EVERY_KIND[:-1] == errors(EVERY_KIND)


def test_content_error() -> None:
    """The exception carries every problem once, in order, and reads as the report."""
    error = ContentError(EVERY_KIND)

    assert (7, "docs/a.md") == (len(error.problems), error.problems[0].path)
    assert report(EVERY_KIND) == str(error)


def test_examples_are_indented() -> None:
    """Every line of an example stands four spaces in, ready to be copied as a block."""
    shown = describe(EVERY_KIND[6]).split("for example:\n")[1]

    assert "    ---\n    title: Název\n    ---" == shown


@pytest.mark.parametrize(
    ("problem", "command"),
    [
        (
            Problem("docs/50 %, a: b.md", 0, "a,b:c", "50 %", Text("x", "y")),
            "::error file=docs/50 %25%2C a%3A b.md,line=1,title=a b c::"
            "  nalezeno: 50 %25%0A  očekává se: x%0A  found: 50 %25%0A  expected: y",
        ),
        (
            Problem("docs/a.md", 7, "", "", Text("x\r", "y"), severity="advice"),
            "::notice file=docs/a.md,line=7,title=obsah::  očekává se: x%0D%0A  expected: y",
        ),
    ],
)
def test_escapes(problem: Problem, command: str) -> None:
    """Signs that end a workflow command or its parts are escaped as GitHub asks."""
    assert command == github_annotations([problem])


def test_one_line_each() -> None:
    """A problem of many lines is one command on one line."""
    assert 7 == len(github_annotations(EVERY_KIND).splitlines())
