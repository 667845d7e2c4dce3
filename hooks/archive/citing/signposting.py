"""FAIR Signposting: the links by which machines find their way from a page.

Sources: signposting.org/FAIR (typed links in the head, level 1; a link set, level 2),
RFC 8574 (cite-as), RFC 9264 (linkset+json). A page names a licence only where we know that
of the thing itself; what else is stated of rights is no licence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from archive.citing import files
from archive.content import documents
from archive.content.library import Library
from archive.content.rights import is_licence, rights_of
from archive.content.settings import Site
from archive.documents import naming
from archive.documents.facts import Document
from archive.schema import KINDS, licenses, paths
from archive.schema.records import Entry

OURS = "https://creativecommons.org/licenses/by/4.0/"
IIIF_CONTEXT = "http://iiif.io/api/presentation/3/context.json"
IIIF = f'application/ld+json;profile="{IIIF_CONTEXT}"'
LINKSET = "application/linkset+json"
_SCHEMA = "https://schema.org/"
_KINDS = {"projects": "ResearchProject", "people": "Person", "podcast": "PodcastEpisode"}
_PUBLICATIONS = {
    **dict.fromkeys(("book", "glossary", "proceedings"), "Book"),
    **dict.fromkeys(("article", "press-release"), "Article"),
    "film": "Movie",
    "website": "WebSite",
    "podcast": "PodcastSeries",
    "leaflet": "CreativeWork",
}


@dataclass(frozen=True)
class Link:
    """A typed link; ``href`` is absolute, ``type`` the media type of what it leads to."""

    rel: str
    href: str
    type: str = ""


def _type(entry: Entry[Any]) -> str:
    if entry.kind == "publications":
        return _PUBLICATIONS.get(entry.record.type, "Report")
    return _KINDS[entry.kind] if entry.id else "PodcastSeries"


def _authors(library: Library, site: Site, entry: Entry[Any], language: str) -> Iterator[Link]:
    credited = [c for c in getattr(entry.record, "creators", []) if c.role in (None, "author")]
    credited += [c for c in entry.record.people if c.role == "host"]
    for credit in credited:
        if credit.person:
            person = library.of("people")[credit.person]
            yield Link("author", site.absolute(person.address(language)), "text/html")


def _license(library: Library, entry: Entry[Any]) -> Iterator[Link]:
    if entry.kind in ("projects", "people"):
        yield Link("license", OURS)
    elif entry.kind == "publications":
        if is_licence(address := rights_of(library, entry.record)):
            yield Link("license", address)
    elif entry.kind == "podcast":
        record = entry.record
        if getattr(record, "recording", "") == "stand-in":
            yield Link("license", OURS)
        else:
            source = record if record.license or not library.show else library.show.record
            if source.license and (known := licenses.address(source.license, source.license_url)):
                yield Link("license", known)


def _held(library: Library, site: Site, entry: Entry[Any]) -> Iterator[Link]:
    """Yield the files that the archive holds of an item."""
    if entry.kind == "podcast" and (sound := library.recordings.get(entry.id)):
        here = site.absolute(f"{entry.kind}/{entry.id}/{sound.name}")
        yield Link("item", sound.address or here, sound.type)
    for document in documents.current(library, entry):
        path_of_file = naming.address(entry, document.name)
        yield Link("item", site.absolute(path_of_file), "application/pdf")


def manifest(site: Site, entry: Entry[Any], document: Document) -> Link:
    """Return the link to a document's manifest, which describes it to IIIF viewers."""
    return Link("describedby", site.absolute(naming.manifest(entry, document.name)), IIIF)


def links(library: Library, site: Site, entry: Entry[Any], language: str) -> list[Link]:
    """Return the links of an item's page; none for a tombstone."""
    if getattr(entry.record, "withdrawn", None):
        return []
    written = entry.edition(language).language
    described = [
        Link("describedby", site.absolute(paths.citation(entry, written, form.ending)), form.type)
        for form in files.FORMATS
    ]
    return [
        Link("cite-as", site.absolute(entry.address(written))),
        Link("type", f"{_SCHEMA}AboutPage"),
        Link("type", f"{_SCHEMA}{_type(entry)}"),
        *_authors(library, site, entry, language),
        *_license(library, entry),
        *described,
        *(manifest(site, entry, document) for document in documents.current(library, entry)),
        *_held(library, site, entry),
        Link("linkset", site.absolute(paths.link_set(entry, written)), LINKSET),
    ]


def _target(link: Link) -> dict[str, str]:
    return {"href": link.href} | ({"type": link.type} if link.type else {})


def _linkset(site: Site, entry: Entry[Any], language: str, found: list[Link]) -> bytes:
    """Return the links of a page, and the way back from each of its files."""
    page = site.absolute(entry.address(language))
    context: dict[str, Any] = {"anchor": page}
    for link in found:
        if link.rel != "linkset":
            context.setdefault(link.rel, []).append(_target(link))
    back = [{"href": page, "type": "text/html"}]
    named = {"describedby": "describes", "item": "collection"}
    contexts = [
        context,
        *({"anchor": link.href, named[link.rel]: back} for link in found if link.rel in named),
    ]
    return (json.dumps({"linkset": contexts}, ensure_ascii=False, indent=1) + "\n").encode()


def write(library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield the link set of every item by its path below the site."""
    for entry in files.cited_items(library, *KINDS):
        for language in entry.editions:
            found = links(library, site, entry, language)
            yield paths.link_set(entry, language), _linkset(site, entry, language, found)
