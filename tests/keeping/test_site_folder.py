"""The folder of the site: one build at a time; the whole old site or the whole new one."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.keeping import site_folder
from archive.keeping.site_folder import Busy, Staging, hold

OLD, NEW = {"a": "old", "b/c": "old"}, {"a": "new", "b/d": "new"}


def write(folder: Path, files: dict[str, str]) -> None:
    """Write a small site."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="ascii")


def read(folder: Path) -> dict[str, str]:
    """Return a small site."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="ascii")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that stands."""
    write(tmp_path / "site", OLD)
    return tmp_path / "site"


def take(site: Path) -> Staging:
    """Take a site that nobody holds."""
    return hold(site, wait=0, tell=lambda: pytest.fail("nobody holds it"))


def built(site: Path) -> Staging:
    """Return the hold of a build that has written its new site."""
    staging = take(site)
    write(staging.folder, NEW)
    return staging


@pytest.fixture(params=[True, False], ids=["exchange", "renames"])
def exchanging(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """A system that can exchange two folders in one step, and one that cannot."""
    if not request.param:
        monkeypatch.setattr(site_folder, "_exchange", lambda one, other: False)
    return bool(request.param)


@pytest.mark.usefixtures("exchanging")
def test_publish(site: Path) -> None:
    """The new site takes the place of the old one, and nothing is left beside it."""
    built(site).publish()

    assert read(site) == NEW
    assert ["site"] == os.listdir(site.parent)


def test_first_site(tmp_path: Path) -> None:
    """Where no site stands yet, not even a folder for it, the new one is put there."""
    built(tmp_path / "new" / "site").publish()

    assert read(tmp_path / "new" / "site") == NEW


def test_abandon(site: Path) -> None:
    """A build that failed leaves the site, and nothing else; letting go twice is no harm."""
    staging = built(site)
    staging.abandon()
    staging.abandon()

    assert read(site) == OLD
    assert ["site"] == os.listdir(site.parent)


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is a call of Linux")
def test_this_system_can_exchange(site: Path) -> None:
    """Linux lets two folders change places in one step."""
    write(site.with_name("other"), NEW)

    assert site_folder._exchange(site, site.with_name("other"))
    assert (NEW, OLD) == (read(site), read(site.with_name("other")))


@pytest.mark.parametrize("number", site_folder._CANNOT)
def test_a_file_system_that_cannot(
    site: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A system that says it cannot exchange is asked for renames instead."""
    monkeypatch.setattr(site_folder.ctypes, "CDLL", lambda *name, **options: None)

    assert not site_folder._exchange(site, site)

    class Refusing:
        @staticmethod
        def renameat2(*arguments: object) -> int:
            return -1

    monkeypatch.setattr(site_folder.ctypes, "CDLL", lambda *name, **options: Refusing)
    monkeypatch.setattr(site_folder.ctypes, "get_errno", lambda: number)

    assert not site_folder._exchange(site, site)


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is a call of Linux")
def test_exchange_fails(site: Path) -> None:
    """Whatever else goes wrong is told with both names."""
    with pytest.raises(FileNotFoundError, match=r"site' -> '.*nothing"):
        site_folder._exchange(site, site.with_name("nothing"))


# -- the lock ------------------------------------------------------------------------------


def test_a_second_build_waits(site: Path) -> None:
    """It says so once, and starts when the first has ended."""
    first, said = take(site), list[str]()

    def tell() -> None:
        said.append("waiting")
        first.abandon()

    hold(site, wait=5, tell=tell).abandon()

    assert ["waiting"] == said


def test_a_second_build_is_refused(site: Path) -> None:
    """When the first does not end in time, nothing is touched."""
    first, said = built(site), list[str]()
    with pytest.raises(Busy):
        hold(site, wait=0.3, tell=lambda: said.append("waiting"))
    first.publish()

    assert ["waiting"] == said
    assert read(site) == NEW


def test_another_site_beside_it(site: Path) -> None:
    """Builds of two sites in one folder do not know of each other, whatever they are called."""
    first = built(site)
    other = built(site.with_name("site.new"))
    first.publish()
    other.publish()

    assert ["site", "site.new"] == sorted(os.listdir(site.parent))


@pytest.mark.parametrize("content", ["", "12345"])
def test_stale_lock(site: Path, content: str) -> None:
    """A lock's file without its process holds nobody up."""
    site.with_name("site.lock").write_text(content, encoding="ascii")
    built(site).publish()

    assert read(site) == NEW


def test_a_folder_in_the_place_of_the_lock(site: Path) -> None:
    """What cannot be locked is told with its name."""
    site.with_name("site.lock").mkdir()
    with pytest.raises(OSError, match=r"site\.lock"):
        take(site)


def test_many_builds_at_once(site: Path) -> None:
    """However many take turns, no two ever hold the site together."""
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from archive.keeping.site_folder import hold
        site, number = Path(sys.argv[1]), sys.argv[2]
        for _ in range(15):
            staging = hold(site, wait=60, tell=lambda: None)
            alone = open(site.with_name("alone"), "x")
            staging.folder.mkdir()
            (staging.folder / "a").write_text(number)
            alone.close()
            site.with_name("alone").unlink()
            staging.publish()
        """
    )
    command = [sys.executable, "-c", program, str(site)]
    running = [
        subprocess.Popen([*command, str(n)], stderr=subprocess.PIPE, text=True) for n in range(6)
    ]
    said = [process.communicate()[1] for process in running]

    assert [""] * 6 == said
    assert ["site"] == os.listdir(site.parent)


# -- death and failure at each step -------------------------------------------------------------

KILLED = """
import os, shutil, sys
from pathlib import Path
from archive.keeping import site_folder

site, at, exchanging = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "True"
count = 0

def deadly(call):
    def run(*arguments, **options):
        global count
        count += 1
        if count == at:
            os._exit(9)
        result = call(*arguments, **options)
        count += 1
        if count == at:
            os._exit(9)
        return result
    return run

if not exchanging:
    site_folder._exchange = lambda one, other: False
staging = site_folder.hold(site, wait=0, tell=lambda: None)
(staging.folder / "b").mkdir(parents=True)
(staging.folder / "a").write_text("new")
(staging.folder / "b/d").write_text("new")
Path.rename = deadly(Path.rename)
os.unlink = deadly(os.unlink)
os.rmdir = deadly(os.rmdir)
Path.unlink = deadly(Path.unlink)
site_folder._exchange = deadly(site_folder._exchange)
staging.publish()
"""


def deaths(site: Path, exchanging: bool) -> Iterator[int]:
    """Kill a build before and after each step of its publishing, one run for each."""
    for at in range(1, 100):
        command = [sys.executable, "-c", KILLED, str(site), str(at), str(exchanging)]
        ended = subprocess.run(command, check=False).returncode
        if ended == 0:
            return
        assert ended == 9
        yield at
    pytest.fail("it never ended by itself")


@pytest.mark.parametrize("exchanging", [True, False], ids=["exchange", "renames"])
def test_killed_at_each_step(site: Path, exchanging: bool) -> None:
    """The next build finds the whole old or the whole new site, and sweeps the rest."""
    for _ in deaths(site, exchanging):
        if exchanging:  # not even between two steps is there any other
            assert read(site) in (OLD, NEW)
        take(site).abandon()

        assert read(site) in (OLD, NEW)
        assert ["site"] == os.listdir(site.parent)
        built(site).abandon()
        site_folder.shutil.rmtree(site)
        write(site, OLD)


@pytest.mark.parametrize("failing", [1, 2])
def test_a_rename_fails(site: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    """When a step is refused, the old site is put back at once, and the error is told."""
    rename, count = Path.rename, iter(range(1, 100))

    def refused(self: Path, target: Path) -> Path:
        if next(count) == failing:
            raise PermissionError(13, "refused", str(self))
        return rename(self, target)

    staging = built(site)
    monkeypatch.setattr(site_folder, "_exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(PermissionError, match="refused"):
        staging.publish()

    assert read(site) == OLD
    assert ["site"] == os.listdir(site.parent)
