"""The whole catalogue in forms for machines: each a module, all gathered here.

Every file is the same bytes from the same content: no clock, and a stable order.
"""

from __future__ import annotations

from collections.abc import Iterator

from archive.exports import catalogue_json, datapackage, iiif, llms, oai, robots, tables
from archive.schema import DEFAULT_LANGUAGE, paths
from archive.telling.archive import Archives


def write(archives: Archives) -> Iterator[tuple[str, bytes]]:
    """Yield every export by its path below the site."""
    site = archives[DEFAULT_LANGUAGE].site
    data = {
        paths.CATALOGUE_JSON: catalogue_json.write(archives),
        paths.CATALOGUE_SCHEMA: catalogue_json.schema(site),
        **tables.write(archives),
    }
    yield from data.items()
    yield paths.DATA_PACKAGE, datapackage.write(archives, data)
    yield paths.OAI, oai.write(archives)
    yield "robots.txt", robots.write(site)
    yield "llms.txt", llms.write(archives)
    yield from iiif.write(archives)
