"""``make ledger`` on the toy archive: enters what came out, refuses what the check refuses."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mutagen.id3 import ID3, TXXX

import command
import ledger
from archive.ledgers import feeds
from archive.schema import LANGUAGES
from conftest import make_toy

Change = Callable[[Path], object]
Told = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive after its first ``make ledger``."""
    root = make_toy(tmp_path_factory.mktemp("kept") / "toy")
    assert 0 == command.main(["ledger", "feeds", "--root", str(root)])
    return root


@pytest.fixture
def archive(kept: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed at will."""
    return shutil.copytree(kept, tmp_path / "toy")


def book(root: Path) -> str:
    """Return the ledger's text."""
    return (root / feeds.FORM.path).read_text(encoding="utf-8")


def lines(root: Path) -> list[dict[str, object]]:
    """Return what the ledger of an archive says."""
    return [json.loads(line) for line in book(root).split("\n") if line and line[0] != "#"]


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Change a text that is in a file of the podcast once."""
    path = root / "docs" / "podcast" / name
    text = path.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    path.write_text(text.replace(old, new), encoding="utf-8")


# -- edits -----------------------------------------------------------------------------------


def replace(root: Path) -> None:
    """Put another recording into the folder, if only its tags differ."""
    tags: Any = ID3(root / "docs" / "podcast" / "prvni" / "prvni.mp3")
    tags.add(TXXX(encoding=3, desc="střih", text="druhý"))
    tags.save()


def correct(root: Path) -> None:
    """Put another recording into the folder, with a note in both languages."""
    replace(root)
    for code in LANGUAGES:
        note = f'corrections:\n  - {{date: "2026-02-10", note: "{code}: shorter"}}\n'
        edit(root, f"prvni/index.{code}.md", "corrections:\n", note)


def rename(root: Path) -> None:
    """Rename the folder and say nothing."""
    (root / "docs" / "podcast" / "prvni").rename(root / "docs" / "podcast" / "voda")


def rename_well(root: Path) -> None:
    """Rename the folder and name the old one."""
    rename(root)
    edit(root, "voda/index.cs.md", "number: 1", "moved_from: [prvni]\nnumber: 1")


def withdraw(root: Path) -> None:
    """Withdraw the episode and take its files away."""
    for name in ("prvni.mp3", "cover.png", "transcript.cs.vtt", "transcript.en.vtt"):
        (root / "docs" / "podcast" / "prvni" / name).unlink()
    told = 'withdrawn: {date: "2026-03-01", reason: rights}\nnumber: 1'
    edit(root, "prvni/index.cs.md", "number: 1", told)


def delete(root: Path) -> None:
    """Throw the folder away."""
    shutil.rmtree(root / "docs" / "podcast" / "prvni")


# -- entering ----------------------------------------------------------------------------------


def test_first_run(kept: Path) -> None:
    """The original is entered for both editions, the stand-in for none."""
    told = [(line["event"], line["edition"], line.get("item")) for line in lines(kept)]
    channels = [("channel", "cs", None), ("channel", "en", None)]
    size = (kept / "docs" / "podcast" / "prvni" / "prvni.mp3").stat().st_size

    assert [*channels, ("published", "cs", "prvni"), ("published", "en", "prvni")] == told
    assert (size, size) == (lines(kept)[2]["length"], lines(kept)[3]["length"])
    assert book(kept).startswith(feeds.FORM.head)


def test_second_run(archive: Path, capsys: Told) -> None:
    """Run again, the command adds nothing and says so."""
    before = book(archive)

    assert 0 == command.main(["ledger", "feeds", "--root", str(archive)])
    assert "The ledger ledgers/feeds.jsonl is complete.\n" in capsys.readouterr().out
    assert before == book(archive)


def test_original_in_the_place_of_a_standin(archive: Path, capsys: Told) -> None:
    """The original that takes the place of a stand-in is a first publication; it is printed."""
    edit(archive, "druhy/index.cs.md", "recording: stand-in\n", "")

    assert 0 == command.main(["ledger", "feeds", "--root", str(archive)])
    assert book(archive).endswith(capsys.readouterr().out)
    assert [("published", "druhy")] * 2 == [(e["event"], e["item"]) for e in lines(archive)[4:]]


def test_check_writes_nothing(archive: Path, capsys: Told) -> None:
    """With --check, missing lines are printed and nothing is written."""
    edit(archive, "druhy/index.cs.md", "recording: stand-in\n", "")

    assert 1 == command.main(["ledger", "feeds", "--root", str(archive), "--check"])
    assert (4, 2) == (len(lines(archive)), capsys.readouterr().out.count('"published"'))


@pytest.mark.parametrize(
    ("change", "events"),
    [
        (lambda root: edit(root, "prvni/index.cs.md", "mluví lidé", "hovoří lidé"), []),
        (
            lambda root: edit(root, "prvni/index.en.md", "title: People", "title: Folk"),
            ["retitled"],
        ),
        (correct, ["replaced", "replaced"]),
        (rename_well, ["moved", "moved"]),
        (withdraw, ["withdrawn", "withdrawn"]),
    ],
    ids=["description", "title", "recording", "folder", "withdrawal"],
)
def test_allowed_edits(archive: Path, change: Change, events: list[str], capsys: Told) -> None:
    """What harms nobody is entered behind what was there, and once only."""
    before = book(archive)
    change(archive)

    assert (0, 0) == tuple(
        command.main(["ledger", "feeds", "--root", str(archive)]) for _ in range(2)
    ), capsys
    assert events == [line["event"] for line in lines(archive)[4:]]
    assert book(archive).startswith(before)


@pytest.mark.parametrize(
    ("change", "place", "remedy"),
    [
        (delete, "docs/podcast/prvni", "nechte v ní záznam s polem withdrawn"),
        (rename, "docs/podcast/voda/index.cs.md [moved_from]", "moved_from: [prvni]"),
        (replace, "docs/podcast/prvni/index.en.md [corrections]", "nová oprava s datem"),
        (
            lambda root: edit(root, "prvni/index.cs.md", "guid: 1111", "guid: 9999"),
            "docs/podcast/prvni/index.cs.md [guid]",
            "guid: 11111111-1111-4111-8111-111111111111",
        ),
        (
            lambda root: edit(root, "prvni/index.cs.md", "2026-01-01T10", "2026-01-01T11"),
            "docs/podcast/prvni/index.cs.md [published]",
            "published: 2026-01-01T10:00:00+01:00",
        ),
        (
            lambda root: edit(
                root, "prvni/index.cs.md", "recording: original", "recording: stand-in"
            ),
            "docs/podcast/prvni/index.cs.md [recording]",
            "díl už vyšel v originále",
        ),
        (
            lambda root: (root / "docs/podcast/prvni/prvni.mp3").rename(
                root / "docs/podcast/prvni/voda.mp3"
            ),
            "docs/podcast/prvni/voda.mp3",
            "se jménem prvni.mp3",
        ),
        (
            lambda root: (root / "docs/podcast/prvni/index.en.md").unlink(),
            "docs/podcast/prvni/index.en.md",
            "vyšel i v tomto jazyce",
        ),
    ],
)
def test_forbidden_edits(
    archive: Path, change: Change, place: str, remedy: str, capsys: Told
) -> None:
    """What would cost subscribers is refused with its file and the remedy; nothing is written."""
    before = book(archive)
    change(archive)

    assert 1 == command.main(["ledger", "feeds", "--root", str(archive)])
    told = capsys.readouterr().out
    assert f"\n\n{place}\n" in re.sub(r":\d+  ", " ", told)
    assert remedy in told
    assert before == book(archive)


def test_a_broken_record_is_told_once(archive: Path, capsys: Told) -> None:
    """A record that cannot be read is not mistaken for one that was deleted."""
    edit(archive, "prvni/index.cs.md", "number: 1", "number: jedna")
    edit(archive, "prvni/index.en.md", "guid: ", "guid: x")

    assert 1 == command.main(["ledger", "feeds", "--root", str(archive)])
    assert "K opravě: 1, doporučení: 0." in capsys.readouterr().out


def test_deleted_lines_are_found(archive: Path, capsys: Told) -> None:
    """With --since, lines that a commit has and the file lacks are printed."""
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *author, *arguments], cwd=archive, check=True)
    assert 0 == command.main(["ledger", "feeds", "--root", str(archive), "--since", "HEAD"])
    path = archive / feeds.FORM.path
    first, *rest = book(archive).removeprefix(feeds.FORM.head).splitlines(keepends=True)
    path.write_text(feeds.FORM.head + "".join(rest), encoding="utf-8")

    assert 1 == command.main(["ledger", "feeds", "--root", str(archive), "--since", "HEAD"])
    assert first in capsys.readouterr().out
    assert 1 == command.main(["ledger", "feeds", "--root", str(archive), "--since", "nowhere"])
    assert "není s čím porovnat" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["feeds", "files", "addresses", "changes", "audits"])
def test_ledgers_of_before(tmp_path: Path, name: str, capsys: Told) -> None:
    """--since finds a ledger where it lay before, and takes none at all for no proof."""
    form, _ = ledger.LEDGERS[name]
    line = {"files": f"{'a' * 64}  docs/a.pdf", "addresses": "/a/", "changes": "2026-12-01"}
    author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]

    def commit(path: str, text: str) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
        subprocess.run(["git", *author, "commit", "-qm", "a"], cwd=tmp_path, check=True)

    def lost() -> int:
        return command.main(["ledger", name, "--root", str(tmp_path), "--since", "HEAD"])

    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    commit("README.md", "x\n")
    assert 1 == lost()
    assert "není s čím porovnat" in capsys.readouterr().out
    written = f"{form.head}{line.get(name, 'x')}\n"
    commit(form.former, written)
    assert 1 == lost()
    form.swap(tmp_path, written)
    assert 0 == lost()
