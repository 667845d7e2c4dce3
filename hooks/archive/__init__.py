"""The core of the archive: records, checks, feeds and everything that is derived.

It knows nothing of MkDocs (a test holds it to that), so that it outlives any site generator.
Folders are rooms. ``ROOMS`` is their order: a room imports only from those before it, and
``build.py`` from all of them. A test holds the order, the picture in CONTRIBUTING.md is made
from it, and what a room is for stands in the first line of its ``__init__.py``.
"""

ROOMS = (
    "language",
    "schema",
    "cache",
    "recording",
    "documents",
    "ledgers",
    "content",
    "telling",
    "drawing",
    "citing",
    "describing",
    "podcast",
    "exports",
    "pages",
    "search",
    "keeping",
    "checks",
    "kinds",
)
