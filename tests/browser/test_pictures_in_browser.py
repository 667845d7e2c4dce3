"""The pages with pictures as a reader meets them: on a phone, by keyboard, at a glance."""

from __future__ import annotations

import gzip
from itertools import combinations
from pathlib import Path
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html

from archive.content.library import Library
from archive.drawing.svg import text_width
from archive.drawing.timeline import LABEL
from conftest import Visit


@pytest.mark.parametrize("page", ["history", "en/history", "places", "en/places", "years"])
def test_pages_are_light(real_site: Path, page: str) -> None:
    """A page with its pictures is below 60 kB, compressed as servers do."""
    text = (real_site / page / "index.html").read_bytes()

    assert len(gzip.compress(text, 6)) < 60_000


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_links_of_the_pictures_lead_somewhere(real_site: Path, prefix: str) -> None:
    """Each link of a drawing leads to a page, or to an anchor of its own page."""
    for name in ("history", "places"):
        base = f"{prefix}{name}/"
        tree = html.parse(real_site / base / "index.html").getroot()
        ids = set(tree.xpath("//@id"))
        links = tree.xpath("//svg//a/@href")
        assert len(links) > 80
        for link in links:
            path, _, anchor = urljoin(f"/{base}", link).partition("#")
            assert anchor in ids if link[0] == "#" else (real_site / path[1:]).is_dir(), link


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["history/", "places/", "years/", "en/history/", "en/places/"])
def test_no_page_is_wider_than_the_screen(visit: Visit, path: str, width: int) -> None:
    """Only the sheet scrolls sideways, never the page."""
    page = visit(path, (width, 800))

    assert width >= page.evaluate("document.documentElement.scrollWidth")


def test_labels_are_as_narrow_as_was_reckoned(visit: Visit) -> None:
    """No label is wider than the room that the packing left for it."""
    page = visit("history/")
    drawn = page.evaluate(
        "[...document.querySelectorAll('.band a text')]"
        ".map(t => [t.textContent, t.getComputedTextLength()])"
    )

    assert [] == [t for t, wide in drawn if wide > text_width(t, LABEL) + 4]


@pytest.mark.parametrize("path", ["history/", "en/history/"])
def test_labels_do_not_touch(visit: Visit, path: str) -> None:
    """As the browser draws them, no two labels of the picture overlap."""
    boxes = visit(path).evaluate(
        "[...document.querySelectorAll('.band a text')].map(t => {"
        "const b = t.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]})"
    )
    for a, b in combinations(boxes, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
        assert apart, (a, b)


def test_the_keyboard_reaches_every_bar(visit: Visit, real_library: Library) -> None:
    """From the link that skips the picture, Tab goes to the sheet, the events, the bars."""
    page = visit("history/", (360, 800))
    dated = sum(bool(p.record.date) for p in real_library.of("projects").values())
    page.evaluate("document.querySelector('.leap').focus()")
    reached = []
    for _ in range(1 + len(real_library.events) + dated):
        page.keyboard.press("Tab")
        told = "(e => e.getAttribute('href') || e.className)(document.activeElement)"
        reached.append(page.evaluate(told))

    assert "plate__scroll" == reached[0]
    assert len(real_library.events) == sum(link.startswith("#e") for link in reached)
    assert dated == sum("/projects/" in link for link in reached)


def test_focus_is_seen_and_followed(visit: Visit) -> None:
    """A bar in focus has a ring, is scrolled into view, and Enter opens its project."""
    page = visit("history/", (360, 800))
    page.evaluate("document.querySelector('.leap').focus()")
    page.keyboard.press("Tab")
    page.locator("a[href='../projects/nfi-2023/']").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    link = page.locator("a:focus")
    stroke = link.locator(".hit").evaluate("e => getComputedStyle(e).strokeWidth")
    box = link.bounding_box()
    assert "2.5px" == stroke
    assert 0 <= box["x"] <= 360
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects/nfi-2023/")


def test_a_country_leads_to_its_list(visit: Visit) -> None:
    """Enter on a country of the map goes to its part of the list."""
    page = visit("en/places/")
    page.focus(".map--europe a[href='#c-pl']")
    page.keyboard.press("Enter")

    assert page.url.endswith("#c-pl")
    assert "Poland" in page.inner_text("#c-pl")


@pytest.mark.parametrize("width", [360, 1280])
def test_names_on_maps_can_be_read(visit: Visit, width: int) -> None:
    """What is shown of names and numbers is at least nine points high on the screen."""
    page = visit("places/", (width, 800))
    heights = page.evaluate(
        "[...document.querySelectorAll('.map text')].filter(t => t.getBoundingClientRect().width)"
        ".map(t => parseFloat(getComputedStyle(t).fontSize)"
        " * t.ownerSVGElement.getScreenCTM().a)"
    )

    assert len(heights) > 40
    assert min(heights) >= 9


@pytest.mark.parametrize("path", ["history/", "places/", "years/"])
def test_no_fault_of_accessibility(visit: Visit, path: str) -> None:
    """The engine axe finds nothing on the pages with pictures."""
    response = Axe().run(visit(path)).response

    assert [] == [violation["id"] for violation in response["violations"]]
