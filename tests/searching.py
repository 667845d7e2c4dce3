"""The browser's own search engine, run by Node on the files of a built site."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import nodejs


def ask(site: Path, language: str, *queries: str, **more: Any) -> dict[str, Any]:
    """Return what the engine answers; ``fresh=True`` forgets all files between two queries."""
    asked = {"site": str(site), "language": language, "queries": queries} | more
    done = nodejs.run("search.cjs", json.dumps(asked).encode())
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def addresses(answer: dict[str, Any]) -> list[str]:
    """Return the addresses of the first results."""
    return [result["address"] for result in answer["results"]]


def weight(site: Path, files: list[str]) -> int:
    """Return what files weigh as a host sends them, gzipped, in bytes."""
    return sum(len(gzip.compress((site / name).read_bytes(), 9)) for name in files)
