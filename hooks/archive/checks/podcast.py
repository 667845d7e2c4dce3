"""What would make an app refuse an episode, lose it or show it twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from archive.checks.walk import at, editions
from archive.content.library import COVER, Library
from archive.recording import locks
from archive.recording.cache import Pictures
from archive.recording.transcripts import file_name
from archive.schema import COMPLETE_LANGUAGES, LANGUAGES, Episode, Show
from archive.schema.problems import Problem, Text
from archive.schema.records import Entry


def feed_identifiers_are_unique(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """No GUID stands twice: not in two episodes, not in two languages."""
    seen: dict[str, str] = {}
    shows: list[Entry[Show | Episode]] = [content.show] if content.show else []
    for entry in [*shows, *content.all_episodes()]:
        for edition in editions(entry):
            guid = edition.record.guid
            if guid in seen:
                expected = Text(
                    f"vlastní GUID; tento má už {seen[guid]}",
                    f"a GUID of its own; this one belongs to {seen[guid]}",
                )
                yield Problem(edition.path, edition.line("guid"), "guid", guid, expected)
            seen.setdefault(guid, edition.path)


def recordings_are_unique(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """No recording is published twice: apps ignore a second item with the same enclosure."""
    seen: dict[str, str] = {}
    for identifier, recording in content.recordings.items():
        shown = f"docs/podcast/{identifier}/{locks.NAME if recording.address else recording.name}"
        if not recording.sha256:
            continue  # only its headers have been read, which is told elsewhere
        if recording.sha256 in seen:
            expected = Text(
                f"jiná nahrávka než {seen[recording.sha256]}",
                f"another recording than {seen[recording.sha256]}",
            )
            yield Problem(shown, 0, "", f"sha256 {recording.sha256[:12]}…", expected)
        seen.setdefault(recording.sha256, shown)


def numbers_are_unique(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """No two episodes of a season have the same number; that of a withdrawn one is free."""
    seen: dict[tuple[int, int], str] = {}
    for entry in content.episodes():
        if entry.record.withdrawn:
            continue
        key = (entry.record.season, entry.record.number)
        if key in seen:
            path, line = at(entry, "number")
            expected = Text(f"jiné číslo než {seen[key]}", f"another number than {seen[key]}")
            yield Problem(path, line, "number", str(key[1]), expected)
        seen.setdefault(key, entry.reference)


def releases_are_past(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Nothing is released in the future, and every release names its time zone."""
    for entry in content.episodes():
        released = entry.record.published
        path, line = at(entry, "published")
        example = "published: 2026-11-21T10:00:00+01:00"
        if released.tzinfo is None:
            expected = Text("čas s časovým pásmem", "a time with its zone")
            yield Problem(path, line, "published", str(released), expected, example)
        elif released.date() > today:
            expected = Text(f"datum nejpozději {today}", f"a date no later than {today}")
            yield Problem(path, line, "published", str(released), expected, example)


def artwork_is_right(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The show's artwork and every cover meet the rules of Apple and PSP-1."""
    pictures = [e.folder / COVER for e in content.episodes() if not e.record.withdrawn]
    if content.show:
        pictures.append(content.show.folder / content.show.record.artwork)
    seen = Pictures(root)
    for picture in pictures:
        shown = picture.relative_to(root).as_posix()
        for found, expected in seen.faults(picture):
            yield Problem(shown, 0, "", found, expected)
    seen.save()


def transcripts_are_there(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every recording can be read in both languages, and ends when its transcript does."""
    for identifier, recording in content.recordings.items():
        folder = f"docs/podcast/{identifier}"
        for language in LANGUAGES:
            path = f"{folder}/{file_name(language)}"
            transcript = content.transcripts.get(identifier, {}).get(language)
            if transcript is None:
                if (root / path).exists() or language not in COMPLETE_LANGUAGES:
                    continue  # told by the reader of the file; a further language may have none
                expected = Text(
                    "přepis nahrávky (WebVTT)", "a transcript of the recording (WebVTT)"
                )
                yield Problem(path, 0, "", "", expected)
            elif transcript.cues[-1].end > recording.duration + 1:
                expected = Text(
                    f"časy do konce nahrávky ({recording.duration:.0f} s)",
                    f"times within the recording ({recording.duration:.0f} s)",
                )
                yield Problem(path, 0, "", f"{transcript.cues[-1].end:.0f} s", expected)
