"""Chapters: the recording's own, with titles in each language, as JSON for podcast apps.

The file says when a chapter starts (ID3 CHAP frames, MP4 chapters), the record may say so
where the file is silent, and may translate the titles; a check compares the two. Formats:
"JSON Chapters 1.2" of the podcast namespace, Podlove simple chapters 1.2.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from archive.content.library import Library
from archive.recording.audio import Chapter
from archive.schema import Episode
from archive.schema.records import Entry

# How far the record's starts may be from the recording's, in seconds.
TOLERANCE = 1.0


def seconds(value: float) -> float | int:
    """Return a time to the millisecond, without a fraction where there is none."""
    rounded = round(value, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def normal_play_time(value: float) -> str:
    """Return a time in seconds as Normal Play Time (RFC 2326, 3.6): 00:01:02.500."""
    milliseconds = round(value * 1000)
    whole, rest = divmod(milliseconds, 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{rest:03}"


def of(library: Library, entry: Entry[Episode], language: str) -> tuple[Chapter, ...]:
    """Return an episode's chapters with their titles in a language, where it has them."""
    marks = entry.edition(language).record.chapters or entry.record.chapters
    sound = library.recordings.get(entry.id)
    if sound is None or not sound.chapters:
        return tuple(Chapter(mark.start, mark.title) for mark in marks)
    if len(marks) != len(sound.chapters):
        return sound.chapters
    pairs = zip(sound.chapters, marks, strict=True)
    return tuple(replace(chapter, title=mark.title) for chapter, mark in pairs)


def write(library: Library, entry: Entry[Episode], language: str) -> bytes:
    """Return an episode's chapters as JSON."""
    show = library.show
    content: dict[str, Any] = {"version": "1.2.0", "title": entry.edition(language).record.title}
    if show:
        content["podcastName"] = show.edition(language).record.title
    if sound := library.recordings.get(entry.id):
        content["fileName"] = sound.name
    content["chapters"] = [
        {"startTime": seconds(chapter.start), "title": chapter.title}
        for chapter in of(library, entry, language)
    ]
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
