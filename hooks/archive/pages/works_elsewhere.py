"""What the page of a work says when the archive does not hold it: a cover, and where it may be."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from archive.drawing import title_covers
from archive.language.typography import typeset
from archive.schema import DEFAULT_LANGUAGE, LANGUAGES, Publication
from archive.telling.archive import Archive
from archive.telling.parts import Item, Title


@dataclass(frozen=True)
class UnheldView:
    """A cover as SVG, the language it is written in, and the ways to the work."""

    cover: str
    lang: str
    link: str
    host: str
    isbn: str


def _own_title(item: Item) -> Title:
    """Return the title that stands on the work, if it is known."""
    for code in (item.language, *LANGUAGES):
        title = item.titles.get(code) or item.titles[DEFAULT_LANGUAGE]
        if title.own and title.language in item.record_of(Publication).languages:
            return title
    return item.titles[item.written]


def _creator(archive: Archive, item: Item) -> str:
    named = item.agents.get("creators") or item.agents.get("publishers") or ()
    more = [archive.words["and_others"]] if len(named) > 2 else []
    return " ".join([", ".join(agent.text for agent in named[:2]), *more])


def view(archive: Archive, item: Item) -> UnheldView | None:
    """Return what the page of a work shows in place of its document; none if it is held."""
    if not item.card.is_unheld:
        return None
    record, card, title = item.record_of(Publication), item.card, _own_title(item)
    creator = typeset(_creator(archive, item), archive.language)
    link = record.link or "" if record.holding == "link" else ""
    return UnheldView(
        cover=title_covers.draw(
            item.id, card.tone, typeset(title.text, title.language), creator, card.years
        ),
        lang=title.language,
        link=link,
        host=(urlsplit(link).hostname or "").removeprefix("www."),
        isbn=record.isbn or "",
    )
