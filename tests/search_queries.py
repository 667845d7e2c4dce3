"""The queries that judge the search, and the third of them kept for the end.

The queries were written from the facts and the records before the engine was tuned. Nobody chose
what is held out: a query is, when the SHA-256 of its text (UTF-8), read as a number, is divisible
by three. After adding queries, mark them:

    Example: python tests/search_queries.py
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "search"
LANGUAGES = ("cs", "en")


def path_of(language: str) -> Path:
    """Return the file with the queries of a language."""
    return FOLDER / f"queries.{language}.yml"


def load(language: str) -> list[dict[str, Any]]:
    """Return the queries of a language: ``query``, ``expect``, ``kind`` and maybe ``held_out``."""
    queries: list[dict[str, Any]] = yaml.safe_load(path_of(language).read_text(encoding="utf-8"))
    return queries


def is_held_out(query: str) -> bool:
    """Tell whether a query belongs to the third that is kept for the end."""
    return int(hashlib.sha256(query.encode("utf-8")).hexdigest(), 16) % 3 == 0


def line_of(entry: dict[str, Any]) -> str:
    """Return the line of a query, with the mark that its text asks for."""
    written = json.dumps(entry["query"], ensure_ascii=False)
    pages = ", ".join(entry["expect"])
    mark = ", held_out: true" if is_held_out(entry["query"]) else ""
    return f"- {{query: {written}, expect: [{pages}], kind: {entry['kind']}{mark}}}"


def mark(text: str) -> str:
    """Return the text of a file of queries with each query marked; comments stay as they are."""
    lines = [
        line_of(yaml.safe_load(line)[0]) if line.startswith("- ") else line
        for line in text.splitlines()
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Mark the queries of both languages in place."""
    for language in LANGUAGES:
        file = path_of(language)
        file.write_text(mark(file.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
