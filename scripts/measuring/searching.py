"""How long a reader waits from a key to results, on a processor slowed four times."""

from __future__ import annotations

import functools
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which

from playwright.sync_api import sync_playwright

from archive.content.library import Library
from measuring import grown

SLOWER = 4
QUERIES = {
    "search/": ("dobrovolne navraty", "zprávy o obchodování s lidmi", "uprchlíkům z Ukrajiny"),
    "en/search/": ("trafficking in human beings", "voluntary return"),
}
# Types a query letter by letter; returns the milliseconds from each key until the list changes.
TYPED = """async (query) => {
  const field = document.querySelector("#q"), list = document.querySelector("[data-results]");
  const times = [];
  for (let n = 4; n <= query.length; n++) {
    const changed = new Promise((done) => {
      const seen = new MutationObserver(() => { seen.disconnect(); done(true); });
      seen.observe(list, { childList: true });
      setTimeout(done, 2000, false);
    });
    field.value = query.slice(0, n);
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (await changed) times.push(performance.now() - start);
  }
  return times;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing between the figures."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def _timed(site: Path, paths: Iterable[str], called: str) -> Iterator[str]:
    """Yield the median and the worst time on a site, its files new and known."""
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"))
        for name in ("new", "known"):
            times: list[float] = []
            for path in paths:
                page = browser.new_page()
                page.goto(address + path)
                page.context.new_cdp_session(page).send(
                    "Emulation.setCPUThrottlingRate", {"rate": SLOWER}
                )
                for query in QUERIES[path]:
                    if name == "known":
                        page.evaluate(TYPED, query)
                    times += page.evaluate(TYPED, query)
                page.close()
            middle, worst = statistics.median(times), max(times)
            figures = f"{middle:5.1f} ms median, {worst:.1f} at most, of {len(times)} keys"
            yield f"key to results     {figures} ({called}, {name} files, CPU {SLOWER} x slower)"
        browser.close()


def measure(site: Path, library: Library) -> Iterator[str]:
    """Yield the times on a built site, and on one with the search of 4,000 records."""
    yield from _timed(site, QUERIES, "this archive")
    with tempfile.TemporaryDirectory() as name:
        large = Path(name)
        shutil.copytree(site / "search", large / "search")
        shutil.copytree(
            site / "assets", large / "assets", ignore=shutil.ignore_patterns("search", "images")
        )
        grown.write(site, library, large)
        yield from _timed(large, ["search/"], f"{grown.RECORDS} records")
