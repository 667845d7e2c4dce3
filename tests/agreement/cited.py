"""What a citation must say of a record, in each format."""

from __future__ import annotations

import re
from typing import Any

from agreement.citations import loosely
from agreement.compare import Fields
from agreement.record import Said, first_year, plain

SITE_NAME = {"cs": "Archiv IOM Česká republika", "en": "IOM Czechia Archive"}
_BOOKS = {"book", "glossary", "proceedings"}
_PAGES = {"website", "press-release", "article"}
_OTHER = {"leaflet", "film", "podcast"}


def _is_work(said: Said) -> bool:
    """Tell whether the item is cited as the work that it is; others are pages of ours."""
    return said.entry.kind in ("publications", "podcast")


def _standin(said: Said) -> bool:
    return getattr(said.record, "recording", "") == "stand-in"


def date(said: Said) -> str:
    """Return the date of what is cited: EDTF, or nothing for our pages, which have none."""
    if not _is_work(said):
        return ""
    # Of a stand-in it is known to the day when it came out; the original may have no date.
    return said.record.published.date().isoformat() if _standin(said) else said.record.date or ""


def is_report(said: Said) -> bool:
    """Tell whether a publication is cited as a report."""
    record = said.record
    if said.entry.kind != "publications" or record.isbn:
        return False
    return record.type not in _BOOKS | _PAGES | _OTHER


def _url(said: Said) -> str:
    """Return where the work can be read; nowhere, if all that there is is our description."""
    if said.entry.kind != "publications" or said.record.holding == "file":
        return said.url
    return said.record.link or "" if said.record.holding == "link" else ""


def _hosts(said: Said) -> list[Any]:
    found = said.with_role("host")
    show = said.library.show
    if said.entry.kind == "podcast" and not found and show:
        return Said(said.library, show, said.language, said.site).with_role("host")
    return [] if _standin(said) else found


def _publisher(said: Said, printed: str) -> str:
    if _standin(said):
        return SITE_NAME[said.language]
    show = said.library.show
    if said.entry.kind == "podcast" and said.entry.id and show:
        return _publisher(Said(said.library, show, said.language, said.site), "cs")
    found = said.with_role("publisher") if _is_work(said) else []
    return "; ".join(said.organisation(str(credit.organisation), printed) for credit in found)


def _number(said: Said) -> str:
    record = said.record
    if said.entry.kind == "podcast":
        return str(record.number) if said.entry.id and record.number_confirmed else ""
    return record.number or "" if said.entry.kind == "publications" else ""


def _language(said: Said) -> tuple[str, str]:
    """Return the title and its language."""
    return said.cited() if _is_work(said) else (said.record.title, said.language)


def common(said: Said) -> Fields:
    """Return what every format of a citation must say alike."""
    record, (title, language) = said.record, _language(said)
    printed = language if language in ("cs", "en") else said.language
    printed = "cs" if said.entry.kind == "podcast" else printed
    hosts = _hosts(said) if _is_work(said) and not _standin(said) else []

    def names(role: str) -> list[str]:
        found = said.with_role(role) if said.entry.kind == "publications" else []
        return [said.ordered(credit, printed) for credit in found]

    return {
        "title": title,
        "authors": names("author") + [said.ordered(credit, printed) for credit in hosts],
        "editors": names("editor"),
        "translators": names("translator"),
        "publisher": _publisher(said, printed),
        "series": getattr(record, "series", None) or "",
        "number": _number(said),
        "pages": str(getattr(record, "pages", None) or ""),
        "isbn": getattr(record, "isbn", None) or "",
        "doi": getattr(record, "doi", None) or "",
        "url": _url(said),
        "language": language,
        "themes": ", ".join(said.labels("themes", "themes")),
        "description": record.description,
    }


def _others(said: Said) -> bool:
    """Tell whether there are more authors than the record names."""
    return any(credit.others for credit in getattr(said.record, "creators", []))


def bibtex(said: Said) -> Fields:
    """Return what BibTeX must say: the date as EDTF, which BibLaTeX reads, and the year."""
    told, edtf = common(said), date(said)
    if _others(said):
        told["authors"] = [*told["authors"], "others"]
    return told | {"year": first_year(edtf), "date": "" if edtf[:1] in ("{", "[") else edtf}


def ris(said: Said) -> Fields:
    """Return what RIS must say: one date, as far as it is known."""
    told, edtf = common(said), date(said)
    if _others(said):
        told["authors"] = [*told["authors"], "et al."]
    known = next((part for part in plain(edtf) if part), "")
    first = known if known == plain(edtf)[0] else known[:4]
    if re.search("[?~%]", edtf):
        first = first[:4]
    parts = [*first.split("-"), "", ""][:3]
    return told | {"year": first_year(edtf), "date": "/".join(parts) + "/" if first else ""}


def issued(edtf: str) -> Fields:
    """Return a date as CSL has it: of a doubtful date or an open beginning the year, „circa“."""
    if not edtf:
        return {}
    starts, doubt = plain(edtf), bool(re.search("[?~%]", edtf))

    def parts(one: str) -> list[int]:
        return [int(part) for part in one.split("-")][: 1 if doubt else 3]

    if not starts[0]:
        return {"date-parts": [[int(starts[-1][:4])]], "circa": True}
    if not starts[-1]:
        return {"date-parts": [parts(starts[0]), [0]]}
    told: Fields = {"date-parts": [parts(one) for one in dict.fromkeys((starts[0], starts[-1]))]}
    return told | ({"circa": True} if doubt else {})


def csl(said: Said) -> Fields:
    """Return what CSL-JSON must say; in Czech the style has no other words for a doubt."""
    edtf = date(said)
    told: Any = issued(edtf)
    if said.language == "cs" and told.get("circa"):
        year = first_year(edtf)
        told = {"literal": f"[nejpozději {year}]" if "/" in edtf else f"[cca {year}]"}
        if edtf.endswith("?"):
            told = {"literal": f"[{year}?]"}
    return common(said) | {"date": told}


def pandoc(said: Said, form: str) -> Fields:
    """Return what pandoc must understand of a work in a format.

    It adds what contains a page to the title out of BibLaTeX, reads no ISBN out of RIS, and
    knows neither hosts nor dates in words out of CSL-JSON.
    """
    told = common(said)
    if form == "csljson" and said.with_role("host"):
        told["authors"] = []
    names = [" ".join(reversed(name.split(", ", 1))) for name in told["authors"]]
    names += {"csljson": [], "ris": ["et al."], "biblatex": ["others"]}[form] * _others(said)
    within = "" if _is_work(said) or form != "biblatex" else f". {SITE_NAME[said.language]}"
    in_words = form == "csljson" and "literal" in csl(said)["date"]
    return {
        "title": loosely(told["title"] + within),
        "authors": [loosely(name) for name in names],
        "year": "" if in_words else first_year(date(said)),
        "isbn": "" if form == "ris" else told["isbn"],
        "url": told["url"],
    }


def pandoc_biblatex(said: Said) -> Fields:
    """Return what pandoc must understand of BibLaTeX."""
    return pandoc(said, "biblatex")


def pandoc_ris(said: Said) -> Fields:
    """Return what pandoc must understand of RIS."""
    return pandoc(said, "ris")


def pandoc_csl(said: Said) -> Fields:
    """Return what pandoc must understand of CSL-JSON."""
    return pandoc(said, "csljson")
