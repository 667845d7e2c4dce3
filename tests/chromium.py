"""Find a Chromium, or install one: an installed one, else Debian's, else Playwright's.

A missing browser is a failure, never a skip.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import sync_playwright

import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Without these, Chromium talks to its maker's hosts as soon as it starts.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters and colours are drawn alike on every machine: test_look.py compares pictures.
    "--font-render-hinting=none",
    "--disable-lcd-text",
    "--force-color-profile=srgb",
]


def installed() -> str | None:
    """Return the path of an installed Chromium."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _install_debian() -> str | None:
    """Install Debian's package where apt is there and we may use it."""
    debian.install("chromium")
    return installed()


def _install_playwright() -> None:
    """Let Playwright install its own browser; its failure is the test's."""
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


@contextmanager
def launch() -> Iterator[Any]:
    """Start a headless browser; Playwright's types end here."""
    path = installed() or _install_debian()
    if path is None:
        _install_playwright()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
