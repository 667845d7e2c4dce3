"""Where a place on a page lies on the same page in another language.

Most anchors are the same in every language. Those of headings in the text follow from its
words, and those of an alphabet from its letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from archive.content import headings
from archive.language.collation import initial
from archive.pages import lists
from archive.schema import Person
from archive.telling.archive import Archive, Archives


@lru_cache(maxsize=4096)
def _anchors(body: str) -> tuple[str, ...]:
    return tuple(heading.anchor for heading in headings.headings(body))


def _letters(archive: Archive, language: str, other: str) -> Mapping[str, str]:
    """Return the letters of people's names: who stands under Č in Czech is under C in English."""
    names = sorted(item.record_of(Person).surname for item in archive.of("people"))
    found: dict[str, str] = {}
    for name in names:
        here, there = (lists.letter_anchor(initial(name, code)) for code in (language, other))
        found.setdefault(here, there)
    return found


def anchors(archives: Archives, folder: str, language: str, other: str) -> dict[str, str]:
    """Return the anchors of a folder's page that are called otherwise in another language.

    The headings of a text match by their order; where a translation has more or fewer of
    them, nobody can tell which is which.
    """
    here, there = (archives[code].at(folder) for code in (language, other))
    in_people = folder.partition("/")[0] == "people"
    pairs = dict(_letters(archives[language], language, other)) if in_people else {}
    own, foreign = (_anchors(shown.body if shown else "") for shown in (here, there))
    if len(own) == len(foreign):
        pairs |= dict(zip(own, foreign, strict=True))
    return {anchor: name for anchor, name in pairs.items() if anchor != name}
