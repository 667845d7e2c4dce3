"""A podcast on paper: records without files, quickly made and quickly changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from archive.content.library import Library
from archive.recording.audio import Recording
from archive.schema import LANGUAGES, Episode, Show, vocabulary
from archive.schema.frontmatter import FrontMatter
from archive.schema.records import Edition, Entry
from archive.schema.vocabulary import Term, Vocabulary

START = dt.datetime(2026, 1, 1, 10, tzinfo=dt.UTC)
DESCRIPTION = "Díl vymyšleného podcastu, ve kterém mluví lidé od jezera."


def guid(number: int, language: str = "cs") -> str:
    """Return a GUID that is this number's own."""
    return f"{LANGUAGES.index(language) + 1:08x}-0000-4000-8000-{number:012x}"


def sound(number: int, name: str = "a.mp3", minutes: int = 30) -> Recording:
    """Return a recording with contents of its own."""
    size, digest = 1000 + number, hashlib.sha256(str(number).encode()).hexdigest()
    return Recording(name, size, "audio/mpeg", minutes * 60.0, 128, 44100, 2, digest)


def edition(language: str, record: Any, path: str, body: str = "") -> Edition[Any]:
    """Return an edition of a record that lies in no file."""
    return Edition(language, record, body, path, FrontMatter(), "")


def episode(number: int, folder: str, **fields: Any) -> Entry[Episode]:
    """Return an episode in both languages; its body tells which one it truly is."""
    common = {
        "title": f"Díl {number}", "description": DESCRIPTION, "published": START.isoformat(),
        "number": number, "place": "jezero", "cover_text": "Modrá plocha.", "language": "cs",
        "confidence": "high", "sources": ["https://example.org/"], "guid": guid(number),
    }  # fmt: skip
    record = Episode.model_validate(common)
    path = f"docs/podcast/{folder}/index"
    editions = {
        language: edition(
            language,
            record.model_copy(update={"guid": guid(number, language), **fields}),
            f"{path}.{language}.md",
            f"truly {number}",
        )
        for language in LANGUAGES
    }
    return Entry("podcast", folder, Path("nowhere") / folder, editions)


def changed(entry: Entry[Episode], language: str = "", **fields: Any) -> Entry[Episode]:
    """Return an episode with other fields, in one language or in all."""
    editions = {
        code: replace(one, record=one.record.model_copy(update=fields))
        if language in ("", code)
        else one
        for code, one in entry.editions.items()
    }
    return replace(entry, editions=editions)


def moved(entry: Entry[Episode], folder: str) -> Entry[Episode]:
    """Return an episode in another folder, which nothing else tells."""
    editions = {
        code: replace(one, path=f"docs/podcast/{folder}/index.{code}.md")
        for code, one in entry.editions.items()
    }
    return replace(entry, id=folder, folder=Path("nowhere") / folder, editions=editions)


def show() -> Entry[Show]:
    """Return the show that the episodes belong to."""
    values = {
        "title": "Hlasy", "description": DESCRIPTION, "subtitle": "Pořad", "guid": guid(10**6),
        "language": "cs", "category": "Society & Culture", "artwork": "artwork.png",
        "artwork_text": "Plocha.", "confidence": "high", "sources": ["https://example.org/"],
    }  # fmt: skip
    record = Show.model_validate(values)
    editions = {
        code: edition(
            code,
            record.model_copy(update={"guid": guid(10**6, code)}),
            f"docs/podcast/index.{code}.md",
        )
        for code in LANGUAGES
    }
    return Entry("podcast", "", Path("nowhere"), editions)


def vocabularies() -> dict[str, Vocabulary]:
    """Return the vocabularies with the one place that there is."""
    empty = {name: Vocabulary(name, {}) for name in (*vocabulary.NAMES, "countries")}
    lake = Term("jezero", {"cs": "Jezero", "en": "Jezero"})
    return empty | {"places": Vocabulary("places", {lake.id: lake})}


def library(entries: Iterable[Entry[Episode]], sounds: dict[str, Recording]) -> Library:
    """Return a library of these episodes; ``sounds`` are by folder."""
    found: dict[str, Any] = {entry.id: entry for entry in entries}
    recordings = {name: made for name, made in sounds.items() if name in found}
    return Library(
        Path("nowhere"), {"podcast": found}, show(),
        vocabularies=vocabularies(), recordings=recordings,
    )  # fmt: skip
