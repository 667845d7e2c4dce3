"""Every page of the archive, as axe-core judges it: WCAG 2.2 AA, both schemes, phone and desk."""

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
PARTS = 16
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


@pytest.mark.parametrize("part", range(PARTS))
def test_no_fault_on_any_page(judge: Judge, served: str, real_site: Path, part: int) -> None:
    """axe-core finds nothing, and no page is wider than its window, even with large text."""
    found = {}
    for path in every_page(real_site)[part::PARTS]:
        found[path] = judge(served + path, (real_site / path).read_text(encoding="utf-8"))

    assert {} == {path: faults for path, faults in found.items() if faults}
    assert len(found) > 40


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
