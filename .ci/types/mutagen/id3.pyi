from collections.abc import Callable, Sequence
from enum import IntFlag
from pathlib import Path
from typing import TypeVar

F = TypeVar("F", bound="Frame")

class CTOCFlags(IntFlag):
    TOP_LEVEL = ...
    ORDERED = ...

class Frame: ...

Frames: dict[str, type[TextFrame]]

class TextFrame(Frame):
    text: Sequence[object]
    def __init__(self, encoding: int, text: object) -> None: ...

class TIT2(TextFrame): ...

class COMM(TextFrame):
    def __init__(self, encoding: int, lang: str, desc: str, text: str) -> None: ...

class APIC(Frame):
    data: bytes
    def __init__(self, encoding: int, mime: str, type: int, desc: str, data: bytes) -> None: ...

class CHAP(Frame):
    start_time: int
    sub_frames: ID3Tags
    def __init__(
        self,
        element_id: str,
        start_time: int,
        end_time: int,
        start_offset: int = ...,
        end_offset: int = ...,
        sub_frames: Sequence[Frame] = ...,
    ) -> None: ...

class CTOC(Frame):
    def __init__(
        self,
        element_id: str,
        flags: int,
        child_element_ids: Sequence[str],
        sub_frames: Sequence[Frame],
    ) -> None: ...

class ID3Tags:
    def getall(self, key: str) -> list[F]: ...
    def add(self, frame: Frame) -> None: ...

class ID3(ID3Tags):
    def save(
        self,
        filething: Path,
        v1: int = ...,
        v2_version: int = ...,
        padding: Callable[[object], int] | None = ...,
    ) -> None: ...
