"""The limits of apps: what is told, and what is left in peace."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from archive.checks import limits, sounds
from archive.content.library import Library
from conftest import TODAY


def episode(library: Library, **fields: Any) -> Library:
    """Return the toy archive with other values in the first episode's Czech record."""
    entry = library.of("podcast")["prvni"]
    edition = entry.editions["cs"]
    record = edition.record.model_copy(update=fields)
    editions = entry.editions | {"cs": dataclasses.replace(edition, record=record)}
    podcast = library.of("podcast") | {"prvni": dataclasses.replace(entry, editions=editions)}
    return dataclasses.replace(library, entries=library.entries | {"podcast": podcast})


@pytest.mark.parametrize(
    "title",
    ["5. května v Praze", "Rok 1984", "Tři díly", "1989 – rok změn", "Episodes of a life"],
)
def test_titles_with_other_numbers(toy_library: Library, title: str) -> None:
    """A number that does not count episodes may stand in a title."""
    content = episode(toy_library, title=title)

    assert [] == list(limits.titles_are_titles(content, content.docs.parent, TODAY))


@pytest.mark.parametrize(
    "title",
    [
        "1: Lidé",
        "01. Lidé",
        "Díl 4",
        "Lidé (díl č. 4)",
        "4. díl",
        "S01E04 Lidé",
        "#4 Lidé",
        "2 + 2",
    ],
)
def test_titles_that_count(toy_library: Library, title: str) -> None:
    """The number of an episode or season, or no word at all, is refused."""
    content = episode(toy_library, title=title)
    found = list(limits.titles_are_titles(content, content.docs.parent, TODAY))

    assert [title] == [problem.found for problem in found]


@pytest.mark.parametrize(
    ("addresses", "found"),
    [
        ("https://x.test/a.mp3", []),
        ("https://x.test/a.wav", ["https://x.test/a.wav"]),
        ("https://x.test/žába.mp3", ["https://x.test/žába.mp3"]),
        ("https://x.test/a.mp3?token=1", ["https://x.test/a.mp3?token=1"]),
    ],
)
def test_addresses(toy_library: Library, addresses: str, found: list[str]) -> None:
    """The address of a recording ends in .mp3 or .m4a and is plain ASCII."""
    content = episode(toy_library, audio=addresses)
    problems = sounds.addresses_are_safe(content, content.docs.parent, TODAY)

    assert found == [problem.found for problem in problems]


def test_long_lines_are_advice(toy: Path, toy_library: Library) -> None:
    """Lines too long for captions are counted; speakers, notes and times are not lines."""
    file = toy / "docs" / "podcast" / "prvni" / "transcript.cs.vtt"
    file.write_text(
        f"WEBVTT\n\nNOTE {'x' * 80}\n\n00:00.000 --> 00:01.000\n<v {'y' * 70}>krátce\n\n"
        f"00:01.000 --> 00:02.000\n{'z' * 65}\n\n00:02.000 --> 00:02.500\n{'z' * 66}\nkonec\n",
        encoding="utf-8",
    )
    content = dataclasses.replace(toy_library, docs=toy / "docs")
    found = list(sounds.transcript_lines_are_short(content, toy, TODAY))

    assert [("docs/podcast/prvni/transcript.cs.vtt", 12, "advice")] == [
        (problem.path, problem.line, problem.severity) for problem in found
    ]
