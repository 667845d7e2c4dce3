"""Recordings: what a podcast feed needs to know of an audio file.

The only module that imports mutagen. What a file says is believed only where the
file bears it out: an answer is either right or an UnreadableAudio.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mutagen
import mutagen.mp3
import mutagen.mp4
from PIL import Image

from archive import mp3
from archive.problems import Text

# What Apple and PSP-1 accept as an enclosure; the ending in the address decides.
TYPES = {".mp3": "audio/mpeg", ".m4a": "audio/x-m4a"}
# Formats that staff may well try, and that podcast apps refuse.
REFUSED = (
    ".wav",
    ".ogg",
    ".oga",
    ".opus",
    ".flac",
    ".aac",
    ".wma",
    ".aif",
    ".aiff",
    ".mp2",
    ".mp4",
)

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_JUNK_LIMIT = 16 * 1024


class UnreadableAudio(ValueError):
    """A file that cannot be published as a recording, and why."""

    def __init__(self, found: str, cs: str, en: str) -> None:
        self.found = found
        self.expected = Text(cs, en)
        super().__init__(found)


@dataclass(frozen=True)
class Chapter:
    """A chapter; ``start`` in seconds from the beginning."""

    start: float
    title: str


@dataclass(frozen=True)
class Recording:
    """An audio file as a feed and a page need it.

    ``size`` in bytes, ``duration`` in seconds, ``bitrate`` in kbit/s,
    ``sample_rate`` in Hz, ``sha256`` of the whole file.
    """

    name: str
    size: int
    type: str
    duration: float
    bitrate: int
    sample_rate: int
    channels: int
    sha256: str
    tags: Mapping[str, str] = field(default_factory=dict)
    chapters: tuple[Chapter, ...] = ()
    artwork: tuple[int, int] | None = None


_WHOLE = (
    "úplný soubor; vyexportujte a nahrajte jej znovu",
    "a whole file; export and upload it again",
)


def _sound_of_mp3(data: bytes) -> float:
    """Return the length of an MP3 in seconds; raise UnreadableAudio when it is not whole."""
    frames = mp3.walk(data)
    if frames is None or frames.count < 2:
        raise UnreadableAudio("žádný zvuk MP3 / no MP3 sound", *_WHOLE)
    missing = (frames.declared or 0) - frames.count
    if frames.cut or missing > 1:
        raise UnreadableAudio("useknutý soubor / truncated file", *_WHOLE)
    if frames.junk > _JUNK_LIMIT:
        found = f"{frames.junk} B, které nejsou zvuk / that are no sound"
        raise UnreadableAudio(found, *_WHOLE)
    return frames.seconds


def _check_atoms(data: bytes) -> None:
    """Walk the top-level boxes of an MP4 file (ISO 14496-12); all must be whole."""
    at, seen = 0, set()
    while at + 8 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if length == 0:
            length = len(data) - at
        if length < 8 or at + length > len(data):
            raise UnreadableAudio("useknutý soubor / truncated file", *_WHOLE)
        seen.add(name)
        at += length
    if not {b"moov", b"mdat"} <= seen:
        raise UnreadableAudio("chybí zvuk nebo jeho popis / no sound or no index", *_WHOLE)


def _id3_text(tags: Any, key: str) -> str:
    frames = tags.getall(key) if tags else []
    return str(frames[0]).strip() if frames else ""


def _mp3_details(file: Any) -> tuple[dict[str, str], list[Chapter], bytes | None]:
    """Return tags, chapters (ID3v2 CHAP frames, times in ms) and the artwork."""
    tags = file.tags
    names = {"title": "TIT2", "artist": "TPE1", "album": "TALB", "track": "TRCK"}
    names |= {"date": "TDRC", "language": "TLAN", "comment": "COMM"}
    told = {name: _id3_text(tags, key) for name, key in names.items()}
    chapters = []
    for chapter in tags.getall("CHAP") if tags else []:
        titles = chapter.sub_frames.getall("TIT2")
        chapters.append(Chapter(chapter.start_time / 1000, str(titles[0]) if titles else ""))
    pictures = tags.getall("APIC") if tags else []
    return told, chapters, pictures[0].data if pictures else None


def _m4a_details(file: Any) -> tuple[dict[str, str], list[Chapter], bytes | None]:
    """Return tags, chapters and the artwork of an MP4 file."""
    tags = file.tags or {}
    names = {"title": "©nam", "artist": "©ART", "album": "©alb", "date": "©day", "comment": "©cmt"}
    told = {name: str(tags.get(key, [""])[0]).strip() for name, key in names.items()}
    chapters = [Chapter(float(c.start), str(c.title)) for c in file.chapters or []]
    covers = tags.get("covr", [])
    return told, chapters, bytes(covers[0]) if covers else None


def _picture_size(picture: bytes | None) -> tuple[int, int] | None:
    if not picture:
        return None
    try:
        with Image.open(io.BytesIO(picture)) as image:
            return image.size
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _refuse_control_characters(tags: Mapping[str, str], chapters: list[Chapter]) -> None:
    for name, value in [*tags.items(), *(("chapter", c.title) for c in chapters)]:
        if match := _CONTROL.search(value):
            raise UnreadableAudio(
                f"řídicí znak U+{ord(match[0]):04X} v tagu / control character in tag „{name}“",
                "tagy bez řídicích znaků; přepište je v programu na úpravu tagů",
                "tags without control characters; rewrite them in a tag editor",
            )


def _open(data: bytes, suffix: str) -> Any:
    """Let mutagen read the headers; raise UnreadableAudio when it cannot."""
    kind = mutagen.mp3.MP3 if suffix == ".mp3" else mutagen.mp4.MP4
    try:
        return kind(io.BytesIO(data))
    # A damaged header can raise nearly anything from inside the parser.
    except Exception as error:
        raise UnreadableAudio(f"poškozená hlavička / broken header ({error})", *_WHOLE) from error


def read(path: Path) -> Recording:
    """Read a recording. Raises UnreadableAudio when it cannot be published."""
    suffix = path.suffix.lower()
    if suffix not in TYPES:
        raise UnreadableAudio(
            suffix or path.name,
            "MP3 nebo M4A; jiné formáty aplikace odmítají",
            "MP3 or M4A; apps refuse other formats",
        )
    data = path.read_bytes()
    if not data:
        raise UnreadableAudio("prázdný soubor / empty file", *_WHOLE)
    looks_mp4 = data[4:8] == b"ftyp"
    if looks_mp4 != (suffix == ".m4a") or data[:4] in (b"OggS", b"fLaC", b"RIFF"):
        raise UnreadableAudio(
            f"obsah neodpovídá příponě {suffix} / content does not match the ending",
            "skutečné MP3 nebo M4A, ne jen přejmenovaný soubor",
            "a real MP3 or M4A, not only a renamed file",
        )
    if suffix == ".mp3":
        duration = _sound_of_mp3(data)
    else:
        _check_atoms(data)
    file = _open(data, suffix)
    if suffix == ".m4a":
        duration = float(file.info.length)
    if duration < 1:
        raise UnreadableAudio(f"{duration:.1f} s", *_WHOLE)
    details = _mp3_details if suffix == ".mp3" else _m4a_details
    tags, chapters, picture = details(file)
    _refuse_control_characters(tags, chapters)
    return Recording(
        name=path.name,
        size=len(data),
        type=TYPES[suffix],
        duration=duration,
        bitrate=round(file.info.bitrate / 1000),
        sample_rate=int(file.info.sample_rate),
        channels=int(file.info.channels),
        sha256=hashlib.sha256(data).hexdigest(),
        tags={name: value for name, value in tags.items() if value},
        chapters=tuple(sorted(chapters, key=lambda chapter: chapter.start)),
        artwork=_picture_size(picture),
    )
