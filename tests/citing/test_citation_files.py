"""BibTeX, RIS and CSL-JSON as files; that they say what the records say, test_equality shows."""

from __future__ import annotations

import json

from archive.citing import bibtex, files
from archive.content.library import Library
from archive.content.settings import Site
from archive.schema import LANGUAGES, paths
from archive.telling.archive import tell
from conftest import citable

BIB, RIS, CSL = files.FORMATS


def test_items_make_the_lists(real_library: Library, toy_site: Site) -> None:
    """A list's file is made of its items' own, and the catalogue of everything but people."""
    written = dict(files.write(tell(real_library, toy_site)))
    for name, kinds in (("publications", ["publications"]), ("", [])):
        entries = citable(real_library, *kinds)
        for language in LANGUAGES:
            parts = [written[paths.citation(e, language, BIB.ending)] for e in entries]
            assert b"\n".join(parts) == written[paths.citations(name, language, BIB.ending)]
            parts = [written[paths.citation(e, language, RIS.ending)] for e in entries]
            assert b"\r\n".join(parts) == written[paths.citations(name, language, RIS.ending)]
            told = [
                json.loads(written[paths.citation(e, language, CSL.ending)])[0] for e in entries
            ]
            assert told == json.loads(written[paths.citations(name, language, CSL.ending)])


def test_lines_of_ris_end_as_the_format_asks(real_library: Library, toy_site: Site) -> None:
    """Every line of RIS ends in CR LF."""
    content = dict(files.write(tell(real_library, toy_site)))[paths.citations("", "cs", RIS.ending)]

    assert content.count(b"\n") == content.count(b"\r\n") > 1000


def test_tex_signs() -> None:
    """What TeX would take for a command is escaped, and acronyms keep their capitals."""
    told = bibtex._title("100 % IOM & R_D $5 {x} #1 ~ ^ \\ iYouth")

    assert r"100 \% {IOM} \& R\_D \$5 \{x\} \#1" in told
    assert "{iYouth}" in told
