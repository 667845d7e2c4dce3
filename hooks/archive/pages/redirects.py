"""Pages at the addresses that items and pages have moved away from, and their files.

GitHub Pages cannot answer with 301, so each old address gets a page that leads on, by
itself and by links. What follows the address (``#t=1:23``) is kept where scripts run. A file
cannot lead on: it is published at its old addresses as well.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from archive.content import moves
from archive.content.settings import Site, Strings
from archive.schema import DEFAULT_LANGUAGE, paths
from archive.telling.archive import Archives, Page
from archive.telling.parts import Item

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


# What has moved, as each language tells it, with the folder where it lay.
Moved = tuple[Mapping[str, Item | Page], str]


def _names(page: Item | Page) -> list[str]:
    return moves.names(page.record) if page.record else []


def moved(archives: Archives) -> Iterator[Moved]:
    """Yield everything that has moved, withdrawn or not, with each earlier folder."""
    told = archives[DEFAULT_LANGUAGE]
    for folder in (*told.items, *told.withdrawn, *told.pages):
        found = {code: archive.at(folder) for code, archive in archives.items()}
        shown = {code: page for code, page in found.items() if page}
        for name in _names(shown[DEFAULT_LANGUAGE]):
            yield shown, moves.former(folder, name)


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


def page(shown: Mapping[str, Item | Page], old: str, language: str, site: Site, name: str) -> str:
    """Return the page at an old address; its links are relative, so that previews work.

    ``old`` is the earlier folder, ``name`` that of a page within, such as ``transcript.html``.
    """
    end = "" if name.endswith(".html") else "/"
    here = paths.page(old, language) + posixpath.dirname(name)
    order = sorted(shown, key=lambda code: code != language)
    now = shown[language]
    targets = {code: posixpath.relpath(now.address(code) + name, here) + end for code in order}
    titles = {code: shown[code].title for code in order}
    links = (_link(site.strings[code], code, targets[code], titles[code]) for code in order)
    canonical = site.absolute(now.address(now.written) + name)
    return leading(here, language, titles[language], targets[language], canonical, "\n".join(links))


def write(archives: Archives) -> Mapping[str, bytes]:
    """Return the pages at all old addresses, by their path below the site."""
    return {
        f"{paths.page(old, code)}{_INDEX}": page(shown, old, code, archive.site, "").encode()
        for shown, old in moved(archives)
        for code, archive in archives.items()
    }


def keep_files(folder: Path, archives: Archives) -> Iterator[tuple[str, bytes]]:
    """Yield the files of whatever has moved for the old addresses too; pages lead on.

    ``folder`` holds the whole site as it has just been built, in all languages. What is made
    for an old address, such as the player for other sites, is there already.
    """
    for shown, old in moved(archives):
        for code, archive in archives.items():
            new, before = folder / shown[code].address(code), paths.page(old, code)
            # Below a page lie other pages, which have not moved.
            is_item = isinstance(shown[code], Item)
            for source in sorted(new.rglob("*") if is_item else new.glob("*")):
                name = source.relative_to(new).as_posix()
                if not source.is_file() or (folder / before / name).exists():
                    continue
                if source.suffix == ".html":
                    text = page(shown, old, code, archive.site, name.removesuffix(_INDEX))
                    yield before + name, text.encode()
                else:
                    yield before + name, source.read_bytes()
