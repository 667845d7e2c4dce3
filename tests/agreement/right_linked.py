"""What JSON-LD must say of a record."""

from __future__ import annotations

from agreement.compare import Fields
from agreement.record import Said, plain
from agreement.right import CC_BY, licence

_PARTS = {"publications": "work", "projects": "project", "podcast": "episode", "people": "person"}
_PARTS |= {"news": "news", "stories": "story", "strategy": "part"}


def json_ld(said: Said) -> Fields:
    """Return what JSON-LD must say of every item."""
    record, czech = said.record, said.in_language("cs")
    part = _PARTS[said.entry.kind] if said.entry.id else "series"
    return {
        "@id": f"{czech.url}#{part}",
        "page": [said.url, record.title, record.description],
        "page language": said.language,
        "page licence": CC_BY,
        "title": record.title,
        "description": record.description,
        "agents": sorted({said.full(credit) for _, credit in said.credits()}),
    }


def work(said: Said) -> Fields:
    """Return what JSON-LD must say of a publication."""
    record, date = said.record, plain(said.record.date)
    documents = said.documents()
    return {
        "date": date if (record.date or "")[:1] == "{" else [part for part in date[:1] if part],
        "languages": record.languages,
        "authors": [said.full(credit) for credit in said.with_role("author")],
        "isbn": record.isbn or "",
        "identifiers": [
            *([f"DOI {record.doi}"] if record.doi else []),
            *([f"ISBN {record.isbn}"] if record.isbn else []),
        ],
        "pages": record.pages or "",
        "series": [record.series] if record.series else [],
        "number": record.number or "",
        "themes": said.labels("themes", "themes"),
        "countries": said.labels("countries", "countries"),
        "people from": said.labels("countries", "concerns"),
        "link": record.link or "",
        "rights": licence(said),
        "documents": [
            [code, said.document_url(code), "application/pdf", f"{file.size} B", file.sha256]
            for code, file in documents.items()
        ],
    }


def project(said: Said) -> Fields:
    """Return what JSON-LD must say of a project: from when till when, and of which places."""
    dates, countries = plain(said.record.date), said.labels("countries", "countries")
    return {
        "date": [dates[0], dates[-1]],
        "themes": said.labels("themes", "themes"),
        "countries": countries,
        "page countries": countries,
        "people from": said.labels("countries", "concerns"),
        "funders": sorted({said.full(credit) for credit in said.with_role("funder")}),
        "url": said.url,
    }


def podcast(said: Said) -> Fields:
    """Return what JSON-LD must say of the show and of an episode alike."""
    return {
        "language": said.record.language,
        "themes": said.labels("themes", "themes"),
        "identifiers": [f"podcast:guid {said.record.guid}"],
        "licence": licence(said),
        "url": said.url,
    }


def episode(said: Said) -> Fields:
    """Return what JSON-LD must say of an episode and its recording."""
    record, sound = said.record, said.recording()
    minutes, seconds = divmod(sound.seconds, 60)
    file = [said.recording_url(), "audio/mpeg", f"{sound.size} B", sound.sha256, record.language]
    return podcast(said) | {
        "number": record.number,
        "published": record.published.isoformat(),
        "place": [said.label("places", record.place)],
        "recording": file,
        "duration": f"PT{minutes}M{seconds}S" if minutes else f"PT{seconds}S",
    }


def person(said: Said) -> Fields:
    """Return what JSON-LD must say of a person."""
    return {"surname": said.record.surname, "url": said.url}
