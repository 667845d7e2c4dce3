"""What JSON-LD says of a built page's item, in whatever property schema.org has for it."""

from __future__ import annotations

from typing import Any

from agreement.compare import Fields
from agreement.pages import Node, Page
from schema_terms import as_list, types_of

# Where schema.org says of whom it speaks, and by which part.
_AGENTS = {"author", "editor", "translator", "producer", "sponsor", "contributor", "member"}
_AGENTS |= {"publisher", "funder", "performer", "organizer", "knows"}


def names(value: Any) -> list[str]:
    """Return the names of nodes; a text is its own name."""
    found = as_list(value) if value else []
    return [one if isinstance(one, str) else one.get("name", "") for one in found]


def ids(value: Any) -> list[str]:
    """Return by which names of the graph nodes go."""
    return [one["@id"] for one in as_list(value) if isinstance(one, dict) and "@id" in one]


def unwrapped(name: str, value: Any) -> list[Node]:
    """Return the agents of a property, out of the roles in which they may stand."""
    return [one.get(name, one) if isinstance(one, dict) else one for one in as_list(value)]


def agents(subject: Node) -> list[str]:
    """Return everybody who is credited, in whatever part."""
    found = {n for a in _AGENTS & subject.keys() for n in names(unwrapped(a, subject[a]))}
    return sorted(found)


def of_types(value: Any, kind: str) -> list[Node]:
    """Return those of several nodes that are of a type."""
    return [
        one
        for one in (as_list(value) if value else [])
        if isinstance(one, dict) and "@type" in one and kind in types_of(one)
    ]


def identifiers(subject: Node) -> list[str]:
    """Return the identifiers with what kind they are of."""
    found = of_types(subject.get("identifier"), "PropertyValue")
    return sorted(f"{one['propertyID']} {one['value']}" for one in found)


def json_ld(page: Page) -> Fields:
    """Return what JSON-LD says of every page and of its subject."""
    described, subject = page.described, page.subject
    return {
        "@id": subject["@id"],
        "page": [described["url"], described["name"], described["description"]],
        "page language": described["inLanguage"],
        "page licence": described["license"],
        "title": subject["name"],
        "description": subject["description"],
        "agents": agents(subject),
    }


def _documents(page: Page) -> list[list[Any]]:
    """Return the documents of the work and of its language versions."""
    subject = page.subject
    versions = set(ids(subject.get("workExample", [])))
    nodes = [subject, *(one for one in page.graph if one.get("@id") in versions)]
    found = [file for one in nodes for file in as_list(one.get("encoding", []))]
    keys = ("inLanguage", "contentUrl", "encodingFormat", "contentSize", "sha256")
    return sorted([file[key] for key in keys] for file in found)


def work(page: Page) -> Fields:
    """Return what JSON-LD says of a publication."""
    subject = page.subject
    extent = subject.get("materialExtent", {}).get("value", "")
    number = [n for n in as_list(subject.get("identifier", [])) if isinstance(n, str)]
    return {
        "date": as_list(subject.get("datePublished", [])),
        "languages": as_list(subject.get("inLanguage", [])),
        "authors": names(unwrapped("author", subject.get("author", []))),
        "isbn": subject.get("isbn", ""),
        "identifiers": identifiers(subject),
        "pages": subject.get("numberOfPages", extent),
        "series": names(of_types(subject.get("isPartOf"), "CreativeWorkSeries")),
        "number": subject.get("reportNumber") or subject.get("position") or "".join(number),
        "themes": names(of_types(subject.get("about"), "DefinedTerm")),
        "countries": names(subject.get("spatialCoverage", [])),
        "people from": names(of_types(subject.get("about"), "Country")),
        "link": subject.get("url", ""),
        "rights": subject.get("license") or subject.get("usageInfo", ""),
        "documents": _documents(page),
    }


def project(page: Page) -> Fields:
    """Return what JSON-LD says of a project, or of an event."""
    subject = page.subject
    is_event = "Event" in types_of(subject)
    where, what = ("location", "about") if is_event else ("areaServed", "keywords")
    span = ("startDate", "endDate") if is_event else ("foundingDate", "dissolutionDate")
    return {
        "date": [subject.get(name, "") for name in span],
        "themes": names(of_types(subject.get(what), "DefinedTerm")),
        "people from": names(of_types(page.described.get("mentions"), "Country")),
        "countries": names(subject.get(where, [])),
        "page countries": names(page.described.get("spatialCoverage", [])),
        "funders": sorted(set(names(subject.get("funder", [])))),
        "url": subject["url"],
    }


def podcast(page: Page) -> Fields:
    """Return what JSON-LD says of the show and of an episode alike."""
    subject = page.subject
    return {
        "language": subject["inLanguage"],
        "themes": names(of_types(subject.get("about"), "DefinedTerm")),
        "identifiers": identifiers(subject),
        "licence": subject.get("license", ""),
        "url": subject["url"],
    }


def episode(page: Page) -> Fields:
    """Return what JSON-LD says of an episode and its recording."""
    subject, sound = page.subject, page.subject["audio"]
    keys = ("contentUrl", "encodingFormat", "contentSize", "sha256", "inLanguage")
    return podcast(page) | {
        "number": subject["episodeNumber"],
        "published": subject["datePublished"],
        "place": names(subject["contentLocation"]),
        "recording": [sound[key] for key in keys],
        "duration": sound["duration"],
    }


def person(page: Page) -> Fields:
    """Return what JSON-LD says of a person."""
    subject = page.subject
    return {"surname": subject["familyName"], "url": subject["url"]}
