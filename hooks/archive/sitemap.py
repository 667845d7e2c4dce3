"""sitemap.xml with the languages of each page bound together.

hreflang stands here and not in the pages' heads, which Google calls equal.

No ``lastmod``: a record does not say when it was last changed. The dates of git are lost in a
shallow clone and in a bag, those of the files in every checkout; and the moment of the Atom
feed says only when an item came, not when its page last changed. Google trusts ``lastmod``
only where it is true for every page, and passes over one that is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from archive.library import Library
from archive.model import DEFAULT_LANGUAGE
from archive.records import Entry
from archive.site import Site

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def pages(library: Library) -> Iterable[Entry[Any]]:
    """Yield everything that has a page of its own to be found; tombstones are none."""
    yield from library.pages.values()
    if library.show:
        yield library.show
    yield from (e for e in library.every() if not getattr(e.record, "withdrawn", None))


def write(library: Library, site: Site) -> bytes:
    """Return the sitemap; a page missing in a language is left out of that language."""
    namespaces: dict[Any, str] = {None: _SITEMAP, "xhtml": _XHTML}
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=namespaces)
    for entry in sorted(pages(library), key=lambda entry: entry.address(DEFAULT_LANGUAGE)):
        for language in entry.editions:
            url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
            etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = site.absolute(
                entry.address(language)
            )
            alternates = [(code, code) for code in entry.editions]
            for code, hreflang in [*alternates, (DEFAULT_LANGUAGE, "x-default")]:
                address = site.absolute(entry.address(code))
                etree.SubElement(
                    url, f"{{{_XHTML}}}link", rel="alternate", hreflang=hreflang, href=address
                )
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
