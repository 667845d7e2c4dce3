"""The edition for a disk: opened as a file, it does what the site does."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import command
from archive.keeping.offline import addresses, modules
from conftest import ROOT, until

SCRIPTS = ROOT / "docs" / "assets" / "javascripts"
MODULES = {path.name: path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js")}
PAGES = (
    "index.html",
    "en/index.html",
    "catalogue/index.html",
    "history/index.html",
    "podcast/index.html",
    "podcast/klatovy/index.html",
    "podcast/klatovy/embed/index.html",
    "projects/artb/index.html",
    "search/index.html",
)
TIME = "document.querySelector('audio').currentTime"


@pytest.fixture(scope="module")
def disk(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the edition for a disk and its ZIP; a name as people give it."""
    target = tmp_path_factory.mktemp("Můj disk č. 1")
    assert 0 == command.main(["offline", "--site", str(real_site), "--output", str(target)])
    return target


@pytest.fixture
def opened(browser: Any, disk: Path) -> Iterator[Any]:
    """Open a page from the disk; fail on any error and on any request to a network."""
    faults: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900})

    def visit(path: str) -> Any:
        page = context.new_page()
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda r: faults.append(r.url) if r.url.startswith("http") else None)
        page.goto((disk / "offline").as_uri() + "/" + path)
        return page

    yield visit
    context.close()
    assert faults == []


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("../projects/?q=a#b", "../projects/index.html?q=a#b"),
        ("report.pdf#page=3", "report.pdf#page=3"),
        ("#notes", "#notes"),
        ("?q=a", "?q=a"),
        ("https://archive.test/", "https://archive.test/"),
        ("//archive.test/", "//archive.test/"),
        ("mailto:a@archive.test", "mailto:a@archive.test"),
        ("", ""),
    ],
)
def test_addresses(address: str, file: str) -> None:
    """An address of a folder names its page; all others stay."""
    assert file == addresses.file(address)


def test_every_link_leads_to_a_file(disk: Path) -> None:
    """No link of any page leads to a folder, and each leads to something that is there."""
    site = disk / "offline"
    broken = set()
    for page in site.rglob("*.html"):
        for tag in re.findall(r"<(?:a|form)\s[^>]*>", page.read_text(encoding="utf-8")):
            for address in re.findall(r'\s(?:href|action)="([^"#?]+)', tag):
                if not re.match(r"[a-z]+:", address) and not (page.parent / address).is_file():
                    broken.add((page.relative_to(site).as_posix(), address))

    assert set() == broken


@pytest.mark.parametrize("name", [name for name in MODULES if modules.is_module(MODULES[name])])
def test_modules(name: str) -> None:
    """Every module becomes a script without an import or an export."""
    assert not modules.is_module(modules.classic(name, MODULES[name]))


@pytest.mark.parametrize("line", ["export default 1;", 'import "./a.js";', "import.meta.url;"])
def test_unknown_forms(line: str) -> None:
    """A form of a module that is not known is refused with its line, not passed on broken."""
    with pytest.raises(ValueError, match=r"x\.js:2: " + re.escape(line)):
        modules.classic("x.js", f"const a = 1;\n{line}\n")


def test_shared_module_is_loaded_once() -> None:
    """What two scripts of a page share comes first and once."""
    tag = '<script type="module" src="../{}.js"></script>\n'
    tags = modules.replace_tags(tag.format("player") + tag.format("transcript"), MODULES)

    assert ["say.js", "player.js", "transcript.js"] == re.findall(r"[\w-]+\.js", tags)


@pytest.mark.parametrize("path", PAGES)
def test_page_opens(opened: Any, path: str) -> None:
    """Each kind of page opens without an error and without asking the network."""
    page = opened(path)
    page.wait_for_load_state("load")

    assert "rgba(0, 0, 0, 0)" != page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_search(opened: Any) -> None:
    """A word without its marks, typed on the home page, is found; the result opens."""
    page = opened("index.html")
    page.fill("input[name=q]", "dobrovolne navraty")
    page.press("input[name=q]", "Enter")
    page.locator("[data-results] h3 a, [data-results] h2 a").first.click()
    page.wait_for_url("**/projects/avr/index.html*")

    assert "návraty" in page.title()


def test_catalogue(opened: Any) -> None:
    """The list is narrowed, and what it then shows opens."""
    page = opened("catalogue/index.html")
    page.locator("input[type=checkbox]").first.check()
    page.wait_for_url("**/catalogue/index.html?kind=projects")
    page.locator("[data-shelf]:not([hidden]) a").first.click()
    page.wait_for_url("**/projects/*/index.html")

    assert page.locator("h1").inner_text()


def test_player(opened: Any) -> None:
    """The recording plays, and the other language opens at the same moment."""
    page = opened("podcast/klatovy/index.html")
    page.locator(".player [data-act=toggle]").click()
    until(page, f"{TIME} > 1")
    page.locator("[data-language-switch]").first.click()
    page.wait_for_url("**/en/podcast/klatovy/index.html#t=*")


def test_zip(disk: Path) -> None:
    """The ZIP holds the same files, dated alike whenever it is made."""
    site = disk / "offline"
    with zipfile.ZipFile(disk / "archive-offline.zip") as packed:
        names = {name.removeprefix("archive-offline/") for name in packed.namelist()}
        dates = {entry.date_time for entry in packed.infolist()}

    assert {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()} == names
    assert {(1980, 1, 1, 0, 0, 0)} == dates
