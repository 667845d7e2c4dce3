"""The show as a JSON Feed 1.1 (jsonfeed.org/version/1.1), one for each language edition.

No podcast app needs it; it is for scripts and sites that read JSON more easily than RSS.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from archive.content.library import Library
from archive.content.settings import Site
from archive.language.typography import plain
from archive.podcast.people import people
from archive.podcast.rss import channel_description, published_episodes
from archive.podcast.rss_items import enclosure
from archive.podcast.texts import item_title, show_notes
from archive.schema import Episode, paths
from archive.schema.records import Entry
from archive.telling.teller import Teller, cover_path


def _attachments(
    library: Library, site: Site, entry: Entry[Episode], title: str
) -> list[dict[str, Any]]:
    """Return the recording and its further formats; one title says that they are one sound."""
    sound = library.recordings[entry.id]
    found = [(enclosure(library, site, entry), sound.type, sound.size, sound.duration)]
    found += [
        (site.absolute(f"podcast/{entry.id}/{a.name}"), a.type, a.size, a.duration)
        for a in library.alternates.get(entry.id, ())
    ]
    return [
        {
            "url": url,
            "mime_type": mime,
            "title": title,
            "size_in_bytes": size,
            "duration_in_seconds": round(seconds),
        }
        for url, mime, size, seconds in found
    ]


def _item(teller: Teller, entry: Entry[Episode]) -> dict[str, Any]:
    library, site, language = teller.library, teller.site, teller.language
    record = entry.edition(language).record
    credited = people(library, site, record.people, language)
    return {
        "id": record.guid,
        "url": site.absolute(entry.address(language)),
        "title": item_title(site, entry, language),
        "content_html": show_notes(library, site, entry, language),
        "summary": plain(record.description),
        "image": site.absolute(cover_path(entry)),
        "date_published": record.published.astimezone(dt.UTC).isoformat().replace("+00:00", "Z"),
        "authors": [{"name": person.name, "url": person.href} for person in credited],
        "tags": [plain(teller.term("themes", theme)) for theme in record.themes],
        "language": language,
        "attachments": _attachments(library, site, entry, record.title),
    }


def write(library: Library, site: Site, language: str) -> bytes:
    """Return the JSON Feed of a language edition; the same content gives the same bytes."""
    show = library.show
    assert show is not None  # the content has been checked
    record, teller = show.edition(language).record, Teller(library, site, language)
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": record.title,
        "home_page_url": site.absolute(show.address(language)),
        "feed_url": site.absolute(paths.json_feed(language)),
        "description": channel_description(site, show, language),
        "icon": site.absolute(f"podcast/{record.artwork}"),
        "authors": [{"name": site.owner_name, "url": site.absolute("")}],
        "language": language,
        "items": [_item(teller, e) for e in published_episodes(library, site, language)],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
