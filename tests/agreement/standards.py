"""What the built site says of one record in each standard, by the names that the standard has.

Whoever reads here knows the standards and nothing of the archive's own table of fields.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html
from pybtex.database import parse_string

from schema_terms import as_list

Told = dict[str, list[str]]
_DC = "{http://purl.org/dc/elements/1.1/}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _gathered(pairs: Iterable[tuple[str, str]]) -> Told:
    """Return what is said under each name, in order."""
    found: Told = {}
    for name, text in pairs:
        found.setdefault(" ".join(name.split()), []).append(" ".join(text.split()))
    return found


def _tree(site: Path, record: str) -> Any:
    return html.fromstring((site / record / "index.html").read_bytes())


def _metas(site: Path, record: str, start: str) -> Told:
    metas = _tree(site, record).iter("meta")
    pairs = ((one.get("name") or "", one.get("content") or "") for one in metas)
    return _gathered((name, text) for name, text in pairs if name.startswith(start))


def dublin_core(site: Path, record: str) -> Told:
    """Return the elements in the head of a page."""
    return _metas(site, record, "DC")


def highwire(site: Path, record: str) -> Told:
    """Return what Google Scholar reads in the head of a page."""
    return _metas(site, record, "citation_")


def _in_words(value: Any, name: str) -> str:
    """Return a value of JSON-LD as its reader would say it; a role is said by who has it."""
    if isinstance(value, dict):
        value = value.get(name, value)
        keys = ("name", "value", "text", "seasonNumber", "url", "contentUrl", "@id")
        return next((str(value[key]) for key in keys if key in value), "")
    return str(value)


def schema_org(site: Path, record: str) -> Told:
    """Return the properties of what a page describes, and behind ``page.`` those of the page.

    Of a file inside a property, such as the recording, the address is told too.
    """
    texts = _tree(site, record).xpath("//script[@type='application/ld+json']/text()")
    graph = json.loads(texts[0])["@graph"]
    name_of_subject = graph[0].get("mainEntity", {}).get("@id", "")
    subject = next((one for one in graph if one.get("@id") == name_of_subject), {})

    def pairs() -> Iterator[tuple[str, str]]:
        for start, node in (("page.", graph[0]), ("", subject)):
            for name, values in node.items():
                for value in as_list(values) if name[0] != "@" else ():
                    yield start + name, _in_words(value, name)
                    if isinstance(value, dict) and "contentUrl" in value:
                        yield f"{start}{name}.contentUrl", value["contentUrl"]

    return _gathered(pairs())


def _csl_text(value: Any) -> str:
    if isinstance(value, dict):
        parts = value.get("date-parts", [[]])[0]
        return "-".join(map(str, parts)) or f"{value['family']}, {value['given']}"
    return str(value)


def csl(site: Path, record: str) -> Told:
    """Return the variables of a citation."""
    (work,) = json.loads((site / record / "cite.csl.json").read_text(encoding="utf-8"))
    each = ((name, value) for name, values in work.items() for value in as_list(values))
    return _gathered((name, _csl_text(value)) for name, value in each)


def bibtex(site: Path, record: str) -> Told:
    """Return the fields of a citation, and the type of its entry."""
    text = (site / record / "cite.bib").read_text(encoding="utf-8")
    (entry,) = parse_string(text, "bibtex").entries.values()
    people = [(role, str(one)) for role, several in entry.persons.items() for one in several]
    return _gathered([("the type of the entry", entry.type), *entry.fields.items(), *people])


def ris(site: Path, record: str) -> Told:
    """Return the tags of a citation."""
    text = (site / record / "cite.ris").read_text(encoding="utf-8")
    return _gathered(re.findall(r"^([A-Z][A-Z0-9])  - (.*)$", text, re.MULTILINE))


def table(site: Path, record: str) -> Told:
    """Return the row of a record in the catalogue, or of a dated fact in the timeline."""
    of_history = record.startswith("history/")
    name, key = ("timeline", "date") if of_history else ("catalogue", "id")
    text = (site / f"{name}.csv").read_text(encoding="utf-8-sig")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    row = next(row for row in rows if row[key] == record.removeprefix("history/"))
    return _gathered((name, one) for name, cell in row.items() for one in cell.split(" | ") if one)


def oai(site: Path, record: str) -> Told:
    """Return the elements that a harvester gets, those in Czech or in no language."""
    for one in etree.parse(str(site / "oai.xml")).iter("{*}record"):
        if one.findtext(".//{*}identifier").endswith(f":{record}"):
            elements = [each for each in one.iter(f"{_DC}*") if each.get(_LANG) in (None, "cs")]
            return _gathered((each.tag.removeprefix(_DC), each.text) for each in elements)
    return {}


def facet(site: Path, record: str) -> Told:
    """Return by what the catalogue narrows a record down."""
    told = json.loads((site / "catalogue" / "facets.json").read_text(encoding="utf-8"))
    kind, _, identifier = record.partition("/")
    kinds = next(one for one in told["facets"] if one["name"] == "kind")
    wanted = (identifier, kinds["values"].index(kind))
    listed = enumerate(zip(told["ids"], kinds["rows"], strict=True))
    return _gathered(
        (one["name"], one["values"][value])
        for number in [number for number, each in listed if each == wanted]
        for one in told["facets"]
        for value in as_list(one["rows"][number])
    )


def page(site: Path, record: str) -> Told:
    """Return the lines of the record on its page, by their labels."""
    lines = _tree(site, record).xpath("//section[@class='facts']//dl/div")
    return _gathered(
        (line.findtext("dt"), cell.text_content()) for line in lines for cell in line.iter("dd")
    )


READERS: dict[str, Callable[[Path, str], Told]] = {
    "dc": dublin_core,
    "schema_org": schema_org,
    "csl": csl,
    "bibtex": bibtex,
    "ris": ris,
    "highwire": highwire,
    "csv": table,
    "oai": oai,
    "facet": facet,
    "page": page,
}
