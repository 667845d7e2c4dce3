"""The archive's pages, as axe-core judges them: WCAG 2.2 AA, both schemes, phone and desk.

A run judges a cover of the site: pages that together hold every element below every parent and
grandparent. At night every page is judged, because what authors write differs besides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import access
from archive.pages import redirects
from archive.schema import LANGUAGES, paths
from archive.telling.archive import Archives
from conftest import come_near

# The pages are dealt out to this many tests, so that the workers share them.
PARTS = 8
NIGHT_PARTS = 16
# What leads on from an address that something has moved away from.
_LEADING = re.compile(r'<script [^>]*data-target[^>]*></script>|<meta http-equiv="refresh"[^>]*>')
Judge = Callable[[str, str], list[str]]


def every_page(folder: Path) -> list[str]:
    """Return the paths of all HTML files of a site, whatever they are for."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


@pytest.fixture
def judge(browser: Any) -> Iterator[Judge]:
    """What opens an address and returns all that is wrong there.

    A page that leads on, whose text it is given, is held where it is to be looked at.
    """
    context = browser.new_context(reduced_motion="reduce")
    page, engine = context.new_page(), access.source()

    def judged(address: str, text: str) -> list[str]:
        page.set_viewport_size({"width": access.NARROW, "height": access.HEIGHT})
        if _LEADING.search(text):
            held = _LEADING.sub("", text)
            page.route(address, lambda route: route.fulfill(body=held, content_type="text/html"))
        page.goto(address)
        come_near(page)
        page.evaluate(engine)
        return access.faults_of(page)

    yield judged
    context.close()


def faults_on(judge: Judge, served: str, site: Path, paths: list[str]) -> dict[str, list[str]]:
    """Return what is wrong on pages, by page; only those where anything is."""
    found = {p: judge(served + p, (site / p).read_text(encoding="utf-8")) for p in paths}
    return {path: faults for path, faults in found.items() if faults}


@pytest.fixture(scope="session")
def cover(real_site: Path) -> list[str]:
    """The pages that hold every shape of the site."""
    return list(access.cover(real_site))


@pytest.mark.parametrize("part", range(PARTS))
def test_no_fault_on_any_shape(
    judge: Judge, served: str, real_site: Path, cover: list[str], part: int
) -> None:
    """axe-core finds nothing, and no page is wider than its window, even with large text."""
    assert {} == faults_on(judge, served, real_site, cover[part::PARTS])


def test_cover_holds_every_shape(real_site: Path, cover: list[str]) -> None:
    """Nothing stands on any page, below what it stands, that no judged page has."""
    judged = set().union(*(access.shapes(real_site / path) for path in cover))

    assert PARTS < len(cover) == len(set(cover))
    for path in every_page(real_site):
        assert access.shapes(real_site / path) <= judged, path


@pytest.mark.night
@pytest.mark.parametrize("part", range(NIGHT_PARTS))
def test_no_fault_on_any_page(judge: Judge, served: str, real_site: Path, part: int) -> None:
    """Every page, whatever its authors wrote, is as free of faults."""
    assert {} == faults_on(judge, served, real_site, every_page(real_site)[part::NIGHT_PARTS])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_fault_where_something_has_moved(
    judge: Judge, served: str, real_archives: Archives, language: str
) -> None:
    """A page at an old address is as free of faults while it leads on."""
    shown = {code: archive.items["projects/artb"] for code, archive in real_archives.items()}
    text = redirects.page(
        shown, "projects/balkans", language, real_archives[language].site, name=""
    )
    assert _LEADING.search(text)

    here = paths.page("projects/balkans", language)
    assert [] == judge(served + here, text)


def test_faults_are_found(judge: Judge, served: str) -> None:
    """The engine does find what is wrong: contrast, a name, a target, a width, in the dark too."""
    text = """<!doctype html><html lang="cs"><title>x</title><style>
        @media (prefers-color-scheme: dark) { h1 { color: #777; background: #888; } }
        </style><main><h1>Nadpis</h1><p><a href="./" style="color: #999">šedá</a></p>
        <button></button><div style="width: 400px">široký</div></main>
        <meta http-equiv="refresh" content="9">"""
    found = " ".join(judge(f"{served}wrong/", text))

    for told in ("dark color-contrast h1", "light color-contrast a", "button-name", "408 px wide"):
        assert told in found
