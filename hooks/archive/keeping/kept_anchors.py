"""Pages in place of lists that nothing belongs to any more.

A country whose last record was corrected has no list. Nobody broke a promise, so nobody is
asked to mend it: whoever comes is led to the page above.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape
from pathlib import Path

from archive.keeping import address_kinds
from archive.ledgers.addresses import Book
from archive.pages import redirects
from archive.schema import DEFAULT_LANGUAGE
from archive.telling.archive import Archives, Page


def _page(address: str, folder: Path, archives: Archives) -> str:
    here = address.strip("/") + "/"
    above = posixpath.dirname(here.rstrip("/"))
    while above and not (folder / above / "index.html").is_file():
        above = posixpath.dirname(above)
    inner = address_kinds.without_language(here)
    language = DEFAULT_LANGUAGE if inner == here else here.partition("/")[0]
    archive = archives[language]
    shown = archive.at(address_kinds.without_language(f"{above}/").strip("/"))
    title = shown.title if isinstance(shown, Page) else archive.words["site_name"]
    target = posixpath.relpath(above or ".", here) + "/"
    told = escape(archive.words["nothing_here"].format(title=title), quote=False)
    link = f'      <p><a href="{target}">{told}</a></p>'
    canonical = archive.site.absolute(f"{above}/" if above else "")
    return redirects.leading(here, language, title, target, canonical, link)


def keep(book: Book, folder: Path, archives: Archives) -> Iterator[tuple[str, bytes]]:
    """Yield a page that leads up for each list in the ledger that the site has no more."""
    lists = {page.partition("/")[0] for page in archives[DEFAULT_LANGUAGE].listings}
    for address in sorted(book.addresses):
        path = f"{address.lstrip('/')}index.html"
        section, _, value = address_kinds.without_language(address.lstrip("/")).partition("/")
        if address.endswith("/") and section in lists and value and not (folder / path).is_file():
            yield path, _page(address, folder, archives).encode()
