"""What is cited: CSL-JSON, and what CSL-JSON cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.citing.titles import Title
from archive.telling.archive import Archive
from archive.telling.parts import Item

Csl = dict[str, Any]


@dataclass(frozen=True)
class Cited:
    """Something to be cited.

    ``edtf`` is the date as the record has it; ``others`` tells that there are more authors
    than are named; ``changing`` that it is a page whose reader must say when it was seen.
    """

    reference: str
    csl: Csl
    title: Title
    edtf: str | None = None
    others: bool = False
    changing: bool = False


def filled(values: Csl) -> Csl:
    """Leave out what is empty."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def shared(archive: Archive, item: Item, title: Title) -> Csl:
    """Return what every item has, whatever it is, in the language that tells it."""
    return {
        "language": title.language,
        "abstract": item.description,
        "keyword": ", ".join(theme.label for theme in item.themes),
        "source": archive.words["site_name"],
    }
