"""The transcript that stands in while nobody has written one: it says so, and nothing else."""

from __future__ import annotations

from pathlib import Path

from archive.recording import transcripts
from archive.recording.transcripts import Transcript

_WORDS = {"cs": "[přepis chybí]", "en": "[transcript missing]"}
_NOTES = {
    "cs": "Přepis zatím chybí. Nahraďte ho celým přepisem i s časy.",
    "en": "There is no transcript yet. Put a whole one here, with times.",
}


def words(language: str) -> str:
    """Return what a placeholder says in a language."""
    return _WORDS.get(language, _WORDS["en"])


def transcript(language: str) -> str:
    """Return a valid WebVTT of one cue, which says that the transcript is missing."""
    note = _NOTES.get(language, _NOTES["en"])
    cue = f"00:00:00.000 --> 00:00:01.000\n{words(language)}"
    return f"WEBVTT\n\nNOTE {note}\n\n{cue}\n"


def is_placeholder(given: Transcript) -> bool:
    """Tell whether a transcript only says that there is none."""
    return len(given.cues) == 1 and given.cues[0].text.strip() in _WORDS.values()


def lies_at(path: Path) -> bool:
    """Tell whether a file is a placeholder; one that is no transcript is none."""
    language = path.name.split(".")[1]
    try:
        given = transcripts.read(path.parent, language)
    except (OSError, ValueError):
        return False
    return given is not None and is_placeholder(given)
