"""Listening and reading together in Chromium: transcript, search, keyboard, access, embedding."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from test_player import CLIPBOARD, EPISODE, PLAY, TIME, plays_after, stopped, wait

from archive.podcast.embed import HEIGHT
from conftest import Visit, come_near, until

FOUND = ".transcript__status"
HITS = "[...CSS.highlights.get('found')].map(String)"
SPOKEN_IN_ENGLISH = ".transcript details[data-language=en]:not([hidden])"
SCROLLED = "document.querySelector('[data-box]').scrollTop"
PAGES = [EPISODE, "en/" + EPISODE, "podcast/", "en/podcast/", EPISODE + "embed/"]


def current(page: Any) -> str:
    """Return the line of the transcript that is marked as being spoken."""
    return str(page.locator(".transcript a[aria-current=true]").inner_text())


# -- the transcript ------------------------------------------------------------------------------


def test_line_plays(visit: Visit) -> None:
    """A click on a line plays from it, and it is marked."""
    page = visit(EPISODE)
    page.click("text=Má přes šedesát členek.")
    assert plays_after(page, 36.2)

    assert "Má přes šedesát členek." == current(page)


def test_language_of_the_transcript(visit: Visit) -> None:
    """The text changes its language, the place in the recording stays, and can be linked."""
    page = visit(EPISODE)
    page.click("text=Má přes šedesát členek.")
    assert plays_after(page, 36.2)
    time = stopped(page)
    page.click("[data-choose=en]")
    page.wait_for_selector(SPOKEN_IN_ENGLISH)

    assert "It has over sixty members." == current(page)
    assert "en" == page.evaluate(
        "document.querySelector('.transcript a[aria-current]').closest('[lang]').lang"
    )
    assert (time, f"{EPISODE}?transcript=en") == (
        page.evaluate(TIME),
        page.url[-len(EPISODE) - 14 :],
    )
    page.reload()
    come_near(page)
    page.wait_for_selector(SPOKEN_IN_ENGLISH)
    assert "It has over sixty members." == current(page)


def test_last_choice_of_a_language_holds(visit: Visit) -> None:
    """A transcript asked for twice comes once; one that comes late does not push itself forward."""
    page = visit(EPISODE)
    press = "document.querySelector('[data-choose={}]').click();"
    page.evaluate(f"() => {{ {press.format('en') * 2 + press.format('cs')} }}")
    page.wait_for_selector(".transcript details[data-language=en]", state="attached")

    assert 1 == page.locator(".transcript details[data-language=en]").count()
    assert not page.is_visible(".transcript details[data-language=en]")
    assert page.is_visible(".transcript details[data-language=cs]")
    assert page.url.endswith(EPISODE)


def test_transcript_that_cannot_be_had(visit: Visit, served: str) -> None:
    """Where the other language's transcript cannot be fetched, its button leads to its page."""
    page = visit(EPISODE)
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()); }")
    page.click("[data-choose=en]")
    page.wait_for_url(f"{served}en/{EPISODE}**")

    assert page.is_visible("#record-transcript")


def test_follows_in_its_own_box(visit: Visit) -> None:
    """The text keeps up with the voice; the page itself does not move."""
    page = visit("podcast/beroun/", "phone", reduced_motion="reduce")
    page.click(".transcript [data-act=toggle]")
    place = page.evaluate("scrollY")
    page.evaluate("document.querySelector('audio').currentTime = 70")
    until(page, f"{SCROLLED} > 100")

    assert place == page.evaluate("scrollY")


def test_does_not_run_away_from_a_reader(visit: Visit) -> None:
    """Whoever scrolls the text is left alone, until they ask to go back."""
    page = visit("podcast/beroun/", "phone")
    page.locator(".transcript").scroll_into_view_if_needed()
    page.click(".transcript [data-act=toggle]")
    assert plays_after(page, 0)
    page.locator("[data-box]").hover()
    page.mouse.wheel(0, 60)
    page.wait_for_selector("[data-follow]:visible")
    page.evaluate("document.querySelector('audio').currentTime = 80")
    page.wait_for_timeout(600)
    assert page.evaluate(SCROLLED) < 200
    page.click("[data-follow]")

    until(page, f"{SCROLLED} > 200")


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("pratelstvi", ["přátelství", "přátelství"]),
        ("KLATOVECH", ["Klatovech"]),
        ("v klatovech", ["v\u00a0Klatovech"]),
        ("clenek. s klubem", None),
        ("nic takového", []),
    ],
)
def test_search(visit: Visit, words: str, hits: list[str] | None) -> None:
    """Words are found without their marks, in any case, also across two lines."""
    page = visit(EPISODE)
    page.fill(".transcript input", words)
    page.wait_for_selector(f"{FOUND}:not(:empty)")
    found = page.evaluate(HITS)

    assert found == hits if hits is not None else 1 == len(found)
    number = len(found)
    assert (f"1 z {number}" if number else "nenalezeno") == page.inner_text(FOUND)


def test_search_goes_from_hit_to_hit(visit: Visit) -> None:
    """Enter goes on, Shift with Enter back, Escape ends; the page does not move."""
    page = visit(EPISODE, reduced_motion="reduce")
    page.fill(".transcript input", "klub")
    place = page.evaluate("scrollY")
    told = []
    for key in ("Enter", "Enter", "Shift+Enter", "Escape"):
        page.press(".transcript input", key)
        told.append(page.inner_text(FOUND))

    assert ["2 z 5", "3 z 5", "2 z 5", ""] == told
    assert place == page.evaluate("scrollY")


# -- access --------------------------------------------------------------------------------------


def focus_by_tab(page: Any, selector: str) -> None:
    """Press Tab until an element has the focus; fail when it cannot be reached."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} cannot be reached by Tab")


def test_keyboard_only(visit: Visit) -> None:
    """Everything works by keys: play, pause, skip, chapters."""
    page = visit(EPISODE)
    focus_by_tab(page, PLAY)
    page.keyboard.press("Space")
    assert plays_after(page, 0)
    page.keyboard.press("k")
    wait(page, "return a.paused")
    time = page.evaluate(TIME)
    for key, step in (("l", 30), ("ArrowRight", 5), ("j", -15), ("ArrowLeft", -5)):
        page.keyboard.press(key)
        time += step
        assert time == pytest.approx(page.evaluate(TIME), abs=0.1)
    focus_by_tab(page, ".player__chapters li:last-child button")
    page.keyboard.press("Enter")

    assert plays_after(page, 57)


def test_transcript_by_keyboard(visit: Visit) -> None:
    """The whole transcript is one stop of Tab; arrows go through it, Enter plays."""
    page = visit("en/" + EPISODE)
    focus_by_tab(page, ".transcript a[data-start]")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert plays_after(page, 21.5)
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('.transcript__part') === null")


def test_without_scripts(visit: Visit, served: str) -> None:
    """Without scripts the browser's own player, the transcript and the chapters are there.

    The transcript in the other language is on the page of that language.
    """
    page = visit(EPISODE, java_script_enabled=False)
    assert page.locator(".player audio[controls]").is_visible()
    assert not page.locator(".player__deck, .transcript__tools, [data-copy]").first.is_visible()
    assert 4 == page.locator(".player__chapters li:visible").count()
    assert page.is_visible("text=Má přes šedesát členek.")
    page.click("text=Přepis – angličtina")
    page.click("text=It has over sixty members.")

    assert f"{served}en/{EPISODE}#t=0:36" == page.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_fault_of_access(visit: Visit, path: str, scheme: str) -> None:
    """axe-core finds no fault, before, while something plays and is searched for."""
    page = visit(path + "#t=0:30", color_scheme=scheme)
    page.wait_for_selector(".player--live")
    before = Axe().run(page)
    assert 0 == before.violations_count, before.generate_report()
    page.locator(PLAY).first.click()
    wait(page, "return !a.paused && a.readyState > 2")
    if path.endswith(EPISODE):
        page.fill(".transcript input", "klub")
        page.click("[data-act=link]")
    after = Axe().run(page)
    assert 0 == after.violations_count, after.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_narrow_and_large(visit: Visit, path: str) -> None:
    """At 320 px, and there with text of 200 %, nothing sticks out."""
    page = visit(path, (320, 640))
    for size in ("100%", "200%"):
        page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
        assert 320 == page.evaluate("document.documentElement.scrollWidth")


def test_targets(visit: Visit) -> None:
    """Every control can be hit with a thumb: 44 px each way."""
    page = visit(f"{EPISODE}#t=0:30", "phone")
    page.fill(".transcript input", "klub")
    parts = (".player", ".transcript", ".cite")
    controls = ", ".join(f"{part} :is(button, select, input)" for part in parts)
    boxes = [c.bounding_box() for c in page.locator(controls).all() if c.is_visible()]

    assert len(boxes) > 12
    assert [] == [box for box in boxes if min(box["width"], box["height"]) < 44]


# -- on other sites ------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 480, 640])
@pytest.mark.parametrize("episode", ["klatovy", "beroun", "jablonec-nad-nisou", "cheb", "hodonin"])
def test_embed_fits_its_frame(visit: Visit, episode: str, width: int) -> None:
    """The frame that we tell others to make is high enough."""
    page = visit(f"en/podcast/{episode}/embed/", (width, HEIGHT))
    page.wait_for_selector(".player--live")

    assert page.evaluate("document.documentElement.scrollHeight") <= HEIGHT


def test_embed_plays_in_a_frame(visit: Visit, real_site: Path, served: str) -> None:
    """The code that oEmbed gives plays in another page, and links to the episode's."""
    told = json.loads((real_site / EPISODE / "oembed.json").read_text(encoding="utf-8"))
    page = visit("robots.txt", **CLIPBOARD)  # a page without our policy, as another site is
    page.set_content(told["html"].replace("https://example.org/archive/", served))
    frame = page.frame_locator("iframe")
    frame.locator(PLAY).click()
    frame.locator("[data-state=playing]").first.wait_for()
    frame.locator("[data-act=link]").click()
    frame.locator(".said--shown").wait_for()

    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{served}{EPISODE}#t=0:0")


def test_discovery(visit: Visit) -> None:
    """An episode's page names its oEmbed document."""
    page = visit("en/podcast/cheb/")
    link = page.locator("link[type='application/json+oembed']").get_attribute("href")

    assert "https://example.org/archive/en/podcast/cheb/oembed.json" == link
