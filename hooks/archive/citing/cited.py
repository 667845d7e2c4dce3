"""What is cited: CSL-JSON, and what CSL-JSON cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.citing.titles import Title
from archive.content.library import Library
from archive.content.settings import Site
from archive.language.typography import plain
from archive.schema.records import Entry

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


def _subjects(library: Library, record: Any, language: str) -> str:
    themes = library.vocabularies["themes"]
    return ", ".join(themes[theme].label(language) for theme in record.themes)


def shared(library: Library, site: Site, entry: Entry[Any], title: Title, page: str) -> Csl:
    """Return what every item has, whatever it is; ``page`` is the language of the page."""
    record = entry.edition(page).record
    return {
        "language": title.language,
        "abstract": plain(record.description),
        "keyword": _subjects(library, record, page),
        "source": site.strings[page]["site_name"],
    }
