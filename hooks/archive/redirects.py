"""Pages at the addresses that episodes have moved away from.

GitHub Pages cannot answer with 301, so each old address gets a page that leads on, by
itself and by links. A link to a moment (``#t=1:23``) keeps its moment where scripts run.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from html import escape
from typing import Any

from archive.library import Library
from archive.model import DEFAULT_LANGUAGE, LANGUAGES
from archive.records import Entry
from archive.site import Site, Strings

_PAGE = """\
<!doctype html>
<html lang="{language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{title}</title>
    <meta name="color-scheme" content="light dark">
    <script>location.replace("{target}" + location.search + location.hash)</script>
    <meta http-equiv="refresh" content="0; url={target}">
    <link rel="canonical" href="{canonical}">
  </head>
  <body>
    <main>
      <h1>{title}</h1>
{links}
    </main>
  </body>
</html>
"""


def address(name: str, language: str) -> str:
    """Return the address of an episode's folder below the site."""
    prefix = "" if language == DEFAULT_LANGUAGE else f"{language}/"
    return f"{prefix}podcast/{name}/"


def _link(words: Strings, code: str, href: str, title: str) -> str:
    told = escape(words["moved_here"].format(title=title), quote=False)
    return f'      <p lang="{code}"><a href="{href}" hreflang="{code}">{told}</a></p>'


def page(entry: Entry[Any], old: str, language: str, site: Site) -> str:
    """Return the page at an old address; its links are relative, so that previews work."""
    here = address(old, language)
    order = sorted(LANGUAGES, key=lambda code: code != language)
    targets = {code: posixpath.relpath(address(entry.id, code), here) + "/" for code in order}
    titles = {code: entry.edition(code).record.title for code in order}
    links = (_link(site.strings[code], code, targets[code], titles[code]) for code in order)
    return _PAGE.format(
        language=language,
        title=escape(titles[language], quote=False),
        target=targets[language],
        canonical=escape(site.absolute(entry.address(entry.edition(language).language))),
        links="\n".join(links),
    )


def write(library: Library, site: Site) -> Mapping[str, bytes]:
    """Return the pages at all old addresses, by their path below the site."""
    return {
        f"{address(old, language)}index.html": page(entry, old, language, site).encode()
        for entry in library.episodes()
        for old in entry.record.moved_from
        for language in LANGUAGES
    }
