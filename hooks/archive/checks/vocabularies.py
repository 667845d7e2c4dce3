"""What the terms of vocabularies lead to: records, organisations, addresses."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from archive.content.library import Library
from archive.schema.plain import Plain
from archive.schema.problems import Problem, Text
from archive.schema.vocabulary import Term, read_mapping

_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?")
# What is written like an identifier is meant as one; anything else is a name.
_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LED_TO = Text("adresa začínající https://", "an address that begins with https://")


def _faults_of_source(content: Library, more: Mapping[str, Plain]) -> Iterator[tuple[str, Text]]:
    if "url" in more and not _ADDRESS.fullmatch(str(more["url"])):
        yield "url", _LED_TO
    if "item" in more and not content.exists(str(more["item"])):
        yield "item", Text("záznam archivu: složka/název", "a record of the archive: folder/name")
    holder = str(more.get("holder", ""))
    if _IDENTIFIER.fullmatch(holder) and holder not in content.vocabularies["organisations"]:
        yield (
            "holder",
            Text(
                "položka z docs/vocabulary/organisations.yml, nebo jméno tak, jak se má číst",
                "an entry of docs/vocabulary/organisations.yml, or a name as it shall read",
            ),
        )


def _faults_of_rights(content: Library, more: Mapping[str, Plain]) -> Iterator[tuple[str, Text]]:
    if not _ADDRESS.fullmatch(str(more.get("url", ""))):
        yield "url", _LED_TO


_WATCHED = {
    "sources": (
        _faults_of_source,
        "zprava: {cs: Zpráva, en: Report, item: publications/regional-strategy-2006}",
    ),
    "rights": (
        _faults_of_rights,
        'CC0-1.0: {cs: …, en: …, url: "https://creativecommons.org/publicdomain/zero/1.0/"}',
    ),
}


def _told(terms: Iterable[Term], name: str, content: Library, root: Path) -> Iterator[Problem]:
    find, example = _WATCHED[name]
    path = content.docs / "vocabulary" / f"{name}.yml"
    shown, lines = path.relative_to(root).as_posix(), None
    for term in terms:
        for key, expected in find(content, term.more):
            if lines is None:
                lines = read_mapping(path, shown)[1]
            line = lines.get((term.id, key)) or lines.get((term.id,), 1)
            found = str(term.more.get(key, ""))
            yield Problem(shown, line, f"{term.id}.{key}", found, expected, example)


def terms_lead_somewhere(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A source is where its term says, and rights are explained at an address."""
    for name in _WATCHED:
        yield from _told(content.vocabularies[name].values(), name, content, root)
