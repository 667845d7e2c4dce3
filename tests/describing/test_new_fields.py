"""A DOI, and whose people a record is of: what each form must say, as its standard has it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from conftest import build, edit, make_toy

STUDY = "publications/zprava-o-jezere"
DOI = "10.18356/9789213630655"
RESOLVER = f"https://doi.org/{DOI}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive whose study has a DOI and is of people from Ukraine, built."""
    root = make_toy(tmp_path_factory.mktemp("fields") / "toy")
    edit(root, f"{STUDY}/index.cs.md", "isbn:", f"doi: {DOI}\nconcerns: [UA]\nisbn:")
    built = build(root)
    assert (0, "", "") == (built.returncode, built.stdout, built.stderr)
    return root / "site"


def page(site: Path, language: str) -> Any:
    """Return the page of the study."""
    folder = site / ("" if language == "cs" else language) / STUDY
    return html.fromstring((folder / "index.html").read_bytes())


@pytest.mark.parametrize(
    ("file", "said"),
    [
        # BibLaTeX, field doi; RIS, tag DO; CSL 1.0.2, variable DOI: the bare name.
        ("cite.bib", f"doi = {{{DOI}}}"),
        ("cite.ris", f"DO  - {DOI}"),
        ("cite.csl.json", f'"DOI": "{DOI}"'),
    ],
)
def test_citations_name_it(site: Path, file: str, said: str) -> None:
    """A reference manager gets the DOI in its own field."""
    assert said in (site / STUDY / file).read_text(encoding="utf-8")


def test_the_page_names_and_links_it(site: Path) -> None:
    """A reader can follow the DOI, Google Scholar and libraries read it."""
    shown = page(site, "cs")

    assert shown.xpath(f"//main//dd//a[@href='{RESOLVER}']")
    assert [DOI] == shown.xpath("//meta[@name='citation_doi']/@content") or not shown.xpath(
        "//meta[@name='citation_title']"
    )
    assert RESOLVER in shown.xpath("//meta[@name='DC.identifier']/@content")


def test_json_ld_names_it(site: Path) -> None:
    """A data search reads the DOI as an identifier, and Ukraine as what the work is about."""
    graph = json.loads(page(site, "cs").xpath("//script[@type='application/ld+json']/text()")[0])
    work = next(node for node in graph["@graph"] if node.get("@id", "").endswith("#work"))
    about = work["about"] if isinstance(work["about"], list) else [work["about"]]

    assert {"@type": "PropertyValue", "propertyID": "DOI", "value": DOI} in work["identifier"]
    assert "Ukrajina" in [node.get("name") for node in about if node["@type"] == "Country"]


@pytest.mark.parametrize(
    ("language", "country", "between"), [("cs", "Ukrajina", ";"), ("en", "Ukraine", ",")]
)
def test_tables_name_them(site: Path, language: str, country: str, between: str) -> None:
    """The table of each language has a column for both."""
    file = site / ("" if language == "cs" else language) / "catalogue.csv"
    text = file.read_text(encoding="utf-8-sig")
    row = next(r for r in csv.DictReader(io.StringIO(text), delimiter=between) if r["id"] == STUDY)

    assert (DOI, country) == (row["doi"], row["concerns"])


def test_harvesters_get_them(site: Path) -> None:
    """OAI tells the DOI as an address and the country in both languages."""
    found = etree.parse(str(site / "oai.xml"))
    told = [element.text for element in found.iter("{*}identifier", "{*}coverage")]

    assert {RESOLVER, "Ukrajina", "Ukraine"} <= set(told)


def test_found_by_the_people_it_is_of(site: Path) -> None:
    """The page of a country lists what is of its people though it did not happen there."""
    listed = html.fromstring((site / "places" / "UA".lower() / "index.html").read_bytes())

    assert listed.xpath("//a[contains(@href, 'zprava-o-jezere')]")


@pytest.mark.parametrize("wrong", ["https://doi.org/10.1/x", "11.1/x", "10.18356"])
def test_what_is_no_doi_is_told(tmp_path: Path, wrong: str) -> None:
    """A DOI stands by its bare name; anything else is told with the name that is meant."""
    root = make_toy(tmp_path / "toy")
    edit(root, f"{STUDY}/index.cs.md", "isbn:", f"doi: {wrong}\nisbn:")
    built = build(root)

    assert built.returncode != 0
    assert "[doi]" in built.stderr
