"""How Zotero reads a page: the rules of its translators Embedded Metadata and RDF.

Restated here from the translators of 2026-06-26 and ``cleanAuthor`` of zotero/utilities,
as far as our pages can touch them. It reads no JSON-LD.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TYPES = {"citation_technical_report_institution": "report"}
_GUESSES = {"citation_isbn": "book", "citation_title": "journalArticle"}
_READ_AS_TYPE = {"book", "report", "film", "podcast", "document", "webpage"}
_ISSUERS = ("citation_technical_report_institution", "citation_publisher", "DC.publisher")
_JUNK = "\\s\u00a0.,/\\[\\]:"


@dataclass
class Item:
    """What Zotero saves; a creator is (surname, given name), one field where that is empty."""

    type: str
    title: str
    creators: list[tuple[str, str]] = field(default_factory=list)
    date: str = ""
    language: str = ""
    institution: str = ""
    isbn: str = ""
    journal: str = ""
    url: str = ""
    pdf: str = ""


def creator(name: str, inverted: bool) -> tuple[str, str]:
    """Part a name as ``cleanAuthor`` does."""
    name = re.sub(f"^[{_JUNK}]+|[{_JUNK}]+$", "", name)
    if inverted:
        surname, _, given = name.partition(",")
        return surname, _initials(given.split(",")[0])
    given, _, surname = name.rpartition(" ")
    return surname, _initials(given)


def _initials(given: str) -> str:
    """Give each initial its full stop back, as ``cleanAuthor`` does."""
    parts = [part for part in re.split(r"[\s.]+", given) if part]
    return " ".join(f"{part}." if re.fullmatch("[A-Z]", part) else part for part in parts)


def _highwire_creators(values: list[str]) -> list[tuple[str, str]]:
    if len(values) == 1:
        parts = re.split(r"\s*,\s*", values[0])
        # Two names in one tag, or so it seems.
        if len(parts) > 1 and " " in parts[0] and " " in parts[1]:
            values = parts
    return [creator(value, "," in value) for value in values if re.search(r"[^\s,-.;]", value)]


def _type(tags: dict[str, list[str]]) -> str:
    certain = [kind for name, kind in _TYPES.items() if name in tags]
    if certain:
        return certain[-1]
    stated = tags.get("z:itemType", [""])[0]
    if stated in _READ_AS_TYPE:
        return stated
    if tags.get("og:type") == ["website"]:
        return "webpage"
    if tags.get("DC.type", [""])[0] in _READ_AS_TYPE:
        return tags["DC.type"][0]
    guessed = [kind for name, kind in _GUESSES.items() if name in tags]
    return guessed[0] if guessed else "webpage"


def _creators(tags: dict[str, list[str]]) -> list[tuple[str, str]]:
    if "citation_author" in tags:
        return _highwire_creators(tags["citation_author"])
    for name in ("z:podcasters", "DC.creator", "DC.contributor", "DCTERMS.contributor"):
        if name in tags:
            return [creator(value, "," in value) for value in tags[name]]
    return [creator(value, inverted=False) for value in tags.get("author", [])]


def read(metas: list[tuple[str, str]]) -> Item:
    """Return the item that Zotero makes of a page's ``meta`` as (name or property, content)."""
    tags: dict[str, list[str]] = {}
    for name, content in metas:
        tags.setdefault(name, []).append(content)

    def first(*names: str) -> str:
        return next((tags[name][0] for name in names if name in tags), "")

    isbn = next((d[5:] for d in tags.get("DC.identifier", []) if d.startswith("ISBN ")), "")
    return Item(
        type=_type(tags),
        title=first("citation_title", "DC.title", "og:title"),
        creators=_creators(tags),
        date=first("citation_publication_date", "DC.date"),
        language=first("citation_language", "DC.language"),
        institution=first(*_ISSUERS),
        isbn=first("citation_isbn") or isbn,
        journal=first("DC.source", "DCTERMS.source"),
        url=first("og:url"),
        pdf=first("citation_pdf_url"),
    )
