"""Chapters: the recording's own, with titles in each language.

The file says when a chapter starts (ID3 CHAP frames, MP4 chapters), the record may say so
where the file is silent, and may translate the titles; a check compares the two.
"""

from __future__ import annotations

from dataclasses import replace

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
