"""Tell whether an Ogg file is whole: its pages follow each other to its end (RFC 3533)."""

from __future__ import annotations

from archive.recording.mp3 import Data

_HEAD = 27  # bytes of a page before its table of segments
_LAST = 4  # the flag of a stream's last page
_POLYNOMIAL = 0x104C11DB7


def _remainder(byte: int) -> int:
    rest = byte << 24
    for _ in range(8):
        rest <<= 1
        rest ^= _POLYNOMIAL if rest >> 32 else 0
    return rest


_REMAINDERS = tuple(_remainder(byte) for byte in range(256))


def _is_intact(page: bytes) -> bool:
    """Tell whether a page's checksum is right: a CRC-32 with its bits the plain way round."""
    checksum = 0
    for byte in page[:22] + bytes(4) + page[26:]:
        checksum = (checksum << 8 & 0xFFFFFFFF) ^ _REMAINDERS[checksum >> 24 ^ byte]
    return checksum == int.from_bytes(page[22:26], "little")


def is_whole(data: Data) -> bool:
    """Tell whether the pages of one stream follow each other, from its first to its last.

    Checksums are proved of these two alone, which tell the sample rate and the length: in
    Python a megabyte takes a tenth of a second.
    """
    start, at, pages, stream, flags = 0, 0, 0, b"", 0
    while at < len(data):
        head = data[at : at + _HEAD]
        if len(head) < _HEAD or head[:5] != b"OggS\0" or flags & _LAST:
            return False
        number = int.from_bytes(head[18:22], "little")
        if number != pages or (pages and head[14:18] != stream):
            return False
        stream, flags, pages, start = head[14:18], head[5], pages + 1, at
        table = data[at + _HEAD : at + _HEAD + head[26]]
        at += _HEAD + len(table) + sum(table)
        if pages == 1 and not _is_intact(data[:at]):
            return False
    return at == len(data) and bool(flags & _LAST) and _is_intact(data[start:at])
