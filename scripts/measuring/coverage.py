"""How much of the styles and scripts a page loads it uses, as Chromium counts it."""

from __future__ import annotations

from typing import TypedDict

from playwright.sync_api import Browser

from measuring.pages import DESKTOP


def _union(ranges: list[tuple[int, int]]) -> int:
    """Return how many places some ranges cover together."""
    covered = end = 0
    for start, stop in sorted(ranges):
        covered += max(0, stop - max(start, end))
        end = max(end, stop)
    return covered


class _Range(TypedDict):
    startOffset: int
    endOffset: int
    count: int


class _Function(TypedDict):
    ranges: list[_Range]


class _Script(TypedDict):
    url: str
    functions: list[_Function]


class _Rule(TypedDict):
    styleSheetId: str
    startOffset: float
    endOffset: float
    used: bool


def _used_script(script: _Script) -> list[tuple[int, int]]:
    """Return what ran of a script: the inner ranges overrule the outer ones."""
    ranges = [one for function in script["functions"] for one in function["ranges"]]
    length = max(one["endOffset"] for one in ranges)
    ran = bytearray(length)
    for one in sorted(ranges, key=lambda one: one["startOffset"] - one["endOffset"]):
        span = one["endOffset"] - one["startOffset"]
        ran[one["startOffset"] : one["endOffset"]] = bytes([one["count"] > 0]) * span
    return [(place, place + 1) for place in range(length) if ran[place]]


def coverage(browser: Browser, address: str) -> dict[str, tuple[int, int]]:
    """Return characters used and loaded of ``css`` and ``js`` on a page, not compressed."""
    context = browser.new_context(**DESKTOP)
    page = context.new_page()
    session = context.new_cdp_session(page)
    sheets: dict[str, int] = {}
    session.on(
        "CSS.styleSheetAdded",
        lambda e: sheets.update({e["header"]["styleSheetId"]: int(e["header"]["length"])}),
    )
    for command in ("DOM.enable", "CSS.enable", "CSS.startRuleUsageTracking", "Profiler.enable"):
        session.send(command)
    session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
    page.goto(address, wait_until="networkidle")
    rules: list[_Rule] = session.send("CSS.stopRuleUsageTracking")["ruleUsage"]
    ran: list[_Script] = session.send("Profiler.takePreciseCoverage")["result"]
    scripts = [script for script in ran if script["url"].startswith("http")]
    context.close()
    css = [
        _union(
            [
                (int(r["startOffset"]), int(r["endOffset"]))
                for r in rules
                if r["styleSheetId"] == sheet and r["used"]
            ]
        )
        for sheet in sheets
    ]
    js = [_union(_used_script(script)) for script in scripts]
    loaded = sum(
        max(one["endOffset"] for f in script["functions"] for one in f["ranges"])
        for script in scripts
    )
    return {"css": (sum(css), sum(sheets.values())), "js": (sum(js), loaded)}
