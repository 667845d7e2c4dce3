"""The player for other sites: a small page for an ``<iframe>``, and what tells of it.

oEmbed (oembed.com, version 1.0) asks a server; here the answer is a file, which the
episode's page names in its head. The page needs neither the theme nor the site generator:
what renders templates is handed in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from archive.schema import Episode, paths
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item

# Fills a template, by its name, with values.
Render = Callable[[str, Mapping[str, object]], str]

# The side of the small cover, and the frame's size, in pixels; the width may be any.
COVER, WIDTH, HEIGHT = 480, 640, 300


def _title(archive: Archive, item: Item) -> str:
    return f"{item.title} – {archive.show.title if archive.show else archive.words['site_name']}"


def code(archive: Archive, item: Item, width: str = "100%") -> str:
    """Return the HTML that puts the player on another page."""
    address = escape(archive.site.absolute(paths.embed(item.id, item.written)))
    title = escape(_title(archive, item))
    return (
        f'<iframe src="{address}" title="{title}" width="{width}" height="{HEIGHT}" '
        'frameborder="0" loading="lazy" allow="clipboard-write"></iframe>'
    )


def oembed(archive: Archive, item: Item) -> bytes:
    """Return an episode's oEmbed document."""
    site, show, home = archive.site, archive.show, paths.prefix(item.written)
    document = {
        "version": "1.0",
        "type": "rich",
        "title": item.title,
        "author_name": show.title if show else site.owner_name,
        "author_url": site.absolute(f"{home}podcast/"),
        "provider_name": archive.words["site_name"],
        "provider_url": site.absolute(home),
        "thumbnail_url": site.absolute(paths.small_cover(item.id)),
        "thumbnail_width": COVER,
        "thumbnail_height": COVER,
        "width": WIDTH,
        "height": HEIGHT,
        "html": code(archive, item, str(WIDTH)),
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def page(render: Render, archive: Archive, item: Item, here: str) -> bytes:
    """Return the embeddable page as it stands at the address ``here`` below the site."""
    values: dict[str, Any] = {
        "here": here,
        "t": archive.words,
        "lang": archive.language,
        "title": item.title,
        "show": archive.show.title if archive.show else "",
        "label": item.label,
        "image": paths.small_cover(item.id),
        "page": item.page,
        "canonical": archive.site.absolute(item.page),
        "recording": item.sound.view if item.sound else None,
        "policy": archive.policy,
    }
    return render("embed.html", values).encode()


def write(archives: Archives, render: Render) -> Iterator[tuple[str, bytes]]:
    """Yield the pages, also at addresses moved away from, and the documents, by path."""
    for language, archive in archives.items():
        for item in (*archive.items.values(), *archive.withdrawn.values()):
            if item.kind != "podcast" or item.lang:
                continue
            for name in (item.id, *item.record_of(Episode).moved_from):
                here = paths.embed(name, language)
                yield f"{here}index.html", page(render, archive, item, here)
            if item.sound:
                yield paths.oembed(item.id, language), oembed(archive, item)
