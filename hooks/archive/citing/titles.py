"""Which title of a work is its own, and which is said of it by somebody else.

A citation gives the title that stands on the work, in its own language. A page in another
language adds its title in square brackets; a title that nobody printed stands in brackets
alone (ISO 690: what is not in the source; APA 7, section 9.22: works without a title).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from archive.language.typography import plain
from archive.schema.records import Entry


@dataclass(frozen=True)
class Title:
    """A title to be cited; ``supplied`` when it was made by the archive and not by the work.

    ``language`` is of the text; ``translation`` is in the language of the page.
    """

    text: str
    language: str
    translation: str = ""
    supplied: bool = False

    @property
    def bracketed(self) -> str:
        """Return the part of the title that stands in brackets, with them."""
        if self.supplied:
            return f"[{self.text}]"
        return f"[{self.translation}]" if self.translation else ""

    @property
    def cited(self) -> str:
        """Return the title as citations give it."""
        if self.supplied:
            return self.bracketed
        return f"{self.text} {self.bracketed}".rstrip()


def of_page(entry: Entry[Any], page: str) -> Title:
    """Return the title of the archive's own page about an item."""
    edition = entry.edition(page)
    return Title(plain(edition.record.title), edition.language)


def of_work(entry: Entry[Any], page: str) -> Title:
    """Return the title of a work for a page in a language."""
    spoken = getattr(entry.record, "languages", None) or [getattr(entry.record, "language", "")]
    own = [
        code
        for code, edition in entry.editions.items()
        if not (edition.record.title_translated or edition.record.title_descriptive)
    ]
    candidates = [code for code in own if code in spoken] or own
    shown = plain(entry.edition(page).record.title)
    if not candidates:
        return Title(shown, spoken[0] or entry.edition(page).language, supplied=True)
    language = page if page in candidates else candidates[0]
    text = plain(entry.edition(language).record.title)
    return Title(text, language, "" if shown == text else shown)
