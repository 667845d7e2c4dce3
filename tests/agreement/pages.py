"""A built page as extruct and Zotero read it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import extruct.dublincore
import extruct.jsonld
import extruct.opengraph
from lxml import html

import zotero_rules
from agreement.compare import Fields

Node = dict[str, Any]
# Names that Zotero must not part.
_WHOLE = ("DC.creator.CorporateName", "DC.creator.PersonalName")


@dataclass(frozen=True)
class Page:
    """A page of the built site: its tree, its ``meta`` and its graph."""

    tree: Any
    metas: list[tuple[str, str]]
    graph: list[Node]

    @property
    def described(self) -> Node:
        """What JSON-LD says of the page."""
        return self.graph[0]

    @property
    def subject(self) -> Node:
        """What JSON-LD says of what the page is about."""
        name = self.described["mainEntity"]["@id"]
        return next(one for one in self.graph if one["@id"] == name)

    def values(self, *names: str) -> list[str]:
        """Return the contents of the ``meta`` of some names."""
        return [content for name, content in self.metas if name in names]


def read(path: Path) -> Page:
    """Read a page as extruct does."""
    tree = html.fromstring(path.read_bytes())
    metas = [
        (str(one.get("name") or one.get("property")), str(one.get("content")))
        for one in tree.iter("meta")
    ]
    found = extruct.jsonld.JsonLdExtractor().extract_items(tree)
    assert 1 == len(found), path
    return Page(tree, metas, found[0]["@graph"])


def dublin_core(page: Page) -> Fields:
    """Return what extruct reads of Dublin Core, and the finer names, which it passes over."""
    found = list(extruct.dublincore.DublinCoreExtractor().extract_items(page.tree))
    several = [*found[0]["elements"], *found[0]["terms"]]
    told = [(one["name"], one["content"]) for one in several if "name" in one]
    role = "DC.contributor."
    parts = [(n.removeprefix(role), c) for n, c in page.metas if n.startswith(role)]

    def all_of(name: str) -> list[str]:
        return [content for found, content in told if found == name]

    return {
        "title": all_of("DC.title"),
        "variants": all_of("DCTERMS.alternative"),
        "description": all_of("DCTERMS.abstract"),
        "date": all_of("DC.date"),
        "themes": all_of("DC.subject"),
        "places": sorted(all_of("DCTERMS.spatial")),
        "languages": all_of("DC.language"),
        "publishers": all_of("DC.publisher"),
        "creators": page.values("DC.creator", *_WHOLE),
        "contributors": sorted(f"{part}: {name}" for part, name in parts),
        "identifiers": sorted(all_of("DC.identifier")),
        "part of": sorted(all_of("DCTERMS.isPartOf")),
        "licence": all_of("DCTERMS.license") + all_of("DC.rights"),
    }


def open_graph(page: Page) -> Fields:
    """Return what extruct reads of Open Graph, with the description and canonical address."""
    found = list(extruct.opengraph.OpenGraphExtractor().extract_items(page.tree))
    told = dict(found[0]["properties"])
    return {
        "title": told["og:title"],
        "description": told["og:description"],
        "url": told["og:url"],
        "locale": told["og:locale"],
        "image": told["og:image"],
        "audio": told.get("og:audio", ""),
        "meta description": page.values("description"),
        "canonical": page.tree.xpath("//link[@rel='canonical']/@href"),
        "language of the page": page.tree.get("lang"),
        "files": sorted(page.tree.xpath("//head/link[@rel='item']/@href")),
    }


def zotero(page: Page) -> Fields:
    """Return what Zotero saves."""
    item = zotero_rules.read(page.metas)
    return {
        "type": item.type,
        "title": item.title,
        "creators": [", ".join(part for part in name if part) for name in item.creators],
        "date": item.date,
        "language": item.language,
        "institution": item.institution,
        "isbn": item.isbn,
        "document": item.pdf,
        "journal": item.journal,
    }


def highwire(page: Page) -> Fields:
    """Return what Google Scholar reads: every ``citation_*``, and nothing that it does not know."""
    known = ("title", "author", "publication_date", "technical_report_institution", "publisher",
             "technical_report_number", "series_title", "isbn", "doi", "language",
             "pdf_url")  # fmt: skip
    told = {name: page.values(f"citation_{name}") for name in known}
    strange = {name for name, _ in page.metas if name.startswith("citation_")}
    return told | {"others": sorted(strange - {f"citation_{name}" for name in known})}
