"""Citations: right by hand, right by two engines, the same from build to build."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml

import second_engine
from archive.citing import csl, files, issued, panel, styles
from archive.citing.cited import Cited
from archive.citing.rendering import Renderer, for_engine
from archive.citing.styles import CHICAGO, STYLES, Style
from archive.content.library import Library
from archive.content.settings import Site
from archive.pages import episode
from archive.schema import KINDS, LANGUAGES, Publication
from archive.schema.records import Entry
from archive.telling.archive import Archives, Narrator, tell
from conftest import ROOT

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "citations.yml").read_text(encoding="utf-8"))
CAPITALS = yaml.safe_load((HERE / "citation_capitals.yml").read_text(encoding="utf-8"))
NEUTRAL = {
    "type": "report",
    "description": "Vymyšlené dílo, které tu je jen proto, aby se dalo citovat.",
    "scope": "office",
    "holding": "none",
    "confidence": "high",
    "sources": ["https://example.org"],
}


def made(library: Library, case: dict[str, Any]) -> Entry[Publication]:
    """Return a publication with what a case says of it."""
    pattern = library.of("publications")["zprava-o-jezere"]
    said = {"cs": case["cs"], "en": case["cs"] | {"title_translated": False} | case["en"]}
    editions = {
        code: dataclasses.replace(edition, record=Publication.model_validate(NEUTRAL | said[code]))
        for code, edition in pattern.editions.items()
    }
    return dataclasses.replace(pattern, editions=editions)


def everything(archives: Archives, style: Style) -> list[Cited]:
    """Return all that is cited on any page, as a style cites it."""
    works = [
        csl.work(archives, item, style.language)
        for archive in archives.values()
        for item in files.cited_items(archive, *KINDS)
    ]
    records = [
        csl.record(archives, item)
        for archive in archives.values()
        for item in archive.of("publications")
    ]
    return works + records


@pytest.fixture(scope="module")
def readings(
    toy_library: Library, real_library: Library, toy_site: Site, toy_archives: Archives
) -> dict[str, list[str]]:
    """What each style makes of the cases, which have types and roles that the toy has not."""
    terms = {
        name: {**known, **toy_library.vocabularies[name]}
        for name, known in real_library.vocabularies.items()
    }
    library = dataclasses.replace(toy_library, vocabularies=terms)
    narrators = {language: Narrator(library, toy_site, language) for language in LANGUAGES}
    items = [narrators[case["page"]].item(made(library, case)) for case in CASES]
    works = {
        style: [csl.work(toy_archives, item, style.language) for item in items] for style in STYLES
    }
    return {style.id: Renderer().render(style, cited) for style, cited in works.items()}


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda number: CASES[number]["case"])
def test_reads(number: int, style: Style, readings: dict[str, list[str]]) -> None:
    """A citation reads as the manual of its style has it."""
    told = readings[style.id][number].replace("\u00a0", " ")

    assert CASES[number][style.id] == told


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_engines_agree(style: Style, real_library: Library, toy_site: Site) -> None:
    """Pandoc and citeproc-js make the same of every real item, together and one by one."""
    works = everything(tell(real_library, toy_site), style)
    told = second_engine.pandoc(style, works)
    again = second_engine.citeproc_js(style, works)

    if style is CHICAGO:
        told = [second_engine.lowered(text, CAPITALS) for text in told]
        again = [second_engine.lowered(text, CAPITALS) for text in again]

    assert len(works) > 300
    assert [] == [pair for pair in zip(told, again, strict=True) if len(set(pair)) > 1]


def test_years_have_no_letters(
    toy_library: Library, toy_site: Site, toy_archives: Archives
) -> None:
    """Works of one author and year are not told apart by 2006a and 2006b: each stands alone."""
    entry = made(toy_library, CASES[0])
    cited = csl.work(toy_archives, Narrator(toy_library, toy_site, "cs").item(entry))
    other = dataclasses.replace(cited, csl=cited.csl | {"title": "Jiná zpráva"})

    for style in STYLES:
        assert all("2006a" not in told for told in Renderer().render(style, [cited, other]))


def test_styles_are_credited() -> None:
    """Each style is the published one, under its licence, with its authors in NOTICE."""
    notice = (ROOT / ".github" / "NOTICE").read_text(encoding="utf-8")

    for style in STYLES:
        assert b"creativecommons.org/licenses/by-sa/3.0/" in styles.source(style)
        assert f"{style.id}.csl" in notice


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        (None, None),
        ("2005-05-01/2006-04-30", {"date-parts": [[2005, 5, 1], [2006, 4, 30]]}),
        ("2004/", {"date-parts": [[2004], [0]]}),
        ("2013~", {"date-parts": [[2013]], "circa": True}),
        ("/2023-02", {"date-parts": [[2023]], "circa": True}),
        ("{2016,2018}", {"date-parts": [[2016], [2018]]}),
    ],
)
def test_dates(edtf: str | None, expected: dict[str, Any] | None) -> None:
    """A date keeps in CSL whatever CSL can hold of it."""
    assert expected == issued.csl(edtf)


@pytest.mark.parametrize("language", LANGUAGES)
def test_episodes_agree(language: str, real_library: Library, toy_site: Site) -> None:
    """The citation on an episode's page is the one that the styles make of it."""
    style = styles.in_order(language)[0]
    archives = tell(real_library, toy_site)
    archive = archives[language]
    for item in archive.episodes():
        cited = csl.work(archives, item, style.language)
        told = second_engine.words(Renderer().render(style, [cited])[0])
        own = episode.citation(archive, item).reference.replace("{cited}", "{day}")

        assert second_engine.episode(own) == told


def test_cache_changes_nothing(toy_archives: Archives, tmp_path: Path) -> None:
    """What is remembered spares pandoc; without it, or with rubbish, the citations are the same."""
    first, second, third = (Renderer(tmp_path) for _ in range(3))
    told = panel.render(toy_archives, first)
    second = Renderer(tmp_path)
    assert told == panel.render(toy_archives, second)
    assert 0 == second.calls

    (kept,) = (tmp_path / "citations").iterdir()
    kept.write_text('{"x": 1}', encoding="utf-8")
    third = Renderer(tmp_path)
    assert told == panel.render(toy_archives, third)
    assert third.calls == first.calls


def test_one_call_for_a_style(toy_archives: Archives) -> None:
    """All works of a style are rendered in one call, and one more for each „et al.“."""
    renderer = Renderer()

    panel.render(toy_archives, renderer)

    assert 2 * len(STYLES) == renderer.calls


def test_withdrawn_are_not_cited(toy_archives: Archives) -> None:
    """Whatever is cited is there."""
    items = files.cited_items(toy_archives["cs"], *KINDS)

    assert not [item for item in items if item.withdrawn]
    assert all(for_engine(csl.work(toy_archives, item), STYLES[0]) for item in items)
