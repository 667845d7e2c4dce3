"""The site by keyboard alone: every control is reached, seen and left, on each kind of page."""

from __future__ import annotations

from typing import Any

import pytest

import access
from conftest import Visit, until

KINDS = [
    "",
    "podcast/",
    "podcast/klatovy/",
    "podcast/klatovy/embed/",
    "projects/",
    "projects/iyouth/",
    "publications/archive-catalogue/",
    "publications/archive-catalogue/report/",
    "people/",
    "people/lucie-sladkova/",
    pytest.param("history/", marks=pytest.mark.night),  # hundreds of stops
    "themes/integration/",
    pytest.param("places/", marks=pytest.mark.night),
    "years/2012/",
    "catalogue/",
    "search/",
    "about/rights/",
    "about/fixity/",
    "about/accessibility/",
    "404.html",
]

# What a reader sees of an element and what is in it; the ring may be drawn on a part of it.
_LOOK = """(one) => [one, ...one.querySelectorAll("*")].map((part) => {
    const s = getComputedStyle(part);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.stroke, s.strokeWidth, s.fill,
        s.boxShadow, s.borderColor, s.clipPath, s.top].join();
}).join("|")"""
# Everything that Tab may stop at, with its number; the rest of a group of radio buttons is no stop.
_NUMBER = """() => {
    const closed = (one) => { const d = one.closest("details:not([open])");
        return d && one !== d.querySelector("summary"); };
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary,"
        + " audio[controls], [tabindex]")].filter((one) => one.tabIndex >= 0 && !one.disabled
        && one.checkVisibility({ visibilityProperty: true }) && !closed(one));
    stops.forEach((one, at) => { one.dataset.stop = at; });
    return stops.length;
}"""
# Where the focus is: number, how it looks with and without it, and whether it is on the screen.
_STOP = f"""() => {{
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const look = {_LOOK};
    const seen = look(one), box = one.getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0
        && box.left < innerWidth;
    const html = one.cloneNode().outerHTML.slice(0, 120);
    one.blur();
    const unseen = look(one);
    one.focus({{ preventScroll: true, focusVisible: true }});
    return {{ at: one.dataset.stop, html, inside, ring: seen !== unseen }};
}}"""


def walk(page: Any) -> tuple[int, list[dict[str, Any]]]:
    """Press Tab from the top to the end of a page; return how many stops there are, and each."""
    count = int(page.evaluate(_NUMBER))
    # The search page puts the focus into its field.
    page.evaluate("document.body.tabIndex = -1, document.body.focus()")
    page.evaluate("document.body.removeAttribute('tabindex')")
    stops = []
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop is None:
            break
        stops.append(stop)
    return count, stops


@pytest.mark.parametrize("path", KINDS)
def test_every_stop_is_reached_and_seen(visit: Visit, path: str) -> None:
    """Tab stops at each control, which is on the screen and marked, and leaves the last one."""
    count, stops = walk(visit(path, reduced_motion="reduce"))

    assert [] == [stop["html"] for stop in stops if not (stop["inside"] and stop["ring"])]
    assert {str(n) for n in range(count)} == {stop["at"] for stop in stops}
    assert len(stops) == count > 2


@pytest.mark.parametrize("path", ["", "en/projects/artb/", "podcast/klatovy/", "catalogue/"])
def test_skip_link_leads_past_the_header(visit: Visit, path: str) -> None:
    """The first Tab finds the way to the content, and the next one goes on from there."""
    page = visit(path)
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("!!document.activeElement.closest('main')")


def test_header_by_keyboard(visit: Visit, served: str) -> None:
    """The scheme changes by Space, the language by Enter."""
    page = visit("projects/artb/", color_scheme="light")
    page.focus("[data-scheme-switch]")
    page.keyboard.press("Space")
    assert "dark" == page.get_attribute("html", "data-scheme")
    page.focus("[data-language-switch]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/projects/artb/")

    assert f"{served}en/projects/artb/" == page.url


def test_citation_by_keyboard(visit: Visit) -> None:
    """Further styles open by Enter, a citation is copied by Space, and that is said."""
    page = visit("projects/iyouth/", permissions=["clipboard-read", "clipboard-write"])
    page.focus(".cite__more summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    button = page.evaluate("document.activeElement.dataset.citeCopy")
    until(page, "[...document.querySelectorAll('[role=status]')].some((s) => s.textContent)")

    assert page.inner_text(f"#{button}") == page.evaluate("navigator.clipboard.readText()")


def test_picture_of_time_scrolls_by_arrows(visit: Visit) -> None:
    """The sheet of the years moves under the arrow keys where it is wider than the screen."""
    page = visit("history/", "phone", reduced_motion="reduce")
    page.focus(".plate__scroll")
    page.evaluate("document.activeElement.scrollLeft = 0")
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.plate__scroll').scrollLeft > 0")


def test_table_scrolls_by_arrows(visit: Visit) -> None:
    """A table that is wider than the screen has a name, takes the focus and moves."""
    page = visit("projects/iyouth/", (320, 640), reduced_motion="reduce")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    table = page.get_by_role("region", name="Tabulka: Partneři v pěti zemích")
    table.focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.activeElement.scrollLeft > 0")


def test_reading_view_by_keyboard(visit: Visit) -> None:
    """A page of a document is chosen, and reading goes on from there."""
    page = visit("publications/archive-catalogue/report/")
    if not page.locator(".reading__jump[open]").count():
        page.focus(".reading__jump summary")
        page.keyboard.press("Enter")
    page.focus(".reading__jump a[href$='page=3']")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.href").endswith("#page=3")


# -- as people set their screens -----------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "podcast/klatovy/", "catalogue/", "search/?q=navraty"])
def test_forced_colours_keep_controls(visit: Visit, path: str) -> None:
    """In colours of the reader's own, every button and field has an edge or a ground."""
    page = visit(path, forced_colors="active")
    bare = page.evaluate("""() => [...document.querySelectorAll("button, input, select")]
        .filter((one) => one.checkVisibility() && one.type !== "checkbox" && one.type !== "range")
        .filter((one) => { const s = getComputedStyle(one), g = getComputedStyle(document.body);
            return (s.borderStyle === "none" || s.borderWidth === "0px")
                && s.backgroundColor === g.backgroundColor && !one.querySelector("svg"); })
        .map((one) => one.outerHTML.slice(0, 120))""")

    assert [] == bare


@pytest.mark.parametrize("path", ["", "podcast/klatovy/", "history/", "catalogue/", "search/"])
def test_nothing_moves_for_who_asks_for_stillness(visit: Visit, path: str) -> None:
    """With reduced motion no transition, animation or smooth scrolling is left."""
    page = visit(path, reduced_motion="reduce")
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((one) => {
        const s = getComputedStyle(one);
        const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.01);
        return s.scrollBehavior === "smooth" || long(s.transitionDuration)
            || (s.animationName !== "none" && long(s.animationDuration));
    }).map((one) => one.cloneNode().outerHTML.slice(0, 120))""")

    assert [] == moving


# -- in use --------------------------------------------------------------------------------------


def unfold(page: Any) -> None:
    """Open everything that is closed."""
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")


def choose(page: Any) -> None:
    """Narrow the catalogue and open everything that is closed."""
    if not page.locator("[data-facets][open]").count():
        page.click("[data-facets] > summary")
    page.locator(".facet input[type=checkbox]").first.check()
    page.wait_for_selector(".chips button")
    unfold(page)
    # Above its end, the button that closes the choices floats over whatever is below.
    page.evaluate("document.querySelector('[data-facets] form').scrollIntoView({block: 'end'})")


def ask(page: Any) -> None:
    """Wait for the results of a search and open what narrows them."""
    page.wait_for_selector("[data-results] li")
    unfold(page)


@pytest.mark.parametrize("width", [access.NARROW, access.WIDE])
@pytest.mark.parametrize(
    ("path", "act"),
    [
        ("catalogue/", choose),
        ("en/catalogue/", choose),
        ("search/?q=dobrovolne+navraty", ask),
        ("en/search/?q=voluntary+returns", ask),
        ("projects/iyouth/", unfold),
        ("en/publications/archive-catalogue/", unfold),
        ("history/", unfold),
    ],
)
def test_no_fault_in_use(visit: Visit, path: str, act: Any, width: int) -> None:
    """What scripts add and what readers open is as free of faults as the page before."""
    page = visit(path, (width, access.HEIGHT), reduced_motion="reduce")
    act(page)
    page.evaluate(access.source())

    assert [] == access.sticking_out(page, width) + access.faults_of_both_schemes(page)
