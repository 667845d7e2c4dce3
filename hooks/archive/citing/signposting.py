"""FAIR Signposting: the links by which machines find their way from a page.

Sources: signposting.org/FAIR (typed links in the head, level 1; a link set, level 2),
RFC 8574 (cite-as), RFC 9264 (linkset+json). A page names a licence only where we know that
of the thing itself; what else is stated of rights is no licence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from archive.citing import files
from archive.content.rights import is_licence
from archive.content.settings import Site
from archive.schema import DEFAULT_LANGUAGE, KINDS, paths
from archive.telling import types
from archive.telling.archive import Archive, Archives
from archive.telling.parts import HeldDocument, Item

OURS = "https://creativecommons.org/licenses/by/4.0/"
IIIF_CONTEXT = "http://iiif.io/api/presentation/3/context.json"
IIIF = f'application/ld+json;profile="{IIIF_CONTEXT}"'
LINKSET = "application/linkset+json"
_SCHEMA = "https://schema.org/"


@dataclass(frozen=True)
class Link:
    """A typed link; ``href`` is absolute, ``type`` the media type of what it leads to."""

    rel: str
    href: str
    type: str = ""


def _types(item: Item) -> Iterator[Link]:
    """Yield what the page is, and what it describes, as the data of the page say."""
    described = types.of_card(item.card)
    more = (described,) if isinstance(described, str) else described
    for name in ("AboutPage", *more):
        yield Link("type", f"{_SCHEMA}{name}")


def _authors(site: Site, item: Item) -> Iterator[Link]:
    creators = [a for a in item.agents.get("creators", ()) if a.role in ("", "author")]
    hosts = [a for a in item.agents.get("people", ()) if a.role == "host"]
    for agent in (*creators, *hosts):
        if agent.person:
            yield Link("author", site.absolute(agent.href), "text/html")


def _license(archive: Archive, item: Item) -> Iterator[Link]:
    if item.kind in ("projects", "people"):
        yield Link("license", OURS)
    elif item.kind == "publications":
        if is_licence(address := item.rights):
            yield Link("license", address)
    elif item.sound and item.sound.is_standin:
        yield Link("license", OURS)
    elif known := item.rights or (archive.show.rights if archive.show else ""):
        yield Link("license", known)


def _held(site: Site, item: Item) -> Iterator[Link]:
    """Yield the files that the archive holds of an item."""
    if item.sound:
        address = item.sound.recording.address or site.absolute(item.sound.file)
        yield Link("item", address, item.sound.recording.type)
    for held in item.current_documents:
        yield Link("item", site.absolute(held.href), "application/pdf")


def manifest(site: Site, held: HeldDocument) -> Link:
    """Return the link to a document's manifest, which describes it to IIIF viewers."""
    return Link("describedby", site.absolute(held.manifest), IIIF)


def links(archive: Archive, item: Item) -> list[Link]:
    """Return the links of an item's page; none for a tombstone."""
    if item.withdrawn:
        return []
    site = archive.site
    described = [
        Link(
            "describedby", site.absolute(paths.citation(item, item.written, form.ending)), form.type
        )
        for form in files.FORMATS
    ]
    return [
        Link("cite-as", site.absolute(item.page)),
        *_types(item),
        *_authors(site, item),
        *_license(archive, item),
        *described,
        *(manifest(site, held) for held in item.current_documents),
        *_held(site, item),
        Link("linkset", site.absolute(paths.link_set(item, item.written)), LINKSET),
    ]


def _target(link: Link) -> dict[str, str]:
    return {"href": link.href} | ({"type": link.type} if link.type else {})


def _linkset(page: str, found: list[Link]) -> bytes:
    """Return the links of a page, and the way back from each of its files."""
    targets: dict[str, list[dict[str, str]]] = {}
    for link in found:
        if link.rel != "linkset":
            targets.setdefault(link.rel, []).append(_target(link))
    back = [{"href": page, "type": "text/html"}]
    named = {"describedby": "describes", "item": "collection"}
    contexts = [
        {"anchor": page, **targets},
        *({"anchor": link.href, named[link.rel]: back} for link in found if link.rel in named),
    ]
    return (json.dumps({"linkset": contexts}, ensure_ascii=False, indent=1) + "\n").encode()


def write(archives: Archives) -> Iterator[tuple[str, bytes]]:
    """Yield the link set of every item by its path below the site."""
    for item in files.cited_items(archives[DEFAULT_LANGUAGE], *KINDS):
        for language in item.languages:
            archive = archives[language]
            page = archive.site.absolute(item.address(language))
            found = links(archive, archive.same(item))
            yield paths.link_set(item, language), _linkset(page, found)
