"""The scripts: each explains itself, and what is wrong with the content is told, not thrown."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPTS = sorted(path.stem for path in (ROOT / "scripts").glob("*.py"))


def run(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a script as staff and the workflows do."""
    command = [sys.executable, ROOT / "scripts" / f"{name}.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


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


@pytest.mark.parametrize("name", SCRIPTS)
def test_help(name: str) -> None:
    """Every script explains itself, without doing anything."""
    done = run(name, "--help")

    assert (0, "") == (done.returncode, done.stderr)
    assert f"usage: {name}.py" in done.stdout


@pytest.mark.parametrize("name", SCRIPTS)
def test_example(name: str) -> None:
    """Every script's first words hold an example that can be copied."""
    source = (ROOT / "scripts" / f"{name}.py").read_text(encoding="utf-8")
    docstring = ast.get_docstring(ast.parse(source)) or ""

    assert f"xample: python scripts/{name}.py" in docstring


@pytest.mark.parametrize("name", SCRIPTS)
def test_main(name: str) -> None:
    """Every script can be called from a test: it takes arguments and returns an exit code."""
    path = ROOT / "scripts" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"script_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look it up
    spec.loader.exec_module(module)
    signature = inspect.signature(module.main)

    assert "int" == signature.return_annotation
    assert ["list[str] | None"] == [p.annotation for p in signature.parameters.values()]


@pytest.mark.parametrize("name", SCRIPTS)
def test_unknown_option(name: str) -> None:
    """A mistyped option is one sentence and exit code 2."""
    done = run(name, "--nonsense")

    assert (2, "") == (done.returncode, done.stdout)
    assert "unrecognized arguments: --nonsense" in done.stderr


def test_check_finds_nothing(archive: Path) -> None:
    """Content without a fault passes."""
    assert 0 == run("stamp", "--root", archive).returncode
    done = run("check", "--root", archive, "--github")

    assert (0, "") == (done.returncode, done.stderr)
    assert "V pořádku, nic k opravě. / All right, nothing to mend.\n" == done.stdout


def test_check_of_no_archive(tmp_path: Path) -> None:
    """A folder that holds no archive is told file by file what it lacks; no traceback."""
    done = run("check", "--root", tmp_path)

    assert (1, "") == (done.returncode, done.stderr)
    assert "docs/vocabulary/roles.yml\n  očekává se: tento soubor; chybí" in done.stdout


def test_check_of_a_vocabulary_that_is_no_text(archive: Path) -> None:
    """A vocabulary in another encoding is a fault of that file."""
    path = archive / "docs" / "vocabulary" / "roles.yml"
    path.write_bytes("host: {cs: Průvodce, en: Host}".encode("utf-16"))
    done = run("check", "--root", archive)

    assert (1, "") == (done.returncode, done.stderr)
    assert "docs/vocabulary/roles.yml:1\n" in done.stdout
    assert "expected: text in UTF-8; save the file again" in done.stdout


def test_check_gives_advice(archive: Path) -> None:
    """A translation that is behind is told, and stops nothing."""
    done = run("check", "--root", archive, "--github")

    assert (0, "") == (done.returncode, done.stderr)
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

    assert (1, "") == (done.returncode, done.stderr)
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

    assert (1, "") == (done.returncode, done.stderr)
    assert any(line.startswith(f"::error file={name},line=") for line in marks)
    assert any(message in line or message == "[title]" for line in marks)
