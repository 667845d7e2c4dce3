"""The values that records can be narrowed by, in words, and the pages that list them."""

from __future__ import annotations

from archive.content import facets
from archive.content.listings import CATALOGUE, Listing
from archive.schema import KINDS, paths
from archive.telling.parts import Value
from archive.telling.teller import Teller


def label(teller: Teller, name: str, value: str) -> str:
    """Return the words for a value of a facet."""
    library = teller.library
    if name in ("theme", "country"):
        return teller.term({"theme": "themes", "country": "countries"}[name], value)
    if name == "type":
        known = (kind.types for kind in KINDS.values() if kind.types)
        return teller.term(next(v for v in known if value in library.vocabularies[v]), value)
    if name == "language":
        return teller.language_name(value)
    if name == "person":
        return str(library.of("people")[value].edition(teller.language).record.title)
    return value if name == "year" else teller.words[f"{name}_{value}"]


def value(teller: Teller, name: str, one: str) -> Value:
    """Return a value of a facet with the page that lists it."""
    href = paths.page(facets.folder(name, one), teller.language)
    return Value(label(teller, name, one), href, raw=one)


def title(teller: Teller, listing: Listing) -> tuple[str, str]:
    """Return the title and the summary of a list that follows from the records."""
    words, facet = teller.words, listing.facet
    if facet == CATALOGUE:
        title, text = words["nav_catalogue"], words["browse_catalogue"]
    else:
        title = label(teller, facet, listing.value)
        text = words.get(f"browse_{facet}", "").format(label=title)
    if facet == "theme":
        term = teller.library.vocabularies["themes"][listing.value]
        text = term.told("description", teller.language) or text
    if listing.number > 1:
        numbered, number = words["browse_page"], listing.number
        title = numbered.format(label=title, number=number)
        text = numbered.format(label=text.rstrip("."), number=number) + "."
    return title, text
