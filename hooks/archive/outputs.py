"""Every file that is derived from the whole archive, as path and bytes."""

from __future__ import annotations

from archive import (
    archive_feed,
    artwork,
    card_outputs,
    catalogue_list,
    chapters,
    exports,
    feed,
    json_feed,
    redirects,
    sitemap,
    stylesheets,
    subscription,
    transcript_page,
)
from archive.citing import files, signposting
from archive.drawn_cache import Drawn
from archive.fixity import audits, held, manifest
from archive.library import COVER, Library
from archive.model import LANGUAGES
from archive.recording_cache import FOLDER
from archive.site import Site
from archive.views import SMALL_ARTWORK, small_cover


def _beside_recordings(library: Library, site: Site) -> dict[str, bytes]:
    """Return the chapters and transcripts that the feeds name, for each language."""
    written = {}
    for entry in library.episodes():
        if entry.record.withdrawn:
            continue
        for code in entry.editions:
            if chapters.of(library, entry, code):
                written[chapters.path(entry.id, code)] = chapters.write(library, entry, code)
        for code in library.transcripts.get(entry.id, {}):
            page = transcript_page.write(library, site, entry, code)
            written[transcript_page.path(entry.id, code)] = page
    return written


def _pictures(library: Library) -> dict[str, bytes]:
    written: dict[str, bytes] = {}
    drawn = Drawn(library.docs.parent / FOLDER / "artwork")
    if library.show:
        picture = library.show.folder / library.show.record.artwork
        written |= artwork.copies(picture, SMALL_ARTWORK, drawn)
    for entry in library.episodes():
        if entry.record.withdrawn:
            continue
        written |= artwork.copies(entry.folder / COVER, small_cover(entry), drawn)
    drawn.forget_others()
    return written


def derive(library: Library, site: Site) -> dict[str, bytes]:
    """Return the outputs by their path below the site.

    Raises ContentError when an app would refuse a feed.
    """
    written: dict[str, bytes] = {}
    for code in LANGUAGES:
        written |= archive_feed.write_pages(library, site, code)
    for code in feed.languages(library):
        written |= feed.write_pages(library, site, code)
        written[json_feed.path(code)] = json_feed.write(library, site, code)
    written |= subscription.codes(library, site)
    written["sitemap.xml"] = sitemap.write(library, site)
    written |= redirects.write(library, site)
    written |= card_outputs.write_all(library, site)
    written |= catalogue_list.write(library, site)
    written |= files.write(library, site) | signposting.write(library, site)
    written |= exports.write(library, site)
    written |= stylesheets.parts((library.docs / stylesheets.SOURCE).read_text(encoding="utf-8"))
    if library.manifest.kept:
        written[manifest.NAME] = held.listing(library.manifest)
    written[audits.NAME] = audits.listing(library.audits)
    return written | _beside_recordings(library, site) | _pictures(library)
