from typing import BinaryIO, Protocol

class StreamInfo(Protocol):
    length: float

class FileType:
    info: StreamInfo

def File(filething: BinaryIO) -> FileType | None: ...
