"""Every page and its exports agree: the built site, read by programs that are not ours.

``agreement.record`` says what is right without the help of what writes the site; extruct,
Zotero's rules, pybtex, rispy, pandoc, frictionless and feedparser say what stands there.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from frictionless import Package, validate
from PIL import Image

from agreement.forms import FORMS, KINDS, Built, Form, name
from archive.content.library import Library
from archive.schema import LANGUAGES

BY_NAME = {form.name: form for form in FORMS}


@pytest.fixture(scope="module")
def built(real_site: Path, real_library: Library) -> Built:
    """The real archive as built, and its records."""
    return Built(real_site, real_library)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_says_what_the_record_says(form: Form, language: str, built: Built) -> None:
    """Of every item, in every field, and of nothing besides."""
    faults = form.faults(built, language)

    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_tells_of_every_item_in_both_languages(form: Form, built: Built) -> None:
    """No form is read of fewer items than there are, and no item lacks a language."""
    entries = [e for e in built.entries if (e.kind if e.id else "show") in form.kinds]
    told = [name(said.entry) for code in LANGUAGES for said in built.said(code, *form.kinds)]

    assert sorted([name(entry) for entry in entries] * 2) == sorted(told)
    assert all(set(LANGUAGES) <= set(entry.editions) for entry in entries)


STUDY = "publications/avr-emn-study-2010"
PAGE = f"{STUDY}/index.html"
# A file of the site, what is changed in it, and in which form and field it must be noticed.
DAMAGES = (
    (PAGE, '"datePublished":"2010', '"datePublished":"1910', "JSON-LD of works", "date"),
    (PAGE, 'content="ISBN 978', 'content="ISBN 979', "Dublin Core", "identifiers"),
    (PAGE, 'og:title" content="', 'og:title" content="X', "Open Graph", "title"),
    (PAGE, 'isbn" content="978', 'isbn" content="979', "Google Scholar", "isbn"),
    (PAGE, 'date" content="2010', 'date" content="1910', "Zotero", "date"),
    (f"{STUDY}/cite.bib", "year = {2010", "year = {1910", "BibTeX by pybtex", "year"),
    (f"{STUDY}/cite.ris", "PB  - Mini", "PB  - Maxi", "RIS by rispy", "publisher"),
    (f"{STUDY}/cite.ris", "PY  - 2010", "PY  - 1910", "RIS by pandoc", "year"),
    (f"{STUDY}/cite.csl.json", '"978', '"979', "CSL-JSON by pandoc", "isbn"),
    ("catalogue.json", '"Studie EMN', '"Studie', "catalogue.json", "title"),
    ("catalogue.csv", ";978-80-254", ";979-80-254", "CSV by frictionless", "isbn"),
    ("oai.xml", "ISBN 978-80-254", "ISBN 979-80-254", "OAI-PMH", "identifier"),
    ("podcast/feed.xml", ":duration>", ":duration>1", "RSS by feedparser", "duration"),
    ("podcast/feed.json", '"size_in_bytes": ', '"size_in_bytes": 1', "JSON Feed", "enclosures"),
    ("archive.xml", "<summary>", "<summary>X", "Atom by feedparser", "summary"),
)


@pytest.fixture(scope="module")
def copy(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built site, whose files may be replaced."""
    target = tmp_path_factory.mktemp("copy") / "site"
    return Path(shutil.copytree(real_site, target, copy_function=os.link))


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: f"{damage[3]}, {damage[4]}")
def test_one_wrong_value_is_noticed(damage: tuple[str, ...], built: Built, copy: Path) -> None:
    """It is told by item, language, form and field, with both values; nothing else is."""
    path, old, new, form, field = damage
    good = (copy / path).read_text(encoding="utf-8")
    replace(copy / path, good.replace(old, new, 1))
    found = BY_NAME[form].faults(Built(copy, built.library), "cs")
    replace(copy / path, good)

    assert old in good
    assert 1 == len(found)
    assert f" [cs] {form}, {field}: the record says " in found[0]
    assert f", {form} says " in found[0]


def replace(path: Path, text: str) -> None:
    """Put a new file in the place of one that has a second name."""
    path.unlink()
    path.write_text(text, encoding="utf-8", newline="")


def test_data_package_is_valid(real_site: Path) -> None:
    """Frictionless finds every data file as described: types, cells, sizes and hashes."""
    description = str(real_site / "datapackage.json")
    names = {f"{table}-{code}" for table in ("catalogue", "timeline") for code in LANGUAGES}

    assert [] == validate(description).flatten(["type", "note"])
    assert {"catalogue", *names} == set(Package(description).resource_names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_of_shared_links(language: str, built: Built) -> None:
    """The picture that Open Graph names lies there, as large as it says."""
    for said in built.said(language, *KINDS):
        page = built.page(said)
        (address,) = page.values("og:image")
        with Image.open(built.folder / address.removeprefix(built.address)) as picture:
            size = [str(side) for side in picture.size]
        assert size == page.values("og:image:width", "og:image:height")
