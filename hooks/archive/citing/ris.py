"""Works as RIS, which every reference manager reads.

Sources: the RIS specification (2001 and 2011), and what Zotero's translator does with it: a
report's number is read from ``SN`` alone, a name without a comma is an organisation's.
Lines end in CR LF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.citing import issued
from archive.citing.bibtex import key
from archive.citing.cited import COMPOSED, Cited
from archive.schema import Publication
from archive.schema.fields import further, row

_TYPES = {
    "book": "BOOK",
    "report": "RPRT",
    "pamphlet": "PAMP",
    "webpage": "ELEC",
    "motion_picture": "MPCT",
    "broadcast": "SOUND",
    "song": "SOUND",
}


def _people(cited: Cited, role: str) -> Iterator[str]:
    for name in cited.csl.get(role, []):
        if "literal" in name:
            yield name["literal"]
        else:
            yield f"{name['family']}, {name.get('given', '')}".rstrip()
    if role == "author" and cited.others:
        yield "et al."


def _fields(cited: Cited) -> Iterator[tuple[str, str]]:
    csl = cited.csl
    yield "TY", _TYPES.get(csl["type"], "GEN")
    yield "ID", key(cited.reference)
    for tag, role in (("AU", "author"), ("AU", "host"), ("ED", "editor"), ("A4", "translator")):
        for person in _people(cited, role):
            yield tag, person
    yield "TI", csl["title"]
    yield "T2", csl.get("container-title", "")
    yield "T3", csl.get("collection-title", "")
    yield "PY", issued.year(cited.edtf)
    yield "DA", issued.ris(cited.edtf)
    yield "PB", csl.get("publisher", "")
    number = csl.get("number") or csl.get("collection-number", "")
    report = csl["type"] == "report"
    yield "SN", number if report else csl.get("ISBN", "")
    yield "M1", "" if report else number
    for field, name in further(Publication, "ris", (*COMPOSED, "isbn")):
        yield name, csl.get(row(Publication, field).names.csl, "")
    yield "SP", csl.get("number-of-pages", "")
    yield "M3", csl.get("genre") or csl.get("medium", "")
    yield "LA", csl.get("language", "")
    yield "UR", csl.get("URL", "")
    for word in csl.get("keyword", "").split(", "):
        yield "KW", word
    yield "AB", csl.get("abstract", "")
    yield "DB", csl["source"]


def entry(cited: Cited) -> str:
    """Return one work as a RIS record."""
    lines = [f"{tag}  - {value}" for tag, value in _fields(cited) if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def write(works: Iterable[Cited]) -> bytes:
    """Return works as a RIS file in UTF-8, an empty line between records."""
    return "\r\n".join(entry(cited) for cited in works).encode()
