"""``datapackage.json``: what the data files are, by the Frictionless standard.

Source: Data Package 1.0 and Table Schema 1.0 (specs.frictionlessdata.io), which every
validator reads. No ``created``: the same content would no longer give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from archive.content.settings import Strings
from archive.exports import catalogue_json, tables
from archive.schema import paths
from archive.telling.archive import Archives

Json = dict[str, Any]
_LICENSE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": catalogue_json.LICENSE,
}


def _resource(name: str, path: str, content: bytes, media: str) -> Json:
    """Return what every resource tells: where it is, how long, and what it must hash to."""
    return {
        "name": name,
        "path": path,
        "mediatype": media,
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _table(name: str, language: str, fields: Iterable[Json], data: Mapping[str, bytes]) -> Json:
    path = paths.table(name, language)
    key = ["id"] if name == "catalogue" else []
    schema: Json = {"fields": list(fields), "missingValues": [""]}
    return {
        **_resource(f"{name}-{language}", path, data[path], "text/csv"),
        "profile": "tabular-data-resource",
        "format": "csv",
        "dialect": {"delimiter": tables.delimiter(language), "lineTerminator": "\r\n"},
        "schema": schema | ({"primaryKey": key} if key else {}),
    }


def _fields(words: Strings) -> list[Json]:
    return [
        {"name": name, "type": column.type, "title": words[f"column_{name}"]}
        | ({"constraints": {"required": True}} if name in ("id", "kind", "title", "url") else {})
        for name, column in tables.columns().items()
    ]


def _event_fields(words: Strings) -> list[Json]:
    return [
        {"name": name, "type": "string", "title": words[f"column_{name}"]}
        for name in tables.EVENT_COLUMNS
    ]


def write(archives: Archives, data: Mapping[str, bytes]) -> bytes:
    """Return the description of the data files, which ``data`` holds by path."""
    resources = [
        _resource("catalogue", paths.CATALOGUE_JSON, data[paths.CATALOGUE_JSON], "application/json")
    ]
    for language, archive in archives.items():
        resources.append(_table("catalogue", language, _fields(archive.words), data))
        resources.append(_table("timeline", language, _event_fields(archive.words), data))
    english = archives["en"].words
    package: Json = {
        "profile": "data-package",
        "name": "iom-czechia-archive",
        "title": english["site_name"],
        "description": english["site_description"],
        "homepage": archives["en"].site.address,
        "version": catalogue_json.VERSION,
        "licenses": [_LICENSE],
        "resources": resources,
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()
