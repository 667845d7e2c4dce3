"""Transcripts: WebVTT files beside a recording, one for each language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from pathlib import Path

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError
from webvtt.models import Timestamp

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
# What a block may hold besides a cue, which has an arrow between its times.
_BLOCKS = ("WEBVTT", "NOTE", "STYLE", "REGION")


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


def _seconds(time: Timestamp) -> float:
    """Return a time with its milliseconds, which webvtt's own ``in_seconds`` drops."""
    hours, minutes, seconds, milliseconds = time.to_tuple()
    return hours * 3600 + minutes * 60 + seconds + milliseconds / 1000


def _refuse_controls(text: str) -> None:
    """Refuse characters that no HTML and no XML may hold."""
    if match := _CONTROL.search(text):
        line = text.count("\n", 0, match.start()) + 1
        sign = f"U+{ord(match[0]):04X}"
        raise ValueError(f"řádek / line {line}, řídicí znak / control character {sign}")


def _refuse_lost_text(text: str) -> None:
    """Refuse a block without times: every player drops it without a word."""
    line = 1
    for block in text.split("\n\n"):
        content = block.lstrip("\n")
        if content and not content.startswith(_BLOCKS) and "-->" not in content:
            at = line + len(block) - len(content)
            found = content.partition("\n")[0][:60]
            raise ValueError(f"řádek / line {at}, bez času / without times: {found}")
        line += block.count("\n") + 2


def _refuse_disorder(cues: tuple[Cue, ...]) -> None:
    """Refuse cues that end before they start, or start before the one above."""
    for cue in cues:
        if cue.end <= cue.start:
            times = f"{cue.start:.3f} s --> {cue.end:.3f} s"
            raise ValueError(f"konec před začátkem / end before start: {times}")
    for above, cue in pairwise(cues):
        if cue.start < above.start:
            times = f"{above.start:.3f} s, {cue.start:.3f} s"
            raise ValueError(f"časy nejdou po sobě / times out of order: {times}")


def read(folder: Path, language: str) -> Transcript | None:
    """Read a transcript; ``None`` when there is none. Raises ValueError when it is no WebVTT."""
    path = folder / file_name(language)
    if not path.exists():
        return None
    try:
        text = path.read_text(encoding="utf-8-sig")
        captions = webvtt.WebVTT.from_string(text, strict=True).captions
    except UnicodeDecodeError as error:
        raise ValueError("není v kódování UTF-8 / not in UTF-8") from error
    except MalformedFileError as error:
        raise ValueError("chybí první řádek WEBVTT / no first line WEBVTT") from error
    except MalformedCaptionError as error:
        raise ValueError(f"chybné časy / wrong times: {error}") from error
    _refuse_controls(text)
    _refuse_lost_text(text)
    cues = tuple(
        Cue(
            _seconds(caption.start_time),
            _seconds(caption.end_time),
            caption.voice or "",
            " ".join(unescape(caption.text).split()),
        )
        for caption in captions
    )
    if not cues:
        raise ValueError("žádný text s časem / no text with times")
    _refuse_disorder(cues)
    return Transcript(language, path.name, cues)
