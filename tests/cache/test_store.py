"""The cache room: it makes things faster, and never another result."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.cache.store import Store

KEY, CONTENT = "a key", b"what was made"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store's folder with one content in it."""
    assert Store(tmp_path / "kept").keep(KEY, CONTENT)
    return tmp_path / "kept"


def the_file(folder: Path) -> Path:
    """Return the one file of a store."""
    (file,) = folder.iterdir()
    return file


def test_kept(folder: Path) -> None:
    """What was made once is not made again."""
    assert Store(folder).made(KEY, lambda: pytest.fail("made again")) == CONTENT
    assert Store(folder).get("another key") is None


def test_every_flipped_bit(folder: Path) -> None:
    """Whichever bit of the file is flipped, nothing is kept."""
    file = the_file(folder)
    whole = file.read_bytes()
    for place in range(8 * len(whole)):
        damaged = bytearray(whole)
        damaged[place // 8] ^= 1 << place % 8
        file.write_bytes(damaged)

        assert Store(folder).get(KEY) is None


def test_every_length(folder: Path) -> None:
    """However much of the file is missing, or stands there besides, nothing is kept."""
    file = the_file(folder)
    whole = file.read_bytes()
    for cut in [*(whole[:length] for length in range(len(whole))), whole + b"\0", whole + whole]:
        file.write_bytes(cut)

        assert Store(folder).get(KEY) is None


def test_a_file_under_another_name(folder: Path) -> None:
    """A whole content in the place of another is not taken for it."""
    store = Store(folder)
    store.keep("another", b"another content")
    one, other = sorted(folder.iterdir())
    kept = {one.name: one.read_bytes(), other.name: other.read_bytes()}
    one.write_bytes(kept[other.name])
    other.write_bytes(kept[one.name])

    assert [None, None] == [store.get(KEY), store.get("another")]


def _folder_for_a_file(folder: Path) -> None:
    file = the_file(folder)
    file.unlink()
    (file / "inside").mkdir(parents=True)


def _file_for_a_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file", encoding="ascii")


def _file_for_the_room(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.parent.rmdir()
    folder.parent.write_text("a file", encoding="ascii")


def _link_to_itself(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.symlink_to(folder)


DAMAGES: list[tuple[Callable[[Path], None], bool]] = [
    (_folder_for_a_file, True),
    (_file_for_a_folder, False),
    (_file_for_the_room, False),
    (_link_to_itself, False),
]


@pytest.mark.parametrize(
    ("damage", "mends"),
    DAMAGES,
    ids=["folder for a file", "file for a folder", "file for the room", "a loop"],
)
def test_files_for_folders(folder: Path, damage: Callable[[Path], None], mends: bool) -> None:
    """A folder where a file is expected is mended; the reverse is worked without."""
    damage(folder)
    store = Store(folder)

    assert store.made(KEY, lambda: b"anew") == b"anew"
    store.forget_others()
    assert Store(folder).get(KEY) == (b"anew" if mends else None)
    assert (Store(folder).clock() is not None) == mends


@pytest.mark.parametrize("call", ["write_bytes", "replace", "mkdir"])
def test_nothing_can_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """Where writing is refused, or the disk is full, the content is there all the same."""
    shutil.rmtree(folder)

    def refuse(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, call, refuse)
    store = Store(folder)

    assert not store.keep(KEY, CONTENT)
    assert store.made(KEY, lambda: CONTENT) == CONTENT
    store.forget_others()
    monkeypatch.undo()
    assert [] == list(folder.glob("*"))


def test_nothing_can_be_deleted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be swept away stays."""

    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(Path, "unlink", refuse)
    Store(folder).forget_others()

    assert Store(folder).get(KEY) == CONTENT


def test_forget_others(folder: Path) -> None:
    """What nobody has asked for goes, whatever it is."""
    (folder / "of old form.json").write_text("{}", encoding="ascii")
    (folder / "of old form").mkdir()
    (folder / "of old form" / "whole.json").write_text("{}", encoding="ascii")
    store = Store(folder)
    store.made("another", lambda: b"")
    store.forget_others()

    assert (None, b"") == (Store(folder).get(KEY), Store(folder).get("another"))
    assert 1 == len(list(folder.iterdir()))


def test_many_at_once(tmp_path: Path) -> None:
    """Builds that keep, read and sweep in one folder at a time never get a wrong content."""
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from archive.cache.store import Store
        for turn in range(60):
            store = Store(Path(sys.argv[1]))
            for key in map(str, range(turn % 3, 8)):
                made = store.made(key, lambda: key.encode() * 5000)
                assert made == key.encode() * 5000
            store.forget_others()
        """
    )
    command = [sys.executable, "-c", program, str(tmp_path / "kept")]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(4)]

    assert [""] * 4 == [process.communicate()[1] for process in running]
