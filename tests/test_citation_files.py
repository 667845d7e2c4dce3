"""BibTeX, RIS and CSL-JSON, read back by programs that are not ours, equal to the records."""

from __future__ import annotations

import codecs
import json
import re
import subprocess
from typing import Any

import latexcodec
import pytest
import rispy
from pybtex.database import parse_string

from archive.citing import bibtex, csl, files, ris
from archive.citing.cited import Cited
from archive.citing.pandoc import program
from archive.library import Library
from archive.model import KINDS, LANGUAGES
from archive.records import Entry
from archive.site import Site

BIB, RIS, CSL = files.FORMATS
Pair = tuple[Entry[Any], Cited]


@pytest.fixture(scope="module", params=LANGUAGES)
def works(request: pytest.FixtureRequest, real_library: Library, toy_site: Site) -> list[Pair]:
    """Every item of the real archive, with what it is cited as on a language's pages."""
    return [
        (entry, csl.work(real_library, toy_site, entry, request.param))
        for entry in files.cited_items(real_library, *KINDS)
    ]


def pandoc(content: bytes, form: str) -> list[dict[str, Any]]:
    """Return works as pandoc reads them from a format."""
    command = [program(), f"--from={form}", "--to=csljson"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    assert b"" == done.stderr
    return list(json.loads(done.stdout))


def names(cited: Cited, *roles: str) -> list[str]:
    """Return people as „Given Family“ and organisations as they are."""
    found = [name for role in roles for name in cited.csl.get(role, [])]
    return [n.get("literal") or f"{n.get('given', '')} {n['family']}".strip() for n in found]


def text(tex: str) -> str:
    """Return TeX as its reader sees it."""
    latexcodec.codec.register()
    return str(codecs.decode(tex, "ulatex")).replace("{", "").replace("}", "")


def said(title: str) -> str:
    """Return a title without marks for capitals and with one kind of quotation marks."""
    plain = re.sub(r"</?span[^>]*>", "", title).replace("\u00a0", " ")
    return re.sub(r"[„“”\"]", '"', plain).replace("’", "'")


def test_bibtex_by_pybtex(works: list[Pair]) -> None:
    """Pybtex reads from BibTeX what the record says, letter by letter."""
    entries = parse_string(BIB.write([cited for _, cited in works]).decode(), "bibtex").entries
    assert len(works) == len(entries)
    for _, cited in works:
        found = entries[bibtex.key(cited.reference)]
        assert cited.csl["title"] == text(found.fields["title"])
        assert cited.csl.get("URL", "") == found.fields.get("url", "")
        assert cited.csl.get("ISBN", "") == found.fields.get("isbn", "")
        assert cited.csl["abstract"] == text(found.fields["abstract"])
        expected = [*names(cited, "author", "host"), *(["others"] if cited.others else [])]
        people = [text(" ".join([*p.first_names, *p.middle_names, *p.last_names]))
                  for p in found.persons.get("author", [])]  # fmt: skip
        assert expected == people


def test_bibtex_dates(works: list[Pair]) -> None:
    """BibTeX has the date of the record: EDTF, which BibLaTeX reads, and the plain year."""
    for entry, cited in works:
        entry_text = bibtex.entry(cited)
        date = cited.edtf if entry.kind in ("publications", "podcast") else None
        assert (f"date = {{{date}}}" in entry_text) == bool(date and date[0] not in "{[")
        assert ("year = {" in entry_text) == bool(date)


def test_bibtex_by_pandoc(works: list[Pair]) -> None:
    """Pandoc reads the same works from BibLaTeX."""
    found = {told["id"]: told for told in pandoc(BIB.write([c for _, c in works]), "biblatex")}
    assert len(works) == len(found)
    for _, cited in works:
        told = found[bibtex.key(cited.reference)]
        expected = [said(name) for name in names(cited, "author", "host")]
        people = [said(n.get("literal") or f"{n.get('given', '')} {n['family']}".strip())
                  for n in told.get("author", [])]  # fmt: skip
        assert said(cited.csl["title"]).casefold() in said(told["title"]).casefold()
        assert expected == people[: len(expected)]
        assert cited.csl.get("URL") == told.get("URL")


def test_ris_by_rispy(works: list[Pair]) -> None:
    """Rispy reads from RIS what the record says; lines end as the format asks."""
    content = RIS.write([cited for _, cited in works])
    found = {told["id"]: told for told in rispy.loads(content.decode())}
    assert len(works) == len(found)
    assert content.count(b"\n") == content.count(b"\r\n")
    for _, cited in works:
        told = found[bibtex.key(cited.reference)]
        people = [" ".join(reversed(name.split(", "))) for name in told.get("authors", [])]
        expected = [*names(cited, "author"), *(["et al."] if cited.others else [])]
        expected += names(cited, "host")
        assert cited.csl["title"] == told["title"]
        assert expected == [person.strip().rstrip(",") for person in people]
        assert cited.csl["abstract"] == told["abstract"]
        assert cited.csl.get("keyword", "") == ", ".join(told.get("keywords", []))


def test_ris_numbers(works: list[Pair]) -> None:
    """A report's ``SN`` is its number, a book's its ISBN: so Zotero reads them."""
    for entry, cited in works:
        lines = ris.entry(cited).split("\r\n")
        isbn = getattr(entry.record, "isbn", None)
        assert (f"SN  - {isbn}" in lines) == bool(isbn)
        assert not isbn or lines[0] == "TY  - BOOK"


def test_ris_by_pandoc(works: list[Pair]) -> None:
    """Pandoc reads the same titles and years from RIS."""
    found = pandoc(RIS.write([cited for _, cited in works]), "ris")
    expected = [said(cited.csl["title"]) for _, cited in works]

    assert expected == [said(told["title"]) for told in found]


def test_csl_by_pandoc(works: list[Pair]) -> None:
    """CSL-JSON comes out of pandoc as it went in: titles, names, dates, numbers."""
    found = {told["id"]: told for told in pandoc(CSL.write([c for _, c in works]), "csljson")}
    for _, cited in works:
        told = found[cited.csl["id"]]
        for name in ("author", "translator", "publisher", "ISBN", "URL", "type", "number"):
            assert cited.csl.get(name) == told.get(name)
        assert said(cited.csl["title"]) == said(told["title"])


def test_language_is_that_of_the_work(works: list[Pair]) -> None:
    """A work's language is one that its record names; unknown, it is that of its title."""
    for entry, cited in works:
        spoken = getattr(entry.record, "languages", None)
        assert not spoken or cited.csl["language"] in spoken


def test_items_make_the_lists(real_library: Library, toy_site: Site) -> None:
    """A list's file is made of its items' own, and the catalogue of everything but people."""
    written = files.write(real_library, toy_site)
    for name, kinds in (("publications", ["publications"]), ("", [])):
        entries = files.cited_items(real_library, *kinds)
        for language in LANGUAGES:
            parts = [written[files.of_item(e, language, BIB)] for e in entries]
            assert b"\n".join(parts) == written[files.of_list(name, language, BIB)]
            parts = [written[files.of_item(e, language, RIS)] for e in entries]
            assert b"\r\n".join(parts) == written[files.of_list(name, language, RIS)]


def test_tex_signs() -> None:
    """What TeX would take for a command is escaped, and acronyms keep their capitals."""
    told = bibtex._title("100 % IOM & R_D $5 {x} #1 ~ ^ \\ iYouth")

    assert r"100 \% {IOM} \& R\_D \$5 \{x\} \#1" in told
    assert "{iYouth}" in told
