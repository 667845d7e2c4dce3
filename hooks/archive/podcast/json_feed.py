"""The show as a JSON Feed 1.1 (jsonfeed.org/version/1.1), one for each language edition.

No podcast app needs it; it is for scripts and sites that read JSON more easily than RSS.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from archive.podcast import people
from archive.podcast.rss import channel_description, published_episodes
from archive.podcast.rss_items import enclosure
from archive.podcast.texts import item_title, show_notes
from archive.schema import Episode, Show, paths
from archive.telling.archive import Archive
from archive.telling.parts import Item


def _attachments(archive: Archive, item: Item) -> list[dict[str, Any]]:
    """Return the recording and its further formats; one title says that they are one sound."""
    site, sound = archive.site, item.heard.recording
    files = [(enclosure(site, item.heard), sound.type, sound.size, sound.duration)]
    files += [
        (site.absolute(f"podcast/{item.id}/{a.name}"), a.type, a.size, a.duration)
        for a in item.heard.alternates
    ]
    return [
        {
            "url": url,
            "mime_type": mime,
            "title": item.title,
            "size_in_bytes": size,
            "duration_in_seconds": round(seconds),
        }
        for url, mime, size, seconds in files
    ]


def _item(archive: Archive, item: Item) -> dict[str, Any]:
    site, published = archive.site, item.record_of(Episode).published.astimezone(dt.UTC)
    return {
        "id": item.record_of(Episode).guid,
        "url": site.absolute(item.page),
        "title": item_title(archive, item),
        "content_html": show_notes(archive, item),
        "summary": item.description,
        "image": site.absolute(paths.cover(item.id)),
        "date_published": published.isoformat().replace("+00:00", "Z"),
        "authors": [
            {"name": people.name(agent), "url": site.absolute(agent.href)}
            for agent in people.makers(item)
        ],
        "tags": [theme.label for theme in item.themes],
        "language": item.language,
        "attachments": _attachments(archive, item),
    }


def write(archive: Archive) -> bytes:
    """Return the JSON Feed of a language edition; the same content gives the same bytes."""
    site, show = archive.site, archive.show
    assert show is not None  # the content has been checked
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": show.title,
        "home_page_url": site.absolute(show.page),
        "feed_url": site.absolute(paths.json_feed(archive.language)),
        "description": channel_description(archive, show),
        "icon": site.absolute(f"podcast/{show.record_of(Show).artwork}"),
        "authors": [{"name": site.owner_name, "url": site.absolute("")}],
        "language": archive.language,
        "items": [_item(archive, item) for item in published_episodes(archive)],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
