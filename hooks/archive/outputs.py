"""Every file that is derived from the whole archive, as path and bytes."""

from __future__ import annotations

from archive import artwork, feed, sitemap
from archive.library import COVER, Library
from archive.model import LANGUAGES
from archive.site import Site
from archive.views import SMALL_ARTWORK, small_cover


def derive(library: Library, site: Site) -> dict[str, bytes]:
    """Return the outputs by their path below the site.

    Raises ContentError when an app would refuse a feed.
    """
    written = {feed.path(code): feed.write(library, site, code) for code in LANGUAGES}
    written["sitemap.xml"] = sitemap.write(library, site)
    if library.show:
        picture = library.show.folder / library.show.record.artwork
        written[SMALL_ARTWORK] = artwork.small(picture)
    for entry in library.episodes():
        written[small_cover(entry)] = artwork.small(entry.folder / COVER)
    return written
