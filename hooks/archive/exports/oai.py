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
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from archive.content.library import Library
from archive.content.rights import rights_of
from archive.content.settings import Site
from archive.exports.atom import FOUNDED, updated
from archive.language.typography import plain
from archive.schema import (
    COMPLETE_LANGUAGES,
    DEFAULT_LANGUAGE,
    FALLBACK_LANGUAGE,
    Credit,
    licenses,
    paths,
)
from archive.schema.records import Entry
from archive.telling.teller import Teller

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
_TERMS = {"themes": "themes", "countries": "countries", "place": "places"}
# What is said in a language. Of the rest, such as addresses, there is none to be told.
_SPOKEN = ("title", "creator", "subject", "description", "publisher", "contributor", "type",
           "source", "coverage")  # fmt: skip

# An element, its text, and the language of the text or nothing.
Statement = tuple[str, str, str]


def simple(element: str) -> str:
    """Return the element of simple Dublin Core for one that may refine it."""
    return _REFINES.get(element, element)


def identifier(site: Site, entry: Entry[Any]) -> str:
    """Return an item's OAI identifier, which names the host of the archive."""
    return f"oai:{urlsplit(site.address).hostname}:{entry.reference.rstrip('/')}"


def _told(teller: Teller, entry: Entry[Any], name: str, value: Any) -> str:
    """Return one value of a field in the words of the teller's language."""
    if isinstance(value, Credit):
        return teller.credit(value).text
    if name in _TERMS:
        return teller.term(_TERMS[name], value)
    if name in ("projects", "related"):
        found = teller.library.find(value if "/" in value else f"projects/{value}")
        assert found is not None  # relations have been checked
        return teller.site.absolute(found.address(teller.language))
    if name == "sources":
        source = teller.source(value)
        return source.href or source.text
    if name == "type":
        return teller.kind_label(entry)
    if name == "license":
        value = licenses.address(value, entry.record.license_url) or value
    if name == "rights":
        value = rights_of(teller.library, entry.record)
    return f"ISBN {value}" if name == "isbn" else str(value)


def _values(value: Any) -> Iterable[Any]:
    if value in (None, "", []):
        return []
    return value if isinstance(value, list) else [value]


def _field(library: Library, site: Site, entry: Entry[Any], name: str) -> Iterator[tuple[str, str]]:
    """Yield what a field says with the language, or without one where all say the same."""
    told: dict[str, list[str]] = {}
    for code, edition in entry.editions.items():
        record = edition.record
        teller = Teller(library, site, code)
        values = _values(getattr(record, name))
        told[code] = [plain(_told(teller, entry, name, value)) for value in values]
    # A further language whose words are still missing is told in English: that is said once.
    for code in set(told) - set(COMPLETE_LANGUAGES):
        if told[code] == told.get(FALLBACK_LANGUAGE):
            del told[code]
    if len({tuple(texts) for texts in told.values()}) == 1:
        yield from ((text, "") for text in told[DEFAULT_LANGUAGE])
    else:
        yield from ((text, code) for code, texts in told.items() for text in texts)


def statements(library: Library, site: Site, entry: Entry[Any]) -> list[Statement]:
    """Return what Dublin Core says of an item, in the order of its elements."""
    found: list[Statement] = [
        ("identifier", site.absolute(entry.address(code)), "") for code in entry.editions
    ]
    for name, info in type(entry.record).model_fields.items():
        extra: Any = info.json_schema_extra
        element = simple(extra["dc"])
        for text, language in _field(library, site, entry, name) if element else ():
            found.append((element, text, language if element in _SPOKEN else ""))
    unique = dict.fromkeys(found)
    return sorted(unique, key=lambda statement: ELEMENTS.index(statement[0]))


def _children(parent: Any, namespace: str, values: Iterable[tuple[str, str]]) -> None:
    for name, text in values:
        etree.SubElement(parent, f"{{{namespace}}}{name}").text = text


def datestamp(library: Library, entry: Entry[Any]) -> str:
    """Return the day of an item's datestamp; the podcast's is that of its newest episode."""
    entries = [entry] if entry.id else [entry, *library.citable("podcast")[1:]]
    told = (updated(library, each, code).date() for each in entries for code in each.editions)
    return max([FOUNDED, *told]).isoformat()


def _record(library: Library, site: Site, entry: Entry[Any]) -> Any:
    record = etree.Element(f"{{{_OAI}}}record")
    header = etree.SubElement(record, f"{{{_OAI}}}header")
    stamp = datestamp(library, entry)
    _children(header, _OAI, [("identifier", identifier(site, entry)), ("datestamp", stamp)])
    metadata = etree.SubElement(record, f"{{{_OAI}}}metadata")
    names: dict[Any, str] = {"oai_dc": _OAI_DC, "dc": _DC}
    dc = etree.SubElement(metadata, f"{{{_OAI_DC}}}dc", nsmap=names)
    dc.set(f"{{{_XSI}}}schemaLocation", f"{_OAI_DC} {_OAI}oai_dc.xsd")
    for element, text, language in statements(library, site, entry):
        child = etree.SubElement(dc, f"{{{_DC}}}{element}")
        child.text = text
        if language:
            child.set(_LANG, language)
    return record


def write(library: Library, site: Site) -> bytes:
    """Return the repository; it has everything but the pages of people.

    ``baseURL`` is the file's own address until a gateway is found to serve it, whose
    address then comes before it.
    """
    names: dict[Any, str] = {None: _STATIC, "oai": _OAI, "xsi": _XSI}
    root = etree.Element(f"{{{_STATIC}}}Repository", nsmap=names)
    root.set(f"{{{_XSI}}}schemaLocation", f"{_STATIC} {_OAI}static-repository.xsd")
    identify = etree.SubElement(root, f"{{{_STATIC}}}Identify")
    about = {
        "repositoryName": site.strings["en"]["site_name"],
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
    for entry in library.citable():
        records.append(_record(library, site, entry))
    etree.indent(root, space=" ")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
