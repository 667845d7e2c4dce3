"""What a page says of itself in ``meta``: Open Graph for shared links, Dublin Core for libraries.

The names of Dublin Core stand beside the fields of the model. Zotero reads both as well
(its translators Embedded Metadata and RDF), and misreads some; those go by finer names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from archive.content.credits import credits_of
from archive.content.rights import license_of, rights_of
from archive.describing.fields import schema_name
from archive.describing.graph import Graph
from archive.schema import Credit
from archive.schema.records import Entry

_ELEMENTS = {"title", "creator", "subject", "description", "publisher", "contributor", "date"}
_ELEMENTS |= {"type", "format", "identifier", "source", "language", "relation", "coverage"}
_ELEMENTS |= {"rights"}
# Zotero takes DC.source for the title of a journal. The sources are those of the record.
_FINER = {"source": "DCTERMS.references"}
_AGENTS = ("creator", "contributor")
_LOCALES = {"cs": "cs_CZ", "en": "en_GB", "uk": "uk_UA"}
CARD_WIDTH, CARD_HEIGHT = 1200, 630


class Tag(NamedTuple):
    """A ``meta`` element: ``key`` is ``name`` or ``property``."""

    key: str
    name: str
    content: str


class Picture(NamedTuple):
    """A picture that stands for a page: its address and what it shows."""

    address: str
    text: str


def open_graph(
    graph: Graph, entry: Entry[Any], picture: Picture, summary: str, audio: Tag | None = None
) -> Iterator[Tag]:
    """Yield what a shared link shows; ``audio`` is the address of a recording."""
    kind = "profile" if entry.kind == "people" and entry.id else "article"
    told = {
        "og:type": kind if entry.id else "website",
        "og:site_name": graph.words["site_name"],
        "og:title": graph.title(entry),
        "og:description": summary,
        "og:url": graph.page(entry),
        "og:locale": _LOCALES.get(graph.language, graph.language),
    }
    yield from (Tag("property", name, content) for name, content in told.items())
    for code in entry.editions:
        if code != graph.language:
            yield Tag("property", "og:locale:alternate", _LOCALES.get(code, code))
    image = {
        "og:image": picture.address,
        "og:image:type": "image/png",
        "og:image:width": str(CARD_WIDTH),
        "og:image:height": str(CARD_HEIGHT),
        "og:image:alt": picture.text,
    }
    yield from (Tag("property", name, content) for name, content in image.items())
    if audio:
        yield audio
    yield Tag("name", "twitter:card", "summary_large_image")


def recording(graph: Graph, entry: Entry[Any]) -> Tag | None:
    """Return the recording of an episode for a shared link; never a stand-in."""
    sound = graph.library.recordings.get(entry.id) if entry.kind == "podcast" else None
    if sound is None or entry.record.recording == "stand-in":
        return None
    address = entry.record.audio or graph.site.absolute(f"podcast/{entry.id}/{sound.name}")
    return Tag("property", "og:audio", address)


def name_in_order(graph: Graph, credit: Credit) -> str:
    """Return a credited name as catalogues order it: „Nováková, Jana“; organisations as is.

    The name as the work prints it comes first; it is parted by the surname, or else by the
    given name, that the record of the person has.
    """
    if not credit.person:
        return graph.organisation(credit.organisation or "")
    record = graph.library.of("people")[credit.person].record
    name, surname = credit.printed or str(record.title), str(record.surname)
    given = str(record.title).removesuffix(f" {surname}")
    if name.endswith(f" {surname}"):
        return f"{surname}, {name.removesuffix(f' {surname}')}"
    if given != record.title and name.startswith(f"{given} "):
        return f"{name.removeprefix(f'{given} ')}, {given}"
    return name


def _names(graph: Graph, record: Any, value: Any) -> list[str]:
    """Return the credits that stand for the field itself; others are contributors."""
    return [name_in_order(graph, credit) for credit in value if credit.role in (None, "author")]


def _labels(vocabulary: str) -> Callable[[Graph, Any, Any], list[str]]:
    def tell(graph: Graph, record: Any, value: Any) -> list[str]:
        several = [value] if isinstance(value, str) else value
        return [graph.label(vocabulary, one) for one in several]

    return tell


def _things(graph: Graph, record: Any, value: Any) -> list[str]:
    found = (graph.library.find(one if "/" in one else f"projects/{one}") for one in value)
    return [graph.page(entry) for entry in found if entry]


def _sources(graph: Graph, record: Any, value: Any) -> list[str]:
    known = graph.library.vocabularies["sources"]
    return [known[one].label(graph.language) if one in known else one for one in value]


_TELL: dict[str, Callable[[Graph, Any, Any], list[str]]] = {
    "themes": _labels("themes"),
    "countries": _labels("countries"),
    "place": _labels("places"),
    "publishers": _names,
    "related": _things,
    "projects": _things,
    "sources": _sources,
    "isbn": lambda graph, record, value: [f"ISBN {value}"],
    "guid": lambda graph, record, value: [f"urn:uuid:{value}"],
    "license": lambda graph, record, value: [license_of(record)],
    "rights": lambda graph, record, value: [rights_of(graph.library, record)],
    "pages": lambda graph, record, value: [graph.words["extent_pages"].format(n=value)],
}


def _tag(name: str) -> str:
    """Return an element's name in ``meta``: the fifteen are DC, all others DCTERMS."""
    return _FINER.get(name) or (f"DC.{name}" if name in _ELEMENTS else f"DCTERMS.{name}")


def _agents(graph: Graph, record: Any) -> Iterator[Tag]:
    """Yield authors and all who had a part, but for those whom other fields name.

    Zotero takes DC.contributor for the author, and parts a DC.creator at its last space,
    be it a person or not, be it a surname of two words. It knows nothing of finer names.
    """
    for role, credit in credits_of(record):
        name, told = f"DC.contributor.{role}", name_in_order(graph, credit)
        if role == "author" and credit.person:
            name = "DC.creator" if ", " in told else "DC.creator.PersonalName"
        elif role == "author":
            name = "DC.creator.CorporateName"
        if role not in ("publisher", "funder"):
            yield Tag("name", name, told)


def dublin_core(graph: Graph, entry: Entry[Any]) -> Iterator[Tag]:
    """Yield a record in Dublin Core, in the order of the schema; dates are EDTF."""
    record = entry.edition(graph.language).record
    types = {"publications": "publication-types", "projects": "project-types"}
    for field in type(record).model_fields:
        name, value = schema_name(type(record), field, "dc"), getattr(record, field)
        if not name or name in _AGENTS or value in (None, "", []):
            continue
        tell = _labels(types[entry.kind]) if field == "type" else _TELL.get(field)
        told = tell(graph, record, value) if tell else value
        for content in told if isinstance(told, list) else [str(told)]:
            yield Tag("name", _tag(name), content)
    yield from _agents(graph, record)
    yield Tag("name", "DC.identifier", graph.page(entry))
