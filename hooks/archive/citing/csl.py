"""A record as CSL-JSON, the form from which every citation and every export is made.

Sources: CSL-JSON schema 1.0.2 and CSL specification, appendix III (types) and IV (variables).
A work is cited as it is; a project, a person, or anything that we only describe is cited as
a page of this archive.
"""

from __future__ import annotations

from archive.citing import issued, names, podcast
from archive.citing.cited import COMPOSED, Cited, Csl, filled, shared
from archive.citing.titles import of_page, of_work
from archive.content.settings import Site
from archive.schema import COMPLETE_LANGUAGES, FALLBACK_LANGUAGE, Publication
from archive.schema.fields import further
from archive.telling.archive import Archives
from archive.telling.parts import Item

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


def record(archives: Archives, item: Item) -> Cited:
    """Return the page of an item as something cited by itself."""
    title, archive = of_page(item), archives[item.language]
    values = {
        "id": item.reference,
        "type": "webpage",
        "title": title.text,
        "container-title": archives[item.written].words["site_name"],
        "URL": archive.site.absolute(item.page),
    }
    values |= shared(archive, item, title)
    return Cited(item.reference, filled(values), title, changing=True)


def _publication_type(record: Publication) -> str:
    kind = _TYPES.get(record.type, "report")
    if record.isbn and kind == "report":
        return "book"
    # Without an address, Chicago would take a page for a website and a podcast for a broadcast.
    return kind if record.link else {"webpage": "document", "broadcast": "song"}.get(kind, kind)


def _publication_url(site: Site, item: Item) -> str | None:
    """Return where the work can be read; nowhere, when all there is is our description."""
    record = item.record_of(Publication)
    if record.holding == "file":
        return site.absolute(item.page)
    return record.link if record.holding == "link" else None


def publication(archives: Archives, item: Item, words: str) -> Cited:
    """Return a publication; ``words`` is the language in which the citation itself speaks."""
    record, title, archive = item.record_of(Publication), of_work(item), archives[item.language]
    printed = title.language if title.language in COMPLETE_LANGUAGES else words
    kind = _publication_type(record)
    creators, people = item.agents.get("creators", ()), item.agents.get("people", ())
    everyone = [*creators, *people]
    publishers = names.with_role(
        item.agents.get("publishers", ()), "publisher", printed, default="publisher"
    )
    number = "number" if kind == "report" or not record.series else "collection-number"
    values: Csl = {
        "id": item.reference,
        "type": kind,
        "title": title.cited,
        "author": names.with_role(creators, "author", printed, default="author"),
        "editor": names.with_role(everyone, "editor", printed),
        "translator": names.with_role(everyone, "translator", printed),
        "host": names.with_role(everyone, "host", printed),
        "issued": issued.csl(record.date, czech=words == "cs"),
        "publisher": "; ".join(publisher["literal"] for publisher in publishers),
        "collection-title": record.series,
        number: record.number,
        "genre": _GENRE.get(record.type, {}).get(words),
        "medium": podcast.MEDIUM.get(record.type, {}).get(words),
        "number-of-pages": str(record.pages) if record.pages else None,
    }
    for field, name in further(Publication, "csl", COMPOSED):
        for value in item.values.get(field, ()):
            values[name] = value.code
    values["URL"] = _publication_url(archive.site, item)
    values |= shared(archive, item, title)
    others = any(agent.others for agent in creators)
    changing = kind == "webpage" or record.holding == "link"
    return Cited(item.reference, filled(values), title, record.date, others, changing)


def work(archives: Archives, item: Item, words: str = "") -> Cited:
    """Return what an item is cited as: the work itself, or else our page about it.

    ``words`` is the language of the citation; without it, of the page. What citations say of
    themselves they say in Czech or English.
    """
    words = words or item.language
    if words not in COMPLETE_LANGUAGES:
        words = FALLBACK_LANGUAGE
    if item.kind == "publications":
        return publication(archives, item, words)
    if item.kind == "podcast":
        cite = podcast.show if item.is_show else podcast.episode
        return cite(archives, item, words)
    return record(archives, item)
