"""The built citation files as pybtex, rispy and pandoc read them."""

from __future__ import annotations

import codecs
import json
import re
import subprocess
from collections.abc import Mapping
from typing import Any

import latexcodec
import rispy
from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person, parse_string

from agreement.compare import Fields
from archive.citing.pandoc import program

latexcodec.codec.register()


def key(reference: str) -> str:
    """Return the key of an item in BibTeX and RIS."""
    return reference.rstrip("/").replace("/", "-")


def keys(text: str) -> list[str]:
    """Return the keys of the works in a file of any format."""
    return [
        key(one) for one in re.findall(r'^(?:@\w+\{|ID  - |  "id": ")([\w/-]+)', text, re.MULTILINE)
    ]


def _text(tex: str) -> str:
    """Return TeX as its reader sees it."""
    return str(codecs.decode(tex, "ulatex")).replace("{", "").replace("}", "")


def _name(person: Person) -> str:
    given = " ".join([*person.first_names, *person.middle_names])
    family = " ".join([*person.prelast_names, *person.last_names])
    return ", ".join(_text(part) for part in (family, given) if part)


def bibtex(content: str) -> dict[str, Fields]:
    """Return the works of a BibTeX file, by key, as pybtex reads them."""
    found = {}
    for name, entry in parse_string(content, "bibtex").entries.items():
        fields = {field: str(value) for field, value in entry.fields.items()}
        people = {role: [_name(p) for p in several] for role, several in entry.persons.items()}
        issuers = ("publisher", "institution", "organization")
        translators = fields.get("translator", "")  # pybtex takes it for a text
        found[name] = {
            "title": _text(fields["title"]),
            "authors": people.get("author", []),
            "editors": people.get("editor", []),
            "translators": [_name(Person(one)) for one in split_name_list(translators)],
            "year": fields.get("year", ""),
            "date": fields.get("date", ""),
            "publisher": _text("".join(fields.get(issuer, "") for issuer in issuers)),
            "series": _text(fields.get("series", "")),
            "number": _text(fields.get("number", "")),
            "pages": fields.get("pagetotal", ""),
            "isbn": fields.get("isbn", ""),
            "doi": fields.get("doi", ""),
            "url": fields.get("url", ""),
            "language": fields.get("language", ""),
            "themes": _text(fields.get("keywords", "")),
            "description": _text(fields["abstract"]),
        }
    return found


def ris(content: str) -> dict[str, Fields]:
    """Return the works of a RIS file, by key, as rispy reads them."""
    found = {}
    for told in rispy.loads(content):
        is_report = told["type_of_reference"] == "RPRT"
        standard, other = told.get("issn", ""), told.get("note", "")
        found[told["id"]] = {
            "title": told["title"],
            "authors": [name.rstrip(",") for name in told.get("authors", [])],
            # rispy keeps a tag of the specification of 2001, which Zotero reads, apart.
            "editors": told.get("unknown_tag", {}).get("ED", []),
            "translators": told.get("subsidiary_authors", []),
            "year": told.get("year", ""),
            "date": told.get("date", ""),
            "publisher": told.get("publisher", ""),
            "series": told.get("tertiary_title", ""),
            "number": standard if is_report else other,
            "pages": told.get("start_page", ""),
            "isbn": "" if is_report else standard,
            "doi": told.get("doi", ""),
            "url": "".join(told.get("urls", [])),
            "language": told.get("language", ""),
            "themes": ", ".join(told.get("keywords", [])),
            "description": told["abstract"],
        }
    return found


def _csl_name(name: Mapping[str, str]) -> str:
    whole = name.get("literal", "")
    return whole or ", ".join(name[part] for part in ("family", "given") if name.get(part))


def csl(works: list[dict[str, Any]]) -> dict[str, Fields]:
    """Return the works of CSL-JSON, by identifier."""
    return {
        told["id"]: {
            "title": told["title"],
            "authors": [_csl_name(n) for n in [*told.get("author", []), *told.get("host", [])]],
            "editors": [_csl_name(name) for name in told.get("editor", [])],
            "translators": [_csl_name(name) for name in told.get("translator", [])],
            "date": told.get("issued", {}),
            "publisher": told.get("publisher", ""),
            "series": told.get("collection-title", ""),
            "number": str(told.get("number", told.get("collection-number", ""))),
            "pages": told.get("number-of-pages", ""),
            "isbn": told.get("ISBN", ""),
            "doi": told.get("DOI", ""),
            "url": told.get("URL", ""),
            "language": told.get("language", ""),
            "themes": told.get("keyword", ""),
            "description": told["abstract"],
        }
        for told in works
    }


def pandoc(content: bytes, form: str) -> list[dict[str, Any]]:
    """Return works as pandoc reads them from a format."""
    command = [program(), f"--from={form}", "--to=csljson"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    assert b"" == done.stderr
    return list(json.loads(done.stdout))


def loosely(title: str) -> str:
    """Return a title without marks for capitals and with one kind of quotation marks."""
    unmarked = re.sub(r"</?(?:span|i|em)[^>]*>", "", title).replace("\u00a0", " ")
    return re.sub(r"[„“”\"‘‚]", '"', unmarked).replace("’", "'").casefold()


def _year(issued: Mapping[str, Any]) -> str:
    """Return the first year that is told; pandoc's year 0 stands for an open beginning."""
    years = [part[0] for part in issued.get("date-parts", []) if part and int(part[0])]
    return str(years[0]) if years else "".join(re.findall(r"\d{4}", issued.get("literal", "")))


def _displayed(name: Mapping[str, str]) -> str:
    """Return a name in the order in which it is spoken, whatever pandoc took for its parts."""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "literal")
    return loosely(" ".join(name[part] for part in parts if name.get(part)))


def of_pandoc(works: list[dict[str, Any]]) -> dict[str, Fields]:
    """Return what pandoc understands of every work: who, what, when, where."""
    return {
        key(told["id"]): {
            "title": loosely(told["title"]),
            "authors": [_displayed(n) for n in [*told.get("author", []), *told.get("host", [])]],
            "year": _year(told.get("issued", {})),
            "isbn": told.get("ISBN", ""),
            "url": told.get("URL", ""),
        }
        for told in works
    }
