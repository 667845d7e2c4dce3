"""The server and the browser of the tests, for measures outside them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType

from playwright.sync_api import Browser

_TESTS = Path(__file__).parents[2] / "tests"


def _module(name: str) -> ModuleType:
    if str(_TESTS) not in sys.path:
        sys.path.append(str(_TESTS))
    return importlib.import_module(name)


@contextmanager
def served(site: Path, base: str = "/archive/") -> Iterator[str]:
    """Serve a built site as GitHub Pages does; yield its address."""
    serve: Callable[..., AbstractContextManager[str]] = _module("server").serve
    with serve(site, base, compress=True) as address:
        yield address


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the tests' Chromium."""
    launch: Callable[[], AbstractContextManager[Browser]] = _module("chromium").launch
    with launch() as instance:
        yield instance


def chromium() -> str:
    """Return the path of an installed Chromium.

    Raises FileNotFoundError when there is none.
    """
    installed: Callable[[], str | None] = _module("chromium").installed
    if path := installed():
        return path
    raise FileNotFoundError("chromium: not installed; on Debian and Ubuntu `apt install chromium`")
