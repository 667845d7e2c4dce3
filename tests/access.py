"""axe-core in a page of the site: every state a reader may have it in, and what is wrong there.

The rules of WCAG 2.0, 2.1 and 2.2 at A and AA, and axe's best practices; none is switched off.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html

import nodejs

NARROW, WIDE, HEIGHT = 320, 1280, 800

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# The only rules that look at colours: axe-core's checks color-contrast and link-in-text-block.
_COLOURS = ["color-contrast", "link-in-text-block"]

_RUN = """async ({tags, rules}) => {
    const only = rules ? {type: "rule", values: rules} : {type: "tag", values: tags};
    const {violations} = await axe.run(document, {runOnly: only, resultTypes: ["violations"]});
    return violations.flatMap(({id, nodes}) => nodes.map(
        ({target, failureSummary}) => `${id} ${target.join(" ")}: ${failureSummary}`));
}"""
# All that axe may look at besides colours: each element, its attributes, its place and size.
_SHAPE = """() => JSON.stringify([...document.querySelectorAll("*")].map((one) => {
    const {x, y, width, height} = one.getBoundingClientRect();
    const told = [...one.attributes].map(({name, value}) => `${name}=${value}`).join(" ");
    return [one.localName, told, x, y, width, height];
})) + document.body.innerText"""
_STICKS_OUT = """([width, size]) => {
    document.documentElement.style.fontSize = size;
    const found = document.documentElement.scrollWidth;
    document.documentElement.style.fontSize = "";
    return found > width ? [`${found} px wide on ${width} px, text of ${size}`] : [];
}"""


def _signature(element: Any) -> tuple[str, ...] | None:
    if element is None:
        return None
    classes = sorted((element.get("class") or "").split())
    return (element.tag, element.get("role") or "", *classes)


def shapes(page: Path) -> set[tuple[Any, ...]]:
    """Return the shapes of an HTML file: each element with its parent and grandparent.

    An element is told by its name, role and classes: all that our styles and templates ask for.
    """
    found = set()
    for element in html.parse(str(page)).getroot().iter("*"):
        parent = element.getparent()
        above = None if parent is None else parent.getparent()
        found.add((_signature(element), _signature(parent), _signature(above)))
    return found


def cover(folder: Path) -> Iterator[str]:
    """Yield the paths of a few pages that together hold every shape of a site, the richest first.

    Each next one is the page that adds most (the greedy cover of sets); of equals, the last.
    """
    pages = {p.relative_to(folder).as_posix(): shapes(p) for p in folder.rglob("*.html")}
    missing = set().union(*pages.values())
    while missing:
        path = max(pages, key=lambda path: (len(pages[path] & missing), path))
        missing -= pages[path]
        yield path


def source() -> str:
    """Return axe-core, of the version in the lock file of the tests' npm packages."""
    nodejs.install()
    path: Path = nodejs.PACKAGES / "node_modules" / "axe-core" / "axe.min.js"
    return path.read_text(encoding="utf-8")


def faults(page: Any) -> list[str]:
    """Return what all rules find on a page as it stands; axe has to be in it."""
    return list(page.evaluate(_RUN, {"tags": _TAGS, "rules": None}))


def faults_of_both_schemes(page: Any) -> list[str]:
    """Return what all rules find on a page in light and in dark.

    In dark, the rules that look at no colour are asked again only if anything but colours
    has changed: every element, attribute, place and text is compared.
    """
    page.emulate_media(color_scheme="light")
    light, shape = faults(page), page.evaluate(_SHAPE)
    page.emulate_media(color_scheme="dark")
    rules = _COLOURS if page.evaluate(_SHAPE) == shape else None
    dark = page.evaluate(_RUN, {"tags": _TAGS, "rules": rules})
    return [f"light {fault}" for fault in light] + [f"dark {fault}" for fault in dark]


def sticking_out(page: Any, width: int) -> list[str]:
    """Tell whether a page is wider than its window, with its text as it is and twice as large.

    WCAG asks for 320 px with text as it is (1.4.10) and for 640 px with twice its size (1.4.4);
    both at once is more. Only a page without a stylesheet, such as a transcript for apps,
    cannot give more: its headings are as large as the browser makes them.
    """
    large = width if page.evaluate("document.styleSheets.length") else max(width, WIDE // 2)
    found = list(page.evaluate(_STICKS_OUT, [width, "100%"]))
    page.set_viewport_size({"width": large, "height": HEIGHT})
    found += page.evaluate(_STICKS_OUT, [large, "200%"])
    page.set_viewport_size({"width": width, "height": HEIGHT})
    return found


def faults_of(page: Any) -> list[str]:
    """Return all that is wrong with a page at both widths, in both schemes."""
    found = []
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        told = [*sticking_out(page, width), *faults_of_both_schemes(page)]
        found += [f"{width} px {fault}" for fault in told]
    return found
