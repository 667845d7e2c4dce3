"""``oai.xml``: an OAI-PMH static repository, which a gateway serves to harvesters.

Sources: „Specification for an OAI Static Repository“ (2004); OAI-PMH 2.0; oai_dc. The Dublin
Core elements are those that the model names; its refinements are taken back to the element
they refine, as simple Dublin Core asks. What a language says differently stands twice, with
its ``xml:lang``.

``datestamp`` is the day that the Atom feed gives an item, in whichever language it changed
last: see :func:`archive.exports.atom.updated`. So who harvests what is new misses no corrected
text. Deleted records cannot
be told in a static repository (its schema allows a header no status, and wants metadata of
each record); a withdrawn item is simply gone, and ``catalogue.json`` says since when and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from lxml import etree
from lxml.etree import _Element

from archive.citing.files import cited_items
from archive.content.settings import Site
from archive.exports.atom import FOUNDED, updated
from archive.schema import COMPLETE_LANGUAGES, DEFAULT_LANGUAGE, FALLBACK_LANGUAGE, paths
from archive.schema.fields import rows
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item, Value

_STATIC = "http://www.openarchives.org/OAI/2.0/static-repository"
_OAI = "http://www.openarchives.org/OAI/2.0/"
_OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
_DC = "http://purl.org/dc/elements/1.1/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# The order of the elements, and what each refinement refines (DCMI Metadata Terms).
ELEMENTS = (
    *("title", "creator", "subject", "description", "publisher", "contributor", "date", "type"),
    *("format", "identifier", "source", "language", "relation", "coverage", "rights"),
)
_REFINES = {
    "alternative": "title",
    "abstract": "description",
    "spatial": "coverage",
    "isPartOf": "relation",
    "extent": "format",
    "license": "rights",
}
# Types of values: those told as the record states them, items, what has an address, and
# identifiers; all others are told in words.
_RAW = ("date", "languages", "count")
_ITEMS = ("projects", "items")
_ADDRESSES = ("sources", "address", "license", "rights")
# What is said in a language. Of the rest, such as addresses, there is none to be told.
_SPOKEN = ("title", "creator", "subject", "description", "publisher", "contributor", "type",
           "source", "coverage")  # fmt: skip

# An element, its text, and the language of the text or nothing.
Statement = tuple[str, str, str]


def simple(element: str) -> str:
    """Return the element of simple Dublin Core for one that may refine it."""
    return _REFINES.get(element, element)


def identifier(site: Site, item: Item) -> str:
    """Return an item's OAI identifier, which names the host of the archive."""
    return f"oai:{urlsplit(site.address).hostname}:{item.reference.rstrip('/')}"


def _text(site: Site, sort: str, value: Value) -> str:
    """Return a value of a type as Dublin Core says it."""
    if sort in _RAW:
        return str(value.raw)
    if sort in _ITEMS:
        return site.absolute(value.href)
    if sort in _ADDRESSES:
        return value.href or value.text
    return value.text if sort == "guid" else value.identifier or value.text


def _field(archives: Archives, item: Item, name: str, sort: str) -> Iterator[tuple[str, str]]:
    """Yield what a field says with the language, or without one where all say the same."""
    said: dict[str, list[str]] = {}
    for code in item.languages:
        values = archives[code].same(item).values.get(name, ())
        said[code] = [_text(archives[code].site, sort, value) for value in values]
    # A further language whose words are still missing is told in English: that is said once.
    for code in set(said) - set(COMPLETE_LANGUAGES):
        if said[code] == said.get(FALLBACK_LANGUAGE):
            del said[code]
    if len({tuple(texts) for texts in said.values()}) == 1:
        yield from ((text, "") for text in said[DEFAULT_LANGUAGE])
    else:
        yield from ((text, code) for code, texts in said.items() for text in texts)


def statements(archives: Archives, item: Item) -> list[Statement]:
    """Return what Dublin Core says of an item, in the order of its elements."""
    site = archives[item.language].site
    found: list[Statement] = [
        ("identifier", site.absolute(item.address(code)), "") for code in item.languages
    ]
    for name, row in rows(type(item.record)).items():
        element = simple(row.names.dc)
        for text, language in _field(archives, item, name, row.value) if element else ():
            found.append((element, text, language if element in _SPOKEN else ""))
    unique = dict.fromkeys(found)
    return sorted(unique, key=lambda statement: ELEMENTS.index(statement[0]))


def _children(parent: _Element, namespace: str, values: Iterable[tuple[str, str]]) -> None:
    for name, text in values:
        etree.SubElement(parent, f"{{{namespace}}}{name}").text = text


def datestamp(archive: Archive, item: Item) -> str:
    """Return the day of an item's datestamp; the podcast's is that of its newest episode."""
    items = [item, *archive.of("podcast")] if item.is_show else [item]
    days = (updated(each, code).date() for each in items for code in each.languages)
    return max([FOUNDED, *days]).isoformat()


def _record(archives: Archives, item: Item) -> _Element:
    archive = archives[item.language]
    record = etree.Element(f"{{{_OAI}}}record")
    header = etree.SubElement(record, f"{{{_OAI}}}header")
    name, stamp = identifier(archive.site, item), datestamp(archive, item)
    _children(header, _OAI, [("identifier", name), ("datestamp", stamp)])
    metadata = etree.SubElement(record, f"{{{_OAI}}}metadata")
    names = {"oai_dc": _OAI_DC, "dc": _DC}
    dc = etree.SubElement(metadata, f"{{{_OAI_DC}}}dc", nsmap=names)
    dc.set(f"{{{_XSI}}}schemaLocation", f"{_OAI_DC} {_OAI}oai_dc.xsd")
    for element, text, language in statements(archives, item):
        child = etree.SubElement(dc, f"{{{_DC}}}{element}")
        child.text = text
        if language:
            child.set(_LANG, language)
    return record


def write(archives: Archives) -> bytes:
    """Return the repository; it has everything but the pages of people.

    ``baseURL`` is the file's own address until a gateway is found to serve it, whose
    address then comes before it.
    """
    site = archives[DEFAULT_LANGUAGE].site
    names: dict[str | None, str] = {None: _STATIC, "oai": _OAI, "xsi": _XSI}
    root = etree.Element(f"{{{_STATIC}}}Repository", nsmap=names)
    root.set(f"{{{_XSI}}}schemaLocation", f"{_STATIC} {_OAI}static-repository.xsd")
    identify = etree.SubElement(root, f"{{{_STATIC}}}Identify")
    about = {
        "repositoryName": archives["en"].words["site_name"],
        "baseURL": site.absolute(paths.OAI),
        "protocolVersion": "2.0",
        "adminEmail": site.owner_email,
        "earliestDatestamp": FOUNDED.isoformat(),
        "deletedRecord": "no",
        "granularity": "YYYY-MM-DD",
    }
    _children(identify, _OAI, about.items())
    formats = etree.SubElement(root, f"{{{_STATIC}}}ListMetadataFormats")
    form = etree.SubElement(formats, f"{{{_OAI}}}metadataFormat")
    names_of_form = {"metadataPrefix": "oai_dc", "schema": f"{_OAI}oai_dc.xsd"}
    _children(form, _OAI, [*names_of_form.items(), ("metadataNamespace", _OAI_DC)])
    records = etree.SubElement(root, f"{{{_STATIC}}}ListRecords", metadataPrefix="oai_dc")
    for item in cited_items(archives[DEFAULT_LANGUAGE]):
        records.append(_record(archives, item))
    etree.indent(root, space=" ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
