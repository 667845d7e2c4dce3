"""A file far away that is read in parts, as if it lay here."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, cast

from network.client import Client, Refused

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_AT_ONCE = 64 * 1024
# So much is skipped for a server that sends everything from the beginning, no more.
_SKIPPED = 4 * 1024 * 1024


class RangeFile(io.RawIOBase):
    """Reads parts of an address as they are asked for; ``fetched`` counts their bytes.

    ``ranges`` tells whether the server gives parts. Raises Refused when it has changed the
    file meanwhile, or gives none of a part far from the beginning.
    """

    def __init__(self, client: Client, address: str) -> None:
        self.fetched = 0
        self._client, self._address = client, address
        self._at, self._same = 0, ""
        with client.part(address, 0, _AT_ONCE) as answer:
            if answer.status not in (200, 206):
                raise Refused(f"HTTP {answer.status}: {answer.address}")
            self.first = answer
            self.ranges = answer.part is not None
            size = answer.part[1] if answer.part else answer.length
            if not size:
                raise Refused("server neříká velikost / the server does not tell the size")
            self.size, self._same = size, answer.validator
            self._start = answer.body.read(min(_AT_ONCE, size))
            self.fetched += len(self._start)

    def buffered(self) -> BinaryIO:
        """Return the file with a buffer, so that small steps do not each go afar."""
        return cast(BinaryIO, io.BufferedReader(self, _AT_ONCE))

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that it can be read from any place."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self.size}[whence]
        if base + offset < 0:
            raise OSError("before the beginning")
        self._at = base + offset
        return self._at

    def readinto(self, target: WriteableBuffer) -> int:
        """Read the next bytes into a buffer; return how many."""
        view = memoryview(target)
        end = min(self._at + len(view), self.size)
        if self._at >= end:
            return 0
        if self._at < len(self._start):
            data = self._start[self._at : end]
        else:
            data = self._fetch(self._at, end)
        view[: len(data)] = data
        self._at += len(data)
        return len(data)

    def _fetch(self, start: int, end: int) -> bytes:
        with self._client.part(self._address, start, end, self._same) as answer:
            if answer.status == 200 and self.ranges:
                raise Refused("soubor se mezitím změnil / the file has changed meanwhile")
            if answer.status not in (200, 206):
                raise Refused(f"HTTP {answer.status}: {answer.address}")
            skipped = start - (answer.part[0] if answer.part else 0)
            if not 0 <= skipped <= _SKIPPED:
                raise Refused("server nedává části souboru / the server gives no parts of the file")
            data = answer.body.read(skipped + end - start)
        self.fetched += len(data)
        if len(data) != skipped + end - start:
            raise OSError("spojení se přerušilo / the connection broke")
        return bytes(data[skipped:])
