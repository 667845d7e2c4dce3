"""Text that cannot be read, or holds what nobody can see: told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

import command
from archive import checks
from archive.content import library
from archive.language.typography import typeset_html
from archive.schema import texts
from archive.schema.problems import Problem
from conftest import TODAY, build

WRONG = "první\ndruhý ".encode() + b"\xe9 a d\xe1l\n"
FILES = [
    "ledgers/addresses.txt",
    "ledgers/changes.txt",
    "ledgers/audits.jsonl",
    "ledgers/files.txt",
    "ledgers/feeds.jsonl",
    "docs/history/timeline.yml",
    "docs/vocabulary/themes.yml",
    "docs/vocabulary/words.cs.txt",
    "docs/about/index.cs.md",
    "docs/index.en.md",
    "docs/podcast/prvni/index.cs.md",
]


def told(root: Path) -> list[Problem]:
    """Return what the check says of an archive."""
    return checks.check(library.read(root), root, TODAY)


@pytest.mark.parametrize("name", FILES)
def test_not_utf_8(toy: Path, name: str) -> None:
    """A file in another encoding is told with the line and the byte, and ends no check."""
    (toy / name).write_bytes(WRONG)
    found = [p for p in told(toy) if p.path == name]

    assert [(2, "0xE9", texts.UTF_8)] == [(p.line, p.found, p.expected) for p in found]


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(".md")])
def test_a_folder_in_its_place(toy: Path, name: str) -> None:
    """A folder where a file is expected is told with its name."""
    (toy / name).unlink(missing_ok=True)
    (toy / name).mkdir()

    assert any(p.path == name and p.severity == "error" for p in told(toy))


def test_the_build_tells_too(toy: Path) -> None:
    """What cannot be read ends the build with the same words, without a traceback."""
    for name in ("ledgers/changes.txt", "docs/history/timeline.yml"):
        (toy / name).write_bytes(WRONG)
    said = build(toy).stderr

    assert "\nledgers/changes.txt:2\n" in said
    assert "\ndocs/history/timeline.yml:2\n" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "sign",
    [
        *("\x00", "\x01", "\x0b", "\x0c", "\x1f", "\x7f", "\x80", "\x85", "\x9f", "\u2028"),
        *("\u2029", "\ufdd0", "\ufeff", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff", "\ud800"),
    ],
)
def test_invisible(sign: str) -> None:
    """Control characters, separators, what is no character: each with its line."""
    assert [(2, f"U+{ord(sign):04X}")] == list(texts.invisible(f"jedna\ndvě{sign}tři\n"))


@pytest.mark.parametrize("sign", ["\t", "\n", "\u00a0", "\u00ad", "\u200d", "ř", "Ж", "😀"])
def test_visible(sign: str) -> None:
    """What text is made of is no fault."""
    assert [] == list(texts.invisible(f"jedna{sign}dvě"))


def test_line_ends(tmp_path: Path) -> None:
    """Line ends of every system are read as one."""
    (tmp_path / "a").write_bytes(b"1\r\n2\r3\n")

    assert ("1\n2\n3\n", []) == texts.read(tmp_path / "a", "a")


@pytest.mark.parametrize("html", ["<keep-3>", "<keep-0>", "<p>x <keep-12></p>"])
def test_no_mark_of_ours_in_a_body(html: str) -> None:
    """No text of a record is taken for something that typesetting has put aside."""
    raw = f"{html}<code>k 5 lidem</code> k lidem {html}"

    assert f"{html}<code>k 5 lidem</code> k\u00a0lidem {html}" == typeset_html(raw, "cs")


def test_the_check_goes_on(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With everything wrong at once, the command tells each file."""
    for name in FILES:
        (toy / name).write_bytes(WRONG)
    (toy / ".cache").write_text("no folder", encoding="ascii")
    assert 1 == command.main(["check", "--root", str(toy)])
    said = capsys.readouterr().out

    assert [] == [name for name in FILES if f"\n{name}:2" not in said]
