"""The Content-Security-Policy of every page: what a browser may load, from where.

GitHub Pages sends no headers of a site's own, so the policy stands in a ``<meta>``
(CSP Level 3, section 3.3), before anything it rules; ``frame-ancestors`` means nothing
there, and the embedded player is meant to be framed. Nothing inline runs or styles.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from archive.content.library import Library
from archive.recording import locks

_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def _hosts(library: Library) -> set[str]:
    """Return where recordings are kept elsewhere: a listener asks for those herself.

    A host that sends the player on to others (archive.org does) may be any with https,
    since a policy rules each step of a redirect.
    """
    found = set()
    for entry in library.episodes():
        if entry.record.audio:
            lock = locks.load(entry.folder)
            address = urlsplit(entry.record.audio)
            sent_on = lock is None or lock.redirects
            found.add("https:" if sent_on else f"{address.scheme}://{address.netloc}")
    return found


def policy(library: Library) -> str:
    """Return the policy of the archive's pages."""
    rules = _RULES | {"media-src": " ".join([_RULES["media-src"], *sorted(_hosts(library))])}
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())
