"""What a feed says of a recording besides its size: all of it agrees with the sound."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

from archive.checks.walk import editions
from archive.content.chapters import TOLERANCE
from archive.content.library import Library
from archive.recording import audio
from archive.recording.transcripts import file_name
from archive.schema import DEFAULT_LANGUAGE, Episode, Show
from archive.schema.problems import Problem, Text
from archive.schema.records import Edition, Entry

# How much an encoder may add to or take from a recording, in seconds.
_PADDING = 2.0
# The namespace's transcripts.md: longer lines do not show well as captions.
_LINE = 65
_VOICE = re.compile(r"<[^>]*>")
# Apple: only ASCII file names and addresses.
_ASCII = re.compile(r"^[A-Za-z0-9._~%/:@!$&'()*+,;=-]+$")


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{seconds % 60:04.1f}"


def _own_chapters(
    content: Library, entry: Entry[Episode]
) -> Iterator[tuple[Edition[Episode], list[float]]]:
    """Yield each edition that states chapters, with where they start."""
    for edition in editions(entry):
        if edition.record.chapters:
            yield edition, [mark.start for mark in edition.record.chapters]


def chapters_are_in_order(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Chapters follow each other and start before the recording ends."""
    for entry in content.episodes():
        sound = content.recordings.get(entry.id)
        for edition, starts in _own_chapters(content, entry):
            for index, (above, start) in enumerate(pairwise(starts), 1):
                if start <= above:
                    line = edition.line("chapters", index, "start")
                    after = _clock(above)
                    expected = Text(f"začátek po {after}", f"a start after {after}")
                    yield Problem(edition.path, line, "chapters", f"{start:g} s", expected)
            if sound and starts[-1] >= sound.duration:
                line = edition.line("chapters", len(starts) - 1, "start")
                end = f"{sound.duration:.0f} s"
                expected = Text(f"začátek před koncem, {end}", f"a start before the end, {end}")
                yield Problem(edition.path, line, "chapters", f"{starts[-1]:g} s", expected)


def _apart(starts: Sequence[float], others: Sequence[float]) -> int | None:
    """Return the first chapter whose start is another, or None where all agree."""
    for index, (start, other) in enumerate(zip(starts, others, strict=False)):
        if abs(start - other) > TOLERANCE:
            return index
    return None if len(starts) == len(others) else min(len(starts), len(others))


def chapters_agree(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A record's chapters start where the recording's do, and in each language alike."""
    for entry in content.episodes():
        sound = content.recordings.get(entry.id)
        told = [chapter.start for chapter in sound.chapters] if sound else []
        where = sound.name if sound else ""
        for edition, starts in _own_chapters(content, entry):
            at = _apart(starts, told) if told else None
            if at is not None:
                line = edition.line("chapters", min(at, len(starts) - 1))
                times = ", ".join(f"{start:g}" for start in told)
                expected = Text(
                    f"začátky jako v {where} (na 1 s): {times}; chybné kapitoly odtud smažte",
                    f"starts as in {where} (within 1 s): {times}; delete wrong chapters from here",
                )
                found = ", ".join(f"{start:g}" for start in starts)
                yield Problem(edition.path, line, "chapters", found, expected)
            if not told and edition.language == DEFAULT_LANGUAGE:
                told, where = starts, edition.path


def soundbites_fit(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A soundbite lies within the recording."""
    for entry in content.episodes():
        sound = content.recordings.get(entry.id)
        for edition in editions(entry) if sound else ():
            length = sound.duration if sound else 0
            for index, bite in enumerate(edition.record.soundbites):
                if bite.start + bite.duration > length:
                    line = edition.line("soundbites", index)
                    found = f"{bite.start:g} + {bite.duration:g} s"
                    expected = Text(
                        f"ukázka do konce nahrávky ({length:.0f} s)",
                        f"a soundbite that ends with the recording ({length:.0f} s)",
                    )
                    yield Problem(edition.path, line, "soundbites", found, expected)


def alternates_agree(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A further format is the same recording: it is as long."""
    for identifier, alternates in content.alternates.items():
        sound = content.recordings.get(identifier)
        for alternate in alternates if sound else ():
            length = sound.duration if sound else 0
            if abs(alternate.duration - length) > _PADDING:
                shown = f"docs/podcast/{identifier}/{alternate.name}"
                expected = Text(
                    f"tatáž nahrávka, celá ({length:.0f} s); vyexportujte ji znovu",
                    f"the same recording, whole ({length:.0f} s); export it again",
                )
                yield Problem(shown, 0, "", f"{alternate.duration:.0f} s", expected)


def _address_fault(address: str) -> Text | None:
    """Return what is wrong with the address of a sound kept elsewhere."""
    ending = Path(urlsplit(address).path).suffix.lower()
    if ending not in audio.TYPES:
        return Text("adresa, která končí .mp3 nebo .m4a", "an address that ends in .mp3 or .m4a")
    if not _ASCII.match(address):
        return Text(
            "adresa jen z písmen a–z, číslic a znaků .-_/, bez otazníku a mezer",
            "an address of the letters a–z, digits and .-_/, without a question mark or spaces",
        )
    return None


def _addresses(
    content: Library,
) -> Iterator[tuple[Edition[Episode] | Edition[Show], tuple[str | int, ...], str]]:
    for edition in editions(content.show) if content.show else ():
        for index, trailer in enumerate(edition.record.trailers):
            yield edition, ("trailers", index, "url"), trailer.url
    for entry in content.episodes():
        if entry.record.audio:
            yield entry.editions[DEFAULT_LANGUAGE], ("audio",), entry.record.audio


def addresses_are_safe(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A sound kept elsewhere has an address that apps accept, and no other episode has it."""
    seen: dict[str, str] = {}
    for edition, location, address in _addresses(content):
        field, line = str(location[0]), edition.line(*location)
        if expected := _address_fault(address):
            example = "https://archive.org/download/aby-nebe-nespadlo/klatovy.mp3"
            yield Problem(edition.path, line, field, address, expected, example)
        if field == "audio" and address in seen:
            other = Text(f"jiná adresa než {seen[address]}", f"another one than {seen[address]}")
            yield Problem(edition.path, line, field, address, other)
        seen.setdefault(address, edition.path)


def trailers_are_dated(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every trailer's date names its time zone."""
    for edition in editions(content.show) if content.show else ():
        for index, trailer in enumerate(edition.record.trailers):
            if trailer.published.tzinfo is None:
                line = edition.line("trailers", index, "published")
                expected = Text("čas s časovým pásmem", "a time with its zone")
                found, example = str(trailer.published), "2026-11-21T10:00:00+01:00"
                yield Problem(edition.path, line, "trailers", found, expected, example)


def _long_lines(text: str) -> list[int]:
    """Return the numbers of the lines of speech that are longer than captions should be."""
    block, found = "", []
    for number, line in enumerate(text.splitlines(), 1):
        block = (block or line.strip()) if line.strip() else ""
        speech = not block.startswith(("WEBVTT", "NOTE", "STYLE", "REGION")) and "-->" not in line
        if speech and len(_VOICE.sub("", line).strip()) > _LINE:
            found.append(number)
    return found


def transcript_lines_are_short(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Advice: the lines of a transcript fit on a screen as captions."""
    for identifier, found in content.transcripts.items():
        for language in found:
            file = content.docs / "podcast" / identifier / file_name(language)
            lines = _long_lines(file.read_text(encoding="utf-8-sig"))
            if lines:
                expected = Text(
                    f"řádky nejvýše o {_LINE} znacích; delší rozdělte na dva",
                    f"lines of at most {_LINE} characters; break longer ones in two",
                )
                told = f"delších řádků / longer lines: {len(lines)}"
                shown = file.relative_to(root).as_posix()
                yield Problem(shown, lines[0], "", told, expected, severity="advice")
