"""Measure the sound of an M4A file from its boxes: ISO 14496-12, -14; AAC: 14496-1, -3."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

# AAC's decoder settings in an esds box (ISO 14496-1), after 12 bytes that do not matter here.
_AAC = re.compile(rb"\x04(?:\x80{3})?.\x40.{12}\x05(?:\x80{3})?.(..)", re.DOTALL)
# The speed of an edit list's rows: 1, as a number with 16 bits behind the point.
_NORMAL = 0x10000


@dataclass(frozen=True)
class Film:
    """What the boxes say; ``lengths`` in seconds by its table of samples, track and film.

    ``samples`` counts the packets of sound, ``size`` their bytes; ``mono`` tells that the
    decoder's settings say one channel.
    """

    lengths: tuple[float, float, float]
    samples: int
    size: int
    mono: bool


class Incomplete(ValueError):
    """A file whose boxes reach further than itself, or without film or sound."""


@dataclass(frozen=True)
class _Box:
    name: bytes
    start: int
    end: int

    def content(self, file: BinaryIO) -> bytes:
        file.seek(self.start)
        return file.read(self.end - self.start)


def _boxes(file: BinaryIO, start: int, end: int) -> Iterator[_Box]:
    """Yield the boxes between two places; Incomplete when one reaches beyond the second."""
    at = start
    while at < end:
        file.seek(at)
        head = file.read(16)
        size, name, skip = int.from_bytes(head[:4], "big"), head[4:8], 8
        if size == 1:
            size, skip = int.from_bytes(head[8:16], "big"), 16
        elif size == 0:  # to the end of what holds it
            size = end - at
        if size < skip or len(head) < 8:
            raise ValueError(f"box {name!r}: {size} B")
        if at + size > end:
            raise Incomplete(f"box {name!r}")
        yield _Box(name, at + skip, at + size)
        at += size


def _inside(file: BinaryIO, box: _Box, *path: bytes) -> list[_Box]:
    """Return every box that a path of names leads to from a box."""
    found = [box]
    for name in path:
        found = [b for outer in found for b in _boxes(file, outer.start, outer.end)]
        found = [inner for inner in found if inner.name == name]
    return found


def _only(file: BinaryIO, box: _Box, *path: bytes) -> bytes:
    """Return the content of the box that a path leads to; IndexError when there is none."""
    return _inside(file, box, *path)[0].content(file)


def _clock(box: bytes) -> tuple[int, float]:
    """Return ticks a second, and seconds in all, from an mvhd or mdhd box."""
    at, size = (20, 8) if box[0] == 1 else (12, 4)
    scale = int.from_bytes(box[at : at + 4], "big")
    return scale, int.from_bytes(box[at + 4 : at + 4 + size], "big") / scale


def _rows(table: bytes, form: str) -> list[tuple[int, ...]]:
    """Return the rows of a table: version and flags, their count, then they themselves."""
    rows = list(struct.iter_unpack(form, table[8:]))
    if len(rows) != int.from_bytes(table[4:8], "big"):
        raise ValueError(f"rows: {len(rows)}")
    return rows


def _chunks(parts: dict[bytes, bytes], size: int) -> list[tuple[int, int]]:
    """Return where each chunk of the sound begins and ends, from its tables.

    Raises ValueError when the tables disagree on the number of samples.
    """
    constant: int
    samples: int
    constant, samples = struct.unpack(">II", parts[b"stsz"][4:12])
    if samples > size:  # a number that lies must not fill the memory
        raise ValueError(f"samples: {samples}")
    listed = [] if constant else _rows(parts[b"stsz"][4:], ">I")
    sizes = [constant] * samples if constant else [row[0] for row in listed]
    places = _rows(parts[b"stco"], ">I") if b"stco" in parts else _rows(parts[b"co64"], ">Q")
    runs = _rows(parts[b"stsc"], ">III")  # first chunk, samples in each, kind
    held: list[int] = []
    for index, (first, count, _) in enumerate(runs):
        after = runs[index + 1][0] if index + 1 < len(runs) else len(places) + 1
        held += [count] * min(max(after - first, 0), len(places) + 1 - len(held))
    told = sum(count for count, _ in _rows(parts[b"stts"], ">II"))
    kinds = {int.from_bytes(parts[b"stsd"][4:8], "big"), *(kind for _, _, kind in runs)}
    if kinds != {1}:  # one description of the sound, and all of it that kind
        raise ValueError(f"kinds: {kinds}")
    if not (sum(held) == len(sizes) == told and len(held) == len(places)):
        raise ValueError(f"samples: {told}, {len(sizes)}, {sum(held)}")
    chunks, at = [], 0
    for (start,), count in zip(places, held, strict=True):
        chunks.append((start, start + sum(sizes[at : at + count])))
        at += count
    return chunks


def _refuse_wrong_places(chunks: list[tuple[int, int]], sound: list[_Box]) -> None:
    """Refuse tables that look for sound outside of it, or twice in one place."""
    after = 0
    for start, end in sorted(chunks):
        if start < after or not any(box.start <= start and end <= box.end for box in sound):
            raise ValueError(f"sound at {start}")
        after = end


def _refuse_cuts(file: BinaryIO, track: _Box, ticks: int) -> None:
    """Refuse an edit list that leaves sound out, or plays it at another speed."""
    for edits in _inside(file, track, b"edts", b"elst"):
        table = edits.content(file)
        for _, time, rate in _rows(table, ">QqI" if table[0] == 1 else ">IiI"):
            # At its start up to a second may be the decoder's own; -1 is an empty edit.
            if rate != _NORMAL or not -1 <= time <= ticks:
                raise ValueError(f"edit: {time}, {rate}")


def measure(file: BinaryIO, size: int) -> Film:
    """Measure a file of ``size`` bytes, reading only its boxes' heads and the film's own box.

    Raises Incomplete; other damage raises ValueError, LookupError, ArithmeticError or
    struct.error.
    """
    top = list(_boxes(file, 0, size))
    names = {box.name: box for box in top}
    if not {b"moov", b"mdat"} <= names.keys():
        raise Incomplete("moov, mdat")
    film = names[b"moov"]
    tracks = _inside(file, film, b"trak")
    sounds = [t for t in tracks if _only(file, t, b"mdia", b"hdlr")[8:12] == b"soun"]
    sound = _inside(file, sounds[0], b"mdia")[0]
    table = _inside(file, sound, b"minf", b"stbl")[0]
    parts = {box.name: box.content(file) for box in _boxes(file, table.start, table.end)}
    chunks = _chunks(parts, size)
    _refuse_wrong_places(chunks, [box for box in top if box.name == b"mdat"])
    scale, told = _clock(_only(file, sound, b"mdhd"))
    _refuse_cuts(file, sounds[0], scale)
    pairs = _rows(parts[b"stts"], ">II")
    held = sum(count * ticks for count, ticks in pairs) / scale
    aac = _AAC.search(parts[b"stsd"])
    return Film(
        lengths=(held, told, _clock(_only(file, film, b"mvhd"))[1]),
        samples=sum(count for count, _ in pairs),
        size=sum(end - start for start, end in chunks),
        mono=aac is not None and aac[1][1] >> 3 & 15 == 1,
    )
