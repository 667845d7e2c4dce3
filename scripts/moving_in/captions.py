"""Transcripts of an old feed, made into the WebVTT that the archive keeps."""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterable, Iterator

from moving_in import mending

# Best first; text without times cannot become captions.
_PREFERENCE = ("text/vtt", "application/srt", "application/x-subrip", "application/json")
_TIME = re.compile(r"^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d+:\d+[.,]\d+)")
_SPEAKER = re.compile(r"^([^\s:<>][^:<>]{0,40}):\s+(?=\S)")
_MARKUP = re.compile(r"</?(?:b|i|u|font)\b[^>]*>|\{\\an?\d\}", re.IGNORECASE)

Cue = tuple[float, float, str, str]  # start and end in seconds, speaker, text


class NoCaptions(ValueError):
    """A transcript that cannot be made into captions."""


def rank(kind: str, url: str) -> int:
    """Return how good a transcript is, 0 the best; 9 for one without times."""
    ending = url.partition("?")[0].rpartition(".")[2].lower()
    kind = {"vtt": "text/vtt", "srt": _PREFERENCE[1], "json": _PREFERENCE[3]}.get(ending, kind)
    return _PREFERENCE.index(kind) if kind in _PREFERENCE else 9


def _seconds(told: str) -> float:
    parts = [float(part) for part in told.replace(",", ".").split(":")]
    return math.fsum(part * 60.0**power for power, part in enumerate(reversed(parts)))


def _clock(seconds: float) -> str:
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms % 60_000 / 1000:06.3f}"


def _srt(text: str) -> Iterator[Cue]:
    """Yield the cues of SubRip; a name before a colon is the speaker."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip().split("\n")
        at = next((n for n, line in enumerate(lines[:2]) if _TIME.match(line)), None)
        if at is None or not (times := _TIME.match(lines[at])):
            continue
        told = "\n".join(line.strip() for line in lines[at + 1 :] if line.strip())
        told = html.unescape(_MARKUP.sub("", told))
        speaker = _SPEAKER.match(told)
        if speaker:
            told = told[speaker.end() :]
        yield _seconds(times[1]), _seconds(times[2]), speaker[1] if speaker else "", told


def _json(text: str) -> Iterator[Cue]:
    """Yield the segments of the podcast namespace's JSON transcript."""
    try:
        for segment in json.loads(text)["segments"]:
            start, end = float(segment["startTime"]), float(segment.get("endTime") or 0)
            speaker = " ".join(str(segment.get("speaker") or "").split())
            yield start, end, speaker, str(segment.get("body") or segment.get("text") or "").strip()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoCaptions(f"JSON: {type(error).__name__}") from error


def _written(cues: Iterable[Cue]) -> str:
    """Return WebVTT; cues are put in order, and none ends before it starts."""
    blocks = ["WEBVTT"]
    for start, end, speaker, told in sorted(c for c in cues if c[3] and 0 <= c[0] < 1e6):
        voice = f"<v {speaker.replace('>', '').replace('&', 'a')}>" if speaker else ""
        text = html.escape(told.replace("-->", "→"), quote=False)
        last = end if start < end < 1e6 else start + 2
        blocks.append(f"{_clock(start)} --> {_clock(last)}\n{voice}{text}")
    if len(blocks) == 1:
        raise NoCaptions("žádný text s časem / no text with times")
    return "\n\n".join(blocks) + "\n"


def vtt(data: bytes, kind: str, url: str) -> bytes:
    """Return a transcript as WebVTT: kept as it is, or made from SubRip or JSON.

    Only line ends and the encoding of WebVTT are set right. Raises NoCaptions.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1250", "replace")
    text = mending.cleaned(text.replace("\r\n", "\n").replace("\r", "\n"))[0]
    if text.startswith("WEBVTT"):
        if "-->" not in text:
            raise NoCaptions("žádný text s časem / no text with times")
        return (text.rstrip("\n") + "\n").encode()
    if rank(kind, url) == 3 or text.lstrip()[:1] == "{":
        return _written(_json(text)).encode()
    if "-->" in text:
        return _written(_srt(text)).encode()
    raise NoCaptions("text bez časů / text without times")
