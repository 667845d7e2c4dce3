"""A record as CSL-JSON, the form from which every citation and every export is made.

Sources: CSL-JSON schema 1.0.2 and CSL specification, appendix III (types) and IV (variables).
A work is cited as it is; a project, a person, or anything that we only describe is cited as
a page of this archive.
"""

from __future__ import annotations

from typing import Any

from archive.citing import issued, names, podcast
from archive.citing.cited import Cited, Csl, filled, shared
from archive.citing.titles import of_page, of_work
from archive.content.library import Library
from archive.content.settings import Site
from archive.schema import COMPLETE_LANGUAGES, FALLBACK_LANGUAGE, Publication
from archive.schema.records import Entry

# A work with an ISBN is a book whatever it calls itself; all other types are reports.
_TYPES = {
    "book": "book",
    "glossary": "book",
    "proceedings": "book",
    "leaflet": "pamphlet",
    "film": "motion_picture",
    "website": "webpage",
    "press-release": "webpage",
    "article": "webpage",
    "podcast": "broadcast",
}
_GENRE = {"press-release": {"cs": "tisková zpráva", "en": "press release"}}


def record(library: Library, site: Site, entry: Entry[Any], page: str) -> Cited:
    """Return the page of an item as something cited by itself."""
    edition = entry.edition(page)
    title = of_page(entry, page)
    values = {
        "id": entry.reference,
        "type": "webpage",
        "title": title.text,
        "container-title": site.strings[edition.language]["site_name"],
        "URL": site.absolute(entry.address(edition.language)),
    }
    values |= shared(library, site, entry, title, page)
    return Cited(entry.reference, filled(values), title, changing=True)


def _publication_type(record: Publication) -> str:
    kind = _TYPES.get(record.type, "report")
    if record.isbn and kind == "report":
        return "book"
    # Without an address, Chicago would take a page for a website and a podcast for a broadcast.
    return kind if record.link else {"webpage": "document", "broadcast": "song"}.get(kind, kind)


def _publication_url(site: Site, entry: Entry[Publication], page: str) -> str | None:
    """Return where the work can be read; nowhere, when all there is is our description."""
    record = entry.record
    if record.holding == "file":
        return site.absolute(entry.address(entry.edition(page).language))
    return record.link if record.holding == "link" else None


def publication(
    library: Library, site: Site, entry: Entry[Publication], page: str, words: str
) -> Cited:
    """Return a publication; ``words`` is the language in which the citation itself speaks."""
    record, title = entry.record, of_work(entry, page)
    printed = title.language if title.language in ("cs", "en") else words
    kind = _publication_type(record)
    everyone = [*record.creators, *record.people]

    def people(role: str) -> list[names.Name]:
        return names.with_role(library, everyone, role, printed, default="")

    publishers = names.with_role(
        library, record.publishers, "publisher", printed, default="publisher"
    )
    number = "number" if kind == "report" or not record.series else "collection-number"
    date = issued.csl(record.date, czech=words == "cs")
    values: Csl = {
        "id": entry.reference,
        "type": kind,
        "title": title.cited,
        "author": names.with_role(library, record.creators, "author", printed, default="author"),
        "editor": people("editor"),
        "translator": people("translator"),
        "host": people("host"),
        "issued": date,
        "publisher": "; ".join(publisher["literal"] for publisher in publishers),
        "collection-title": record.series,
        number: record.number,
        "genre": _GENRE.get(record.type, {}).get(words),
        "medium": podcast.MEDIUM.get(record.type, {}).get(words),
        "number-of-pages": str(record.pages) if record.pages else None,
        "ISBN": record.isbn,
        "URL": _publication_url(site, entry, page),
    }
    values |= shared(library, site, entry, title, page)
    others = any(credit.others for credit in record.creators)
    changing = kind == "webpage" or record.holding == "link"
    return Cited(entry.reference, filled(values), title, record.date, others, changing)


def work(library: Library, site: Site, entry: Entry[Any], page: str, words: str = "") -> Cited:
    """Return what an item is cited as: the work itself, or else our page about it.

    ``words`` is the language of the citation; without it, of the page. What citations say of
    themselves they say in Czech or English.
    """
    words = words or page
    if words not in COMPLETE_LANGUAGES:
        words = FALLBACK_LANGUAGE
    if entry.kind == "publications":
        return publication(library, site, entry, page, words)
    if entry.kind == "podcast":
        made = podcast.episode if entry.id else podcast.show
        return made(library, site, entry, page, words)
    return record(library, site, entry, page)
