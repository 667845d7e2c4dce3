"""Where a place on a page lies on the same page in another language.

Most anchors are the same in every language. Those of headings in the text follow from its
words, and those of an alphabet from its letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from archive.content import headings
from archive.content.library import Library
from archive.language.collation import initial
from archive.pages import lists
from archive.schema.records import Entry


@lru_cache(maxsize=4096)
def _anchors(body: str) -> tuple[str, ...]:
    return tuple(heading.anchor for heading in headings.headings(body))


def _letters(library: Library, language: str, other: str) -> Mapping[str, str]:
    """Return the letters of people's names: who stands under Č in Czech is under C in English."""
    names = sorted(entry.record.surname for entry in library.of("people").values())
    found: dict[str, str] = {}
    for name in names:
        here, there = (lists.letter_anchor(initial(name, code)) for code in (language, other))
        found.setdefault(here, there)
    return found


def anchors(library: Library, entry: Entry[Any], language: str, other: str) -> dict[str, str]:
    """Return the anchors of a page that are called otherwise in another language.

    The headings of a text match by their order; where a translation has more or fewer of
    them, nobody can tell which is which.
    """
    here, there = entry.edition(language), entry.edition(other)
    pairs = dict(_letters(library, language, other)) if entry.kind == "people" else {}
    own, foreign = _anchors(here.body), _anchors(there.body)
    if len(own) == len(foreign):
        pairs |= dict(zip(own, foreign, strict=True))
    return {anchor: name for anchor, name in pairs.items() if anchor != name}
