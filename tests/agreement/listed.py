"""What the exports of the whole archive must say of a record."""

from __future__ import annotations

import datetime as dt
from typing import Any

from agreement.compare import Fields
from agreement.data import dumped
from agreement.record import Said, years_of
from agreement.right import licence

_TITLES = {
    ("stand-in", "cs"): "{} (zástupná nahrávka)",
    ("stand-in", "en"): "{} (stand-in recording, in Czech)",
    ("original", "cs"): "{}",
    ("original", "en"): "{} (recording in Czech)",
}
_TYPES = {"publications": "publication-types", "projects": "project-types"}
_TYPES |= {"strategy": "strategy-parts"}


def catalogue(said: Said) -> Fields:
    """Return every field of the record, its text, and the documents held of it."""
    documents = [
        [code, said.document_url(code), file.size, file.sha256]
        for code, file in (said.documents() if said.entry.kind == "publications" else {}).items()
    ]
    return dumped(said.record) | {
        "text": said.entry.editions[said.language].body.strip(),
        "addresses": {code: said.in_language(code).url for code in said.entry.editions},
        "documents": documents,
    }


def _many(values: list[str]) -> str:
    return " | ".join(values)


def table(said: Said) -> Fields:
    """Return the row of the record; nothing is nothing, a number is a number."""
    record, years = said.record, years_of(said.record.date)
    _, language = said.cited()
    translated = said.entry.kind == "publications" and language != said.language
    own = said.titles().get(language, "") if translated else ""
    documents = sorted(said.documents(), key=lambda code: code != said.language)
    told: Fields = {
        "id": said.entry.reference.rstrip("/"),
        "kind": said.entry.kind if said.entry.id else "show",
        "original_title": own if own != record.title else "",
        "year_from": min(years, default=None),
        "year_to": max(years, default=None),
        "languages": _many(said.spoken()),
        "themes": _many(said.labels("themes", "themes")),
        "countries": _many(said.labels("countries", "countries")),
        "concerns": _many(said.labels("countries", "concerns")),
        "projects": _many(getattr(record, "projects", [])),
        "url": said.url,
        "document": _many([said.document_url(code) for code in documents])
        if said.entry.kind == "publications"
        else "",
    }
    for field in ("creators", "publishers", "partners", "funders", "people"):
        told[field] = _many([said.shown(credit) for credit in getattr(record, field, [])])
    for field in (
        "type",
        "title",
        "description",
        "date",
        "series",
        "number",
        "isbn",
        "doi",
        "pages",
    ):
        told[field] = getattr(record, field, None)
    told["rights"] = licence(said)
    for field in ("holding", "link", "confidence"):
        told[field] = getattr(record, field, None)
    told["number"] = str(told["number"] or "")
    return told


def _related(said: Said) -> set[str]:
    """Return the addresses, in both languages, of what the record leads to, and its series."""
    record, series = said.record, getattr(said.record, "series", None)
    parts = [f"projects/{name}" for name in getattr(record, "projects", [])]
    both = [said.in_language(code) for code in said.entry.editions]
    found = {one.page(name) for one in both for name in (*parts, *record.related)}
    return found | ({series} if series else set())


def _identifiers(said: Said) -> set[str]:
    records = [edition.record for edition in said.entry.editions.values()]
    found = {said.in_language(code).url for code in said.entry.editions}
    found |= {record.guid for record in records if hasattr(record, "guid")}
    isbn, link = (getattr(said.record, name, None) for name in ("isbn", "link"))
    if doi := getattr(said.record, "doi", None):
        found.add(f"https://doi.org/{doi}")
    return found | ({f"ISBN {isbn}"} if isbn else set()) | ({link} if link else set())


def oai(said: Said) -> Fields:
    """Return what Dublin Core must say of the record in a language."""
    record, known = said.record, said.library.vocabularies["sources"]
    place = [record.place] if hasattr(record, "place") else []
    fields: dict[str, Any] = {
        "title": [record.title, *record.title_variants],
        "creator": [said.shown(credit) for credit in getattr(record, "creators", [])],
        "subject": said.labels("themes", "themes"),
        "description": [record.description],
        "publisher": [said.shown(credit) for credit in getattr(record, "publishers", [])],
        "contributor": [
            said.shown(c) for c in [*record.people, *getattr(record, "partners", [])]
        ],
        "date": [record.date] if record.date else [],
        "type": [said.label(_TYPES[said.entry.kind], record.type)]
        if hasattr(record, "type")
        else [],
        "format": [str(record.pages)] if getattr(record, "pages", None) else [],
        "identifier": _identifiers(said),
        "source": [said.label("sources", s) if s in known else s for s in record.sources],
        "language": said.spoken(),
        "relation": _related(said),
        "coverage": [
            *said.labels("countries", "countries"), *said.labels("countries", "concerns"),
            *(said.label("places", one) for one in place)
        ],
        "rights": [licence(said)] if licence(said) else [],
    }  # fmt: skip
    return {name: sorted(set(values)) for name, values in fields.items() if values}


def _titled(said: Said) -> str:
    """Return what listeners are told that they will hear."""
    return _TITLES[said.record.recording, said.language].format(said.record.title)


def rss(said: Said) -> Fields:
    """Return what the podcast's feed must say of an episode."""
    record, sound = said.record, said.recording()
    return {
        "title": _titled(said),
        "address": said.url,
        "enclosures": [[said.recording_url(), "audio/mpeg", str(sound.size)]],
        "duration": str(sound.seconds),
        "number": str(record.number),
        "season": str(record.season),
        "published": list(record.published.astimezone(dt.UTC).timetuple()[:6]),
        "licence": licence(said),
    }


def _moment(value: dt.datetime) -> str:
    return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def json_feed(said: Said) -> Fields:
    """Return what the JSON Feed must say of an episode."""
    record, sound = said.record, said.recording()
    return {
        "title": _titled(said),
        "address": said.url,
        "published": _moment(record.published),
        "enclosures": [[said.recording_url(), "audio/mpeg", sound.size, sound.seconds]],
        "summary": record.description,
        "themes": said.labels("themes", "themes"),
        "language": said.language,
    }


def atom(said: Said) -> Fields:
    """Return what the feed of additions must say of an item."""
    record, is_episode = said.record, said.entry.kind == "podcast"
    file = [said.recording_url(), "audio/mpeg", str(said.recording().size)] if is_episode else []
    return {
        "title": record.title,
        "address": said.url,
        "enclosures": [file] if is_episode else [],
        "summary": record.description,
        "themes": said.labels("themes", "themes"),
        "published": _moment(record.published) if is_episode else "",
    }
