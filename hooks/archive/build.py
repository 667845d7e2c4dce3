"""Every file that is derived from the whole archive, as path and bytes."""

from __future__ import annotations

from archive import exports
from archive.cache.drawings import Drawn
from archive.citing import files, signposting
from archive.content.library import COVER, Library
from archive.content.settings import Site
from archive.describing import cards
from archive.exports import atom
from archive.keeping import sitemap
from archive.ledgers import audits
from archive.ledgers import files as manifest
from archive.pages import catalogue, redirects, stylesheets
from archive.podcast import chapters, json_feed, rss, subscription, transcript_page
from archive.recording import artwork
from archive.recording.cache import FOLDER
from archive.schema import paths
from archive.telling import checksum_list
from archive.telling.archive import Archives, tell
from archive.telling.teller import SMALL_ARTWORK, small_cover


def _beside_recordings(archives: Archives) -> dict[str, bytes]:
    """Return the chapters and transcripts that the feeds name, for each language."""
    written = {}
    for code, archive in archives.items():
        for item in archive.episodes():
            if item.sound and item.sound.chapters and not item.lang:
                written[paths.chapters(item.id, code)] = chapters.write(archive, item)
            if item.sound and code in item.sound.transcripts:
                page = transcript_page.write(archive, item)
                written[paths.transcript_page(item.id, code)] = page
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
    archives = tell(library, site)
    written: dict[str, bytes] = {}
    for archive in archives.values():
        written |= atom.write_pages(archive)
    for code in rss.languages(archives):
        written |= rss.write_pages(archives[code])
        written[paths.json_feed(code)] = json_feed.write(archives[code])
    written |= subscription.codes(archives)
    written["sitemap.xml"] = sitemap.write(library, site)
    written |= redirects.write(archives)
    written |= cards.write_all(archives, library.docs.parent)
    written |= catalogue.write(archives)
    written |= files.write(archives) | signposting.write(archives)
    written |= exports.write(archives)
    written |= stylesheets.parts((library.docs / stylesheets.SOURCE).read_text(encoding="utf-8"))
    if library.manifest.kept:
        written[manifest.NAME] = checksum_list.listing(library.manifest)
    written[audits.NAME] = audits.listing(library.audits)
    return written | _beside_recordings(archives) | _pictures(library)
