"""A build that fails or is killed anywhere leaves the whole old site, or the whole new one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_build import contents

from archive.keeping import site_folder
from conftest import build, make_toy

# MkDocs as it is run, but that one call into the core fails, or the process dies there.
FAILING = """
import errno, os, sys
from pathlib import Path
from archive.keeping import claims, site_folder

where, at, dying = sys.argv.pop(1), int(sys.argv.pop(1)), sys.argv.pop(1) == "dies"
count = 0

def failing(call):
    def run(*arguments, **options):
        global count
        count += 1
        if count == at:
            if dying:
                os._exit(9)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[1]))
        return call(*arguments, **options)
    return run

if where == "door":
    claims.Door.write = failing(claims.Door.write)
elif where == "renames":
    site_folder._exchange = lambda one, other: False
    Path.rename = failing(Path.rename)
elif where == "exchange":
    site_folder._exchange = failing(site_folder._exchange)
elif where == "lock":
    hold = site_folder.hold
    site_folder.hold = lambda site, wait, tell: hold(site, wait=at / 10, tell=tell)
sys.argv[0] = "mkdocs"
from mkdocs.__main__ import cli
cli()
"""


def failing(root: Path, *how: str) -> subprocess.CompletedProcess[str]:
    """Build a folder's site with a failure; ``how`` says where, at which call, and in what way."""
    command = [sys.executable, "-c", FAILING, *how, "build", "--strict"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], dict[str, str]]:
    """A toy archive whose site is of an older content, and both sites as they should be."""
    root = make_toy(tmp_path_factory.mktemp("torn") / "toy")
    assert 0 == build(root).returncode
    old = contents(root / "site")
    shutil.copytree(root / "site", root / "old")
    page = root / "docs" / "projects" / "jezero" / "index.cs.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNová věta.\n", encoding="utf-8")
    assert 0 == build(root).returncode
    return root, old, contents(root / "site")


States = tuple[Path, dict[str, str], dict[str, str]]


def put_back(root: Path) -> None:
    """Put the old site back."""
    shutil.rmtree(root / "site", ignore_errors=True)
    shutil.copytree(root / "old", root / "site")


def beside(root: Path) -> list[str]:
    """Return what builds have left beside the site."""
    return sorted(name for name in os.listdir(root) if name.startswith("site."))


@pytest.mark.parametrize("how", ["fails", "dies"])
@pytest.mark.parametrize(
    ("where", "at"),
    [("door", 1), ("door", 120), ("renames", 1), ("renames", 2), ("renames", 3), ("exchange", 1)],
)
def test_failure_at_each_door(states: States, where: str, at: int, how: str) -> None:
    """A full disk, or death, at a write or a rename: the old site, or the next build mends it."""
    root, old, new = states
    put_back(root)
    done = failing(root, where, str(at), how)

    assert "Traceback" not in done.stderr
    if (where, at) == ("renames", 3):  # the old site only waits to be deleted
        assert contents(root / "site") == new
    else:
        assert done.returncode != 0
        assert ("No space left on device" in done.stderr) == (how == "fails")
        if how == "fails":
            assert [] == beside(root)
        if (how, where, at) != ("dies", "renames", 2):  # between two renames there is no site
            assert contents(root / "site") == old
    # The next build puts the old site back before it does anything else.
    page = root / "docs" / "projects" / "jezero" / "index.cs.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("confidence: medium", "confidence: snad"), encoding="utf-8")
    refused = build(root)
    page.write_text(text, encoding="utf-8")

    assert "[confidence]" in refused.stderr
    assert contents(root / "site") in (old, new)
    assert [] == beside(root)


def test_killed_at_any_moment(states: States) -> None:
    """However far a build has come when it is killed, the site is whole; the next one ends well."""
    root, old, new = states
    chance = random.Random(10)
    start = time.monotonic()
    put_back(root)
    assert 0 == build(root).returncode
    whole = time.monotonic() - start
    put_back(root)
    for _ in range(8):
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        running = subprocess.Popen(command, cwd=root, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 1.1) * whole)
        running.send_signal(signal.SIGKILL)
        running.wait()

        assert contents(root / "site") in (old, new)
    done = build(root)

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    assert contents(root / "site") == new
    assert [] == beside(root)


def test_two_builds_a_moment_apart(states: States) -> None:
    """The second says that it waits, builds when the first has ended, and both are right."""
    root, _, new = states
    put_back(root)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    running = []
    for _ in range(2):
        running.append(subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True))
        time.sleep(0.2)
    said = [process.communicate()[1] for process in running]

    assert [0, 0] == [process.returncode for process in running]
    assert ["", "Another build of this site is at work"] == sorted(
        text.partition(" / ")[2].partition(";")[0] for text in said
    )
    assert contents(root / "site") == new
    assert [] == beside(root)


def test_a_second_build_gives_up(states: States) -> None:
    """A build that waited in vain says so in both languages and touches nothing."""
    root, old, _ = states
    put_back(root)
    first = site_folder.hold(root / "site", wait=0, tell=lambda: None)
    second = failing(root, "lock", "3", "fails")
    first.abandon()

    assert second.returncode != 0
    assert "Web stále sestavuje někdo jiný" in second.stderr
    assert "Another build of this site is still at work" in second.stderr
    assert "Traceback" not in second.stderr
    assert contents(root / "site") == old


DAMAGES = ["flipped", "cut", "folders", "of old form", "a file"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_caches(states: States, damage: str) -> None:
    """Whatever has happened to all the caches at once, the site is the same to the byte."""
    root, _, new = states
    kept = [path for path in (root / ".cache").rglob("*") if path.is_file()]
    assert len({path.parent for path in kept}) > 3
    for path in kept:
        whole = path.read_bytes()
        if damage == "flipped":
            place = len(whole) * 2 // 3
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        elif damage == "cut":
            path.write_bytes(whole[: len(whole) // 2])
        elif damage == "folders":
            path.unlink()
            path.mkdir()
            (path / "inside").write_bytes(whole)
    if damage == "a file":
        shutil.rmtree(root / ".cache")
        (root / ".cache").write_text("no folder", encoding="ascii")
    elif damage == "of old form":
        for name in ("citations", "recordings", "pictures", "documents"):
            (root / ".cache" / f"{name}.json").write_text('{"a": "wrong"}', encoding="ascii")
    done = build(root)
    if damage == "a file":
        (root / ".cache").unlink()

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    assert contents(root / "site") == new
