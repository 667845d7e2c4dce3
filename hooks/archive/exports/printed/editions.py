"""Under which names an edition of the catalogue is deposited; none takes the place of another."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from archive.documents import naming
from archive.schema import LANGUAGES

STEM = "report"


def versions(folder: Path) -> dict[int, dict[str, Path]]:
    """Return the editions held, by number, each with its file for each language."""
    found: dict[int, dict[str, Path]] = {}
    for name in naming.names(folder):
        if name.stem == STEM:
            found.setdefault(name.version, {})[name.language] = folder / name.file
    return found


def is_held(folder: Path, made: Mapping[str, bytes]) -> bool:
    """Tell whether the newest edition held is, byte for byte, the one that was made."""
    held = versions(folder)
    newest = held[max(held)] if held else {}
    return {code: path.read_bytes() for code, path in newest.items()} == dict(made)


def next_names(folder: Path) -> dict[str, str]:
    """Return the names of the next edition: ``report.cs.pdf``, later ``report.cs.v2.pdf``.

    All languages of an edition bear one number.
    """
    number = max(versions(folder), default=0) + 1
    part = "" if number == 1 else f".v{number}"
    return {code: f"{STEM}.{code}{part}.pdf" for code in LANGUAGES}


def note(names: Mapping[str, str], date: str) -> str:
    """Return what belongs into the record of a later edition, to be pasted as it stands."""
    lines = [f'date: "{date}"', "versions:"]
    for name in names.values():
        reason = "{cs: Nové vydání., en: A new edition.}"
        lines.append(f'  - {{file: {name}, date: "{date}", reason: {reason}}}')
    return "\n".join(lines)
