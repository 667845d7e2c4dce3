"""Searching in Chromium: what is asked for and when, keys, voices, addresses, from a disk."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from archive.keeping import offline
from conftest import VIEWPORTS, Visit

QUERY = "dobrovolne navraty"
FIRST = "Asistované dobrovolné návraty a\u00a0reintegrace"
HITS = ".hit__title a"
TOLD = "[data-told]"
FOCUS = "document.activeElement"


def asked(page: Any, served: str) -> list[str]:
    """Return a list that fills with the paths the page asks for from now on."""
    paths: list[str] = []
    page.on("request", lambda r: paths.append(urlsplit(r.url).path.removeprefix("/archive/")))
    return paths


def weight(site: Path, paths: list[str]) -> int:
    """Return what the scripts among the paths weigh as a host sends them, gzipped."""
    return sum(len(gzip.compress((site / path).read_bytes(), 9)) for path in set(paths))


def results(page: Any, query: str = "") -> Any:
    """Type a query, if any, and wait for results; return the page."""
    if query:
        page.fill("#q", query)
    page.locator(HITS).first.wait_for()
    return page


def until(page: Any, expression: str, **more: Any) -> None:
    """Wait for an expression to hold; the pages' policy lets no script evaluate one in them."""
    for _ in range(100):
        if page.evaluate(expression, **more):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"{expression} does not come true")


# -- what is moved --------------------------------------------------------------------------------


def test_nothing_is_fetched_before_it_is_wanted(visit: Visit, served: str) -> None:
    """On a phone the page comes without engine and index, until the field is touched."""
    page = visit("search/", "phone", has_touch=True, is_mobile=True)
    page.wait_for_load_state("networkidle")
    paths = asked(page, served)
    page.wait_for_timeout(200)
    assert [] == paths
    page.focus("#q")
    until(page, "!!globalThis.ArchiveSearch?.Search")

    scripts = {f"assets/javascripts/search-{name}.js" for name in ("words", "engine", "results")}
    assert {*scripts, "assets/search/cs.js"} == set(paths)


@pytest.mark.parametrize("page_kind", ["", "projects/iyouth/", "podcast/klatovy/", "en/about/"])
def test_other_pages_fetch_nothing_for_it(visit: Visit, served: str, page_kind: str) -> None:
    """No other page asks for a script, a style or a file of the search."""
    page = visit("search/")
    paths = asked(page, served)
    page.goto(served + page_kind, wait_until="networkidle")

    assert [] == [path for path in paths if "search" in path]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("search/", QUERY),
        ("search/", "zprávy o obchodování s lidmi"),
        ("search/", "uprhclíkům"),
        ("en/search/", "trafficking in human beings"),
    ],
)
def test_a_typed_query_is_light(
    visit: Visit, served: str, real_site: Path, path: str, query: str
) -> None:
    """Typed letter by letter, the first query moves at most 120 kB, engine and all."""
    page = visit("about/")
    paths = asked(page, served)
    page.goto(served + path)
    page.locator("#q").press_sequentially(query, delay=20)
    page.locator(HITS).first.wait_for()
    page.wait_for_timeout(800)
    moved = [path for path in paths if "search" in path and path.endswith(".js")]

    assert len(moved) > 10
    assert weight(real_site, moved) <= 120_000


# -- addresses -------------------------------------------------------------------------------------


def test_address_can_be_shared(visit: Visit) -> None:
    """A query and its narrowing stand in the address, and the address brings them back."""
    page = results(visit("search/"), QUERY)
    page.locator("[data-facet=kind]", has_text="projekty").click()
    until(page, "document.querySelector('[data-value=projects]').ariaPressed === 'true'")
    until(page, "location.search.includes('kind=projects')")
    told = page.inner_text(TOLD)
    page.goto(page.url)
    results(page)

    assert (QUERY, told) == (page.input_value("#q"), page.inner_text(TOLD))
    assert "true" == page.locator("[data-value=projects]").get_attribute("aria-pressed")


def test_back_returns_to_the_results(visit: Visit) -> None:
    """From a page that was opened, Back leads to the query and its results."""
    page = results(visit("search/"), QUERY)
    until(page, "location.search.includes('q=')")
    page.locator(HITS).first.click()
    page.wait_for_url("**/projects/avr/")
    page.go_back()
    results(page)

    assert QUERY == page.input_value("#q")


def test_language_switch_keeps_the_query(visit: Visit) -> None:
    """The other language searches for the same."""
    page = results(visit("search/?q=iYouth"))
    page.click("[data-language-switch]")
    results(page)

    assert "/en/search/?q=iYouth" in page.url


def test_front_page_leads_to_results(visit: Visit) -> None:
    """A query typed on the front page is answered on the search page, in its language."""
    page = visit("en/")
    page.fill("#q", "voluntary return")
    page.keyboard.press("Enter")
    results(page)

    assert "en/search/?q=voluntary+return" in page.url


# -- results ---------------------------------------------------------------------------------------


def test_result_opens_at_the_moment(visit: Visit) -> None:
    """A sentence of a transcript leads to the second, and the player offers to play from there."""
    page = results(visit('search/?q="šedesát členek"'))
    page.click(".hit__places a[href$='#t=0:36']")
    page.wait_for_url("**/podcast/klatovy/#t=0:36")

    assert "0:36" in page.locator("[data-offer]").inner_text()


def test_result_opens_at_the_heading(visit: Visit) -> None:
    """A passage leads to the heading it stands under."""
    page = results(visit("search/?q=stánek na festivalu"))
    page.click(".hit__places a[href$='#stanek-na-festivalu']")

    assert "podcast/klatovy/#stanek-na-festivalu" in page.url


def test_narrowing(visit: Visit) -> None:
    """Each chip leaves as many results as it says; a second press lets the others back."""
    page = results(visit("search/?q=migrace"))
    whole = page.inner_text(TOLD)
    chip = page.locator("[data-value=people]")
    number = chip.locator(".count").inner_text().strip()
    chip.click()
    until(page, f"document.querySelector('{TOLD}').innerText.startsWith('{number} ')")
    assert {"Osoba"} == set(page.locator(".hit .eyebrow").all_inner_texts())
    page.keyboard.press("Enter")
    until(page, "told => document.querySelector('[data-told]').innerText === told", arg=whole)


def test_year(visit: Visit) -> None:
    """A year narrows to what happened in it, whatever its number of years."""
    page = results(visit("search/?q=projekt"))
    page.select_option("#search-year", "2005")
    until(page, "location.search.includes('year=2005')")
    results(page)

    assert page.input_value("#search-year") == "2005"
    assert page.locator(".hit").count() > 3


def test_more(visit: Visit) -> None:
    """Ten results are shown; the next come when asked for, and the button goes with the last."""
    page = results(visit("search/?q=integrace"))
    assert 10 == page.locator(HITS).count()
    page.click("[data-more]")
    until(page, f"document.querySelectorAll('{HITS}').length === 20")
    assert page.evaluate(f"{FOCUS} === document.querySelectorAll('{HITS}')[10]")
    results(page, '"šedesát členek"')
    until(page, f"document.querySelectorAll('{HITS}').length === 1")

    assert not page.locator("[data-more]").is_visible()


def test_nothing_found_helps_on(visit: Visit) -> None:
    """Where nothing is found there are near words, the other language and the lists."""
    page = visit("search/?q=zpravagdh")
    page.locator("[data-near] a").first.wait_for()

    assert page.inner_text(TOLD).startswith("Nenašlo se nic")
    assert "zpráva" in page.locator("[data-near] a").all_inner_texts()
    assert page.locator("[data-other]").get_attribute("href").endswith("/en/search/?q=zpravagdh")
    assert page.locator(".seek__lists a").first.is_visible()


def test_no_markup_comes_through(visit: Visit) -> None:
    """What is typed is shown as text, never read as HTML."""
    page = visit("search/?q=<img src=x onerror=alert(1)> klub")
    results(page)

    assert 0 == page.locator("[data-told] img, .hit img").count()


# -- keys and voices -------------------------------------------------------------------------------


def test_keys(visit: Visit) -> None:
    """/ leads to the search, arrows through the results, Esc back, Enter to the page."""
    page = visit("projects/iyouth/")
    page.keyboard.press("/")
    page.wait_for_url("**/search/")
    results(page, QUERY)
    page.keyboard.press("ArrowDown")
    assert FIRST == page.evaluate(f"{FOCUS}.innerText")
    page.keyboard.press("ArrowDown")
    assert FIRST != page.evaluate(f"{FOCUS}.innerText")
    page.keyboard.press("Escape")
    assert "q" == page.evaluate(f"{FOCUS}.id")
    page.keyboard.press("Enter")
    until(page, f"{FOCUS}.tagName === 'A'")
    page.keyboard.press("Enter")

    page.wait_for_url("**/projects/avr/")


def test_slash_is_only_a_key_outside_of_fields(visit: Visit) -> None:
    """In a field a slash is a slash, and its meaning can be turned off."""
    page = results(visit("search/"), "16/2011/08")
    assert "16/2011/08" == page.input_value("#q")
    page.uncheck("[data-slash]")
    page.goto(page.url.split("search/")[0] + "about/")
    page.keyboard.press("/")
    page.wait_for_timeout(200)

    assert page.url.endswith("/about/")


def test_results_are_told(visit: Visit) -> None:
    """A region with the role of a status tells how many results there are, and what was mended."""
    page = results(visit("search/"), "zparvy")
    told = page.get_by_role("status").filter(has_text="výsled")
    told.wait_for()

    assert "Slovo „zparvy“ v archivu není" in told.inner_text()
    assert "search-help" == page.locator("#q").get_attribute("aria-describedby")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["search/", "search/?q=navraty", "en/search/?q=xqzvbnm"])
def test_no_fault_of_access(visit: Visit, path: str, scheme: str) -> None:
    """axe-core finds no fault with results, without, and before."""
    page = visit(path, color_scheme=scheme)
    page.wait_for_timeout(600)
    found = Axe().run(page)

    assert 0 == found.violations_count, found.generate_report()


@pytest.mark.parametrize("path", ["search/?q=navraty", "en/search/?q=xqzvbnm"])
def test_narrow_and_large(visit: Visit, path: str) -> None:
    """At 320 px, and there with text of 200 %, nothing sticks out."""
    page = visit(path, (320, 640))
    page.wait_for_timeout(600)
    for size in ("100%", "200%"):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        assert 320 == page.evaluate("document.documentElement.scrollWidth")


def test_targets(visit: Visit) -> None:
    """Every control can be hit with a thumb: 44 px high."""
    page = results(visit("search/?q=navraty", "phone"))
    page.click("[data-narrow] summary")
    controls = page.locator(
        ".seek :is(button, select, input:not([type=checkbox]), summary, .seek__key)"
    )
    boxes = [c.bounding_box() for c in controls.all() if c.is_visible()]

    assert len(boxes) > 12
    assert [] == [box for box in boxes if box["height"] < 44]


# -- without scripts, without a host ---------------------------------------------------------------


def test_without_scripts(visit: Visit) -> None:
    """Without scripts the page says so and leads to the lists."""
    page = visit("search/?q=navraty", java_script_enabled=False)

    said = page.inner_text("[data-without]").replace("\u00a0", " ")
    assert "potřebuje k tomu JavaScript" in said
    assert page.locator(".seek__lists a:visible").count() > 6
    assert not page.locator("[data-found]").is_visible()


@pytest.fixture(scope="module")
def stick(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as ``.venv/bin/archive offline`` puts it on a USB stick."""
    target = tmp_path_factory.mktemp("stick")
    files = {f: f.relative_to(real_site).as_posix() for f in real_site.rglob("*") if f.is_file()}
    for name, content in offline.convert({n: f.read_bytes() for f, n in files.items()}).items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(content)
    return target


@pytest.mark.parametrize("built", ["real_site", "stick"])
def test_from_a_disk(browser: Any, request: Any, built: str) -> None:
    """From a disk, as built and as made for one, the search works and its results open as files."""
    folder: Path = request.getfixturevalue(built)
    page = browser.new_page(viewport=VIEWPORTS["desktop"])
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((folder / "search/index.html").as_uri() + "?q=uprchlikum")
    results(page)
    page.locator(HITS).first.click()
    page.wait_for_url("**/*/*/index.html")
    page.goto((folder / "en/search/index.html").as_uri())
    results(page, "voluntary return")
    page.close()

    assert [] == faults


def test_front_page_leads_to_results_on_a_disk(browser: Any, stick: Path) -> None:
    """The field of the front page works from a USB stick, too."""
    page = browser.new_page()
    page.goto((stick / "index.html").as_uri())
    page.fill("#q", QUERY)
    page.keyboard.press("Enter")
    results(page)
    page.close()


def test_a_lost_file_is_told(visit: Visit, served: str, browser: Any) -> None:
    """When the index cannot be loaded, the page says so and the lists stay."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/assets/search/**", lambda route: route.abort())
    page.goto(f"{served}search/?q=navraty")
    until(page, f"document.querySelector('{TOLD}').innerText.length > 20")

    assert "nepodařilo" in page.inner_text(TOLD)
    assert page.locator(".seek__lists a").first.is_visible()
    context.close()
