"""The way between the languages in Chromium: it keeps the place, and it only ever suggests."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import ROOT, Visit, until

SWITCH = "[data-language-switch]"
SHIFT = """() => new Promise((done) => new PerformanceObserver((list) => {
    done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
}).observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 300))"""
STORED = "[localStorage.length, sessionStorage.length, document.cookie]"


@pytest.mark.parametrize(
    ("here", "there"),
    [
        # The headings of a text, whose anchors follow from its words.
        ("projects/artb/#co-rika-nazev", "en/projects/artb/#what-the-title-says"),
        ("about/corrections/#doplneni", "en/about/corrections/#additions"),
        # Anchors that are the same in both.
        ("projects/artb/#record-sources", "en/projects/artb/#record-sources"),
        ("publications/archive-catalogue/report/#page=2",
         "en/publications/archive-catalogue/report/#page=2"),
        # What is chosen in a list or searched for.
        ("catalogue/?theme=integration&from=2003", "en/catalogue/?theme=integration&from=2003"),
        ("search/?q=artb", "en/search/?q=artb"),
        # A moment.
        ("podcast/klatovy/#t=0:33", "en/podcast/klatovy/#t=0:33"),
    ],
)  # fmt: skip
def test_switch_keeps_the_place(visit: Visit, served: str, here: str, there: str) -> None:
    """Item, section, choice and moment are the same on the other side, and on the way back."""
    page = visit(here)
    page.click(SWITCH)
    page.wait_for_url(served + there)
    page.click(SWITCH)
    page.wait_for_url(served + here)

    assert served + here == page.url


def test_letters_lead_to_where_a_name_stands(visit: Visit, served: str) -> None:
    """Who is under „Š“ in Czech is found under S in English."""
    page = visit("people/#l-s-")
    page.click(SWITCH)

    assert served + "en/people/#l-s" == page.url
    assert 1 == page.locator("#l-s").count()


def test_switch_keeps_the_moment_that_plays(visit: Visit) -> None:
    """A listener goes on in the other language where the recording is."""
    page = visit("podcast/klatovy/")
    page.wait_for_selector(".player--live")
    page.evaluate("""async () => {
        const sound = document.querySelector("audio");
        sound.muted = true;
        await sound.play();
        sound.currentTime = 41.2;
    }""")
    until(page, "document.querySelector('audio').currentTime > 41.5")
    page.click(SWITCH)
    page.wait_for_url("**/en/podcast/klatovy/#t=4*")

    assert page.url.split("#")[1] in ("t=41", "t=42", "t=43", "t=44")


def test_address_is_right_before_the_click(visit: Visit) -> None:
    """A link opened in a new tab, or copied by the menu, keeps the place as well."""
    page = visit("projects/artb/#co-rika-nazev")
    page.dispatch_event(SWITCH, "pointerdown")

    assert page.get_attribute(SWITCH, "href").endswith("#what-the-title-says")


def test_switch_works_without_scripts(visit: Visit, served: str) -> None:
    """Without scripts the switch leads to the same item."""
    page = visit("projects/artb/", java_script_enabled=False)
    page.click(SWITCH)

    assert served + "en/projects/artb/" == page.url


# -- the first visit -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "locale", "text"),
    [
        ("projects/artb/", "en-GB", "Read this page in English"),
        ("en/projects/artb/", "cs-CZ", "Číst tuto stránku česky"),
        ("en/projects/artb/", "sk-SK", "Číst tuto stránku česky"),
    ],
)
def test_newcomer_is_offered_their_language(
    visit: Visit, path: str, locale: str, text: str
) -> None:
    """The offer is in the reader's language, moves nothing, keeps nothing and can be closed."""
    page = visit(path, "phone", locale=locale)

    assert text == page.inner_text(".hint a")
    assert page.get_attribute(".hint", "lang") == page.get_attribute(SWITCH, "lang")
    assert page.evaluate(SHIFT) <= 0.01
    assert [0, 0, ""] == page.evaluate(STORED)
    page.click(".hint button")
    assert 0 == page.locator(".hint").count()


def test_offer_leads_to_the_same_place(visit: Visit, served: str) -> None:
    """Whoever takes the offer reads on in the same section."""
    page = visit("projects/artb/#co-rika-nazev", locale="en-GB")
    page.click(".hint a")

    assert served + "en/projects/artb/#what-the-title-says" == page.url


@pytest.mark.parametrize("locale", ["cs-CZ", "de-DE", "sk-SK"])
def test_nobody_else_is_offered_anything(visit: Visit, locale: str) -> None:
    """Who reads the language of the page, or neither of ours, sees no offer."""
    page = visit("projects/artb/", locale=locale)
    page.wait_for_selector("[data-scheme-switch]:visible")

    assert 0 == page.locator(".hint").count()


def test_offer_is_made_where_the_reader_enters(visit: Visit) -> None:
    """On the next page the reader has decided, and is led nowhere by itself."""
    page = visit("projects/artb/", locale="en-GB")
    page.wait_for_selector(".hint")
    page.click(".masthead__nav a >> nth=0")
    page.wait_for_selector("[data-scheme-switch]:visible")

    assert page.url.endswith("/archive/podcast/")
    assert 0 == page.locator(".hint").count()


def test_offer_is_reached_by_keyboard(visit: Visit) -> None:
    """The offer stands right after the tools of the head; Esc closes it."""
    page = visit("en/", locale="cs-CZ")
    page.focus("[data-scheme-switch]")
    page.keyboard.press("Tab")
    assert "Číst tuto stránku česky" == page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Escape")

    assert 0 == page.locator(".hint").count()


def test_offer_costs_little() -> None:
    """The script of the offer is below a kilobyte as it is sent."""
    import gzip

    script = (ROOT / "docs/assets/javascripts/scheme.js").read_text()
    offer = script[script.index("function suggest") : script.index('// "/" leads')]

    assert len(gzip.compress(offer.encode())) < 1000


# -- a missing address ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "language", "headings"),
    [
        ("projects/nic/", "cs", ["H1 Stránka tu není", "H2 This page is not here"]),
        ("en/projects/nic/", "en", ["H1 This page is not here", "H2 Stránka tu není"]),
        ("entries/nic/", "cs", ["H1 Stránka tu není", "H2 This page is not here"]),
    ],
)
def test_missing_address_is_answered_in_its_language(
    browser: Any, served: str, path: str, language: str, headings: list[str]
) -> None:
    """The answer begins with the language of the address; the other one follows."""
    page = browser.new_page()
    page.goto(served + path)
    told = page.eval_on_selector_all("h1, h2", "all => all.map(h => `${h.tagName} ${h.innerText}`)")
    heading = page.locator("h1").inner_text()

    assert (headings, language) == (told, page.get_attribute("html", "lang"))
    assert page.title().startswith(heading)
    page.close()
