"""Front matter: values as they were written, and the line of each."""

from __future__ import annotations

from typing import Any

import pytest

from archive.schema.frontmatter import FrontMatterError, load_yaml, parse

RECORD = """---
title: Jezero
themes:
  - integration
  - education
people:
  - {person: jana, role: guest}
  - person: petr
    role: host
community: {name: Spolek}
---

První odstavec.
"""


@pytest.mark.parametrize(
    ("location", "line"),
    [
        (["title"], 2),
        (["themes"], 3),
        (["themes", 0], 4),
        (["themes", 1], 5),
        (["people", 0, "role"], 7),
        (["people", 1, "role"], 9),
        (["community", "name"], 10),
        (["people", 1, "note"], 8),
        (["title", "cs"], 2),
        (["missing"], 1),
        ([], 1),
    ],
)
def test_lines(location: list[str | int], line: int) -> None:
    """A field stands on its line; one that is missing, on the line of what would enclose it."""
    assert line == parse(RECORD).line(location)


def test_body() -> None:
    """The body begins after the second fence, and its first line is known."""
    front = parse(RECORD)

    assert ("\nPrvní odstavec.\n", 12) == (front.body, front.body_line)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2005-05-01", "2005-05-01"),
        ("2005-05", "2005-05"),
        ("2026-01-01T10:00:00+01:00", "2026-01-01T10:00:00+01:00"),
        ("2005-05-01/2006-04-30", "2005-05-01/2006-04-30"),
        ("2005", 2005),
        ('"2005"', "2005"),
        ("80-239-2206-8", "80-239-2206-8"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("12e3", "12e3"),
        ("0815", "0815"),
        ("true", True),
        ("[CZ, SK]", ["CZ", "SK"]),
        ("Lidé & voda", "Lidé & voda"),
        ("", None),
    ],
)
def test_values(written: str, value: Any) -> None:
    """Dates stay text, the code of Norway too; numbers are numbers, unless quoted."""
    front = parse(f"---\nfield: {written}\n---\n")

    assert (value, type(value)) == (front.values["field"], type(front.values["field"]))


@pytest.mark.parametrize(
    ("written", "line", "message"),
    [
        ('---\ntitle: Jezero\nnote: "bez konce\n---\n', 4, "unexpected end of stream"),
        ("---\ntitle: Jezero: a lidé\n---\n", 2, "mapping values are not allowed"),
        ("---\ntitle: Jezero\n\tnote: x\n---\n", 3, "found a tab character"),
        ("---\ntitle: Jezero\nlist: [a, b\n---\n", 4, "expected ',' or ']'"),
        ("---\ntitle: jedna\ntitle: druhá\n---\n", 3, "found duplicate key title"),
        ("---\n- jedna\n- druhá\n---\n", 2, "list"),
        ("---\njen text\n---\n", 2, "str"),
    ],
)
def test_broken_yaml(written: str, line: int, message: str) -> None:
    """Broken YAML is told with its line in the file."""
    with pytest.raises(FrontMatterError) as caught:
        parse(written)

    assert (line, True) == (caught.value.line, message in str(caught.value))


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", ""),
        ("Jen text.\n", "Jen text."),
        ("title: Jezero\r\n", "title: Jezero"),
        ("---\ntitle: Jezero\n", "---"),
        ("\n---\ntitle: x\n---\n", ""),
        ("-- -\ntitle: x\n---\n", "-- -"),
    ],
)
def test_no_fences(written: str, found: str) -> None:
    """A file without its two fences at the very top is refused, with what its first line says."""
    with pytest.raises(FrontMatterError) as caught:
        parse(written)

    assert (1, found) == (caught.value.line, str(caught.value))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("BOM", "\ufeff" + RECORD),
        ("CRLF", RECORD.replace("\n", "\r\n")),
        ("BOM and CRLF", "\ufeff" + RECORD.replace("\n", "\r\n")),
        ("spaces after the fences", RECORD.replace("---\n", "---  \n")),
    ],
)
def test_written_on_any_machine(name: str, written: str) -> None:
    """A byte order mark, Windows line ends and stray spaces change nothing of the record."""
    plain, other = parse(RECORD), parse(written)
    body = other.body.replace("\r\n", "\n")

    assert (plain.values, plain.lines, plain.body) == (other.values, other.lines, body)
    assert plain.body_line == other.body_line


def test_empty() -> None:
    """Front matter with nothing in it has no fields, and no body is an empty body."""
    front = parse("---\n---\n")

    assert ({}, "", 3) == (front.values, front.body, front.body_line)


def test_fence_in_the_body() -> None:
    """A line of hyphens in the body belongs to the body."""
    assert "jedna\n\n---\n\ndva\n" == parse("---\ntitle: x\n---\njedna\n\n---\n\ndva\n").body


def test_keys_are_text() -> None:
    """A key that YAML reads as a number is still the name of a field."""
    assert ["2005"] == list(parse("---\n2005: rok\n---\n").values)


def test_yaml_list() -> None:
    """A file that is one list tells the line of each entry, counted from where it starts."""
    values, lines = load_yaml('- date: "2005"\n- date: 2006-01\n', first_line=10)

    assert [{"date": "2005"}, {"date": "2006-01"}] == values
    assert {(0,): 10, (0, "date"): 10, (1,): 11, (1, "date"): 11} == lines
