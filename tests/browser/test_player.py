"""The player in Chromium: it plays, remembers, and leads to a moment, as a listener would ask."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest

from conftest import Visit, until

EPISODE = "podcast/klatovy/"
PLAY = ".player [data-act=toggle]"
TIME = "document.querySelector('audio').currentTime"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def wait(page: Any, condition: str) -> None:
    """Wait until something is true of ``a``, the page's first recording."""
    until(page, f"(() => {{ const a = document.querySelector('audio'); {condition} }})()")


def plays_after(page: Any, seconds: float) -> bool:
    """Wait until the recording plays, and tell whether it does so just after a time."""
    wait(page, f"return !a.paused && a.currentTime > {seconds} + 0.1 && a.readyState > 2")
    return bool(seconds < page.evaluate(TIME) < seconds + 4)


def stopped(page: Any) -> float:
    """Pause and return the time."""
    page.click(PLAY)
    wait(page, "return a.paused")
    return float(page.evaluate(TIME))


# -- playing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [EPISODE, "en/podcast/", "", "podcast/klatovy/embed/"])
def test_nothing_is_fetched_before_it_is_wanted(visit: Visit, path: str) -> None:
    """No byte of a recording is loaded until somebody plays it."""
    page = visit(path)
    page.wait_for_selector(".player--live")
    page.wait_for_timeout(300)
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")

    assert [] == [address for address in loaded if address.endswith(".mp3")]


def test_plays_and_pauses(visit: Visit) -> None:
    """The button plays, says that it would now pause, and pauses."""
    page = visit(EPISODE)
    assert "Přehrát: Nad hrncem přátelství" == page.get_attribute(PLAY, "aria-label")
    page.click(PLAY)
    assert plays_after(page, 0)
    assert "Pozastavit: Nad hrncem přátelství" == page.get_attribute(PLAY, "aria-label")
    stopped(page)

    # The event that tells of the pause comes a moment after it.
    page.get_by_role("button", name="Přehrát: Nad hrncem přátelství").first.wait_for()


def test_one_plays_at_a_time(visit: Visit) -> None:
    """A second episode in the list silences the first."""
    page = visit("podcast/")
    page.locator(PLAY).nth(0).click()
    assert plays_after(page, 0)
    page.locator(PLAY).nth(1).click()
    wait(page, "return a.paused && !document.querySelectorAll('audio')[1].paused")

    assert 5 == page.locator(".player--live").count()


def test_chapter(visit: Visit) -> None:
    """A chapter plays from its beginning and is marked as the one that plays."""
    page = visit("en/" + EPISODE)
    page.locator(".player__chapters button").nth(2).click()

    assert plays_after(page, 39)
    assert "true" == page.locator(".player__chapters button").nth(2).get_attribute("aria-current")


def test_lock_screen(visit: Visit) -> None:
    """The system's own controls are told what plays, and how long it is."""
    page = visit("en/podcast/cheb/")
    page.click(PLAY)
    assert plays_after(page, 0)
    data = "navigator.mediaSession.metadata"

    assert "Today me, tomorrow you" == page.evaluate(f"{data}.title")
    assert "To keep the sky from falling" == page.evaluate(f"{data}.artist")
    assert page.evaluate(f"{data}.artwork[0].src").endswith("/podcast/cheb/cover-small.webp")


def test_speed_is_kept(visit: Visit) -> None:
    """The speed holds, also on the page of the next episode."""
    page = visit(EPISODE)
    page.select_option("[data-speed]", "1.5")
    assert 1.5 == page.evaluate("document.querySelector('audio').playbackRate")
    page.click("a[rel=next]")
    page.wait_for_selector(".player--live")

    assert "1.5" == page.input_value("[data-speed]")


# -- coming back ---------------------------------------------------------------------------------


def test_resumes_where_it_stopped(visit: Visit) -> None:
    """After a reload, and in the other language, the reader is offered to go on."""
    page = visit(EPISODE)
    page.locator(".player__chapters button").nth(1).click()
    assert plays_after(page, 21)
    time = stopped(page)
    page.reload()
    assert re.match(r"Pokračovat od 0:2\d", page.inner_text("[data-offer]"))
    page.click("[data-language-switch]")
    page.click("text=Resume from 0:2")

    assert plays_after(page, time - 0.2)


def test_forgets_at_the_end(visit: Visit) -> None:
    """What has been heard to the end starts anew."""
    page = visit(EPISODE)
    page.locator(".player__chapters button").nth(3).click()
    assert plays_after(page, 57)
    page.evaluate("document.querySelector('audio').currentTime = 85")
    wait(page, "return a.ended")
    page.reload()
    page.wait_for_selector(".player--live")

    assert not page.is_visible("[data-offer]")
    assert 0 == page.evaluate(TIME)


@pytest.mark.parametrize("moment", ["1:03", "63", "0:01:03.0", "npt:63,70"])
def test_link_to_a_moment(visit: Visit, moment: str) -> None:
    """An address with a moment sets the time and offers it; nothing plays unasked."""
    page = visit(f"{EPISODE}#t={moment}")
    assert "Přehrát od 1:03" == page.inner_text("[data-offer]")
    assert page.evaluate("document.querySelector('audio').paused")
    page.click("text=Přehrát od 1:03")

    assert plays_after(page, 63)
    assert page.url.endswith(EPISODE)


def test_moment_in_the_other_language(visit: Visit) -> None:
    """The switch of language takes the moment along."""
    page = visit(f"{EPISODE}#t=1:03")
    page.click("[data-language-switch]")

    assert "Play from 1:03" == page.inner_text("[data-offer]")


def test_another_moment_in_the_same_page(visit: Visit) -> None:
    """A moment typed into the address line is gone to."""
    page = visit(f"{EPISODE}#t=1:03")
    page.evaluate("location.hash = 't=0:30'")
    page.wait_for_selector("text=Přehrát od 0:30")

    assert 30 <= page.evaluate(TIME) < 31


def test_copies_a_link_to_the_moment(visit: Visit, served: str) -> None:
    """What is copied leads back to where the reader was."""
    page = visit(f"{EPISODE}#t=1:03", **CLIPBOARD)
    page.click("[data-act=link]")
    page.wait_for_selector("[role=status]:text-is('Odkaz na čas 1:03 je zkopírovaný.')")

    assert f"{served}{EPISODE}#t=1:03" == page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(
    ("button", "copied"),
    [
        ("cite-episode", r"klatovy/\. \[cit\. \d{4}-\d\d-\d\d\]\.$"),
        ("cite-moment", r"čas 1:03\. .*klatovy/#t=1:03\. \[cit\. "),
        ("feed-address", r"^https://example\.org/archive/podcast/feed\.xml$"),
    ],
)
def test_copies(visit: Visit, button: str, copied: str) -> None:
    """Citations, with today's date and the moment, and the feed's address can be copied."""
    page = visit(f"{EPISODE}#t=1:03", **CLIPBOARD)
    page.click(f"[data-copy={button}]")
    page.wait_for_selector(".said--shown")

    assert re.search(copied, page.evaluate("navigator.clipboard.readText()"))


# -- weight --------------------------------------------------------------------------------------


def weight(site: Path, *paths: str) -> int:
    """Return the bytes that files take on the way, texts compressed as Pages does it."""
    files = [site / path for path in paths]
    raw = (".webp",)
    return sum(
        len(f.read_bytes() if f.suffix in raw else gzip.compress(f.read_bytes())) for f in files
    )


def test_light_code(real_site: Path) -> None:
    """All code of the player, transcript and search included, is below 15 kB."""
    names = ("player", "say", "transcript")

    assert weight(real_site, *(f"assets/javascripts/{name}.js" for name in names)) < 15_000


@pytest.mark.parametrize("episode", ["klatovy", "jablonec-nad-nisou"])
def test_light_embed(visit: Visit, served: str, real_site: Path, episode: str) -> None:
    """An embedded player, with everything it loads, is below 30 kB."""
    page = visit(f"en/podcast/{episode}/embed/")
    page.wait_for_selector(".player--live")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    paths = [address.removeprefix(served) for address in loaded]

    assert {".css", ".js", ".webp"} <= {Path(path).suffix for path in paths}
    assert weight(real_site, f"en/podcast/{episode}/embed/index.html", *paths) < 30_000
