"""The archive grows: many more records, photos and a document change nothing that is judged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import growing
from conftest import ROOT, build

EACH = 100


def run(root: Path, *command: str) -> str:
    """Run a command of the copy as an officer's pull request does, and return what went wrong."""
    paths = os.pathsep.join(str(root / name) for name in ("hooks", "scripts"))
    done = subprocess.run(
        [sys.executable, *command],
        cwd=root,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else (done.stdout + done.stderr)[-20_000:]


@pytest.mark.night
def test_content_may_grow(tmp_path: Path) -> None:
    """With a hundred records more of each kind, check, build and tests of content stay green."""
    root = growing.copy_of(ROOT, tmp_path / "grown")
    growing.grow(root, EACH)
    for asked in (["ledger", "files"], ["stamp"], ["check"]):
        assert "" == run(root, "scripts/command.py", *asked)
    done = build(root, environment={"PYTHONPATH": str(root / "hooks")})
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    suite = ["-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "-p", "no:cacheprovider"]

    assert "" == run(root, *suite, "-m", "content and not night and not editorial")
