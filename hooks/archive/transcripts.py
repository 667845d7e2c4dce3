"""Transcripts: WebVTT files beside a recording, one for each language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError


@dataclass(frozen=True)
class Cue:
    """A line of a transcript; ``start`` and ``end`` in seconds."""

    start: float
    end: float
    speaker: str
    text: str


@dataclass(frozen=True)
class Transcript:
    """The text of a recording in one language."""

    language: str
    name: str
    cues: tuple[Cue, ...]


def file_name(language: str) -> str:
    """Return the name under which staff put a transcript into an episode's folder."""
    return f"transcript.{language}.vtt"


def read(folder: Path, language: str) -> Transcript | None:
    """Read a transcript; ``None`` when there is none. Raises ValueError when it is no WebVTT."""
    path = folder / file_name(language)
    if not path.exists():
        return None
    try:
        captions = webvtt.read(str(path), encoding="utf-8")
    except (MalformedFileError, MalformedCaptionError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
    cues = tuple(
        Cue(c.start_in_seconds, c.end_in_seconds, c.voice or "", c.text.replace("\n", " ").strip())
        for c in captions.captions
    )
    if not cues:
        raise ValueError("0")
    return Transcript(language, path.name, cues)
