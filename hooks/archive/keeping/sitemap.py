"""sitemap.xml with the languages of each page bound together.

hreflang stands here and not in the pages' heads, which Google calls equal.

``lastmod`` is the day on which what a page says was published, by the ledger of changes; a page
that says something else since, as in a preview, has none. Google trusts it only where it is
true for every page.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from archive.content import documents
from archive.content.library import Library
from archive.content.settings import Site
from archive.schema import DEFAULT_LANGUAGE, LANGUAGES
from archive.telling import fingerprints

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_SEARCH = "search"


def addresses(library: Library) -> Iterable[dict[str, str]]:
    """Yield the addresses of each page by language; tombstones are none.

    Lists that follow from the records and reading views of documents are pages. The page of
    the search asks robots not to keep it: its results are pages of their own.
    """
    written = [page for path, page in library.pages.items() if path != _SEARCH]
    for entry in [*written, *([library.show] if library.show else []), *library.every()]:
        yield {code: entry.address(code) for code in entry.editions}
    for folder, listing in library.listings.items():
        if folder not in library.pages:
            yield {code: listing.address(code) for code in LANGUAGES}
    yield from documents.addresses(library)


def _dates(library: Library) -> dict[str, str]:
    """Return since when each page has said what it says, by its address."""
    found = ((a, library.changes.since(a, said)) for a, said in fingerprints.every(library).items())
    return {address.lstrip("/"): day.isoformat() for address, day in found if day}


def _put(
    root: etree._Element, site: Site, addresses: dict[str, str], dates: dict[str, str]
) -> None:
    """Add a page in each of its languages, bound together."""
    default = addresses.get(DEFAULT_LANGUAGE) or next(iter(addresses.values()))
    for address in addresses.values():
        url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = site.absolute(address)
        if address in dates:
            etree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = dates[address]
        for hreflang, other in [*addresses.items(), ("x-default", default)]:
            href = site.absolute(other)
            etree.SubElement(
                url, f"{{{_XHTML}}}link", rel="alternate", hreflang=hreflang, href=href
            )


def write(library: Library, site: Site) -> bytes:
    """Return the sitemap; a page missing in a language is left out of that language."""
    namespaces: dict[Any, str] = {None: _SITEMAP, "xhtml": _XHTML}
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=namespaces)
    dates = _dates(library)
    for found in sorted(addresses(library), key=lambda found: next(iter(found.values()))):
        _put(root, site, found, dates)
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
