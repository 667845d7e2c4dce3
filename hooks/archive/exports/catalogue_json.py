"""``catalogue.json``: every record as it stands, in all languages, and its JSON Schema.

An item's ``record`` holds what is the same in every language, ``texts`` what each language
says for itself, ``text`` the page in Markdown, whose marks ``[^2]`` name the second of the
record's sources; ``citations`` tells them in full. What is left out has its default value,
which the schema names. Both derive from the model, so that neither can lag behind it. Of
withdrawn items nothing is told but that they were here.

VERSION follows semantic versioning: a field that goes or means something else is a new major
version, a new field a new minor one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from archive.content.settings import Site
from archive.exports import documents_json
from archive.schema import (
    COMPLETE_LANGUAGES,
    DEFAULT_LANGUAGE,
    KINDS,
    LANGUAGES,
    Event,
    Show,
    paths,
)
from archive.schema import Item as Record
from archive.schema.fields import row
from archive.schema.plain import Plain, mapping
from archive.schema.records import translated_fields
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item

VERSION = "1.3.0"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
DRAFT = "https://json-schema.org/draft/2020-12/schema"

# What only our own workshop needs.
_INTERNAL = {"translation_of"}

Json = dict[str, Any]


def models() -> dict[str, type[Record]]:
    """Return the model of each kind of item, the show among them."""
    return {name: kind.model for name, kind in KINDS.items()} | {"show": Show}


def _dump(record: BaseModel, names: set[str]) -> Json:
    """Return the fields of a record that are not at their defaults."""
    return record.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, include=names - _INTERNAL
    )


def _item(archives: Archives, item: Item) -> Json:
    """Return an item as the catalogue tells it; ``item`` is told in the default language."""
    site, kind = archives[DEFAULT_LANGUAGE].site, "show" if item.is_show else item.kind
    urls = {code: site.absolute(item.address(code)) for code in item.languages}
    told: Json = {"id": item.reference.rstrip("/"), "kind": kind, "url": urls}
    if gone := item.withdrawn:
        by = {"replaced_by": gone.replaced_by} if gone.replaced_by else {}
        return told | {"withdrawn": {"date": gone.date, "reason": gone.reason, **by}}
    model = models()[kind]
    own = translated_fields(model)
    told["record"] = _dump(item.record, set(model.model_fields) - own)
    editions = {code: archives[code].same(item) for code in item.languages}
    told["texts"] = {
        code: _dump(edition.record, own) | {"text": edition.body.strip()}
        for code, edition in editions.items()
    }
    if cited := _citations(item):
        told["citations"] = cited
    if held := documents_json.documents(site, item):
        told["documents"] = held
    return told


def _citations(item: Item) -> list[Json]:
    """Return the sources that sentences name, in the order of the Czech text.

    ``note`` is the anchor on the pages, in both languages.
    """
    return [
        {"note": note.id, "source": note.source}
        | ({"place": {note.place.kind: note.place.value}} if note.place else {})
        for note in (told.raw for told in item.notes)
    ]


def _items(archive: Archive) -> Iterator[Item]:
    if archive.show:
        yield archive.show
    # The id of a person is a name.
    gone = [
        item
        for item in archive.withdrawn.values()
        if item.kind != "people" or (item.withdrawn and item.withdrawn.title_stays)
    ]
    every = [*archive.items.values(), *gone]
    order = list(KINDS)
    yield from sorted(every, key=lambda item: (order.index(item.kind), item.id))


def _vocabularies(archive: Archive, items: list[Json]) -> Json:
    """Return the labels of every term, but of all countries only those that are spoken of."""
    countries = {code for told in items for code in told.get("record", {}).get("countries", [])}
    return {
        name: {
            identifier: {code: term.labels[code] for code in LANGUAGES if code in term.labels}
            for identifier, term in sorted(terms.items())
            if name != "countries" or identifier in countries
        }
        for name, terms in sorted(archive.terms.items())
    }


def _bytes(value: Json) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def write(archives: Archives) -> bytes:
    """Return the catalogue."""
    archive = archives[DEFAULT_LANGUAGE]
    site, items = archive.site, [_item(archives, item) for item in _items(archive)]
    return _bytes(
        {
            "$schema": site.absolute(paths.CATALOGUE_SCHEMA),
            "version": VERSION,
            "title": {code: each.words["site_name"] for code, each in archives.items()},
            "url": {code: site.absolute(paths.prefix(code)) for code in archives},
            "license": LICENSE,
            "items": items,
            "events": [
                event.model_dump(mode="json", exclude_defaults=True) for event in archive.raw_events
            ],
            "vocabularies": _vocabularies(archive, items),
        }
    )


# -- the schema ----------------------------------------------------------------------------


def _closed(properties: Json, required: list[str]) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _described(model: type[BaseModel], name: str, told: Mapping[str, Plain]) -> Json:
    """Return a field's schema with its Czech name; what helps only editors is left out."""
    kept = {k: v for k, v in told.items() if k not in ("label", "help", "translated", "examples")}
    label = row(model, name).label
    return kept | {"description": f"{label['en']} / {label['cs']}"}


def _item_schema(kind: str, definitions: Json) -> Json:
    """Return the schema of an item of a kind; shared definitions go into ``definitions``."""
    model = models()[kind]
    whole: dict[str, Plain]
    whole = model.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")
    definitions |= mapping(whole.pop("$defs", {}))
    own = translated_fields(model) - _INTERNAL
    fields = {
        name: _described(model, name, mapping(told))
        for name, told in mapping(whole["properties"]).items()
        if name not in _INTERNAL
    }
    told = whole["required"]
    required = [str(name) for name in told] if isinstance(told, list) else []
    texts = {name: told for name, told in fields.items() if name in own}
    neutral = {name: told for name, told in fields.items() if name not in own}
    text: Json = {"type": "string", "description": "The page in Markdown / Stránka v Markdownu"}
    language = _closed(texts | {"text": text}, [*(n for n in required if n in own), "text"])
    languages: Json = dict.fromkeys(LANGUAGES, language)
    parts: Json = {
        "id": {"type": "string"},
        "kind": {"const": kind},
        "url": {"$ref": "#/$defs/Addresses"},
        "record": _closed(neutral, [name for name in required if name not in own]),
        "texts": _closed(languages, [LANGUAGES[0]]),
    }
    cited = {"type": "array", "items": {"$ref": "#/$defs/Citation"}}
    more = {"citations": cited}
    if kind == "publications":
        more["documents"] = {"type": "array", "items": {"$ref": "#/$defs/Document"}}
    return _closed(parts | more, list(parts))


def schema(site: Site) -> bytes:
    """Return the JSON Schema of the catalogue."""
    address: Json = {"type": "string", "format": "uri"}
    both: Json = {code: {"type": "string"} for code in LANGUAGES}
    definitions: Json = {
        "Addresses": _closed(dict.fromkeys(LANGUAGES, address), [LANGUAGES[0]]),
        "Citation": _closed(
            {
                "note": {"type": "string"},
                "source": {"type": "string"},
                "place": {"type": "object", "additionalProperties": {"type": "string"}},
            },
            ["note", "source"],
        ),
        "Document": documents_json.SCHEMA,
        "Label": _closed(both, list(COMPLETE_LANGUAGES)),
        "Tombstone": _closed(
            {
                "id": {"type": "string"},
                "kind": {"enum": list(models())},
                "url": {"$ref": "#/$defs/Addresses"},
                "withdrawn": _closed(
                    {key: {"type": "string"} for key in ("date", "reason", "replaced_by")},
                    ["date", "reason"],
                ),
            },
            ["id", "kind", "url", "withdrawn"],
        ),
    }
    kinds = {kind: _item_schema(kind, definitions) for kind in models()}
    event: dict[str, Plain] = Event.model_json_schema(ref_template="#/$defs/{model}")
    definitions |= mapping(event.pop("$defs", {}))
    definitions |= {**kinds, "Event": event}
    choices = [{"$ref": f"#/$defs/{name}"} for name in (*kinds, "Tombstone")]
    terms = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Label"}}
    parts: Json = {
        "$schema": address,
        "version": {"const": VERSION},
        "title": {"$ref": "#/$defs/Label"},
        "url": {"$ref": "#/$defs/Addresses"},
        "license": address,
        "items": {"type": "array", "items": {"oneOf": choices}},
        "events": {"type": "array", "items": {"$ref": "#/$defs/Event"}},
        "vocabularies": {"type": "object", "additionalProperties": terms},
    }
    head: Json = {
        "$schema": DRAFT,
        "$id": site.absolute(paths.CATALOGUE_SCHEMA),
        "title": "Catalogue",
    }
    return _bytes(head | _closed(parts, list(parts)) | {"$defs": definitions})
