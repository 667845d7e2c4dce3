"""What the ``meta`` of a page must say of a record: to libraries, networks, Scholar, Zotero."""

from __future__ import annotations

from typing import Any

from agreement.compare import Fields
from agreement.record import Said, first_year

CC_BY = "https://creativecommons.org/licenses/by/4.0/"
LOCALES = {"cs": "cs_CZ", "en": "en_GB"}


def _slashes(edtf: str | None) -> str:
    """Return a date as Scholar wants it: a whole day, or the year."""
    if edtf and len(edtf) == 10 and edtf.count("-") == 2:
        return "/".join(str(int(part)) for part in edtf.split("-"))
    return first_year(edtf)


def licence(said: Said) -> str:
    """Return the address of the licence of a recording, or of the rights to a publication."""
    if said.entry.kind == "publications":
        told: str = said.library.vocabularies["rights"][said.record.rights].more["url"]
        return told
    named = {"CC-BY-4.0": CC_BY}.get(getattr(said.record, "license", None) or "", "")
    return getattr(said.record, "license_url", None) or named


def dublin_core(said: Said) -> Fields:
    """Return what Dublin Core must say; people are no works, so that it says nothing of them."""
    record = said.record
    places = [*said.labels("countries", "countries"), *said.labels("countries", "concerns")]
    if place := getattr(record, "place", None):
        places.append(said.label("places", place))
    identifiers = [said.url, getattr(record, "link", None) or ""]
    if isbn := getattr(record, "isbn", None):
        identifiers.append(f"ISBN {isbn}")
    if doi := getattr(record, "doi", None):
        identifiers.append(f"https://doi.org/{doi}")
    if guid := getattr(record, "guid", None):
        identifiers.append(f"urn:uuid:{guid}")
    parts = [said.page(f"projects/{name}") for name in getattr(record, "projects", [])]
    apart = ("author", "publisher", "funder")
    told = {
        "title": [record.title],
        "variants": record.title_variants,
        "description": [record.description],
        "date": [record.date] if record.date else [],
        "themes": said.labels("themes", "themes"),
        "places": sorted(set(places)),
        "languages": getattr(record, "languages", None)
        or [code for code in [getattr(record, "language", "")] if code],
        "publishers": [said.organisation(str(c.organisation)) for c in said.with_role("publisher")],
        "creators": [said.ordered(credit) for credit in said.with_role("author")],
        "contributors": sorted(
            f"{role}: {said.ordered(who)}" for role, who in said.credits() if role not in apart
        ),
        "identifiers": sorted(one for one in identifiers if one),
        "part of": sorted([*parts, *([record.series] if getattr(record, "series", 0) else [])]),
        "licence": [licence(said)] if licence(said) else [],
    }
    return {name: [] for name in told} if said.entry.kind == "people" else told


def open_graph(said: Said) -> Fields:
    """Return what a shared link must show; a stand-in is never offered as the recording."""
    record, files = said.record, []
    is_episode = said.entry.kind == "podcast" and bool(said.entry.id)
    if is_episode:
        files = [said.recording_url()]
    elif said.entry.kind == "publications":
        files = sorted(said.document_url(code) for code in said.documents())
    return {
        "title": record.title,
        "description": record.description,
        "url": said.url,
        "locale": LOCALES[said.language],
        "image": f"{said.url}card.png",
        "audio": said.recording_url() if is_episode and record.recording == "original" else "",
        "meta description": [record.description],
        "canonical": [said.url],
        "language of the page": said.language,
        "files": files,
    }


_SCHOLARLY = {"report", "study", "dtm-report", "recommendations", "strategy", "toolkit", "book",
              "proceedings", "glossary"}  # fmt: skip
_BOOKS = {"book", "proceedings", "glossary"}
_ZOTERO = {"leaflet": "document", "film": "film", "podcast": "podcast"}


def _zotero_type(said: Said) -> str:
    """Return what Zotero must save: the work, or else a page about it."""
    if said.entry.kind == "podcast" and said.entry.id:
        return "podcast"
    if said.entry.kind != "publications" or not said.is_own():
        return "webpage"
    kind = said.record.type
    if kind in _SCHOLARLY:
        return "book" if said.record.isbn or kind in _BOOKS else "report"
    return _ZOTERO.get(kind, "webpage")


def _creators(said: Said) -> list[str]:
    """Return the authors, or else who published the work; a comma parts no institution."""
    wanted = said.with_role("author") or said.with_role("publisher")
    return [
        said.ordered(credit) if credit.person else said.ordered(credit).replace(", ", " – ")
        for credit in wanted
    ]


def is_scholarly(said: Said) -> bool:
    """Tell whether Google Scholar wants the page: a work in its scope, by its own title, whole."""
    if said.entry.kind != "publications" or said.record.type not in _SCHOLARLY:
        return False
    return said.is_own() and bool(_creators(said)) and bool(first_year(said.record.date))


def highwire(said: Said) -> Fields:
    """Return the ``citation_*`` that a page must carry."""
    names = ("title", "author", "publication_date", "technical_report_institution", "publisher",
             "technical_report_number", "series_title", "isbn", "doi", "language",
             "pdf_url")  # fmt: skip
    told: dict[str, list[str]] = {name: [] for name in (*names, "others")}
    if not is_scholarly(said):
        return told
    record, is_report = said.record, _zotero_type(said) == "report"
    issuers = [said.organisation(str(c.organisation)) for c in said.with_role("publisher")][:1]
    documents = [said.document_url(said.language)] if said.language in said.documents() else []
    return told | {
        "title": [record.title],
        "author": [name if ", " in name else f"{name}," for name in _creators(said)],
        "publication_date": [_slashes(record.date)],
        "technical_report_institution": issuers if is_report else [],
        "publisher": [] if is_report else issuers,
        "technical_report_number": [record.number] if record.number and is_report else [],
        "series_title": [record.series] if record.series else [],
        "isbn": [record.isbn] if record.isbn else [],
        "doi": [record.doi] if record.doi else [],
        "language": [said.language],
        "pdf_url": documents,
    }


def zotero(said: Said) -> Fields:
    """Return what Zotero must save from a page."""
    record, scholarly = said.record, is_scholarly(said)
    publishers = [said.organisation(str(c.organisation)) for c in said.with_role("publisher")]
    creators = [said.ordered(credit) for credit in said.with_role("author") if credit.person]
    creators = [name for name in creators if ", " in name]
    if said.entry.kind == "podcast" and said.entry.id:
        creators = [said.ordered(credit) for credit in said.with_role("host")]
    languages = [said.language] if scholarly else getattr(record, "languages", None)
    told: Any = {
        "type": _zotero_type(said),
        "title": record.title,
        "creators": _creators(said) if scholarly else creators,
        "date": _slashes(record.date) if scholarly else record.date or "",
        "language": (languages or [getattr(record, "language", "")])[0],
        "institution": (publishers or [""])[0],
        "isbn": getattr(record, "isbn", None) or "",
        "document": (highwire(said)["pdf_url"] or [""])[0],
        "journal": "",
    }
    if said.entry.kind == "people":
        return told | {"date": "", "language": ""}
    return dict(told)
