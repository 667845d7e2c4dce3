"""Recordings: what a podcast feed needs to know of an audio file.

What a file says is believed only where the file bears it out: an answer is either right
or an UnreadableAudio. Files are mapped, never held in memory as a whole.
"""

from __future__ import annotations

import base64
import hashlib
import mmap
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from archive.recording import artwork, ogg, sound, tags
from archive.recording.sound import REAL, WHOLE, UnreadableAudio
from archive.schema.problems import Text

__all__ = [
    "ALTERNATES",
    "REFUSED",
    "TYPES",
    "Alternate",
    "Chapter",
    "Recording",
    "UnreadableAudio",
    "read",
    "read_alternate",
    "read_beginning",
]

# What Apple and PSP-1 accept as an enclosure; the ending in the address decides.
TYPES = {".mp3": "audio/mpeg", ".m4a": "audio/x-m4a"}
# Formats that staff may well try, and that podcast apps refuse.
REFUSED: tuple[str, ...] = (".wav", ".ogg", ".oga", ".opus", ".flac", ".aac")
REFUSED += (".wma", ".aif", ".aiff", ".mp2", ".mp4")
# Further formats beside the recording. RFC 7845: Opus in Ogg is audio/ogg with its codec.
ALTERNATES = (".opus", ".ogg", ".m4a")
_OGG = {"OggOpus": ("opus", "Opus"), "OggVorbis": ("vorbis", "Ogg Vorbis")}
# What else a file may be, whatever its ending says.
_MAGIC = {b"RIFF": "WAV", b"OggS": "Ogg", b"fLaC": "FLAC", b"FORM": "AIFF"}
_MAGIC |= {b"\xff\xd8\xff": "JPEG", b"\x89PNG": "PNG", b"%PDF": "PDF", b"PK\x03\x04": "ZIP"}
_MAGIC |= {b"version https://git-lfs": "Git LFS", b"<!DOCTYPE": "HTML", b"<!doctype": "HTML"}
_MAGIC |= {b"<html": "HTML", b"<?xml": "XML"}

# What no XML may hold, so no feed; a lone surrogate no file.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CLEAN = Text(
    "tagy bez řídicích znaků; napište je znovu v programu na úpravu tagů",
    "tags without control characters; write them anew in a tag editor",
)


@dataclass(frozen=True)
class Chapter:
    """A chapter; ``start`` in seconds from the beginning."""

    start: float
    title: str


@dataclass(frozen=True)
class Recording:
    """An audio file as a feed and a page need it.

    ``size`` in bytes, ``duration`` in seconds, ``bitrate`` in kbit/s, ``sample_rate`` in
    Hz; ``sha256`` and ``sha384`` of the whole file, empty when only its headers have been
    read. ``artwork`` is the size of its cover, and ``broken_artwork`` tells that there is
    one that no app can show. ``estimate`` is the duration in seconds that an app shows
    who reads only the headers. ``address`` is empty for a file in the episode's folder.
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
    broken_artwork: bool = False
    estimate: float = 0.0
    sha384: str = ""
    address: str = ""


@dataclass(frozen=True)
class Alternate:
    """The recording in a further format, for ``podcast:alternateEnclosure``.

    ``size`` in bytes, ``bitrate`` in bit/s, ``duration`` in seconds, ``codecs`` by RFC 6381,
    ``sri`` by W3C's Subresource Integrity; ``title`` is what a listener would call the format.
    """

    name: str
    size: int
    type: str
    codecs: str
    title: str
    bitrate: int
    duration: float
    sri: str


def _refuse_bad_tags(details: tags.Details, duration: float) -> None:
    named = [("chapter", title) for _, title in details.chapters]
    for name, value in [*details.tags.items(), *named]:
        if match := _CONTROL.search(value):
            sign = f"U+{ord(match[0]):04X}"
            found = f"neviditelný řídicí znak {sign} v tagu / invisible control character in {name}"
            raise UnreadableAudio(found, _CLEAN)
    if late := [chapter for chapter in details.chapters if chapter[0] > duration]:
        found = f"kapitola / chapter „{late[0][1]}“: {late[0][0]:.0f} s"
        end = f"{duration:.0f} s"
        raise UnreadableAudio(found, Text(f"kapitoly do konce, {end}", f"chapters up to {end}"))


def _refuse_other_contents(head: bytes, suffix: str) -> None:
    # An MP3 has no sign of its own; its frames will tell.
    inside = "M4A" if head[4:8] == b"ftyp" else "MP3"
    inside = next((name for magic, name in _MAGIC.items() if head.startswith(magic)), inside)
    if inside.lower() != suffix[1:]:
        what = "není M4A / not M4A" if inside == "MP3" else inside
        raise UnreadableAudio(f"přípona / ending {suffix}, uvnitř / inside: {what}", REAL)


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    if suffix not in TYPES:
        cs = "MP3 nebo M4A; jiné formáty podcastové aplikace odmítají"
        en = "MP3 or M4A; podcast apps refuse other formats"
        raise UnreadableAudio(suffix or name, Text(cs, en))
    return suffix


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, mmap.mmap]]:
    """Open a file that is not empty, and map it."""
    try:
        with path.open("rb") as file:
            if not os.fstat(file.fileno()).st_size:
                raise UnreadableAudio("prázdný soubor / empty file", WHOLE)
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                yield file, data
    except OSError as error:
        raise UnreadableAudio(
            f"soubor nelze číst / unreadable ({error.strerror or error})", WHOLE
        ) from error


def _recording(file: BinaryIO, name: str, size: int, data: mmap.mmap | None = None) -> Recording:
    suffix = _suffix(name)
    _refuse_other_contents(file.read(32), suffix)
    heard, details = sound.understand(file, size, suffix, data)
    if heard.duration < 1:
        raise UnreadableAudio(f"jen / only {heard.duration:.1f} s", WHOLE)
    _refuse_bad_tags(details, heard.duration)
    cover = artwork.measure(details.cover) if details.cover else None
    return Recording(
        name=name,
        size=size,
        type=TYPES[suffix],
        **heard._asdict(),
        sha256=hashlib.sha256(data).hexdigest() if data else "",
        sha384=hashlib.sha384(data).hexdigest() if data else "",
        tags={key: value for key, value in details.tags.items() if value},
        chapters=tuple(Chapter(*told) for told in sorted(details.chapters, key=lambda c: c[0])),
        artwork=cover,
        broken_artwork=bool(details.cover) and cover is None,
    )


def read(path: Path) -> Recording:
    """Read a recording. Raises UnreadableAudio when it cannot be published."""
    _suffix(path.name)
    with _opened(path) as (file, data):
        return _recording(file, path.name, len(data), data)


def read_beginning(file: BinaryIO, name: str, size: int) -> Recording:
    """Read the headers of a recording of ``size`` bytes, and believe them.

    ``file`` may fetch what is read of it from afar. Raises UnreadableAudio as ``read``
    does, and when only the whole file can tell how long it is.
    """
    return _recording(file, name, size)


def read_alternate(path: Path) -> Alternate:
    """Read a further format of a recording. Raises UnreadableAudio when it is none."""
    suffix = path.suffix.lower()
    with _opened(path) as (file, data):
        codec = sound.codec(file)
        is_mp4 = codec.kind == "MP4"
        codecs, title = (codec.name, "AAC") if is_mp4 else _OGG.get(codec.kind, ("", ""))
        if is_mp4 != (suffix == ".m4a") or not title:
            found = f"přípona / ending {suffix}, uvnitř / inside: {codec.kind}"
            raise UnreadableAudio(found, REAL)
        size, digest = len(data), hashlib.sha384(data).digest()
        if is_mp4:
            seconds = sound.understand(file, size, suffix, data)[0].duration
        elif ogg.is_whole(data):
            seconds = codec.seconds
        else:
            raise UnreadableAudio("část souboru chybí / a part of the file is missing", WHOLE)
    if not 1 <= seconds <= size:  # nothing audible has less than a byte a second
        raise UnreadableAudio(f"{seconds:.1f} s", WHOLE)
    mime = TYPES[".m4a"] if is_mp4 else "audio/ogg"
    sri = "sha384-" + base64.b64encode(digest).decode()
    bitrate = round(size * 8 / seconds)
    return Alternate(path.name, size, mime, codecs, title, bitrate, seconds, sri)
