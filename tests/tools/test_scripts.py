"""The scripts: each explains itself, and what is wrong with the content is told, not thrown."""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import command
import untyped
from conftest import ROOT

COMMANDS = [name for names in command.GROUPS.values() for name in names]
# What no one runs by its name: the command itself, and what sets it up.
APART = {"command", "link_core"}


class Said(NamedTuple):
    """What a command returned and said."""

    code: int
    stdout: str
    stderr: str


def run(*arguments: str | Path) -> Said:
    """Run a command as staff and the workflows do."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = command.main([str(argument) for argument in arguments])
    return Said(code, out.getvalue(), err.getvalue())


def edit(path: Path, old: str, new: str) -> None:
    """Change a text that is in a file once."""
    text = path.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def archive(toy: Path) -> Path:
    """The toy archive, with the words that no dictionary knows in its own list.

    Its tones are no originals: of such a thin sound staff would be advised.
    """
    record = toy / "docs" / "podcast" / "prvni" / "index.cs.md"
    edit(record, "recording: original", "recording: stand-in")
    words = "podcast\npodcastem\npodcastu\nRSS\n"
    (toy / "docs" / "vocabulary" / "words.cs.txt").write_text(words, encoding="utf-8")
    return toy


@pytest.mark.parametrize("name", COMMANDS)
def test_help(name: str) -> None:
    """Every command explains itself in both languages, without doing anything."""
    done = run(name, "--help")

    assert (0, "") == (done.code, done.stderr)
    assert f"Usage: archive {name} " in done.stdout
    assert " / " in done.stdout.splitlines()[2]


def test_all_commands_are_told() -> None:
    """``archive --help`` names every command below who runs it, and no script is left aside."""
    told = run("--help").stdout
    modules = {command.module_of(name) for name in COMMANDS}

    assert [] == [name for name in (*command.GROUPS, *COMMANDS) if name not in told]
    assert modules | APART == {path.stem for path in (ROOT / "scripts").glob("*.py")}


def test_command_of_the_environment(tmp_path: Path) -> None:
    """The environment has the command, and it works from anywhere."""
    program = Path(sysconfig.get_path("scripts"), "archive")
    done = subprocess.run(
        [program, "ledger", "--help"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert "{feeds|files|addresses|changes|audits}" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_unknown_option(name: str) -> None:
    """A mistyped option is one sentence and exit code 2."""
    done = run(name, "--nonsense")

    assert (2, "") == (done.code, done.stdout)
    assert "no such option" in done.stderr.lower()


def test_check_finds_nothing(archive: Path) -> None:
    """Content without a fault passes."""
    assert 0 == run("stamp", "--root", archive).code
    done = run("check", "--root", archive, "--github")

    assert (0, "") == (done.code, done.stderr)
    assert "V pořádku, nic k opravě. / All right, nothing to mend.\n" == done.stdout


def test_check_of_no_archive(tmp_path: Path) -> None:
    """A folder that holds no archive is told file by file what it lacks; no traceback."""
    done = run("check", "--root", tmp_path)

    assert (1, "") == (done.code, done.stderr)
    assert "docs/vocabulary/roles.yml\n  očekává se: tento soubor; chybí" in done.stdout


def test_check_of_a_vocabulary_that_is_no_text(archive: Path) -> None:
    """A vocabulary in another encoding is a fault of that file."""
    path = archive / "docs" / "vocabulary" / "roles.yml"
    path.write_bytes("host: {cs: Průvodce, en: Host}".encode("utf-16"))
    done = run("check", "--root", archive)

    assert (1, "") == (done.code, done.stderr)
    assert "docs/vocabulary/roles.yml:1\n" in done.stdout
    assert "expected: text in UTF-8; save the file again" in done.stdout


def test_check_gives_advice(archive: Path) -> None:
    """A translation that is behind is told, and stops nothing."""
    done = run("check", "--root", archive, "--github")

    assert (0, "") == (done.code, done.stderr)
    assert "K opravě: 0" in done.stdout
    assert "::notice file=docs/podcast/prvni/index.en.md,line=" in done.stdout


BROKEN: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a missing field": (
        "docs/podcast/prvni/index.cs.md",
        lambda path: edit(path, "title: Lidé & voda\n", ""),
        "[title]",
    ),
    "broken front matter": (
        "docs/podcast/prvni/index.cs.md",
        lambda path: edit(path, "number: 1", "number: [1"),
        "YAML",
    ),
    "half a recording": (
        "docs/podcast/prvni/prvni.mp3",
        lambda path: path.write_bytes(path.read_bytes()[:12_000]),
        "nalezeno: zvuk / sound 1.49 s, slibuje se / promised 3.03 s",
    ),
    "no transcript": (
        "docs/podcast/prvni/transcript.cs.vtt",
        lambda path: path.write_text("Dobrý den.", encoding="utf-8"),
        "found: chybí první řádek WEBVTT / no first line WEBVTT",
    ),
    "a small cover": (
        "docs/podcast/prvni/cover.png",
        lambda path: shutil.copy(ROOT / "docs" / "assets" / "images" / "favicon.png", path),
        "expected: a square of 1400–3000 px",
    ),
    "a misspelt word": (
        "docs/podcast/prvni/index.cs.md",
        lambda path: edit(path, "Lidé vyprávějí.", "Lidé vyprávňejí."),
        "found: vyprávňejí",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_check_finds_a_fault(archive: Path, case: str) -> None:
    """A fault ends the check with 1, and is told with its file; no traceback."""
    name, spoil, message = BROKEN[case]
    spoil(archive / name)
    done = run("check", "--root", archive)

    assert (1, "") == (done.code, done.stderr)
    assert f"\n\n{name}" in done.stdout
    assert message in done.stdout
    assert "::error" not in done.stdout


@pytest.mark.parametrize("case", BROKEN)
def test_check_marks_a_fault_on_github(archive: Path, case: str) -> None:
    """With --github each fault is an annotation on its file and line, on a line of its own."""
    name, spoil, message = BROKEN[case]
    spoil(archive / name)
    done = run("check", "--root", archive, "--github")
    marks = [line for line in done.stdout.splitlines() if line.startswith("::error ")]

    assert (1, "") == (done.code, done.stderr)
    assert any(line.startswith(f"::error file={name},line=") for line in marks)
    assert any(message in line or message == "[title]" for line in marks)


REPORT = """\
            Name   Anys   Exprs   Coverage
------------------------------------------
          archive     2     100     98.00%
------------------------------------------
            Total    12    3400     99.65%
"""


def test_untyped_expressions_are_counted() -> None:
    """The number in the report of mypy is that of its last line."""
    assert 12 == untyped.counted(REPORT)


def test_untyped_expressions_that_are_allowed() -> None:
    """The number that is allowed stands in the settings of the project."""
    assert 7 == untyped.allowed("[tool.untyped]\nmost = 7\n")


@pytest.mark.parametrize(("found", "said"), [(6, "most = 6"), (7, ""), (8, "8 expressions")])
def test_untyped_expressions_are_held(found: int, said: str) -> None:
    """One more is told as a fault, one less as a number to lower."""
    told = untyped.told(found, 7)

    assert said in told
    assert bool(said) == bool(told)
