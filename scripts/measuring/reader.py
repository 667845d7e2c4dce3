"""What a reader meets: weight, pace and use of styles and scripts, ours against other sites'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from measuring.coverage import coverage
from measuring.local import browser, served
from measuring.pages import PHONE, pace, visit

# One page of each kind, and the one that every generator has.
KINDS = (
    "",
    "projects/",
    "projects/iyouth/",
    "publications/",
    "publications/archive-catalogue/",
    "publications/archive-catalogue/report/",
    "podcast/",
    "podcast/klatovy/",
    "podcast/klatovy/embed/",
    "people/",
    "people/fatima-rahimi/",
    "themes/",
    "themes/integration/",
    "years/",
    "years/2015/",
    "history/",
    "places/",
    "about/",
    "about/fixity/",
    "search/",
    "catalogue/",
    "404.html",
)
SHARED = "projects/iyouth/"
RUNS = 3


def _weight(instance: Browser, address: str) -> tuple[int, int]:
    context = instance.new_context(**PHONE)
    seen = visit(context, address)
    context.close()
    return seen.weight, seen.requests


def _paces(instance: Browser, base: str) -> Iterator[str]:
    yield "slow 4G, CPU 4 times slower, phone: median of three"
    for path in KINDS:
        runs = [pace(instance, base + path) for _ in range(RUNS)]
        lcp = median(run.lcp for run in runs)
        tbt = median(run.tbt for run in runs)
        cls = median(run.cls for run in runs)
        yield f"  /{path:<40} LCP {lcp:5.0f} ms  TBT {tbt:4.0f} ms  CLS {cls:.4f}"


def _share(counts: tuple[int, int]) -> str:
    used, loaded = counts
    return f"{used / max(loaded, 1):4.0%} of {loaded / 1000:.0f} kB"


def _site(instance: Browser, base: str) -> dict[str, float]:
    address = base + SHARED
    weight, requests = _weight(instance, address)
    runs = [pace(instance, address) for _ in range(RUNS)]
    lcp, tbt = min(run.lcp for run in runs), min(run.tbt for run in runs)
    return {"bytes": weight, "requests": requests, "LCP ms": lcp, "TBT ms": tbt}


def measure(ours: Path, others: Mapping[str, Path]) -> Iterator[str]:
    """Yield what was measured, a line each; ``others`` are built sites with the same pages."""
    with browser() as instance:
        with served(ours) as base:
            yield from _paces(instance, base)
            mine = _site(instance, base)
            used = coverage(instance, base + SHARED)
            yield f"used here: css {_share(used['css'])}, js {_share(used['js'])}"
        for name, folder in others.items():
            with served(folder) as base:
                theirs = _site(instance, base)
                used = coverage(instance, base + SHARED)
            yield f"/{SHARED}, ours / {name}:"
            for key, value in mine.items():
                ratio = f"{value / theirs[key]:5.2f}" if theirs[key] else "    –"
                yield f"  {key:<9} {ratio}  ({value:.0f} / {theirs[key]:.0f})"
            yield f"  used there: css {_share(used['css'])}, js {_share(used['js'])}"
