"""Pages at the addresses that items and pages have moved away from, and their files.

GitHub Pages cannot answer with 301, so each old address gets a page that leads on, by
itself and by links. What follows the address (``#t=1:23``) is kept where scripts run. A file
cannot lead on: it is published at its old addresses as well.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from archive.content.library import Library
from archive.content.settings import Site, Strings
from archive.schema import LANGUAGES
from archive.schema.records import Entry

SCRIPT = "assets/javascripts/moved.js"
# After the script, which need not wait for it.
STYLE = "assets/stylesheets/core.css"
_INDEX = "index.html"
_PAGE = """\
<!doctype html>
<html lang="{language}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{title}</title>
    <meta name="color-scheme" content="light dark">
    <script src="{script}" data-target="{target}"></script>
    <meta http-equiv="refresh" content="0; url={target}">
    <link rel="canonical" href="{canonical}">
    <link rel="stylesheet" href="{style}">
  </head>
  <body>
    <main>
      <h1>{title}</h1>
{links}
    </main>
  </body>
</html>
"""  # noqa: E501


def former(entry: Entry[Any], name: str) -> Entry[Any]:
    """Return what stood under an earlier name of the folder: an item, or a page without an id."""
    if entry.id:
        return replace(entry, id=name)
    return replace(entry, kind=posixpath.join(posixpath.dirname(entry.kind), name))


def moved(library: Library) -> Iterator[tuple[Entry[Any], str]]:
    """Yield everything that has moved, withdrawn or not, with each earlier name of its folder."""
    for entry in [*library.every(), *library.every_withdrawn(), *library.pages.values()]:
        for name in entry.record.moved_from:
            yield entry, name


def _link(words: Strings, code: str, href: str, title: str) -> str:
    told = escape(words["moved_here"].format(title=title), quote=False)
    return f'      <p lang="{code}"><a href="{href}" hreflang="{code}">{told}</a></p>'


def leading(here: str, language: str, title: str, target: str, canonical: str, links: str) -> str:
    """Return a page at ``here`` that leads to ``target``, a relative address."""
    return _PAGE.format(
        language=language,
        title=escape(title, quote=False),
        script=posixpath.relpath(SCRIPT, here),
        style=posixpath.relpath(STYLE, here),
        target=target,
        canonical=escape(canonical),
        links=links,
    )


def page(entry: Entry[Any], old: str, language: str, site: Site, name: str = "") -> str:
    """Return the page at an old address; its links are relative, so that previews work.

    ``name`` is that of a page within the folder, such as ``transcript.html``.
    """
    end = "" if name.endswith(".html") else "/"
    here = former(entry, old).address(language) + posixpath.dirname(name)
    order = sorted(LANGUAGES, key=lambda code: code != language)
    targets = {code: posixpath.relpath(entry.address(code) + name, here) + end for code in order}
    titles = {code: entry.edition(code).record.title for code in order}
    links = (_link(site.strings[code], code, targets[code], titles[code]) for code in order)
    canonical = site.absolute(entry.address(entry.edition(language).language) + name)
    return leading(here, language, titles[language], targets[language], canonical, "\n".join(links))


def write(library: Library, site: Site) -> Mapping[str, bytes]:
    """Return the pages at all old addresses, by their path below the site."""
    return {
        f"{former(entry, old).address(language)}{_INDEX}": page(entry, old, language, site).encode()
        for entry, old in moved(library)
        for language in LANGUAGES
    }


def keep_files(folder: Path, library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the files of whatever has moved for the old addresses too; pages lead on.

    ``folder`` holds the whole site as it has just been built, in all languages. What is made
    for an old address, such as the player for other sites, is there already.
    """
    for entry, old in moved(library):
        for language in LANGUAGES:
            new = folder / entry.address(language)
            before = former(entry, old).address(language)
            # Below a page lie other pages, which have not moved.
            for source in sorted(new.rglob("*") if entry.id else new.glob("*")):
                name = source.relative_to(new).as_posix()
                if not source.is_file() or (folder / before / name).exists():
                    continue
                if source.suffix == ".html":
                    text = page(entry, old, language, site, name.removesuffix(_INDEX))
                    yield before + name, text.encode()
                else:
                    yield before + name, source.read_bytes()
