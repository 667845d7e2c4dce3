"""``robots.txt``: every program may read everything.

Crawlers look for it at the root of a host only (RFC 9309, section 2.3). Below a project
address such as ``/archive/`` nobody asks for it; it is here for the day on which the archive
has a host of its own. Until then the sitemap has to be announced to search engines.
"""

from __future__ import annotations

from archive.content.settings import Site


def write(site: Site) -> bytes:
    """Return the file: nothing is forbidden, and here is the sitemap."""
    lines = ["User-agent: *", "Allow: /", "", f"Sitemap: {site.absolute('sitemap.xml')}", ""]
    return "\n".join(lines).encode()
