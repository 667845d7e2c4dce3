"""What a kind of record is: everything by which it differs from the others, in one value.

Each kind is declared in a module of its own (``archive.kinds``), which registers it here;
whoever needs the kinds iterates ``KINDS`` and asks them. No other module names one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
    order; ``left_out`` those of the table that it does not show. ``menu`` is its place in the
    menu at the head of each page; without one it is at the foot alone. ``whole`` is what its
    front is a record of, where it is one: the show, of which each episode is a part.
    """

    name: str
    model: type[Record]
    word: str
    anchor: str
    facts: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    types: str = ""
    # In libraries' formats and feeds as a work is; a person is not.
    is_work: bool = True
    menu: int | None = None
    whole: Whole | None = None
    # The type in schema.org of what its pages describe, where the type of the record says none.
    schema_org: str = "CreativeWork"
    # Words of the interface that it needs in each language, beside those of every kind.
    words: tuple[str, ...] = field(default_factory=tuple)

    @property
    def needed_words(self) -> list[str]:
        """The words of the interface that a language must have for this kind."""
        every = [f"kind_{self.name}", f"nav_{self.name}", self.word, f"count_{self.name}_other"]
        return [*every, f"withdrawn_text_{self.name}", *self.words]


_KINDS: dict[str, Kind] = {}
# By name, in the order of registration.
KINDS: Mapping[str, Kind] = _KINDS


def register(*kinds: Kind) -> None:
    """Add kinds. Raises ValueError for a name that is taken."""
    for kind in kinds:
        if kind.name in _KINDS:
            raise ValueError(f"{kind.name}: registered already")
        _KINDS[kind.name] = kind
