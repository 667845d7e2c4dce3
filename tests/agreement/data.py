"""The built data files as jsonschema's model, frictionless, lxml and feedparser read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
from frictionless import Package
from lxml import etree

from agreement.compare import Fields
from archive.schema import KINDS, Item, Show

_DC = "{http://purl.org/dc/elements/1.1/}"
_OAI = "{http://www.openarchives.org/OAI/2.0/}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MODELS: dict[str, type[Item]] = {name: kind.model for name, kind in KINDS.items()}
_MODELS |= {"show": Show}

Told = dict[str, Fields]


def dumped(record: Item) -> Fields:
    """Return a record field by field, but for what only our own workshop needs."""
    return record.model_dump(mode="json", by_alias=True, exclude={"translation_of"})


def catalogue(site: Path, language: str) -> Told:
    """Return the records that come out of ``catalogue.json`` again, with text and documents."""
    found = {}
    for item in json.loads((site / "catalogue.json").read_text(encoding="utf-8"))["items"]:
        if "withdrawn" in item:
            continue
        texts = dict(item["texts"][language])
        body = texts.pop("text")
        record = _MODELS[item["kind"]].model_validate(item["record"] | texts)
        held = [one for one in item.get("documents", []) if "reading" in one]
        keys = ("language", "url", "size", "sha256")
        documents = sorted([one[key] for key in keys] for one in held)
        more = {"text": body, "addresses": item["url"], "documents": documents}
        found[item["id"]] = dumped(record) | more
    return found


def table(site: Path, language: str) -> Told:
    """Return the rows of the table, as frictionless reads them out of the data package."""
    package = Package(str(site / "datapackage.json"))
    rows = package.get_resource(f"catalogue-{language}").read_rows()
    return {row["id"]: row.to_dict() for row in rows}


def oai(site: Path, language: str) -> Told:
    """Return the records of the static repository: what is said in a language, or in any."""
    found = {}
    for record in etree.parse(str(site / "oai.xml")).iter(f"{_OAI}record"):
        told: dict[str, set[str]] = {}
        for element in record.iter(f"{_DC}*"):
            if element.get(_LANG) in (None, language):
                told.setdefault(element.tag.removeprefix(_DC), set()).add(element.text)
        identifier = record.findtext(f".//{_OAI}identifier") or ""
        found[identifier.split(":", 2)[2]] = {name: sorted(told[name]) for name in told}
    return found


def _entry(entry: Any, *, size: str = "length") -> Fields:
    enclosures = [[one["href"], one["type"], one[size]] for one in entry.get("enclosures", [])]
    return {"title": entry.title, "address": entry.link, "enclosures": enclosures}


def rss(site: Path, language: str) -> Told:
    """Return the episodes of the feed, by their GUIDs, as feedparser reads them."""
    path = site / ("" if language == "cs" else language) / "podcast" / "feed.xml"
    found = {}
    for entry in feedparser.parse(path.read_bytes()).entries:
        found[entry.id] = _entry(entry) | {
            "duration": entry.itunes_duration,
            "number": entry.itunes_episode,
            "season": entry.itunes_season,
            "published": list(entry.published_parsed[:6]),
            "licence": entry.podcast_license["url"],
        }
    return found


def json_feed(site: Path, language: str) -> Told:
    """Return the items of the JSON Feed, by their ids."""
    path = site / ("" if language == "cs" else language) / "podcast" / "feed.json"
    keys = ("url", "mime_type", "size_in_bytes", "duration_in_seconds")
    return {
        item["id"]: {
            "title": item["title"],
            "address": item["url"],
            "published": item["date_published"],
            "enclosures": [[one[key] for key in keys] for one in item["attachments"]],
            "summary": item["summary"],
            "themes": item["tags"],
            "language": item["language"],
        }
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]
    }


def atom(site: Path, language: str) -> Told:
    """Return the entries of the feed of additions and all its pages, by their addresses."""
    found = {}
    for path in sorted((site / ("" if language == "cs" else language)).glob("archive*.xml")):
        for entry in feedparser.parse(path.read_bytes()).entries:
            found[entry.link] = _entry(entry) | {
                "summary": entry.summary,
                "themes": [tag.label for tag in entry.tags[1:]],
                "published": entry.get("published", ""),
            }
    return found
