"""Works as BibTeX, for LaTeX with BibTeX or BibLaTeX, for Zotero and JabRef.

Sources: btxdoc (1988) for what every style knows; the BibLaTeX manual 3.20 for ``date``
(EDTF), ``langid``, ``pagetotal``. Letters are UTF-8; what TeX would take for a command is
escaped; words with capitals inside are braced, since styles make titles lower-case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive.citing import issued
from archive.citing.cited import COMPOSED, Cited
from archive.schema import Publication
from archive.schema.fields import further, row

_TYPES = {
    "book": "book",
    "report": "techreport",
    "pamphlet": "booklet",
    "webpage": "online",
}
_BABEL = {"cs": "czech", "en": "english", "fr": "french", "ru": "russian", "uk": "ukrainian"}
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
} | {sign: f"\\{sign}" for sign in "&%$#_"}
_WORD = re.compile(r"([^\W_]+)")


def key(reference: str) -> str:
    """Return the key by which LaTeX cites an item: ``projects/avr`` is ``projects-avr``."""
    return reference.replace("/", "-")


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in text)


def _title(text: str) -> str:
    """Return a title whose acronyms no style may make lower-case."""
    parts = _WORD.split(text)  # every second one is a word
    return "".join(
        f"{{{part}}}" if n % 2 and any(letter.isupper() for letter in part[1:]) else _escaped(part)
        for n, part in enumerate(parts)
    )


def _people(cited: Cited, role: str) -> str:
    """Return names as „Family, Given“; organisations in braces, so that nothing parts them."""
    told = []
    for name in cited.csl.get(role, []):
        if "literal" in name:
            told.append(f"{{{_escaped(name['literal'])}}}")
        elif "given" in name:
            told.append(f"{_escaped(name['family'])}, {_escaped(name['given'])}")
        else:
            told.append(f"{{{_escaped(name['family'])}}}")
    if role == "author" and cited.others:
        told.append("others")
    return " and ".join(told)


def _date(cited: Cited) -> str:
    """Return the date as BibLaTeX reads it: EDTF level 1, which has no lists of years."""
    if not cited.edtf or cited.edtf[0] in "{[":
        return ""
    return cited.edtf


def _fields(cited: Cited) -> Iterator[tuple[str, str]]:
    csl, kind = cited.csl, _TYPES.get(cited.csl["type"], "misc")
    publisher = {"techreport": "institution", "online": "organization", "misc": "organization"}
    yield "author", _people(cited, "author") or _people(cited, "host")
    yield "editor", _people(cited, "editor")
    yield "translator", _people(cited, "translator")
    yield "title", _title(csl["title"])
    yield "year", issued.year(cited.edtf)
    yield "date", _date(cited)
    yield publisher.get(kind, "publisher"), _escaped(csl.get("publisher", ""))
    yield "series", _escaped(csl.get("collection-title", ""))
    yield "number", _escaped(csl.get("number") or csl.get("collection-number", ""))
    # „Online“ tells a style nothing; what contains the work does.
    within = csl.get("container-title", "") or csl.get("medium", "")
    yield ("titleaddon" if kind == "online" else "howpublished"), _escaped(within)
    yield "pagetotal", csl.get("number-of-pages", "")
    for field, name in further(Publication, "bibtex", COMPOSED):
        yield name, csl.get(row(Publication, field).names.csl, "")
    # No escapes: both BibTeX's url.sty and Zotero take an address as it is.
    yield "url", csl.get("URL", "")
    yield "language", csl.get("language", "")
    yield "langid", _BABEL.get(csl.get("language", ""), "")
    yield "keywords", _escaped(csl.get("keyword", ""))
    yield "abstract", _escaped(csl.get("abstract", ""))


def entry(cited: Cited) -> str:
    """Return one work as a BibTeX entry."""
    kind = _TYPES.get(cited.csl["type"], "misc")
    lines = [f"  {name} = {{{value}}}," for name, value in _fields(cited) if value]
    return "\n".join([f"@{kind}{{{key(cited.reference)},", *lines, "}"])


def write(works: Iterable[Cited]) -> bytes:
    """Return works as a BibTeX file: UTF-8, an empty line between entries."""
    return ("\n\n".join(entry(cited) for cited in works) + "\n").encode()
