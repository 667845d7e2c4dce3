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

from archive.content.library import Library
from archive.content.settings import Site
from archive.schema import Episode, paths
from archive.schema.records import Entry
from archive.telling import policy
from archive.telling.recording import recording
from archive.telling.teller import Teller, small_cover

# Fills a template, by its name, with values.
Render = Callable[[str, Mapping[str, Any]], str]

# The side of the small cover, and the frame's size, in pixels; the width may be any.
COVER, WIDTH, HEIGHT = 480, 640, 300


def _title(teller: Teller, entry: Entry[Episode]) -> str:
    show = teller.library.show
    name = show.edition(teller.language).record.title if show else teller.words["site_name"]
    return f"{entry.edition(teller.language).record.title} – {name}"


def code(teller: Teller, entry: Entry[Episode], width: str = "100%") -> str:
    """Return the HTML that puts the player on another page."""
    language = entry.edition(teller.language).language
    address = escape(teller.site.absolute(paths.embed(entry.id, language)))
    title = escape(_title(teller, entry))
    return (
        f'<iframe src="{address}" title="{title}" width="{width}" height="{HEIGHT}" '
        'frameborder="0" loading="lazy" allow="clipboard-write"></iframe>'
    )


def oembed(teller: Teller, entry: Entry[Episode]) -> bytes:
    """Return an episode's oEmbed document."""
    site, show = teller.site, teller.library.show
    language = entry.edition(teller.language).language
    document = {
        "version": "1.0",
        "type": "rich",
        "title": entry.edition(language).record.title,
        "author_name": show.edition(language).record.title if show else site.owner_name,
        "author_url": site.absolute(f"{paths.prefix(language)}podcast/"),
        "provider_name": teller.words["site_name"],
        "provider_url": site.absolute(paths.prefix(language)),
        "thumbnail_url": site.absolute(small_cover(entry)),
        "thumbnail_width": COVER,
        "thumbnail_height": COVER,
        "width": WIDTH,
        "height": HEIGHT,
        "html": code(teller, entry, str(WIDTH)),
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def page(render: Render, teller: Teller, entry: Entry[Episode], here: str) -> bytes:
    """Return the embeddable page as it stands at the address ``here`` below the site."""
    edition, show = entry.edition(teller.language), teller.library.show
    values: dict[str, Any] = {
        "here": here,
        "t": teller.words,
        "lang": teller.language,
        "title": edition.record.title,
        "show": show.edition(teller.language).record.title if show else "",
        "label": teller.kind_label(entry),
        "image": small_cover(entry),
        "page": entry.address(edition.language),
        "canonical": teller.site.absolute(entry.address(edition.language)),
        "recording": recording(teller, entry),
        "policy": policy.policy(teller.library),
    }
    return render("embed.html", values).encode()


def write(library: Library, site: Site, render: Render) -> Iterator[tuple[str, bytes]]:
    """Yield the pages, also at addresses moved away from, and the documents, by path."""
    for entry in library.all_episodes():
        for language in entry.editions:
            teller = Teller(library, site, language)
            for name in (entry.id, *entry.record.moved_from):
                here = paths.embed(name, language)
                yield f"{here}index.html", page(render, teller, entry, here)
            if entry.id in library.recordings and not entry.record.withdrawn:
                yield paths.oembed(entry.id, language), oembed(teller, entry)
