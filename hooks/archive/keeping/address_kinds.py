"""Which addresses and anchors must last; see the package's docstring for why."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

from archive.content.library import Library
from archive.schema import DEFAULT_LANGUAGE, KINDS, LANGUAGES, Episode

ANY = "/*/*/"
# Beside every record, in each language.
OF_EVERY_RECORD = ("cite.bib", "cite.csl.json", "cite.ris")
_SECTION = "record-"
# What relations are grouped by; see ``archive.pages.item``.
_GROUPS = ("outputs", "episodes", "related")
# Headings of what comes and goes with the records, or is there for scripts alone.
_PASSING = ("record-same-", "cite-", "map-", "plate-")

_NOWHERE = re.compile(r"assets/|404\.html|robots\.txt")
_PICTURE = re.compile(r".*\.(?:png|jpe?g|webp|avif|svg|gif)")
_FURTHER = re.compile(r".*/(?:feed|archive)-\d+\.xml")
_JSON = re.compile(
    r"(?:.*/)?(?:catalogue\.json|catalogue\.schema\.json|datapackage\.json|feed\.json"
    r"|chapters\.json|manifest\.json|[^/]+\.csl\.json)"
)
# Groups of lists, by what their anchors begin with, and the vocabulary of what they name.
_FAMILIES = {"c-": "countries", "t-": "places", "y": "", "d": "", "l-": ""}


def without_language(path: str) -> str:
    """Return a path below the site without the folder of a further language."""
    first, _, rest = path.partition("/")
    return rest if first in LANGUAGES and first != DEFAULT_LANGUAGE else path


def record_of(path: str) -> str:
    """Return the record to whose folder a path below the site belongs, as ``kind/id``."""
    kind, _, rest = without_language(path).partition("/")
    name, slash, _ = rest.partition("/")
    return f"{kind}/{name}" if kind in KINDS and name and slash else ""


def _of_standin(path: str, library: Library) -> bool:
    """Tell whether a file belongs to a recording that is to be replaced."""
    entry = library.find(record_of(path) or "-")
    record = entry.record if entry else None
    is_standin = isinstance(record, Episode) and record.recording == "stand-in"
    return is_standin and not path.endswith(".html") and "/cite." not in path


def lasts(path: str, library: Library) -> bool:
    """Tell whether a file of the site, by its path, must stay where it is."""
    held = (library.docs / path).is_file()
    if _NOWHERE.match(path) or _of_standin(path, library):
        return False
    if _PICTURE.fullmatch(path):
        return held
    if path.endswith(".json"):
        return held or bool(_JSON.fullmatch(path))
    listing = library.listings.get(without_language(path).removesuffix("/index.html"))
    return not _FURTHER.fullmatch(f"/{path}") and (listing is None or listing.number == 1)


def is_section(anchor: str) -> bool:
    """Tell whether an anchor is that of a section which every record may have."""
    return anchor.startswith(_SECTION)


def is_in_templates(anchor: str, docs: Path) -> bool:
    """Tell whether the templates of living records have a section, by its id or as a group."""
    is_group = anchor.removeprefix(_SECTION) in (*_GROUPS, *KINDS)
    wanted = 'id="record-{{ group.id }}"' if is_group else f'id="{anchor}"'
    templates = (t for t in (docs / "overrides").rglob("*.html") if t.name != "tombstone.html")
    return any(wanted in template.read_text(encoding="utf-8") for template in templates)


def passes(anchor: str) -> bool:
    """Tell whether an anchor is promised to nobody."""
    return anchor.startswith(_PASSING)


def has_nothing_to_show(anchor: str, html: str, library: Library) -> bool:
    """Tell whether a group of a list is gone because nothing belongs to it any more.

    So it is when the list still has others of the family, or nothing at all, and the
    vocabulary knows the term: a term that has been renamed is a broken promise, one without
    records is none.
    """
    if anchor in library.vocabularies.get("themes", {}):
        return True
    for start, vocabulary in _FAMILIES.items():
        if not re.match(start + (r"\d" if start in "yd" else ""), anchor):
            continue
        terms: Container[str] = library.vocabularies.get(vocabulary, {})
        term = anchor.removeprefix(start)
        known = not vocabulary or term in terms or term.upper() in terms
        return known and (f' id="{start}' in html or 'class="card' not in html)
    return False
