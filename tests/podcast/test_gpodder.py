"""gPodder, a real app, subscribes to the served feed and is never sent an episode twice."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import debian
from conftest import HERE, build, make_toy
from server import serve


def installed() -> str:
    """Return the command of gPodder, Debian's package installed where we may install it."""
    if not shutil.which("gpo"):
        debian.install("gpodder")
    command = shutil.which("gpo")
    if not command and not os.environ.get("CI"):
        pytest.skip("gPodder is a package of Debian, and this is no Debian")
    assert command, "install gPodder: apt-get install gpodder"
    return command


class Listener:
    """A subscriber: gPodder with a home of its own, and the show it is subscribed to."""

    def __init__(self, root: Path, home: Path, address: str) -> None:
        self.root, self.home, self.address = root, home, address
        self.gpo = installed()

    def publish(self) -> None:
        """Build the toy archive as it now is, at the address where it is served."""
        site = str(self.home / "www")
        done = build(self.root, "--site-dir", site, environment={"SITE_URL": self.address})
        assert (0, "") == (done.returncode, done.stderr)

    def do(self, *command: str) -> None:
        """Run a command of gPodder's."""
        environment = {**os.environ, "GPODDER_HOME": str(self.home), "HOME": str(self.home)}
        subprocess.run(
            [self.gpo, *command], env=environment, capture_output=True, check=True, timeout=120
        )

    def episodes(self) -> dict[str, tuple[str, int]]:
        """Return the title and the state (1: downloaded) of each episode, by its GUID."""
        with sqlite3.connect(self.home / "Database") as database:
            rows = database.execute("select guid, title, state from episode").fetchall()
        database.close()
        return {guid: (title, state) for guid, title, state in rows}


@pytest.fixture(scope="module")
def listener(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listener]:
    """A listener who has subscribed and downloaded both episodes."""
    toy, home = make_toy(tmp_path_factory.mktemp("toy")), tmp_path_factory.mktemp("listener")
    (home / "www").mkdir(parents=True)
    with serve(home / "www", "/archive/") as address:
        subscriber = Listener(toy, home, address)
        subscriber.publish()
        subscriber.do("subscribe", address + "podcast/feed.xml")
        subscriber.do("download")
        yield subscriber


def edit(path: Path, old: str, new: str) -> None:
    """Change a record as staff would."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_downloads(listener: Listener) -> None:
    """Both episodes are there, each once, each downloaded."""
    assert [1, 1] == [state for _, state in listener.episodes().values()]


def test_no_episode_twice(listener: Listener) -> None:
    """A recording replaced, a title changed, a folder renamed: the same two episodes."""
    before = listener.episodes()
    podcast = listener.root / "docs" / "podcast"
    shutil.copy(HERE / "audio" / "variable.mp3", podcast / "prvni" / "prvni.mp3")
    edit(podcast / "prvni" / "index.cs.md", "title: Lidé & voda", "title: Lidé a voda")
    (podcast / "druhy").rename(podcast / "jiny")
    for sound in (podcast / "jiny").glob("druhy.*"):
        sound.rename(sound.with_stem("jiny"))
    edit(podcast / "jiny" / "index.cs.md", "number: 2", "number: 2\nmoved_from: [druhy]")
    listener.publish()
    listener.do("update")
    after = listener.episodes()

    assert set(before) == set(after)
    assert [1, 1] == [state for _, state in after.values()]
    assert "Lidé a voda" in {title for title, _ in after.values()}
