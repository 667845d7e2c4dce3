"""Budgets: what each kind of page may move over the network; a page that outgrows its own fails.

Bytes as they travel, headers included: text gzipped as GitHub Pages does, fonts, pictures
that load without scrolling; no sound. Sizes are the same on every machine, so these are tests.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from measuring.pages import PHONE, SCREENS, Visit, observe, visit
from server import serve

SCRIPTS = "\n".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "docs/assets/javascripts").glob("*.js")
)
HOME, ITEM, SECOND, REQUESTS = 90_000, 70_000, 15_000, 12
# What a first visit moves beside the page itself and its own: fonts, styles, scripts.
COMMON = 45_000
# Each kind of page: what its first visit may move, and what it may as the second of a visit.
# The longer ones show what was asked for: the covers on the home page, the pages of a document.
KINDS = {
    "": (HOME, 30_000),
    "404.html": (ITEM, SECOND),
    "about/": (ITEM, SECOND),
    "about/data/": (ITEM, SECOND),
    "people/fatima-rahimi/": (ITEM, SECOND),
    "podcast/": (HOME, SECOND),
    "podcast/klatovy/": (ITEM, SECOND),
    "projects/artb/": (ITEM, SECOND),
    "projects/iyouth/": (ITEM, SECOND),
    "publications/archive-catalogue/": (ITEM, SECOND),
    "publications/archive-catalogue/report/": (135_000, 105_000),
    "publications/regional-strategy-2006/": (ITEM, SECOND),
    "search/": (ITEM, SECOND),
    "themes/": (ITEM, SECOND),
}
# A list grows with the archive: what it may move as the second page of a visit, and what each
# link in it may add. The great timeline and the maps draw each of theirs besides.
LISTS = {
    "about/fixity/": (9_000, 90),
    "catalogue/": (9_500, 50),
    "history/": (6_500, 72),
    "people/": (5_000, 70),
    "places/": (6_500, 54),
    "projects/": (5_000, 105),
    "publications/": (7_500, 110),
    "themes/integration/": (5_000, 95),
    "years/": (6_500, 25),
}
# An episode's cover each, beside the twelve.
COVERS = {"podcast/": 5, "people/fatima-rahimi/": 5}
NIGHT = pytest.mark.night
BOTH = [
    f"{prefix}{kind}"
    for prefix in ("", "en/")
    for kind in (*KINDS, *LISTS)
    if (prefix, kind) != ("en/", "404.html")
]
# Every run asks of each kind on a phone; at night of both languages and screens, too.
EACH = [path if path in (*KINDS, *LISTS) else pytest.param(path, marks=NIGHT) for path in BOTH]
SEEN = [
    *((path, "phone") for path in (*KINDS, *LISTS)),
    *(
        pytest.param(path, screen, marks=NIGHT)
        for path in BOTH
        for screen in SCREENS
        if path.startswith("en/") == (screen == "phone")
    ),
]


def _kind(path: str) -> str:
    return path.removeprefix("en/")


def _before(path: str) -> str:
    """Return the page that a reader comes from."""
    prefix = path[: len(path) - len(_kind(path))]
    return prefix + ("" if _kind(path) else "projects/artb/")


def _spoken(site: Path, path: str) -> int:
    """Return what a transcript adds to its page: an hour of talk is an hour to read."""
    if path.endswith(".html"):
        return 0
    page = (site / path / "index.html").read_text(encoding="utf-8")
    rest = re.sub(r'<div class="transcript__part">.*?</div>', "", page, flags=re.DOTALL)
    return len(gzip.compress(page.encode())) - len(gzip.compress(rest.encode()))


def _budget(site: Path, path: str) -> tuple[int, int]:
    """Return what a page may move on a first visit and as the second page of one."""
    kind = _kind(path)
    if kind in LISTS:
        frame, each = LISTS[kind]
        page = (site / path / "index.html").read_text(encoding="utf-8")
        listed = page.partition("<main")[2].partition("</main>")[0].count("<a ")
        return COMMON + frame + each * listed, frame + each * listed
    spoken = _spoken(site, path)
    first, second = KINDS[kind]
    return first + spoken, second + spoken


@pytest.fixture(scope="module")
def compressed(real_site: Path) -> Iterator[str]:
    """The address of the real site, its texts compressed on the way."""
    with serve(real_site, "/archive/", compress=True) as address:
        yield address


@pytest.fixture(scope="module")
def first(browser: Any, compressed: str) -> Any:
    """What first visits move, each made once, by path and screen."""
    made: dict[tuple[str, str], Visit] = {}

    def visited(path: str, screen: str) -> Visit:
        if (path, screen) not in made:
            context = browser.new_context(**SCREENS[screen])
            made[path, screen] = visit(context, compressed + path)
            context.close()
        return made[path, screen]

    return visited


@pytest.mark.parametrize(("path", "screen"), SEEN)
def test_first_visit(first: Any, real_site: Path, path: str, screen: str) -> None:
    """A page that nothing was kept of keeps to its kind's budget."""
    seen = first(path, screen)

    assert seen.weight <= _budget(real_site, path)[0], seen.told()
    assert seen.requests <= REQUESTS + COVERS.get(_kind(path), 0), seen.told()


@pytest.mark.parametrize("path", EACH)
def test_no_script_stands_in_the_way(first: Any, path: str) -> None:
    """No script keeps a page from being painted."""
    assert [] == first(path, "phone").blocking


@pytest.mark.parametrize("path", EACH)
def test_second_page(first: Any, real_site: Path, path: str) -> None:
    """Whoever comes from the home page (to it: from a project) moves only what is new."""
    kept = first(_before(path), "phone").moved
    seen = first(path, "phone").moved
    new = Visit({url: size for url, size in seen.items() if url not in kept}, [])

    assert new.weight <= _budget(real_site, path)[1], new.told()


@pytest.mark.parametrize("path", ["", "podcast/", "en/publications/archive-catalogue/"])
def test_what_is_kept_is_not_moved_again(
    browser: Any, compressed: str, first: Any, path: str
) -> None:
    """A browser does move, of a second page, what the first did not, and nothing else."""
    context = browser.new_context(**PHONE)
    kept = visit(context, compressed + _before(path)).moved
    seen = visit(context, compressed + path).moved
    context.close()

    expected = set(first(path, "phone").moved) - set(kept)
    assert expected == {url for url, size in seen.items() if size}


@pytest.mark.parametrize(("path", "screen"), SEEN)
def test_nothing_moves(browser: Any, compressed: str, path: str, screen: str) -> None:
    """When the fonts arrive late, and the scripts, no line leaves its place."""
    page = browser.new_page(**SCREENS[screen])
    observe(page)

    waited = []

    def late(route: Any) -> None:
        if not waited:  # whatever else is asked for meanwhile waits behind it
            waited.append(page.wait_for_timeout(400))
        route.continue_()

    page.route(re.compile(r"\.(woff2|js)$"), late)
    page.goto(compressed + path, wait_until="networkidle")
    shift = page.evaluate("window.seen.cls")
    page.close()

    assert shift <= 0.01


def test_words_go_in_one_font_file(first: Any) -> None:
    """Czech and English pages need the small font alone; no other alphabet is fetched for them."""
    paths = (*KINDS, *LISTS, "en/", "en/projects/artb/")
    asked = {url.rpartition("/")[2] for path in paths for url in first(path, "phone").moved}
    fonts = {name for name in asked if name.endswith(".woff2")}

    assert {"literata-core-normal.woff2", "literata-core-italic.woff2"} == fonts


# What is on some pages of some archives: a longer list, a held file, a version, a warning.
SOMETIMES = re.compile(
    r"pager|hash|holding|verify|notice|document__versions|notes__page|nowrap|subscribe__apps|"
    r"confidence--|data-scheme|blockquote|\bsamp\b|\bh4\b|:first-child:not\(\.embed__cover\)|bare|"
    r"seek__(?:told|narrow)|data-state|hidden"
)
_SELECTORS = r"""() => {
  const found = {};
  const states =
    /:(hover|focus-visible|focus|active|target|first-letter)(?![\w-])|::[\w-]+(\([^)]*\))?/g;
  const walk = (rules) => {
    for (const rule of rules) {
      for (const one of rule.selectorText?.split(/,(?![^()]*\))/) ?? []) {
        const bare = one.replace(states, "").replace(/:not\(\)/g, "").trim() || "*";
        found[one.trim()] = !!document.querySelector(bare);
      }
      if (rule.cssRules) walk(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
  return found;
}"""


def test_every_rule_serves_a_page(browser: Any, compressed: str) -> None:
    """No rule of the stylesheets is left over: each is met, or a script makes what it names."""
    met: dict[str, bool] = {}
    page = browser.new_page(**SCREENS["desktop"])
    for path in (*KINDS, *LISTS, "podcast/klatovy/embed/", "years/2006/"):
        page.goto(compressed + path)
        for selector, found in page.evaluate(_SELECTORS).items():
            met[selector] = met.get(selector, False) or found
    page.close()
    idle = [one for one, found in met.items() if not found and not SOMETIMES.search(one)]
    named = {one: re.findall(r"[.\[]([\w-]+)", one) for one in idle}

    assert len(met) > 500
    assert [] == [one for one, names in named.items() if not any(n in SCRIPTS for n in names)]
