"""The way to the process that reads PDFs (``worker``), and what is said when it falls."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NotRequired, TypedDict

from archive.documents.facts import PdfTold, UnreadableDocument
from archive.schema.problems import Text

# Seconds; 600 pages of text take some 5, their pictures 30.
READING, DRAWING = 180, 900
_CORE = Path(__file__).parents[2]


class _Refusal(TypedDict):
    found: str
    expected: dict[str, str]


class Told(TypedDict):
    """What the process says of a PDF, or why it cannot be published."""

    refusal: NotRequired[_Refusal]

    pdf: PdfTold
    size: int
    sha256: str


def _run(seconds: int, *arguments: str) -> str:
    """Return what the process says. Raises UnreadableDocument when it falls or does not end."""
    paths = [str(_CORE), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "archive.documents.worker", *arguments]
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, check=True, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        raise UnreadableDocument(f"čtení nekončí / reading does not end ({seconds} s)") from None
    except subprocess.CalledProcessError as error:
        raise UnreadableDocument("poškozené / damaged") from error
    return done.stdout.decode()


def read(path: Path, seconds: int = READING) -> Told:
    """Return what a PDF is, as JSON has it. Raises UnreadableDocument when it is none."""
    told: Told = json.loads(_run(seconds, "read", str(path)))
    if refusal := told.get("refusal"):
        raise UnreadableDocument(refusal["found"], Text(**refusal["expected"]))
    return told


def draw(path: Path, number: int, folder: Path, seconds: int = DRAWING) -> None:
    """Write the pictures of the cover and of the first pages into a folder.

    Raises UnreadableDocument when they cannot be drawn.
    """
    _run(seconds, "draw", str(path), str(number), str(folder))
