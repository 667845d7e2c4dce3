"""Silence for a notice that readers of build logs cannot act on.

Material for MkDocs prints a box about its end of life when its module is imported,
before any hook could ask it not to. ``mkdocs.yml`` names this module, so it is
imported first. The notice itself is dealt with: the core does not know MkDocs.
"""

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def theme_notice() -> None:
    """Exist to be named in ``mkdocs.yml``; importing this module is what counts."""
