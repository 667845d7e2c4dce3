"""A recording on a page: its file, chapters and transcripts, as values for the player."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.content import chapters
from archive.language.numbers import clock
from archive.recording.transcripts import Cue, Transcript
from archive.schema import Episode, paths
from archive.schema.records import Entry
from archive.telling.parts import (
    ChapterView,
    CueView,
    Download,
    Paragraph,
    RecordingView,
    TranscriptView,
)
from archive.telling.teller import Teller

# A silence of so many seconds starts a new paragraph of a transcript.
PAUSE = 1.0
# A paragraph of so many characters ends with its sentence.
LONG = 600
_SENTENCE_ENDS = (".", "!", "?", "…", "“", "”")


def _breaks(cues: Iterable[Cue], starts: Iterable[float]) -> Iterator[list[Cue]]:
    """Part cues into paragraphs: at a new voice, a silence, a chapter, or when one grows long."""
    waiting = sorted(starts)
    group: list[Cue] = []
    for cue in cues:
        chapter = False
        while waiting and waiting[0] <= cue.start:
            chapter = bool(waiting.pop(0) or chapter)
        if group:
            last = group[-1]
            long = sum(len(c.text) for c in group) > LONG and last.text.endswith(_SENTENCE_ENDS)
            if chapter or long or cue.speaker != last.speaker or cue.start - last.end >= PAUSE:
                yield group
                group = []
        group.append(cue)
    if group:
        yield group


def paragraphs(
    transcript: Transcript, starts: Iterable[float], anchors: set[str]
) -> list[Paragraph]:
    """Return a transcript as paragraphs; ``starts`` are those of the chapters, in seconds.

    ``anchors`` are those that the page already has; the new ones are added.
    """
    told, speaker = [], ""
    for group in _breaks(transcript.cues, starts):
        cues = []
        for cue in group:
            at = clock(cue.start)
            anchor = "" if f"t={at}" in anchors else f"t={at}"
            anchors.add(f"t={at}")
            text = cue.text
            cues.append(CueView(round(cue.start, 3), at, text, anchor))
        voice = group[0].speaker
        told.append(Paragraph(voice if voice != speaker else "", cues[0].at, cues))
        speaker = voice
    return told


def _transcripts(
    teller: Teller, entry: Entry[Episode], starts: list[float]
) -> Iterator[TranscriptView]:
    """Yield the transcripts of an episode, the one in the page's language first.

    A page carries that one; another stands on the page of its own language, if there is one.
    """
    found = teller.library.transcripts.get(entry.id, {})
    anchors: set[str] = set()
    for language in sorted(found, key=lambda code: code != teller.language):
        elsewhere = bool(anchors) and language in entry.editions
        yield TranscriptView(
            language,
            teller.language_name(language),
            paths.transcript(entry.id, language),
            entry.address(language) if elsewhere else "",
            [] if elsewhere else paragraphs(found[language], starts, anchors),
        )


def _downloads(teller: Teller, entry: Entry[Episode], href: str) -> list[Download]:
    sound = teller.library.recordings[entry.id]
    main = "MP3" if sound.type == "audio/mpeg" else "M4A"
    further = [
        Download(f"podcast/{entry.id}/{a.name}", a.title, teller.size(a.size))
        for a in teller.library.alternates.get(entry.id, ())
    ]
    return [Download(href, main, teller.size(sound.size)), *further]


def recording(teller: Teller, entry: Entry[Episode], *, text: bool = False) -> RecordingView | None:
    """Return what a page says of a recording, with its transcripts where ``text`` asks for them."""
    sound = teller.library.recordings.get(entry.id)
    if sound is None or entry.record.gone:
        return None
    edition, show = entry.edition(teller.language), teller.library.show
    href = entry.record.audio or f"podcast/{entry.id}/{sound.name}"
    marks = chapters.of(teller.library, entry, edition.language)
    language = edition.language if edition.record.chapters else entry.record.language
    return RecordingView(
        id=entry.id,
        title=edition.record.title,
        show=show.edition(teller.language).record.title if show else "",
        page=entry.address(edition.language),
        image=paths.small_cover(entry.id),
        href=href,
        type=sound.type,
        duration=round(sound.duration, 3),
        length=clock(sound.duration),
        size=teller.size(sound.size),
        standin=entry.record.recording == "stand-in",
        downloads=_downloads(teller, entry, href),
        chapters=[
            ChapterView(round(mark.start, 3), clock(mark.start), mark.title) for mark in marks
        ],
        chapters_language=language,
        marks=[round(mark.start / sound.duration * 1000) for mark in marks if mark.start],
        transcripts=list(_transcripts(teller, entry, [m.start for m in marks])) if text else [],
    )
