"""Note in every translation which state of the Czech text it agrees with.

Run it after a translation has been brought up to date. Example: python scripts/stamp.py
"""

from __future__ import annotations

import re
from pathlib import Path

import click

import archive.build  # noqa: F401 - registers the kinds of record
from archive.content import library
from archive.schema import DEFAULT_LANGUAGE, Written
from archive.schema.records import Entry
from command import root_option

FIELD = re.compile(r"^translation_of:.*\n", re.MULTILINE)


def stamped(text: str, source_hash: str) -> str:
    """Return the file's text with the fingerprint as the last field of its front matter."""
    head, fence, body = FIELD.sub("", text, count=1).partition("\n---\n")
    # Quoted: 837893166041 and 12e345 are fingerprints, not numbers.
    return f'{head}\ntranslation_of: "{source_hash}"{fence}{body}'


@click.command()
@root_option
def command(root: Path) -> int:
    """Potvrdit, že překlady souhlasí / Note that the translations agree with the Czech.

    Stamp every translation whose fingerprint is missing or old; print each file.
    """
    content = library.read(root)
    shows = [content.show] if content.show else []
    entries: list[Entry[Written]] = [*content.pages.values(), *shows, *content.every()]
    for entry in entries:
        source_hash = entry.editions[DEFAULT_LANGUAGE].source_hash
        for edition in entry.editions.values():
            if edition.language == DEFAULT_LANGUAGE:
                continue
            if edition.record.translation_of == source_hash:
                continue
            path = root / edition.path
            path.write_text(
                stamped(path.read_text(encoding="utf-8"), source_hash), encoding="utf-8"
            )
            print(edition.path)
    return 0
