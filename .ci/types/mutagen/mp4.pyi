from collections.abc import Sequence
from typing import BinaryIO, Literal, overload

from mutagen import FileType

class Chapter:
    start: float
    title: str

class MP4Tags:
    @overload
    def get(self, key: Literal["covr"], default: list[bytes]) -> list[bytes]: ...
    @overload
    def get(
        self, key: Literal["trkn"], default: list[tuple[int, ...]]
    ) -> list[tuple[int, ...]]: ...
    @overload
    def get(self, key: str, default: list[str]) -> list[str]: ...

class MP4(FileType):
    tags: MP4Tags | None
    chapters: Sequence[Chapter] | None
    def __init__(self, filething: BinaryIO) -> None: ...
