"""What a page weighs and how quickly it stands, as Chromium meets it.

The browser and the address come from outside: a test and the bench use the same measures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize


class Device(TypedDict, total=False):
    """What Chromium pretends to be."""

    viewport: ViewportSize
    device_scale_factor: float
    is_mobile: bool
    has_touch: bool


PHONE: Device = {
    "viewport": {"width": 412, "height": 823},
    "device_scale_factor": 1.75,
    "is_mobile": True,
    "has_touch": True,
}
DESKTOP: Device = {"viewport": {"width": 1280, "height": 900}}
SCREENS: dict[str, Device] = {"phone": PHONE, "desktop": DESKTOP}
# Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back; and its slow CPU.
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_638_400 / 8,
    "uploadThroughput": 768_000 / 8,
}
SLOWDOWN = 4
_OBSERVE = """
window.seen = { lcp: 0, cls: 0, fcp: 0, tasks: [] };
const observe = (type, act) => new PerformanceObserver((list) => list.getEntries().forEach(act))
  .observe({ type, buffered: true });
observe("largest-contentful-paint", (entry) => { seen.lcp = entry.startTime; });
// Nobody touches the page: what Chromium lays to an input is the emulated screen itself.
observe("layout-shift", (entry) => { seen.cls += entry.value; });
observe("paint", ({ name, startTime }) => {
  if (name === "first-contentful-paint") seen.fcp = startTime;
});
observe("longtask", ({ startTime, duration }) => {
  seen.tasks.push([startTime, startTime + duration]);
});
"""
_BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.initiatorType === "script" && entry.renderBlockingStatus === "blocking")
  .map((entry) => entry.name)"""


@dataclass(frozen=True)
class Visit:
    """What a visit to a page moved: bytes with their headers, by address; scripts in the way."""

    moved: dict[str, int]
    blocking: list[str]

    @property
    def weight(self) -> int:
        """All bytes; what the cache gave has none."""
        return sum(self.moved.values())

    @property
    def requests(self) -> int:
        """Answers that came over the network."""
        return sum(1 for size in self.moved.values() if size)

    def told(self) -> str:
        """Return the bytes by address, the heaviest first."""
        rows = sorted(self.moved.items(), key=lambda row: -row[1])
        return "\n".join(f"{size:>8} {address}" for address, size in rows if size)


@dataclass(frozen=True)
class Pace:
    """How quickly a page stood: largest paint and blocked time in ms, shift as a share."""

    lcp: float
    cls: float
    tbt: float


class _Seen(TypedDict):
    fcp: float
    lcp: float
    cls: float
    tasks: list[tuple[float, float]]


class _Asked(TypedDict):
    url: str


class _Event(TypedDict):
    requestId: str
    request: _Asked
    encodedDataLength: float


def visit(context: BrowserContext, address: str) -> Visit:
    """Open a page without scrolling and return what it moved; a context is a browser's cache."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    asked: dict[str, str] = {}
    moved: dict[str, int] = {}

    def ask(event: _Event) -> None:
        if event["request"]["url"].startswith("http"):
            asked[event["requestId"]] = event["request"]["url"]

    def finish(event: _Event) -> None:
        if url := asked.get(event["requestId"]):
            moved[url] = moved.get(url, 0) + int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", ask)
    session.on("Network.loadingFinished", finish)
    session.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    blocking = page.evaluate(_BLOCKING)
    page.close()
    return Visit(moved, blocking)


def observe(page: Page) -> None:
    """Let a page about to be opened note its paints, shifts and long tasks in ``seen``."""
    page.add_init_script(_OBSERVE)


def pace(browser: Browser, address: str) -> Pace:
    """Open a page on a phone, on slow 4G with a slow CPU, and return how quickly it stood."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    observe(page)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(500)
    seen: _Seen = page.evaluate("window.seen")
    context.close()
    # Total Blocking Time counts from the first paint on, of each task what is over 50 ms.
    tasks = [end - max(start, seen["fcp"]) for start, end in seen["tasks"]]
    return Pace(seen["lcp"], seen["cls"], sum(max(0.0, task - 50) for task in tasks))
