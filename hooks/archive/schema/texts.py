"""Text as it comes from files: in UTF-8, and without signs that no reader can see.

The only place that reads a text of the archive: what cannot be read is a problem with file and
line, never an error that names neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from archive.schema.problems import Problem, Text

UTF_8 = Text(
    "text v kódování UTF-8; uložte soubor znovu v tomto kódování",
    "text in UTF-8; save the file again in this encoding",
)
VISIBLE = Text(
    "text bez znaků, které nejsou vidět a do webu nepatří; tento smažte",
    "text without signs that cannot be seen and do not belong on the web; delete this one",
)
_A_FILE = Text("soubor s textem, který lze číst", "a file with text that can be read")
# Control characters but tabulator and line ends; the separators of lines and paragraphs; what
# Unicode (section 23.7) calls no characters; halves of characters; a byte order mark.
_NO_CHARACTERS = "".join(chr(at + 0xFFFE) + chr(at + 0xFFFF) for at in range(0, 0x110000, 1 << 16))
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufeff\ud800-\udfff"
    f"{_NO_CHARACTERS}]"
)


def invisible(text: str) -> Iterator[tuple[int, str]]:
    """Yield the signs of a text that cannot be seen, as U+FFFE, with their lines from 1."""
    for match in _INVISIBLE.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, f"U+{ord(match[0]):04X}"


def visible(text: str) -> str:
    """Return a text without the signs that cannot be seen."""
    return _INVISIBLE.sub("", text)


def read(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """Return the text of a file, nothing where there is none, and why it cannot be read.

    ``shown`` is its path in messages.
    """
    try:
        content = path.read_bytes()
        return content.decode().replace("\r\n", "\n").replace("\r", "\n"), []
    except FileNotFoundError:
        return "", []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        byte = f"0x{content[error.start]:02X}"
        return "", [Problem(shown, line, "", byte, UTF_8)]
    except OSError as error:
        return "", [Problem(shown, 0, "", str(error.strerror), _A_FILE)]
