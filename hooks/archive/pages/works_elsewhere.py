"""What the page of a work says when the archive does not hold it: a cover, and where it may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from archive.language.typography import typeset
from archive.schema import LANGUAGES
from archive.schema.records import Entry
from archive.telling import title_covers
from archive.telling.teller import Teller


@dataclass(frozen=True)
class UnheldView:
    """A cover as SVG, the language it is written in, and the ways to the work."""

    cover: str
    lang: str
    link: str
    host: str
    isbn: str


def _own_title(entry: Entry[Any], language: str) -> tuple[str, str]:
    """Return the title that stands on the work, if it is known, with its language."""
    for code in (language, *LANGUAGES):
        edition = entry.edition(code)
        ours = edition.record.title_translated or edition.record.title_descriptive
        if not ours and edition.language in entry.record.languages:
            return edition.record.title, edition.language
    edition = entry.edition(language)
    return edition.record.title, edition.language


def _creator(teller: Teller, record: Any) -> str:
    named = record.creators or record.publishers
    told = [teller.credit(credit).text for credit in named[:2]]
    more = [teller.words["and_others"]] if len(named) > 2 else []
    return " ".join([", ".join(told), *more])


def view(teller: Teller, entry: Entry[Any]) -> UnheldView | None:
    """Return what the page of a work shows in place of its document; none if it is held."""
    record = entry.record
    if not title_covers.is_unheld(entry):
        return None
    title, language = _own_title(entry, teller.language)
    creator = _creator(teller, record)
    shade = title_covers.tone(teller.library, record)
    years = title_covers.year(record)
    link = record.link or "" if record.holding == "link" else ""
    return UnheldView(
        cover=title_covers.draw(
            entry.id, shade, typeset(title, language), typeset(creator, teller.language), years
        ),
        lang=language,
        link=link,
        host=(urlsplit(link).hostname or "").removeprefix("www."),
        isbn=record.isbn or "",
    )
