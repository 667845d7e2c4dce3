"""The manifest: nothing held changes or vanishes unseen, and no line is ever lost."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

import command
from archive.checks import fixity
from archive.content import library
from archive.content.library import Library
from archive.documents import naming
from archive.ledgers import files
from archive.schema.problems import Problem
from archive.telling import checksum_list
from conftest import ROOT, TODAY, make_toy

Told = pytest.CaptureFixture[str]
A, B = "a" * 64, "b" * 64
SOUND = "docs/podcast/prvni/prvni.mp3"
PICTURES = ["docs/podcast/artwork.png", "docs/podcast/druhy/cover.png"]
PICTURES += ["docs/podcast/prvni/cover.png"]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive after its first ``.venv/bin/archive ledger files``."""
    root = make_toy(tmp_path_factory.mktemp("kept") / "toy")
    assert 0 == command.main(["ledger", "files", "--root", str(root)])
    return root


@pytest.fixture
def archive(kept: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed at will."""
    return shutil.copytree(kept, tmp_path / "toy")


def text(root: Path) -> str:
    """Return the manifest of an archive."""
    return (root / files.FORM.path).read_text(encoding="utf-8")


def problems(root: Path) -> list[Problem]:
    """Return what is wrong between an archive and its manifest."""
    return list(fixity.held_files_stay(library.read(root), root, TODAY))


def sha256sum(root: Path) -> tuple[int, str]:
    """Verify an archive as anyone would, without a line of ours."""
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", files.FORM.path],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout


def spoil(root: Path, path: str = SOUND) -> str:
    """Flip one bit of a file, and return its new checksum."""
    data = bytearray((root / path).read_bytes())
    data[len(data) // 2] ^= 1
    (root / path).write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def note(root: Path, path: str, name: str) -> Path:
    """Deposit a further file beside another."""
    return shutil.copy(root / path, (root / path).with_name(name))


# -- what is held ------------------------------------------------------------------------------


def test_everything_but_texts_and_standins_is_held(kept: Path) -> None:
    """Originals and pictures are entered; records, transcripts and stand-ins are not."""
    paths = [line.split("  ")[1] for line in text(kept).splitlines() if line[0] != "#"]

    assert [*PICTURES, SOUND] == paths


def test_the_first_original(archive: Path) -> None:
    """The original that takes the place of a stand-in is a file that was never entered."""
    record = archive / "docs" / "podcast" / "druhy" / "index.cs.md"
    told = record.read_text(encoding="utf-8")
    record.write_text(told.replace("recording: stand-in\n", ""), encoding="utf-8")

    assert [files.FORM.path] == [problem.path for problem in problems(archive)]
    assert 0 == command.main(["ledger", "files", "--root", str(archive)])
    assert "docs/podcast/druhy/druhy.opus\n" in text(archive)


def test_a_broken_record_gives_no_one_away(archive: Path) -> None:
    """Whether a recording is a stand-in is not guessed at while its record cannot be read."""
    record = archive / "docs" / "podcast" / "druhy" / "index.cs.md"
    record.write_text("---\nnumber: [\n---\n", encoding="utf-8")

    assert [] == problems(archive)


def test_without_manifest_nothing_is_asked(archive: Path) -> None:
    """An archive that keeps no manifest is told nothing; a pull request that drops it is."""
    before = text(archive)
    (archive / files.FORM.path).unlink()

    assert [] == problems(archive)
    assert 4 == len(files.lost(before, ""))


def test_the_real_archive_agrees(real_library: Library) -> None:
    """The real archive keeps a manifest, and every held file agrees with it."""
    assert real_library.manifest.kept
    assert [] == list(fixity.held_files_stay(real_library, ROOT, TODAY))


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("podcast/prvni/prvni.mp3", "podcast/prvni/prvni.mp3"),
        ("publications/zprava/report.cs.pdf", "publications/zprava/report.pdf"),
        ("publications/zprava/report.en.pdf", "en/publications/zprava/report.pdf"),
        ("publications/zprava/report.en.v2.pdf", "en/publications/zprava/report.v2.pdf"),
        ("projects/jezero/dopis.en.docx", "en/projects/jezero/dopis.docx"),
        ("projects/jezero/prof.dr.jpg", "projects/jezero/prof.dr.jpg"),
    ],
)
def test_published(path: str, published: str) -> None:
    """A file's address is told as the site has it; documents agree with their own module."""
    assert published == checksum_list.published(PurePosixPath(path))
    assert naming.published_path(path) in (published, None)


# -- sha256sum ---------------------------------------------------------------------------------


def test_sha256sum_verifies_a_checkout(archive: Path) -> None:
    """Plain ``sha256sum -c`` accepts a whole archive, comments and all, and finds one bit."""
    assert (0, "") == sha256sum(archive)
    spoil(archive)
    assert (1, f"{SOUND}: FAILED\n") == sha256sum(archive)
    assert 0 == command.main(["ledger", "files", "--root", str(archive), "--reason", "error"])
    assert (0, "") == sha256sum(archive)


# -- the check ---------------------------------------------------------------------------------


def test_a_whole_archive_passes(archive: Path, capsys: Told) -> None:
    """Of an archive as it was entered nothing is told; entered again, nothing is added."""
    before = text(archive)

    assert [] == problems(archive)
    assert 0 == command.main(["ledger", "files", "--root", str(archive)])
    assert "The ledger ledgers/files.txt is complete.\n" in capsys.readouterr().out
    assert before == text(archive)


def test_a_new_file_is_told_with_its_lines(archive: Path) -> None:
    """The lines that the check offers, pasted at the end, are all that it takes."""
    note(archive, SOUND, "prvni.opus")
    (found,) = problems(archive)
    sha256 = hashlib.sha256((archive / SOUND).read_bytes()).hexdigest()
    lines = [f"{sha256}  docs/podcast/prvni/prvni.opus"]
    day = [] if files.parse(text(archive)).day == TODAY.isoformat() else [f"# {TODAY}"]

    assert (files.FORM.path, "error") == (found.path, found.severity)
    assert "\n".join([*day, *lines]) == found.example
    (archive / files.FORM.path).write_text(text(archive) + found.example + "\n", encoding="utf-8")
    assert [] == problems(archive)


def test_a_changed_file_is_refused(archive: Path) -> None:
    """One flipped bit stops the build; what the check offers for a deliberate change works."""
    spoil(archive)
    (found,) = problems(archive)
    end, new = found.example.splitlines()[0], found.example.splitlines()[1:]
    old = text(archive).splitlines()[-1]

    assert (SOUND, "error") == (found.path, found.severity)
    assert "vraťte jej" in found.expected.cs
    assert f"# {TODAY} superseded {old}" == end
    mended = text(archive).replace(old, end) + "\n".join(new) + "\n"
    (archive / files.FORM.path).write_text(mended, encoding="utf-8")
    assert [] == problems(archive)


def test_a_vanished_file_is_refused(archive: Path) -> None:
    """A file that is gone stops the build, until its line says why."""
    (archive / PICTURES[1]).unlink()
    (found,) = problems(archive)
    old = found.example.removeprefix(f"# {TODAY} superseded ")

    assert (PICTURES[1], "error", "chybí / missing") == (found.path, found.severity, found.found)
    mended = text(archive).replace(old, found.example.replace("superseded", "rights"))
    (archive / files.FORM.path).write_text(mended, encoding="utf-8")
    assert [] == problems(archive)


def test_a_withdrawn_episode_gives_the_reason(archive: Path) -> None:
    """What its record withdraws needs no second reason: it is offered with the line."""
    record = archive / "docs" / "podcast" / "prvni" / "index.cs.md"
    told = record.read_text(encoding="utf-8")
    gone = 'withdrawn: {date: "2026-03-01", reason: personal-data}\nnumber: 1'
    record.write_text(told.replace("number: 1", gone), encoding="utf-8")
    (archive / SOUND).unlink()

    assert [f"# {TODAY} personal-data"] == [p.example[:26] for p in problems(archive)]
    assert 0 == command.main(["ledger", "files", "--root", str(archive)])
    assert [] == problems(archive)


def test_a_moved_file_is_recognised(archive: Path) -> None:
    """A file under another name is the same file: its old line ends as moved, by itself."""
    (archive / PICTURES[1]).rename(archive / "docs/podcast/druhy/obalka.png")

    assert 0 == command.main(["ledger", "files", "--root", str(archive)])
    assert " moved " in text(archive)
    assert [] == problems(archive)


# -- lines -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "line", "remedy"),
    [
        (f"<<<<<<< HEAD\n{A}  docs/a.pdf", 1, "<<<<<<<"),
        (f"{A} docs/a.pdf", 1, "two spaces"),
        (f"{A[:-1]}  docs/a.pdf", 1, "the line as it was entered"),
        (f"{A}  README.md", 1, "the line as it was entered"),
        (f"{A}  docs/a.pdf\n{B}  docs/a.pdf", 2, "one line of a file that holds"),
        (f"# 2026-13-01 rights {A}  docs/a.pdf", 1, "a line that tells of an end"),
        (f"# 2026-12-01 whim {A}  docs/a.pdf", 1, "a reason of personal-data, rights"),
        (f"{A}  docs/a.pdf\n# 2026-12-01 rights {A}  docs/a.pdf", 1, "delete this one"),
    ],
)
def test_broken_lines(lines: str, line: int, remedy: str) -> None:
    """A line that says nothing is told with its number and the remedy."""
    (found,) = files.parse(lines).problems

    assert (files.FORM.path, line) == (found.path, found.line)
    assert remedy in found.expected.en


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "# whatever a person notes",
        f"{A}  docs/a.pdf\n{A}  docs/a.pdf\n",
        f"{A}  docs/a.pdf\r\n{B}  docs/b.pdf\r\n",
        f"# 2026-12-01 superseded {A}  docs/a.pdf\n{B}  docs/a.pdf",
        f"# 2026-12-01 error {A}  docs/a.pdf\n# 2026-12-02\n{A}  docs/a.pdf",
        f"# 2026-12-01 personal-data {A}",
    ],
)
def test_good_lines(lines: str) -> None:
    """Notes, the same line twice, Windows' line ends, ends, a file that came back: all right."""
    assert [] == files.parse(lines).problems


def test_dates_of_entry() -> None:
    """A line was entered on the day that stands above it."""
    found = files.parse(f"{A}  docs/a.pdf\n# 2026-12-01\n{B}  docs/b.pdf\n").lines

    assert {"docs/a.pdf": "", "docs/b.pdf": "2026-12-01"} == {
        path: line.entered for path, line in found.items()
    }


@pytest.mark.parametrize(
    ("after", "gone"),
    [
        (f"{A}  docs/a.pdf\n{B}  docs/b.pdf", []),
        (f"# 2026-12-01 rights {A}  docs/a.pdf", []),
        (f"# 2026-12-01 personal-data {A}", []),
        ("", [f"{A}  docs/a.pdf"]),
        (f"{B}  docs/a.pdf", [f"{A}  docs/a.pdf"]),
        (f"# 2026-12-01 rights {A}  docs/b.pdf", [f"{A}  docs/a.pdf"]),
        (f"# {A}  docs/a.pdf", [f"{A}  docs/a.pdf"]),
    ],
)
def test_lost(after: str, gone: list[str]) -> None:
    """A line stays, or its end tells why; a name that was a personal datum may be taken out."""
    assert gone == files.lost(f"{A}  docs/a.pdf\n", after)


def test_an_end_is_not_lost_either() -> None:
    """What once told why a file left is kept as well; a later clearing of its name is allowed."""
    end = f"# 2026-12-01 rights {A}  docs/a.pdf"

    assert [end] == files.lost(end, f"{A}  docs/a.pdf")
    assert [] == files.lost(end, f"# 2026-12-02 personal-data {A}")


# -- the command -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change", [spoil, lambda root: (root / SOUND).unlink()], ids=["changed", "vanished"]
)
def test_a_person_decides(archive: Path, change: Callable[[Path], object], capsys: Told) -> None:
    """Without a reason nothing is written: the file may have to come back."""
    before = text(archive)
    change(archive)

    assert 1 == command.main(["ledger", "files", "--root", str(archive)])
    assert ".venv/bin/archive ledger files --reason superseded" in capsys.readouterr().out
    assert before == text(archive)
    assert 0 == command.main(["ledger", "files", "--root", str(archive), "--reason", "superseded"])
    assert [] == problems(archive)
    assert [] == files.lost(before, text(archive))


def test_check_writes_nothing(archive: Path, capsys: Told) -> None:
    """With --check, missing lines are printed and nothing is written."""
    note(archive, SOUND, "prvni.opus")
    before = text(archive)

    assert 1 == command.main(["ledger", "files", "--root", str(archive), "--check"])
    assert "docs/podcast/prvni/prvni.opus\n" in capsys.readouterr().out
    assert before == text(archive)


def test_lost_lines_are_found(archive: Path, capsys: Told) -> None:
    """With --since, lines that a commit has and the manifest lost are printed."""
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *author, *arguments], cwd=archive, check=True)
    assert 0 == command.main(["ledger", "files", "--root", str(archive), "--since", "HEAD"])
    last = text(archive).splitlines()[-1]
    (archive / files.FORM.path).write_text(text(archive).replace(last, ""), encoding="utf-8")

    assert 1 == command.main(["ledger", "files", "--root", str(archive), "--since", "HEAD"])
    assert last in capsys.readouterr().out
    assert 1 == command.main(["ledger", "files", "--root", str(archive), "--since", "nowhere"])


def test_two_branches_merge(archive: Path) -> None:
    """Two branches that deposit files at the same time: only the marks of the merge must go."""

    def git(*arguments: str) -> None:
        author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *author, *arguments], cwd=archive, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "a")
    for branch, name in (("one", "prvni.opus"), ("two", "prvni.ogg")):
        git("switch", "-qc", branch, "main")
        note(archive, SOUND, name)
        assert 0 == command.main(["ledger", "files", "--root", str(archive)])
        git("add", ".")
        git("commit", "-qm", branch)
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "-q", "one")
    merged = text(archive)
    told = [problem for problem in problems(archive) if problem.path == files.FORM.path]
    assert [True] * 3 == ["delete only the marks" in problem.expected.en for problem in told]
    kept = [line for line in merged.split("\n") if not line.startswith(("<<<", "===", ">>>"))]
    files.FORM.swap(archive, "\n".join(kept))

    assert [] == problems(archive)
    assert (0, "") == sha256sum(archive)
