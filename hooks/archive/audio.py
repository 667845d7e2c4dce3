"""Recordings: what a podcast feed needs to know of an audio file.

The only module that imports mutagen. What a file says is believed only where the
file bears it out: an answer is either right or an UnreadableAudio.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import mutagen.mp3
import mutagen.mp4
from PIL import Image

from archive import mp3
from archive.problems import Text

_mp3: Any = mutagen.mp3  # has no types
_mp4: Any = mutagen.mp4
# What Apple and PSP-1 accept as an enclosure; the ending in the address decides.
TYPES = {".mp3": "audio/mpeg", ".m4a": "audio/x-m4a"}
# Formats that staff may well try, and that podcast apps refuse.
REFUSED = tuple(
    [".wav", ".ogg", ".oga", ".opus", ".flac", ".aac", ".wma", ".aif", ".aiff", ".mp2", ".mp4"]
)
# What else a file may be, whatever its ending says.
_MAGIC = {b"RIFF": "WAV", b"OggS": "Ogg", b"fLaC": "FLAC", b"FORM": "AIFF"}
_MAGIC |= {b"\xff\xd8\xff": "JPEG", b"\x89PNG": "PNG", b"%PDF": "PDF", b"PK\x03\x04": "ZIP"}

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_JUNK_LIMIT = 16 * 1024
# AAC's decoder settings in an esds box (ISO 14496-1), after 12 bytes that do not matter here.
_AAC = re.compile(rb"\x04(?:\x80{3})?.\x40.{12}\x05(?:\x80{3})?.(..)", re.DOTALL)
_WHOLE = Text(
    "úplný soubor; vyexportujte nahrávku znovu a nahrajte ji celou",
    "a whole file; export the recording again and upload all of it",
)
_REAL = Text(
    "skutečné MP3, nebo M4A se zvukem AAC; přejmenovat soubor nestačí, vyexportujte jej znovu",
    "a real MP3, or M4A with AAC sound; renaming is not enough, export it anew",
)
_CLEAN = Text(
    "tagy bez řídicích znaků; napište je znovu v programu na úpravu tagů",
    "tags without control characters; write them anew in a tag editor",
)


class UnreadableAudio(ValueError):
    """A file that cannot be published as a recording, and why."""

    def __init__(self, found: str, expected: Text) -> None:
        self.found, self.expected = found, expected
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


_Details = tuple[dict[str, str], list[Chapter], bytes | None]  # tags, chapters, artwork


class _Sound(NamedTuple):
    duration: float
    bitrate: int
    sample_rate: int
    channels: int


def _mp3_sound(data: bytes) -> _Sound:
    """Measure an MP3; raise UnreadableAudio when its sound is not whole."""
    frames = mp3.walk(data)
    if frames is None or frames.count < 2:
        raise UnreadableAudio("není v něm zvuk MP3 / no MP3 sound in it", _REAL)
    told = frames.seconds if frames.declared is None else frames.declared
    if frames.swallowed:
        raise UnreadableAudio("tagy zasahují do zvuku / the tags reach into the sound", _WHOLE)
    # A frame more or less is none: some encoders count the header's own.
    if abs(told - frames.seconds) * frames.count > 1.5 * frames.seconds:
        found = f"zvuk / sound {frames.seconds:.2f} s, slibuje se / promised {told:.2f} s"
        raise UnreadableAudio(found, _WHOLE)
    if frames.cut:
        raise UnreadableAudio("useknutý konec / the end is cut off", _WHOLE)
    if frames.junk > _JUNK_LIMIT:
        raise UnreadableAudio(f"{frames.junk} B cizích dat / of other data", _WHOLE)
    bitrate = round(frames.size * 8 / frames.seconds / 1000)
    return _Sound(frames.seconds, bitrate, frames.sample_rate, frames.channels)


def _clock(box: bytes) -> tuple[int, float]:
    """Return ticks a second, and seconds in all, from an mvhd or mdhd box."""
    at, size = (20, 8) if box[0] == 1 else (12, 4)
    scale = int.from_bytes(box[at : at + 4], "big")
    return scale, int.from_bytes(box[at + 4 : at + 4 + size], "big") / scale


def _m4a_sound(data: bytes, info: Any) -> _Sound:
    """Measure an M4A; the film, its track and its table of samples must agree on the length."""
    file = io.BytesIO(data)
    boxes = _mp4.Atoms(file)
    whole = {box.name for box in boxes.atoms if box.offset + box.length <= len(data)}
    if not {b"moov", b"mdat"} <= whole or len(whole) < len({box.name for box in boxes.atoms}):
        raise UnreadableAudio("část souboru chybí / a part of the file is missing", _WHOLE)
    tracks = (track[b"mdia",] for track in boxes[b"moov"].findall(b"trak"))
    sound = next(t for t in tracks if t[b"hdlr",].read(file)[1][8:12] == b"soun")
    scale, told = _clock(sound[b"mdhd",].read(file)[1])
    table = sound[b"minf", b"stbl", b"stts"].read(file)[1]
    held = sum(count * ticks for count, ticks in struct.iter_unpack(">II", table[8:])) / scale
    lengths = [round(s, 1) for s in (held, told, _clock(boxes[b"moov", b"mvhd"].read(file)[1])[1])]
    if not info.codec.startswith("mp4a"):
        raise UnreadableAudio(f"zvuk / sound {info.codec}", _REAL)
    if max(lengths) - min(lengths) > 1:
        raise UnreadableAudio(f"různé délky / different lengths: {lengths} s", _WHOLE)
    # mutagen says 2, since mono might be parametric stereo; above 24 kHz it is not.
    aac = _AAC.search(sound[b"minf", b"stbl", b"stsd"].read(file)[1])
    mono = aac and aac[1][1] >> 3 & 15 == 1 and info.sample_rate > 24000
    return _Sound(held, round(info.bitrate / 1000), info.sample_rate, 1 if mono else info.channels)


def _id3_text(tags: Any, key: str) -> str:
    frames = tags.getall(key)  # in each, NUL parts several values, says ID3v2.4
    return "; ".join(str(value) for value in frames[0].text).strip() if frames else ""


def _mp3_details(file: Any) -> _Details:
    """Return tags, chapters (ID3v2 CHAP frames, times in ms) and the artwork."""
    tags = file.tags or file.ID3()
    names = {"title": "TIT2", "artist": "TPE1", "album": "TALB", "track": "TRCK"}
    names |= {"date": "TDRC", "language": "TLAN", "comment": "COMM"}
    told = {name: _id3_text(tags, key) for name, key in names.items()}
    frames = [(frame.start_time, frame.sub_frames) for frame in tags.getall("CHAP")]
    chapters = [Chapter(start / 1000, _id3_text(within, "TIT2")) for start, within in frames]
    pictures = tags.getall("APIC")
    return told, chapters, pictures[0].data if pictures else None


def _m4a_details(file: Any) -> _Details:
    """Return tags, chapters and the artwork of an MP4 file."""
    tags = file.tags or {}
    names = {"title": "©nam", "artist": "©ART", "album": "©alb", "date": "©day", "comment": "©cmt"}
    told = {n: "; ".join(map(str, tags.get(key, []))).strip() for n, key in names.items()}
    chapters = [Chapter(float(c.start), str(c.title)) for c in file.chapters or []]
    covers = tags.get("covr", [])
    return told, chapters, bytes(covers[0]) if covers else None


def _picture_size(picture: bytes | None) -> tuple[int, int] | None:
    if not picture:
        return None
    try:
        with Image.open(io.BytesIO(picture)) as image:
            return image.size
    # A damaged picture can raise nearly anything; a recording is good without it.
    except Exception:
        return None


def _refuse_bad_tags(tags: Mapping[str, str], chapters: list[Chapter], duration: float) -> None:
    for name, value in [*tags.items(), *(("chapter", chapter.title) for chapter in chapters)]:
        if match := _CONTROL.search(value):
            sign = f"U+{ord(match[0]):04X}"
            found = f"neviditelný řídicí znak {sign} v tagu / invisible control character in {name}"
            raise UnreadableAudio(found, _CLEAN)
    if late := [chapter for chapter in chapters if chapter.start > duration]:
        found = f"kapitola / chapter „{late[0].title}“: {late[0].start:.0f} s"
        end = f"{duration:.0f} s"
        raise UnreadableAudio(found, Text(f"kapitoly do konce, {end}", f"chapters up to {end}"))


def _refuse_other_contents(data: bytes, suffix: str) -> None:
    if not data:
        raise UnreadableAudio("prázdný soubor / empty file", _WHOLE)
    # An MP3 has no sign of its own; its frames will tell.
    inside = "M4A" if data[4:8] == b"ftyp" else "MP3"
    inside = next((name for magic, name in _MAGIC.items() if data.startswith(magic)), inside)
    if inside.lower() != suffix[1:]:
        what = "není M4A / not M4A" if inside == "MP3" else inside
        raise UnreadableAudio(f"přípona / ending {suffix}, uvnitř / inside: {what}", _REAL)


def _understand(data: bytes, suffix: str) -> tuple[_Sound, _Details]:
    """Measure the sound and read the tags; raise UnreadableAudio when that cannot be done."""
    try:
        if suffix == ".mp3":
            return _mp3_sound(data), _mp3_details(_mp3.MP3(io.BytesIO(data)))
        file = _mp4.MP4(io.BytesIO(data))
        return _m4a_sound(data, file.info), _m4a_details(file)
    except UnreadableAudio:
        raise
    # A damaged header can raise nearly anything from inside the parser.
    except Exception as error:
        raise UnreadableAudio(f"poškozená hlavička / damaged header ({error})", _WHOLE) from error


def read(path: Path) -> Recording:
    """Read a recording. Raises UnreadableAudio when it cannot be published."""
    suffix = path.suffix.lower()
    if suffix not in TYPES:
        cs = "MP3 nebo M4A; jiné formáty podcastové aplikace odmítají"
        en = "MP3 or M4A; podcast apps refuse other formats"
        raise UnreadableAudio(suffix or path.name, Text(cs, en))
    data = path.read_bytes()
    _refuse_other_contents(data, suffix)
    sound, (tags, chapters, picture) = _understand(data, suffix)
    if sound.duration < 1:
        raise UnreadableAudio(f"jen / only {sound.duration:.1f} s", _WHOLE)
    _refuse_bad_tags(tags, chapters, sound.duration)
    return Recording(
        name=path.name,
        size=len(data),
        type=TYPES[suffix],
        **sound._asdict(),
        sha256=hashlib.sha256(data).hexdigest(),
        tags={name: value for name, value in tags.items() if value},
        chapters=tuple(sorted(chapters, key=lambda chapter: chapter.start)),
        artwork=_picture_size(picture),
    )
