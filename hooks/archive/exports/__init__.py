"""The whole catalogue in forms for machines: each a module, all gathered here.

Every file is the same bytes from the same content: no clock, and a stable order.
"""

from __future__ import annotations

from collections.abc import Iterator

from archive.content.library import Library
from archive.content.settings import Site
from archive.exports import catalogue_json, iiif, llms, oai, robots, tables
from archive.exports.datapackage import write as datapackage
from archive.schema import paths


def write(library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every export by its path below the site."""
    data = {
        paths.CATALOGUE_JSON: catalogue_json.write(library, site),
        paths.CATALOGUE_SCHEMA: catalogue_json.schema(site),
        **tables.write(library, site),
    }
    yield from data.items()
    yield paths.DATA_PACKAGE, datapackage(site, data)
    yield paths.OAI, oai.write(library, site)
    yield "robots.txt", robots.write(site)
    yield "llms.txt", llms.write(library, site)
    yield from iiif.write(library, site)
