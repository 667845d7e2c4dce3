"""Walk the frames of an MP3 file, to know that it is whole and how long it is.

A duration that a header claims proves nothing: mutagen reports 189 s for a damaged
file of 2,000 bytes, and 637 s for half an hour of variable bitrate without a Xing
header. Frame layout: ISO 11172-3, 13818-3; Xing and Info headers: LAME's tag spec.
"""

from __future__ import annotations

import mmap
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_BITRATES_V1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0)
_BITRATES_V2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0)
_SAMPLE_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_LAYER_3 = 1
_SEARCH_LIMIT = 64 * 1024
# What a Layer III header can look like: sync and version, then no impossible bitrate or rate.
_SYNC = re.compile(
    rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][%s]"
    % b"".join(b"\\x%02x" % b for b in range(0x10, 0xF0) if b & 0x0C != 0x0C)
)
_WINDOW = 1024 * 1024

Data = bytes | mmap.mmap
"""A file's bytes, in memory or mapped: a walk reads a mapped file piece by piece."""

# So many frames in a row are no accident: after a gap in the sound, and inside a tag.
_ROW, _ROW_IN_TAG = 3, 8


@dataclass(frozen=True)
class Frames:
    """What the frames of a file add up to.

    ``seconds`` is their sound, ``size`` their bytes; ``declared`` the seconds that a
    Xing or Info header promises (``None`` without one); ``estimate`` those that a player
    shows who reads only the beginning, which is wrong for variable bitrate without such a
    header; ``cut`` the bytes that the last frame lacks; ``junk`` the bytes around frames
    that belong to none; ``foreign`` tells that there is sound of another sample rate among
    them; ``swallowed`` the bytes of sound that the ID3 tag claims for itself, so that no
    player plays them.
    """

    count: int
    seconds: float
    size: int
    sample_rate: int
    channels: int
    declared: float | None
    estimate: float
    cut: int
    junk: int
    foreign: bool
    swallowed: int


@dataclass(frozen=True)
class _Header:
    length: int
    bitrate: int
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
    return _Header(length, bitrate, samples, sample_rate, 1 if mono else 2, side_info)


def _header(data: Data, at: int) -> _Header | None:
    """Read a Layer III frame header, or tell that there is none."""
    return _parse(data[at : at + 4])


def _end_of_sound(data: Data) -> int:
    """Return where the frames end and an ID3v1 or APE tag begins."""
    end = len(data)
    if data[-128:-125] == b"TAG":
        end -= 128
    footer = data[end - 32 : end] if end >= 32 else b""
    if footer[:8] == b"APETAGEX":
        # The size counts the footer, and no header; bit 31 of the flags tells of one.
        size = int.from_bytes(footer[12:16], "little") + (32 if footer[23] & 0x80 else 0)
        start = max(end - size, 0)
        if footer[23] & 0x80 and data[start : start + 8] != b"APETAGEX":
            return end  # the size lies; what is no sound will be counted as junk
        end -= size
    return max(end, 0)


def start_of_sound(data: Data) -> int:
    """Return the first byte after the ID3v2 tag, from the first ten bytes of a file."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return size + (20 if data[5] & 0x10 else 10)


def _declared(data: Data, at: int, header: _Header) -> float | None:
    """Return the seconds that a Xing or Info header promises."""
    place = at + 4 + header.side_info
    tag = data[place : place + 12]
    if len(tag) < 12 or not _is_table(data, at, header) or not tag[7] & 1:
        return None
    count = int.from_bytes(tag[8:12], "big")  # 0 from encoders that cannot tell
    return count * header.samples / header.sample_rate or None


def _is_table(data: Data, at: int, header: _Header) -> bool:
    """Tell whether a frame is no sound but a Xing or Info header."""
    tag = at + 4 + header.side_info
    return data[tag : tag + 4] in (b"Xing", b"Info")


def _frames_follow(data: Data, at: int, end: int, row: int) -> bool:
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


def _next_frame(data: Data, at: int, limit: int, end: int, row: int) -> int | None:
    """Find the next place where frames follow each other, before a limit."""
    for start in range(at, limit, _WINDOW):
        # A copy of the window: a match would keep a mapped file from being closed.
        window = data[start : min(start + _WINDOW, limit) + 2]
        for match in _SYNC.finditer(window):
            found = start + match.start()
            if found < limit and _frames_follow(data, found, end, row):
                return found
    return None


def _first_frame(data: Data, end: int) -> tuple[int | None, int]:
    """Return where the sound begins, and how much of it the ID3 tag claims for itself."""
    start = min(start_of_sound(data), end)
    if (at := _next_frame(data, 0, start, end, _ROW_IN_TAG)) is not None:
        return at, start - at
    return _next_frame(data, start, min(end, start + _SEARCH_LIMIT), end, _ROW), 0


class _Count(NamedTuple):
    """Frames and their bytes, the bytes between them, and where the last one ends."""

    frames: int
    size: int
    junk: int
    foreign: bool
    after: int


def _count(data: Data, at: int, end: int, first: _Header) -> _Count:
    count = size = junk = 0
    foreign = False
    lengths: dict[bytes, int] = {}  # of the headers met: a file repeats a few of them
    while at < end:
        head = data[at : at + 4]
        length = lengths.get(head)
        if length is None:
            header = _parse(head)
            if header is None or not header.fits(first):
                foreign = foreign or _frames_follow(data, at, end, _ROW_IN_TAG)
                limit = min(end, at + _SEARCH_LIMIT)
                following = _next_frame(data, at + 1, limit, end, _ROW) or end
                junk += following - at
                at = following
                continue
            length = lengths[head] = header.length
        count += 1
        size += length
        at += length
    return _Count(count, size, junk, foreign, at)


def walk(data: Data) -> Frames | None:
    """Count the frames of a whole MP3 file; ``None`` when it holds no sound."""
    end = _end_of_sound(data)
    start, swallowed = _first_frame(data, end)
    first = None if start is None else _header(data, start)
    if start is None or first is None:
        return None
    at = start + first.length if _is_table(data, start, first) else start
    count, size, junk, foreign, after = _count(data, at, end, first)
    # Zeros before the sound are padding.
    junk += len(data[start_of_sound(data) : start].strip(b"\0"))
    declared = _declared(data, start, first)
    return Frames(
        count=count,
        seconds=count * first.samples / first.sample_rate,
        size=size,
        sample_rate=first.sample_rate,
        channels=first.channels,
        declared=declared,
        estimate=declared or (end - start) * 8 / (_header(data, at) or first).bitrate,
        cut=max(after - end, 0),
        junk=junk,
        foreign=foreign,
        swallowed=swallowed,
    )


@dataclass(frozen=True)
class Beginning:
    """What the beginning of the sound promises of the whole; ``seconds`` as in Frames.

    ``variable`` tells that the bitrate varies and no header says how long it all is.
    """

    seconds: float
    bitrate: int
    sample_rate: int
    channels: int
    variable: bool


def begin(data: bytes, size: int) -> Beginning | None:
    """Read the beginning of a sound of ``size`` bytes; ``None`` when there are no frames."""
    at = _next_frame(data, 0, min(len(data), _SEARCH_LIMIT), len(data), _ROW)
    first = None if at is None else _header(data, at)
    if at is None or first is None:
        return None
    declared = _declared(data, at, first)
    place = at + first.length if _is_table(data, at, first) else at
    bitrates = []
    while (header := _header(data, place)) and header.fits(first):
        bitrates.append(header.bitrate)
        place += header.length
    if not bitrates:
        return None
    seconds = declared or (size - at) * 8 / bitrates[0]
    bitrate = round((size - at) * 8 / seconds / 1000)
    variable = declared is None and len(set(bitrates)) > 1
    return Beginning(seconds, bitrate, first.sample_rate, first.channels, variable)
