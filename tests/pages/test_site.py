"""The real site, read as a visitor would: in Chromium, on phone and desktop, in two languages."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from archive.content.library import Library
from archive.schema import KINDS, LANGUAGES
from conftest import VIEWPORTS, Visit, until

# One page of each kind.
KINDS_OF_PAGE = [
    "", "projects/", "projects/artb/", "publications/", "publications/regional-strategy-2006/",
    "podcast/", "podcast/klatovy/", "people/", "people/fatima-rahimi/", "history/", "about/",
    "about/citing/", "catalogue/",
]  # fmt: skip


def pages_of(site: Path) -> list[Path]:
    """Return every page of the site, the 404 page aside."""
    return [path for path in sorted(site.rglob("*.html")) if path.name != "404.html"]


@pytest.fixture(scope="session")
def trees(real_site: Path) -> dict[str, Any]:
    """Every page, parsed, by its address below the site."""
    return {
        path.relative_to(real_site).as_posix().removesuffix("index.html"): html.parse(
            path
        ).getroot()
        for path in pages_of(real_site)
    }


@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_every_kind_of_page(visit: Visit, path: str, language: str, viewport: str) -> None:
    """A page opens without a fault, in its language, with one heading, and does not overflow."""
    page = visit(("en/" if language == "en" else "") + path, viewport)

    assert language == page.get_attribute("html", "lang")
    assert 1 == page.locator("h1").count()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= VIEWPORTS[viewport]["width"]


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_language_switch_stays_on_the_item(visit: Visit, path: str, served: str) -> None:
    """The switch leads to the same item in the other language, and back."""
    page = visit(path)
    page.click("[data-language-switch]")
    assert served + "en/" + path == page.url
    page.click("[data-language-switch]")

    assert served + path == page.url


def test_every_record_has_a_page_in_each_language(
    real_library: Library, trees: dict[str, Any]
) -> None:
    """Nothing that has a record is missing from the site."""
    expected = {e.address(lang) for e in real_library.every() for lang in LANGUAGES}

    assert set() == expected - set(trees)


def test_no_link_is_dead(real_site: Path, trees: dict[str, Any]) -> None:
    """Every link inside the site leads to a page or file, and to an anchor that is there."""
    base = "https://site.test/"
    anchors = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    dead = set()
    for path, tree in trees.items():
        for element in tree.iter("a", "link", "img", "script", "audio"):
            target = element.get("href") or element.get("src") or ""
            url = urlsplit(urljoin(base + path, target))
            if url.netloc != "site.test":
                continue
            file = unquote(url.path).lstrip("/")
            if file in trees:
                if url.fragment and url.fragment not in anchors[file]:
                    dead.add((path, target))
            elif not (real_site / file).is_file():
                dead.add((path, target))

    assert set() == dead


def test_ids_are_unique(trees: dict[str, Any]) -> None:
    """No anchor stands twice on a page, be it a heading of the text or of the template."""
    twice = {
        (path, name)
        for path, tree in trees.items()
        for name, count in Counter(tree.xpath("//@id")).items()
        if count > 1
    }

    assert set() == twice


# Links of other kinds only tell; a browser follows none of them.
LOADED = ("stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest")


def test_nothing_is_loaded_from_elsewhere(trees: dict[str, Any]) -> None:
    """No page loads a script, style, picture or sound from another host."""
    loaded = {
        element.get("src") or element.get("href")
        for tree in trees.values()
        for element in tree.iter("script", "img", "audio", "iframe", "link")
        if element.tag != "link" or element.get("rel") in LOADED
    }

    assert set() == {address for address in loaded if re.match(r"(https?:)?//", address or "")}


def test_no_word_of_the_other_language_in_the_frame(trees: dict[str, Any]) -> None:
    """Labels and buttons are in the page's language."""
    czech = {"Prameny", "Co nevíme", "Údaje o záznamu"}
    english = {"Sources", "What we do not know", "About this record"}
    for path, tree in trees.items():
        headings = {(h.text or "").strip() for h in tree.iter("h2")}
        wrong = czech if path.startswith("en/") else english

        assert not headings & wrong, path


def test_every_page_has_its_own_title_and_description(trees: dict[str, Any]) -> None:
    """No two pages of a language share a title; each has a description."""
    for language in LANGUAGES:
        own = {p: t for p, t in trees.items() if p.startswith("en/") == (language == "en")}
        titles = [tree.findtext("head/title") for tree in own.values()]

        assert len(titles) == len(set(titles))
        assert all(tree.xpath("//meta[@name='description']/@content") for tree in own.values())


def test_sources_and_unknowns_are_shown(real_library: Library, trees: dict[str, Any]) -> None:
    """Every record's page shows each of its sources and everything that is unknown."""
    for entry in real_library.every():
        tree = trees[entry.address("cs")]
        sources = tree.xpath("//section[contains(@class, 'sources')]//ol/li")
        unknown = tree.xpath("//section[contains(@class, 'unknown')]//ul/li")

        assert len(entry.record.sources) == len(sources), entry.reference
        assert len(entry.record.unknown) == len(unknown), entry.reference


@pytest.mark.parametrize("kind", KINDS)
def test_front_lists_everything(real_library: Library, trees: dict[str, Any], kind: str) -> None:
    """A section's front links every item of the section."""
    links = {urljoin(f"/{kind}/", a.get("href")) for a in trees[f"{kind}/"].iter("a")}

    assert set() == {f"/{kind}/{i}/" for i in real_library.of(kind)} - links


def test_lists_are_whole_without_scripts(visit: Visit, real_library: Library) -> None:
    """Without scripts the list is whole, and the way into the catalogue's choices is not there."""
    page = visit("publications/", java_script_enabled=False)

    assert len(real_library.of("publications")) == page.locator(".card:visible").count()
    assert not page.is_visible(".find")


def test_chosen_scheme_is_kept(visit: Visit) -> None:
    """The reader's choice of dark or light holds on the next page."""
    page = visit("", color_scheme="light")
    page.click("[data-scheme-switch]")
    page.click(".masthead__nav a >> nth=0")
    page.wait_for_selector("html[data-scheme=dark]")

    assert "dark" == page.evaluate("localStorage.getItem('scheme')")


def test_skip_link_comes_first(visit: Visit) -> None:
    """The first press of Tab reaches the link that skips to the content."""
    page = visit("projects/artb/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects/artb/#content")

    assert page.evaluate("document.activeElement.matches(':is(body, #content)')")


def test_episode_plays(visit: Visit) -> None:
    """The recording of an episode loads and has its length."""
    page = visit("en/podcast/hodonin/")
    page.evaluate("document.querySelector('audio').preload = 'metadata'")
    until(page, "document.querySelector('audio').duration > 0")

    assert 60 <= page.evaluate("document.querySelector('audio').duration") <= 120


def test_missing_address_says_so_in_both_languages(browser: Any, served: str) -> None:
    """An unknown address is answered in Czech and English, with a way home that works."""
    page = browser.new_page()
    page.goto(served + "projects/nic-takoveho/")
    headings = page.locator("h1, h2").all_inner_texts()
    assert ["Stránka tu není", "This page is not here"] == headings
    page.goto(served + "404.html")
    home = page.locator("main a").first.get_attribute("href")
    assert home == "/archive/"
    page.goto(served + "en/projects/voluntary-return/")
    assert "voluntary return" == page.locator("input").first.input_value()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/archive/en/search/?q=voluntary+return")
    page.close()
