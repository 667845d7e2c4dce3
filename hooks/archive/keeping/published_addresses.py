"""The addresses that a built site publishes, and their anchors."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from archive.content.library import Library
from archive.keeping import address_kinds

_INDEX = "index.html"
_HEADINGS = "//main//*[self::h2 or self::h3 or self::h4 or self::h5 or self::h6][@id]"
_WRITTEN = "ancestor::*[contains(concat(' ', @class, ' '), ' prose ')]"
_HAPPENINGS = "//main//li[contains(concat(' ', @class, ' '), ' happening ')][@id]"


def _ids(page: HtmlElement, path: str) -> set[str]:
    found = page.xpath(f"{path}/@id")
    return set(map(str, found)) if isinstance(found, list) else set()


def _anchors(page: HtmlElement, path: str) -> tuple[set[str], set[str]]:
    """Return the anchors of a page itself, and those of the sections of any record."""
    found = _ids(page, _HEADINGS)
    written = _ids(page, f"{_HEADINGS}[{_WRITTEN}]")
    sections = {anchor for anchor in found - written if address_kinds.is_section(anchor)}
    own = written if address_kinds.record_of(path) else found - sections
    if address_kinds.without_language(path) == f"history/{_INDEX}":
        own = own | _ids(page, _HAPPENINGS)
    return {a for a in own if not address_kinds.passes(a)}, {
        a for a in sections if not address_kinds.passes(a)
    }


def _put(addresses: dict[str, set[str]], path: str, file: Path, library: Library) -> None:
    address = "/" + path.removesuffix(_INDEX)
    own = addresses.setdefault(address, set())
    is_list = address_kinds.without_language(path).removesuffix(f"/{_INDEX}") in library.listings
    # What the records fill comes and goes with them: its page is promised, not its parts.
    if file.name != _INDEX or is_list:
        return
    anchors, sections = _anchors(html.document_fromstring(file.read_bytes()), path)
    own.update(anchors)
    if sections:
        addresses.setdefault(address_kinds.ANY, set()).update(sections)


def read(site: Path, library: Library) -> dict[str, set[str]]:
    """Return every address of a built site that must last, with its anchors."""
    addresses: dict[str, set[str]] = {}
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = file.relative_to(site).as_posix()
        if not address_kinds.lasts(path, library):
            continue
        if address_kinds.record_of(path) and file.name in address_kinds.OF_EVERY_RECORD:
            addresses.setdefault(f"{address_kinds.ANY}{file.name}", set())
        else:
            _put(addresses, path, file, library)
    return addresses
