"""The catalogue as data: whole, valid, equal to the records, and the same from build to build."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from archive import exports
from archive.citing import files
from archive.content import library
from archive.content.library import Library
from archive.content.settings import Site
from archive.exports import catalogue_json
from archive.schema import LANGUAGES, Event, paths
from archive.telling.archive import tell
from conftest import ROOT, citable, make_toy, toy_settings


@pytest.fixture(scope="module")
def written(real_library: Library, toy_site: Site) -> dict[str, bytes]:
    """Every export of the real archive."""
    return dict(exports.write(tell(real_library, toy_site)))


@pytest.fixture(scope="module")
def catalogue(written: dict[str, bytes]) -> dict[str, Any]:
    """The catalogue as a program reads it."""
    return dict(json.loads(written["catalogue.json"]))


def rows(content: bytes, language: str) -> list[dict[str, str]]:
    """Return a table as Excel reads it under the settings of a language."""
    assert content.startswith(b"\xef\xbb\xbf")
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter={"cs": ";", "en": ","}[language]))


def test_catalogue_is_valid(catalogue: dict[str, Any], written: dict[str, bytes]) -> None:
    """The catalogue is what its schema says, and the schema is a schema."""
    schema = json.loads(written["catalogue.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)

    assert [] == list(jsonschema.Draft202012Validator(schema).iter_errors(catalogue))


def test_schema_refuses_a_stranger(catalogue: dict[str, Any], written: dict[str, bytes]) -> None:
    """A field that the model does not know is no part of the catalogue."""
    schema = json.loads(written["catalogue.schema.json"])
    changed = catalogue["items"][0] | {"secret": True}

    assert not jsonschema.Draft202012Validator(schema).is_valid(catalogue | {"items": [changed]})


def test_catalogue_is_whole(catalogue: dict[str, Any], real_library: Library) -> None:
    """Everything is in the catalogue, once, and so are the events."""
    expected = {entry.reference for entry in real_library.every()} | {"podcast"}
    ids = [told["id"] for told in catalogue["items"]]

    assert expected == set(ids)
    assert len(ids) == len(set(ids))
    assert [d.event for d in real_library.events] == [
        Event.model_validate(event) for event in catalogue["events"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_timeline_table(language: str, written: dict[str, bytes], real_library: Library) -> None:
    """The table of the timeline has every event, in order of time."""
    table = rows(written[paths.table("timeline", language)], language)
    expected = {(d.event.date, d.event.event[language]) for d in real_library.events}

    assert expected == {(row["date"], row["event"]) for row in table}


def test_no_cell_is_a_formula(written: dict[str, bytes]) -> None:
    """No cell begins with a sign that makes Excel calculate."""
    for name in ("catalogue", "timeline"):
        for language in LANGUAGES:
            for row in rows(written[paths.table(name, language)], language):
                assert not [cell for cell in row.values() if cell[:1] in ("=", "+", "@", "\t")]


def test_robots(written: dict[str, bytes]) -> None:
    """Nobody is kept out, and the sitemap is named by its whole address."""
    assert b"Disallow" not in written["robots.txt"]
    assert b"Sitemap: https://archive.test/toy/sitemap.xml\n" in written["robots.txt"]


def test_llms(written: dict[str, bytes], real_library: Library) -> None:
    """llms.txt has a title, a summary, and a link to everything that can be cited."""
    text = written["llms.txt"].decode()

    assert text.startswith("# IOM Czechia Archive\n\n> ")
    for entry in citable(real_library):
        assert f"](https://archive.test/toy/{entry.address('en')})" in text


def test_same_bytes(written: dict[str, bytes], toy_site: Site) -> None:
    """The same content, read again, gives the same bytes."""
    again = library.read(ROOT)

    assert written == dict(exports.write(tell(again, toy_site)))


def test_withdrawn_leave_nothing_personal(toy: Path) -> None:
    """Of a withdrawn episode the exports say that it was here, and not whose it was."""
    record = toy / "docs" / "podcast" / "prvni" / "index.cs.md"
    text = record.read_text(encoding="utf-8")
    description = library.read(toy).of("podcast")["prvni"].record.description
    gone = '---\nwithdrawn: {date: "2026-11-20", reason: personal-data}\n'
    record.write_text(text.replace("---\n", gone, 1), encoding="utf-8")
    content = library.read(toy)

    archives = tell(content, toy_settings(content))
    told = dict(exports.write(archives)) | dict(files.write(archives))

    assert not [path for path, data in told.items() if description.encode() in data]
    assert b'"reason": "personal-data"' in told[paths.CATALOGUE_JSON]


def test_toy_is_valid_too(tmp_path: Path) -> None:
    """The schema fits an archive in which every field is used."""
    content = library.read(make_toy(tmp_path / "toy"))
    site = toy_settings(content)
    schema = json.loads(catalogue_json.schema(site))

    jsonschema.validate(json.loads(catalogue_json.write(tell(content, site))), schema)
