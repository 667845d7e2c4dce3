"""An episode in words, as feeds tell it: its title and its show notes."""

from __future__ import annotations

import html

from archive.language.typography import plain
from archive.schema import Episode
from archive.telling.archive import Archive
from archive.telling.parts import Item


def show_notes(archive: Archive, item: Item) -> str:
    """Return an item's show notes: HTML of the few elements that every app shows."""
    words = archive.words
    parts = []
    if item.heard.is_standin:
        parts.append(f"<p>{words['feed_standin']}</p>")
    parts.append(f"<p>{_escaped(item.description)}</p>")
    for correction in item.values.get("corrections", ()):
        said = words["feed_correction"].format(date=correction.note, note=correction.text)
        parts.append(f"<p>{_escaped(said)}</p>")
    names = [
        f"{person.text} ({person.note})" if person.note else person.text
        for person in item.agents.get("people", ())
    ]
    parts.append(f"<p>{words['feed_people']}: {_escaped(', '.join(names))}.</p>")
    parts.append(f"<p>{html.escape(words['feed_language'], quote=False)}</p>")
    address = html.escape(archive.site.absolute(item.page))
    parts.append(f'<p><a href="{address}">{words["feed_link"]}</a></p>')
    return "\n".join(parts)


def _escaped(text: str) -> str:
    return html.escape(plain(text), quote=False)


def item_title(archive: Archive, item: Item) -> str:
    """Return an item's title; it says what the listener will hear."""
    is_standin = item.record_of(Episode).recording == "stand-in"
    key = "feed_standin_title" if is_standin else "feed_title_suffix"
    return archive.words[key].format(title=item.title)
