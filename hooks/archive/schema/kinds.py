"""What a kind of record is: everything by which it differs from the others, in one value.

Each kind is declared in a module of its own (``archive.kinds``), which registers it here;
whoever needs the kinds iterates ``KINDS`` and asks them. No other module names one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from archive.schema.item import Item, Record


@dataclass(frozen=True)
class Whole:
    """What the front of a kind is a record of, as the show is of its episodes."""

    name: str
    model: type[Item]
    word: str
    anchor: str
    facts: tuple[str, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    ``name`` is the folder below ``docs`` and a part of every address, for ever. ``word`` is
    one of it, as the words of the interface and the manuals call it. ``anchor`` is what a
    page's thing is called behind the ``#`` of its name in the graph, for ever too.
    ``types`` is the vocabulary of its field ``type``. ``facts`` are the lines of its page, in
    order; ``left_out`` those of the table that it does not show. ``whole`` is what its front
    is a record of, where it is one: the show, of which each episode is a part.
    """

    name: str
    model: type[Record]
    word: str
    anchor: str
    facts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    types: str = ""
    whole: Whole | None = None
    # How its front groups its records: by theme, year, letter of the surname, or number.
    front: Literal["theme", "year", "letter", "number"] = "year"
    front_template: str = "section.html"
    template: str = "item.html"
    # Its place in the menu at the head of each page; without one it is at the foot alone.
    menu: int | None = None
    # Counted on the front page of the archive.
    is_counted: bool = True
    # In libraries' formats, feeds and lists as a work is; a person is not.
    is_work: bool = True
    # The type in schema.org of what its pages describe, where the type of the record says none.
    schema_org: str = "CreativeWork"
    # The whole list can be had as a file of citations.
    has_list_of_citations: bool = False
    # The anchor, and the word, of what of it came of a project: „Výstupy“.
    of_project: str = ""
    # Its place among what a person did.
    of_person: int | None = None

    def needed_words(self) -> list[str]:
        """Return the words of the interface that a language must have for this kind."""
        words = [self.word, *(f"{name}_{self.name}" for name in ("kind", "nav", "withdrawn_text"))]
        words += [self.of_project] if self.of_project else []
        words += [f"{self.name}_of_person"] if self.of_person else []
        return [*words, f"count_{self.name}_other"]


_KINDS: dict[str, Kind] = {}
# By name, in the order of registration.
KINDS: Mapping[str, Kind] = _KINDS


def register(*kinds: Kind) -> None:
    """Add kinds. Raises ValueError for a name that is taken."""
    for kind in kinds:
        if kind.name in _KINDS:
            raise ValueError(f"{kind.name}: registered already")
        _KINDS[kind.name] = kind


def sections() -> list[Kind]:
    """Return the kinds as a menu has them: those with a place in it, then the others."""
    return sorted(KINDS.values(), key=lambda kind: kind.menu or len(KINDS) + 10)
