"""Which title of a work is its own, and which is said of it by somebody else.

A citation gives the title that stands on the work, in its own language. A page in another
language adds its title in square brackets; a title that nobody printed stands in brackets
alone (ISO 690: what is not in the source; APA 7, section 9.22: works without a title).
"""

from __future__ import annotations

from dataclasses import dataclass

from archive.telling.parts import Item


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


def of_page(item: Item) -> Title:
    """Return the title of the archive's own page about an item."""
    return Title(item.title, item.written)


def of_work(item: Item) -> Title:
    """Return the title of a work, for a page in the language that tells it."""
    spoken = [value.code for value in item.spoken] or [""]
    own = [code for code, title in item.titles.items() if title.own]
    candidates = [code for code in own if code in spoken] or own
    if not candidates:
        return Title(item.title, spoken[0] or item.written, supplied=True)
    language = item.language if item.language in candidates else candidates[0]
    text = item.titles[language].text
    return Title(text, language, "" if item.title == text else item.title)
