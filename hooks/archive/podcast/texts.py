"""An episode in words, as feeds tell it: its title and its show notes."""

from __future__ import annotations

import html

from archive.content.library import Library
from archive.content.settings import Site
from archive.language.typography import plain
from archive.schema import Episode
from archive.schema.records import Entry
from archive.telling.teller import Teller


def show_notes(library: Library, site: Site, entry: Entry[Episode], language: str) -> str:
    """Return an item's show notes: HTML of the few elements that every app shows."""
    teller = Teller(library, site, language)
    words, record = teller.words, entry.edition(language).record
    parts = []
    if record.recording == "stand-in":
        parts.append(f"<p>{words['feed_standin']}</p>")
    parts.append(f"<p>{_escaped(record.description)}</p>")
    for correction in record.corrections:
        told = words["feed_correction"].format(
            date=teller.date(correction.date), note=correction.note
        )
        parts.append(f"<p>{_escaped(told)}</p>")
    names = []
    for credit in record.people:
        value = teller.credit(credit, record.people_notes)
        names.append(f"{value.text} ({value.note})" if value.note else value.text)
    parts.append(f"<p>{words['feed_people']}: {_escaped(', '.join(names))}.</p>")
    parts.append(f"<p>{html.escape(words['feed_language'], quote=False)}</p>")
    address = html.escape(site.absolute(entry.address(language)))
    parts.append(f'<p><a href="{address}">{words["feed_link"]}</a></p>')
    return "\n".join(parts)


def _escaped(text: str) -> str:
    return html.escape(plain(text), quote=False)


def item_title(site: Site, entry: Entry[Episode], language: str) -> str:
    """Return an item's title; it says what the listener will hear."""
    words, record = site.strings[language], entry.edition(language).record
    standin = record.recording == "stand-in"
    return words["feed_standin_title" if standin else "feed_title_suffix"].format(
        title=record.title
    )
