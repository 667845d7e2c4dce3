"""What an audio file says of itself: tags, chapters, cover; the only importer of mutagen.

Nothing here is to be believed before ``audio`` has compared it with the sound.
"""

from __future__ import annotations

from typing import BinaryIO, NamedTuple

from mutagen import File, FileType
from mutagen.id3 import APIC, CHAP, ID3Tags, TextFrame
from mutagen.mp3 import MP3
from mutagen.mp4 import MP4, MP4Tags

_ID3 = {"title": "TIT2", "artist": "TPE1", "album": "TALB", "track": "TRCK"}
_ID3 |= {"date": "TDRC", "language": "TLAN", "comment": "COMM"}
_MP4 = {"title": "©nam", "artist": "©ART", "album": "©alb", "date": "©day", "comment": "©cmt"}


class Details(NamedTuple):
    """What stands beside the sound; chapters as (seconds, title), the cover as a file's bytes."""

    tags: dict[str, str]
    chapters: list[tuple[float, str]]
    cover: bytes | None


class Codec(NamedTuple):
    """What a container says of its sound; ``kind`` in mutagen's words, ``bitrate`` in bit/s."""

    kind: str
    name: str
    seconds: float
    bitrate: int
    sample_rate: int
    channels: int


def _text(tags: ID3Tags, key: str) -> str:
    frames: list[TextFrame] = tags.getall(key)  # in each, NUL parts several values, says ID3v2.4
    return "; ".join(str(value) for value in frames[0].text).strip() if frames else ""


def of_mp3(file: BinaryIO) -> Details:
    """Read an MP3's ID3 tag: chapters from CHAP frames, whose times are in ms.

    A damaged tag can raise nearly anything.
    """
    sound = MP3(file)
    tags = sound.tags or sound.ID3()
    told = {name: _text(tags, key) for name, key in _ID3.items()}
    frames: list[CHAP] = tags.getall("CHAP")
    chapters = [(frame.start_time / 1000, _text(frame.sub_frames, "TIT2")) for frame in frames]
    pictures: list[APIC] = tags.getall("APIC")
    return Details(told, chapters, pictures[0].data if pictures else None)


def of_m4a(file: BinaryIO) -> tuple[Details, Codec]:
    """Read the tags of an MP4, and what it says of its sound.

    A damaged file can raise nearly anything.
    """
    sound = MP4(file)
    tags = sound.tags or MP4Tags()
    told = {n: "; ".join(map(str, tags.get(key, []))).strip() for n, key in _MP4.items()}
    told["track"] = "/".join(str(number) for number in tags.get("trkn", [()])[0] if number)
    chapters = [(float(chapter.start), str(chapter.title)) for chapter in sound.chapters or []]
    covers = tags.get("covr", [])
    return Details(told, chapters, bytes(covers[0]) if covers else None), _codec(sound)


def codec(file: BinaryIO) -> Codec:
    """Tell what kind of sound a file of any format holds.

    A damaged or unknown file can raise nearly anything.
    """
    return _codec(File(file))


def _codec(sound: FileType | None) -> Codec:
    if sound is None:
        raise ValueError("neznámý formát / unknown format")
    info = sound.info
    numbers = (getattr(info, name, 0) for name in ("bitrate", "sample_rate", "channels"))
    return Codec(
        type(sound).__name__, str(getattr(info, "codec", "")), float(info.length), *numbers
    )
