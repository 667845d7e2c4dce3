"""Pictures of the exhibition: how they are taken, compared with those of record, and renewed.

A picture is half as large as the screen, so that how a machine smooths a letter's edge does
not count while colour, size and place do.

Example: python tests/looking.py
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

import chromium
import exhibition
from comparing import difference
from conftest import HERE, ROOT, come_near, until
from server import serve

RECORD = HERE / "browser" / "look"
DIFFERENCES = ROOT / "build" / "look"
# Widths of a phone, a tablet held upright and a desk, with the height that is shown of a page.
WIDTHS = {360: 1300, 768: 1200, 1440: 1200}
NOW = "2026-11-21T12:00:00Z"

# A page of each kind. The dark scheme has the same layout: a few pages and the components do.
PAGES = {
    "home": "",
    "show": "podcast/",
    "episode": "podcast/druhy/",
    "embed": "podcast/druhy/embed/",
    "projects": "projects/",
    "project": "projects/jezero/",
    "publications": "publications/",
    "publication": "publications/zprava-o-jezere/",
    "publication-unheld": "publications/mapa-jezera/",
    "reading": "publications/zprava-o-jezere/zprava/",
    "people": "people/",
    "person": "people/jana-novakova/",
    "themes": "themes/",
    "theme": "themes/integration/",
    "history": "history/",
    "places": "places/",
    "years": "years/",
    "catalogue": "catalogue/",
    "search": "search/?q=jezero",
    "search-nothing": "search/?q=xyzzyx",
    "about": "about/",
    "fixity": "about/fixity/",
    "missing": "not-here/",
    "tombstone": "projects/prehrada/",
    "fallback": "en/projects/breh/",
    "hint": "en/",
}
DARK = ("home", "episode", "publication", "history", "catalogue", "search")
_FORCED = ("hover", "active", "focus-visible")
# What a page must have done before its picture is taken.
_READY = {
    "search": "document.querySelector('[data-results] .hit')",
    "search-nothing": "!document.querySelector('[data-nothing]').hidden",
    "hint": "document.querySelector('.hint')",
}
# Also those pictures that would wait until they are scrolled to.
_EAGER = "for (const image of document.images) image.loading = 'eager'"
_LOADED = "[...document.images].every((image) => image.complete && image.naturalWidth)"
_DECODED = "Promise.all([...document.images].map((image) => image.decode().catch(() => null)))"
Change = Callable[[str], str]


class Shot(NamedTuple):
    """What one picture shows: a page, or all components, in a width and a scheme."""

    page: str
    width: int
    scheme: str

    @property
    def name(self) -> str:
        """Return the name of the picture's file without its ending."""
        return f"{self.page}-{self.width}-{self.scheme}"


def shots() -> list[Shot]:
    """Return every picture that is kept."""
    kept = [Shot(page, width, "light") for page in PAGES for width in WIDTHS]
    kept += [Shot(page, width, "dark") for page in DARK for width in WIDTHS]
    return kept + [Shot("components", w, s) for w in WIDTHS for s in ("light", "dark")]


def _force(page: Any) -> None:
    """Put the specimens of states into their states: no pointer can be in many places."""
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    for state in _FORCED:
        wanted = {"nodeId": root, "selector": f'[data-force="{state}"]'}
        for node in session.send("DOM.querySelectorAll", wanted)["nodeIds"]:
            forced = {"nodeId": node, "forcedPseudoClasses": [state]}
            session.send("CSS.forcePseudoState", forced)


def _open(browser: Any, shot: Shot, change: Change | None) -> Any:
    # The hint is for those who would rather read another language; nobody else gets one.
    english = PAGES.get(shot.page, "").startswith("en/") and shot.page != "hint"
    context = browser.new_context(
        viewport={"width": shot.width, "height": WIDTHS[shot.width]},
        color_scheme=shot.scheme,
        reduced_motion="reduce",
        locale="en-GB" if english else "cs-CZ",
    )
    context.clock.set_fixed_time(NOW)
    if change:
        context.route(
            "**/*.css",
            lambda route: route.fulfill(
                body=change(route.fetch().text()), content_type="text/css; charset=utf-8"
            ),
        )
    return context.new_page()


def take(browser: Any, site: str, shot: Shot, change: Change | None = None) -> Image.Image:
    """Take a picture at half its size; ``change`` may alter the stylesheets on their way."""
    page = _open(browser, shot, change)
    try:
        everything = shot.page == "components"
        path = exhibition.COMPONENTS if everything else PAGES[shot.page]
        page.goto(site + path)
        until(page, _READY.get(shot.page, "true"))
        page.evaluate("document.fonts.ready")
        target = page
        if everything:
            _force(page)
            target = page.locator(f'.specimens[data-scheme="{shot.scheme}"]')
        else:
            come_near(page)
        page.evaluate(_EAGER)
        until(page, _LOADED)
        page.evaluate(_DECODED)
        taken = target.screenshot(animations="disabled", caret="hide")
    finally:
        page.context.close()
    return Image.open(BytesIO(taken)).convert("RGB").reduce(2)


def verdict(shot: Shot, taken: Image.Image) -> str:
    """Return what is wrong with a picture, or nothing; keep what shows it."""
    kept = RECORD / f"{shot.name}.webp"
    if not kept.exists():
        return f"{kept.name}: no picture of record; `make look` takes it"
    with Image.open(kept) as record:
        found = difference(record.convert("RGB"), taken)
        if not found.counts:
            return ""
        DIFFERENCES.mkdir(parents=True, exist_ok=True)
        width, height = found.shown.size
        strip = Image.new("RGB", (width * 3 + 40, height), (255, 255, 255))
        for place, picture in enumerate((record, taken, found.shown)):
            strip.paste(picture, (place * (width + 20), 0))
        strip.save(DIFFERENCES / f"{shot.name}.png")
    return (
        f"{shot.name}: {found.share:.1%} of the picture differs, {found.worst:.0%} of one place; "
        f"see build/look/{shot.name}.png (of record, now, where). If it shall look so: "
        "`make look`, look at the pictures, and commit them."
    )


@contextmanager
def opened(root: Path) -> Iterator[str]:
    """Build the exhibition in a folder and serve it; yield its address."""
    with serve(exhibition.built(root), "/toy/") as address:
        yield address


def main(arguments: list[str] | None = None) -> int:
    """Take all pictures anew and keep those that differ from the ones of record."""
    argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0]).parse_args(arguments)
    RECORD.mkdir(exist_ok=True)
    wanted = {shot.name: shot for shot in shots()}
    for old in RECORD.glob("*.webp"):
        if old.stem not in wanted:
            old.unlink()
    with (
        tempfile.TemporaryDirectory() as temporary,
        opened(Path(temporary) / "toy") as site,
        chromium.launch() as browser,
    ):
        for shot in wanted.values():
            taken = take(browser, site, shot)
            if verdict(shot, taken):
                taken.save(RECORD / f"{shot.name}.webp", lossless=True, method=4)
                print(f"{shot.name}.webp")
    return 0


if __name__ == "__main__":
    sys.exit(main())
