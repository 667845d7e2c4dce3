"""Pages in place of lists that nothing belongs to any more.

A country whose last record was corrected has no list. Nobody broke a promise, so nobody is
asked to mend it: whoever comes is led to the page above.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape
from pathlib import Path

from archive.content.library import Library
from archive.content.settings import Site
from archive.keeping import address_kinds
from archive.ledgers.addresses import Book
from archive.pages import redirects
from archive.schema import DEFAULT_LANGUAGE


def _title(library: Library, site: Site, path: str, language: str) -> str:
    """Return the title of the page at a path that names no language."""
    folder = path.strip("/")
    page = library.pages.get(folder) or library.derived.get(folder)
    return page.edition(language).record.title if page else site.strings[language]["site_name"]


def _page(address: str, folder: Path, library: Library, site: Site) -> str:
    here = address.strip("/") + "/"
    above = posixpath.dirname(here.rstrip("/"))
    while above and not (folder / above / "index.html").is_file():
        above = posixpath.dirname(above)
    inner = address_kinds.without_language(here)
    language = DEFAULT_LANGUAGE if inner == here else here.partition("/")[0]
    title = _title(library, site, address_kinds.without_language(f"{above}/"), language)
    target = posixpath.relpath(above or ".", here) + "/"
    told = escape(site.strings[language]["nothing_here"].format(title=title), quote=False)
    link = f'      <p><a href="{target}">{told}</a></p>'
    canonical = site.absolute(f"{above}/" if above else "")
    return redirects.leading(here, language, title, target, canonical, link)


def keep(book: Book, folder: Path, library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield a page that leads up for each list in the ledger that the site has no more."""
    lists = {page.partition("/")[0] for page in library.derived}
    for address in sorted(book.addresses):
        path = f"{address.lstrip('/')}index.html"
        section, _, value = address_kinds.without_language(address.lstrip("/")).partition("/")
        if address.endswith("/") and section in lists and value and not (folder / path).is_file():
            yield path, _page(address, folder, library, site).encode()
