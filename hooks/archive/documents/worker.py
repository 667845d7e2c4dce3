"""What reads and draws PDFs in a process of its own: ``python -m archive.documents.worker``.

A damaged file may crash a library written in C++ or keep it busy for ever; this process
may fall, the build goes on and tells which file it was.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

from archive.documents import drawing, pdf
from archive.documents.facts import UnreadableDocument


def read(path: Path) -> str:
    """Return what a PDF is, or why it cannot be published, as JSON."""
    try:
        told = pdf.read(path)
    except UnreadableDocument as error:
        refusal = {"found": error.found, "expected": asdict(error.expected)}
        return json.dumps({"refusal": refusal})
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return json.dumps({"pdf": asdict(told), "size": path.stat().st_size, "sha256": digest})


def draw(path: Path, number: int, folder: Path) -> None:
    """Write the pictures of a PDF into a folder."""
    for name, picture in drawing.draw_pages(path, number):
        (folder / name).write_bytes(picture)


def main(arguments: list[str]) -> int:
    """Run one task: ``read FILE``, or ``draw FILE NUMBER FOLDER``."""
    task, file, *rest = arguments
    if task == "read":
        print(read(Path(file)))
    else:
        draw(Path(file), int(rest[0]), Path(rest[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
