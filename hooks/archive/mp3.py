"""Walk the frames of an MP3 file, to know that it is whole and how long it is.

A duration that a header claims proves nothing: mutagen reports 189 s for a damaged
file of 2,000 bytes, and 637 s for half an hour of variable bitrate without a Xing
header. Frame layout: ISO 11172-3, 13818-3; Xing and Info headers: LAME's tag spec.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

_BITRATES_V1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_BITRATES_V2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_SAMPLE_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_LAYER_3 = 1
_SEARCH_LIMIT = 64 * 1024
# So many frames in a row are no accident: after a gap in the sound, and inside a tag.
_ROW, _ROW_IN_TAG = 3, 8


@dataclass(frozen=True)
class Frames:
    """What the frames of a file add up to.

    ``seconds`` is their sound, ``size`` their bytes; ``declared`` the seconds that a
    Xing or Info header promises (``None`` without one); ``cut`` the bytes that the last
    frame lacks; ``junk`` the bytes around frames that belong to none; ``swallowed`` the
    bytes of sound that the ID3 tag claims for itself, so that no player plays them.
    """

    count: int
    seconds: float
    size: int
    sample_rate: int
    channels: int
    declared: float | None
    cut: int
    junk: int
    swallowed: int


@dataclass(frozen=True)
class _Header:
    length: int
    samples: int
    sample_rate: int
    channels: int
    side_info: int

    def fits(self, other: _Header | None) -> bool:
        """Tell whether both can belong to one recording: its sample rate never changes."""
        return other is not None and self.sample_rate == other.sample_rate


@lru_cache(maxsize=1024)
def _parse(head: bytes) -> _Header | None:
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bitrate_index, rate_index = head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or layer != _LAYER_3 or rate_index == 3 or bitrate_index in (0, 15):
        return None
    mpeg1 = version == 3
    bitrate = (_BITRATES_V1 if mpeg1 else _BITRATES_V2)[bitrate_index] * 1000
    sample_rate = _SAMPLE_RATES[version][rate_index]
    samples = 1152 if mpeg1 else 576
    length = samples // 8 * bitrate // sample_rate + (head[2] >> 1 & 1)
    mono = head[3] >> 6 == 3
    side_info = (17 if mono else 32) if mpeg1 else (9 if mono else 17)
    return _Header(length, samples, sample_rate, 1 if mono else 2, side_info)


def _header(data: bytes, at: int) -> _Header | None:
    """Read a Layer III frame header, or tell that there is none."""
    return _parse(data[at : at + 4])


def _end_of_sound(data: bytes) -> int:
    """Return where the frames end and an ID3v1 or APE tag begins."""
    end = len(data)
    if data[-128:-125] == b"TAG":
        end -= 128
    footer = data[end - 32 : end] if end >= 32 else b""
    if footer[:8] == b"APETAGEX":
        # The size counts the footer, and no header; bit 31 of the flags tells of one.
        size = int.from_bytes(footer[12:16], "little") + (32 if footer[23] & 0x80 else 0)
        if footer[23] & 0x80 and data[max(end - size, 0) :][:8] != b"APETAGEX":
            return end  # the size lies; what is no sound will be counted as junk
        end -= size
    return max(end, 0)


def _start_of_sound(data: bytes) -> int:
    """Return the first byte after the ID3v2 tag."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return size + (20 if data[5] & 0x10 else 10)


def _declared(data: bytes, at: int, header: _Header) -> float | None:
    """Return the seconds that a Xing or Info header promises."""
    tag = data[at + 4 + header.side_info :][:12]
    if len(tag) < 12 or not _is_table(data, at, header) or not tag[7] & 1:
        return None
    count = int.from_bytes(tag[8:12], "big")  # 0 from encoders that cannot tell
    return count * header.samples / header.sample_rate or None


def _is_table(data: bytes, at: int, header: _Header) -> bool:
    """Tell whether a frame is no sound but a Xing or Info header."""
    tag = at + 4 + header.side_info
    return data[tag : tag + 4] in (b"Xing", b"Info")


def _frames_follow(data: bytes, at: int, end: int, row: int) -> bool:
    """Tell whether so many frames of one kind follow each other, or two reach the end."""
    first = _header(data, at)
    for seen in range(row):
        if at >= end:
            return seen >= 2
        header = _header(data, at)
        if header is None or not header.fits(first):
            return False
        at += header.length
    return True


def _next_frame(data: bytes, at: int, limit: int, end: int, row: int) -> int | None:
    """Find the next place where frames follow each other, before a limit."""
    while (at := data.find(b"\xff", at, limit)) != -1:
        if _frames_follow(data, at, end, row):
            return at
        at += 1
    return None


def _first_frame(data: bytes, end: int) -> tuple[int | None, int]:
    """Return where the sound begins, and how much of it the ID3 tag claims for itself."""
    start = min(_start_of_sound(data), end)
    if (at := _next_frame(data, 0, start, end, _ROW_IN_TAG)) is not None:
        return at, start - at
    return _next_frame(data, start, min(end, start + _SEARCH_LIMIT), end, _ROW), 0


def walk(data: bytes) -> Frames | None:
    """Count the frames of a whole MP3 file; ``None`` when it holds no sound."""
    end = _end_of_sound(data)
    start, swallowed = _first_frame(data, end)
    first = None if start is None else _header(data, start)
    if start is None or first is None:
        return None
    # Zeros before the sound are padding.
    junk = len(data[_start_of_sound(data) : start].strip(b"\0"))
    at = start + first.length if _is_table(data, start, first) else start
    count, size = 0, 0
    while at < end:
        header = _header(data, at)
        if header is None or not header.fits(first):
            limit = min(end, at + _SEARCH_LIMIT)
            following = _next_frame(data, at + 1, limit, end, _ROW) or end
            junk += following - at
            at = following
            continue
        count += 1
        size += header.length
        at += header.length
    seconds = count * first.samples / first.sample_rate
    declared = _declared(data, start, first)
    rate, channels = first.sample_rate, first.channels
    return Frames(count, seconds, size, rate, channels, declared, max(at - end, 0), junk, swallowed)
