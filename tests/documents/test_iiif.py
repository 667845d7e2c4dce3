"""The IIIF manifests of held documents: valid, complete, and true to the record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from PIL import Image

import nodejs
from archive.content import documents
from archive.content import library as records
from archive.content.library import Library
from archive.content.settings import Site
from archive.documents import naming, sizes
from archive.exports import iiif
from archive.telling.archive import tell
from conftest import ROOT, holders, toy_settings
from paper_pdf import hold

RIGHTS = yaml.safe_load((ROOT / "docs/vocabulary/rights.yml").read_text(encoding="utf-8"))
HERE = "publications/zprava-o-jezere/"


def manifests(content: Library, site: Site) -> dict[str, Any]:
    """Return every manifest by its path."""
    return {path: json.loads(told) for path, told in iiif.write(tell(content, site))}


def faults(*told: Any) -> list[list[str]]:
    """Return what a viewer's parser finds wrong with each of several manifests."""
    nodejs.install()
    done = nodejs.run("iiif.cjs", json.dumps(told).encode())
    found: list[list[str]] = json.loads(done.stdout)
    return found


@pytest.fixture
def toy_manifest(toy: Path) -> tuple[Library, dict[str, Any]]:
    """A toy archive that holds a report, and the report's manifest."""
    hold(toy, "zprava.cs.pdf", languages="cs")
    content = records.read(toy)
    (told,) = manifests(content, toy_settings(content)).values()
    return content, told


def test_every_held_document_has_one(real_library: Library, toy_site: Site) -> None:
    """The real archive's manifests are what the specification asks, page for page."""
    told = manifests(real_library, toy_site)
    held = list(holders(real_library))

    assert {naming.manifest(entry, one.name) for entry, one in held} == set(told)
    for entry, one in held:
        manifest = told[naming.manifest(entry, one.name)]
        assert len(one.pdf.pages) == len(manifest["items"])
        stated = RIGHTS[entry.record.rights]["url"]
        assert stated.replace("https:", "http:") == manifest["rights"]
    assert [[] for _ in told] == faults(*told.values())
    wrong = {**manifest, "rights": "ours", "summary": "words"}
    assert 2 == len(faults(wrong)[0])


def test_it_says_what_the_record_says(toy_manifest: tuple[Library, dict[str, Any]]) -> None:
    """Title, summary, lines, rights and addresses are the record's, in both languages."""
    content, told = toy_manifest
    entry = content.of("publications")["zprava-o-jezere"]
    here = "https://archive.test/toy/"

    for code, edition in entry.editions.items():
        assert [edition.record.title] == told["label"][code]
        assert [edition.record.description] == told["summary"][code]
    assert "http://rightsstatements.org/vocab/CNE/1.0/" == told["rights"]
    lines = {line["label"]["en"][0]: line["value"] for line in told["metadata"]}
    assert ["Jana Nováková", "Petr Chalupa a další"] == lines["Creators"]["cs"][:2]
    assert f"{here}{HERE}zprava/manifest.json" == told["id"]
    assert [f"{here}{HERE}zprava.pdf"] == [one["id"] for one in told["rendering"]]
    assert [f"{here}{HERE}", f"{here}en/{HERE}"] == [one["id"] for one in told["homepage"]]


def test_long_documents_end_in_text(
    toy_manifest: tuple[Library, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page without a picture keeps its text; a page without text keeps its picture."""
    content, told = toy_manifest
    assert all("items" in canvas for canvas in told["items"])
    monkeypatch.setattr(iiif, "PICTURED", 1)
    (short,) = manifests(content, toy_settings(content)).values()

    assert [[]] == faults(short)
    assert [True, False] == ["items" in canvas for canvas in short["items"]][:2]
    bodies = [canvas["annotations"][0]["items"][0]["body"] for canvas in short["items"]]
    (document,) = documents.every(content, content.of("publications")["zprava-o-jezere"])
    assert list(document.pdf.texts) == [body["value"] for body in bodies]


def test_what_it_names_is_on_the_site(real_site: Path) -> None:
    """Pictures are there, as large as told; the item's page and the reading view name it."""
    found = sorted(real_site.rglob("manifest.json"))
    assert found
    for path in found:
        told = json.loads(path.read_text(encoding="utf-8"))
        base = told["id"].removesuffix("manifest.json")
        for canvas in told["items"][: sizes.PICTURED]:
            body = canvas["items"][0]["items"][0]["body"]
            with Image.open(path.parent / body["id"].removeprefix(base)) as picture:
                assert (body["width"], body["height"]) == picture.size
            assert (canvas["width"], canvas["height"]) == picture.size
        for page in (path.parent / "index.html", path.parent.parent / "index.html"):
            links = html.parse(page).xpath("//link[@rel='describedby']/@href")
            assert told["id"] in links
