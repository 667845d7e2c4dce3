from typing import BinaryIO

from mutagen import FileType
from mutagen.id3 import ID3

class MP3(FileType):
    tags: ID3 | None
    ID3: type[ID3]
    def __init__(self, filething: BinaryIO) -> None: ...
