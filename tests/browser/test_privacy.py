"""Privacy: a page asks its own site alone, runs nothing inline, and keeps nothing unasked."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from archive.content.library import Library
from archive.telling import policy
from conftest import Visit, until

# One page of each kind, and the places where a reader does something on it.
KINDS = (
    "",
    "en/",
    "404.html",
    "about/privacy/",
    "catalogue/",
    "history/",
    "people/",
    "people/lucie-sladkova/",
    "places/",
    "podcast/",
    "podcast/klatovy/",
    "podcast/klatovy/embed/",
    "podcast/klatovy/transcript.html",
    "projects/",
    "projects/artb/",
    "publications/",
    "publications/regional-strategy-2006/",
    "search/",
    "themes/",
    "years/",
    "en/podcast/klatovy/",
    "en/projects/artb/",
    "en/search/?q=ARTB",
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
KEPT = re.compile(r"scheme|heard:.+")


def test_policy_of_every_page(real_site: Path) -> None:
    """Each page begins with a policy that forbids what it does not name."""
    policies = {
        page.relative_to(real_site).as_posix(): POLICY.search(page.read_text(encoding="utf-8"))
        for page in real_site.rglob("*.html")
    }
    told = {path: unescape(found[1]) if found else "" for path, found in policies.items()}

    assert dict.fromkeys(told, "default-src 'none'") == {
        path: rules.partition(";")[0] for path, rules in told.items()
    }
    assert [] == [path for path, rules in told.items() if "unsafe" in rules]


def test_nothing_inline(real_site: Path) -> None:
    """No page carries a style, a handler or a script of its own; data for machines apart."""
    pages = {page: page.read_text(encoding="utf-8") for page in real_site.rglob("*.html")}
    tags = {page: re.findall(r"<[a-zA-Z][^>]*>", text) for page, text in pages.items()}
    scripts = re.compile(r"<script(?![^>]*(?:\ssrc=|ld\+json))")

    found = [
        (page.relative_to(real_site).as_posix(), tag)
        for page, all_tags in tags.items()
        for tag in all_tags
        if INLINE.search(re.sub(r'="[^"]*"', "=", tag)) or scripts.match(tag)
    ]
    assert [] == found


@pytest.mark.parametrize("path", KINDS)
def test_own_site_alone(visit: Visit, path: str) -> None:
    """A page asks no other host, breaks no rule of its policy, sets no cookie, keeps nothing.

    ``visit`` fails on every message of the console (a broken policy is one), every answer
    that is an error and every request elsewhere.
    """
    page = visit(path)
    page.wait_for_load_state("networkidle")

    assert [] == page.context.cookies()
    assert {} == page.evaluate("({...localStorage, ...sessionStorage})")


def test_what_is_kept(visit: Visit) -> None:
    """On the device stay the chosen scheme and the place in a recording, and those alone."""
    page = visit("podcast/klatovy/")
    page.click("[data-scheme-switch]")
    page.select_option("[data-speed]", "1.5")
    page.evaluate("""async () => {
        const audio = document.querySelector("audio");
        audio.muted = true;
        await audio.play();
        audio.currentTime = 30;
    }""")
    until(page, "document.querySelector('audio').currentTime > 30.5")
    page.evaluate("document.querySelector('audio').pause()")
    page.wait_for_timeout(200)

    kept: dict[str, Any] = page.evaluate("({...localStorage})")
    assert "scheme" in kept
    assert [] == [key for key in kept if not KEPT.fullmatch(key)]


@pytest.mark.parametrize(
    ("redirects", "sources"),
    [(0, "'self' https://archive.test"), (2, "'self' https:")],
)
def test_recordings_elsewhere(
    toy_library: Library, monkeypatch: pytest.MonkeyPatch, redirects: int, sources: str
) -> None:
    """Only a recording may come from elsewhere: from its host, or where that sends one on."""
    entry = toy_library.of("podcast")["prvni"]
    edition = entry.editions["cs"]
    record = edition.record.model_copy(update={"audio": "https://archive.test/x.mp3"})
    kept = replace(entry, editions=entry.editions | {"cs": replace(edition, record=record)})
    content = replace(toy_library, entries=toy_library.entries | {"podcast": {"prvni": kept}})
    monkeypatch.setattr(policy.locks, "load", lambda folder: SimpleNamespace(redirects=redirects))

    assert f"media-src {sources}; " in policy.policy(content)
    assert policy.policy(content).count("http") == 1
