"""Writing a record: it reads back as it was given, in the house's style."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.content import front_matter_writing
from archive.schema import Episode, frontmatter

TRICKY = ["true", "NO", "12e3", "2005-05-01", "null", "~", "1.5", "0x1F", "=", "<<", "a: b", "a #b"]
TEXTS = st.text(max_size=20) | st.text("a1: #-'\"{}[],&*!|>%@`\n\\.~", max_size=8)
TEXTS |= st.sampled_from([*TRICKY, "- x", "---", "...", "\u2028", "\x85", "\ufeff", "Díl 1: „a“"])
PAIRS = st.dictionaries(st.sampled_from(["person", "role", "as"]), TEXTS, min_size=1)
VALUES = TEXTS | st.integers() | st.booleans() | st.lists(TEXTS, max_size=3) | st.lists(PAIRS)


def seen(value: object) -> object:
    """Return a value without control characters, separators, halves and what is no character."""
    if isinstance(value, dict):
        return {k: seen(v) for k, v in value.items()}
    if isinstance(value, list):
        return [seen(v) for v in value]
    if not isinstance(value, str):
        return value
    return "".join(
        sign
        for sign in value
        if sign in "\t\n\r"
        or not (
            unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")
            or sign == "\ufeff"
            or 0xFDD0 <= ord(sign) <= 0xFDEF
            or ord(sign) & 0xFFFE == 0xFFFE
        )
    )


@settings(deadline=None, max_examples=500)
@given(st.dictionaries(st.sampled_from(["title", "date", "notes", "people"]), VALUES), st.text())
def test_round_trip(values: dict[str, object], body: str) -> None:
    """Whatever is written is read back: nothing is left out but what is nothing to the eye."""
    read = frontmatter.parse(front_matter_writing.record(values, body))

    told = {k: seen(v) for k, v in values.items()}
    assert {k: v for k, v in told.items() if v not in (None, [], (), {}, "")} == read.values
    assert seen(body).strip() == read.body.strip()


def test_house_style() -> None:
    """Fields stand in the usual order, quotes only where they are needed."""
    values = {
        "sources": ["https://a.test/x"],
        "date": "2023-02",
        "people": [{"person": "jana-novakova", "role": "host"}],
        "themes": ["integration", "education"],
        "description": "Díl: první z pěti.",
        "title": "Nad hrncem přátelství",
        "chapters": [{"start": 0.0, "title": "Úvod"}, {"start": 61.25, "title": "Čaj"}],
    }
    expected = """---
title: Nad hrncem přátelství
description: "Díl: první z pěti."
people:
  - {person: jana-novakova, role: host}
themes: [integration, education]
date: "2023-02"
chapters:
  - {start: 0, title: Úvod}
  - {start: 61.25, title: Čaj}
sources:
  - https://a.test/x
---
Text.
"""

    assert expected == front_matter_writing.record(values, "Text.")


def test_reminders() -> None:
    """What somebody must fill in stands as a comment with the schema's example."""
    text = front_matter_writing.record({"title": "Díl"}, "", Episode, ["title", "place"])

    assert "# Doplňte (Místo), například: / Fill in, for example:\n# place: klatovy\n---\n" in text
    assert {"title": "Díl"} == frontmatter.parse(text).values
