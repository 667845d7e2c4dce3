"""Faulty content, case by case: each file of ``problems/`` is a change and the report it earns.

``change`` names files below ``docs``: ``replace`` with ``old`` and ``new``, ``create``
with ``text``, ``copy`` with ``to``, or ``delete``.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from archive import checks
from archive.content import library
from archive.schema.problems import errors, report
from conftest import TODAY

CASES = sorted((Path(__file__).parent / "problems").glob("*.yml"))


def load(path: Path) -> Any:
    """Read a case."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def replace(file: Path, old: str, new: str) -> None:
    """Replace a text that the file holds exactly once."""
    before = file.read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{file.name} holds {before.count(old)} times: {old}"
    file.write_text(before.replace(old, new), encoding="utf-8")


def change(docs: Path, step: dict[str, str]) -> None:
    """Make one change to the toy archive."""
    match step:
        case {"replace": name, "old": old, "new": new}:
            replace(docs / name, old, new)
        case {"create": name, "text": text}:
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).write_text(text, encoding="utf-8")
        case {"copy": name, "to": other}:
            shutil.copy(docs / name, docs / other)
        case {"delete": name}:
            (docs / name).unlink()
        case _:
            raise ValueError(step)


def told(root: Path) -> str:
    """Read and check an archive, and return the report on its errors."""
    content = library.read(root)
    return report(errors(checks.check(content, root, TODAY)))


def test_nothing(toy: Path) -> None:
    """The toy archive as it is has no errors."""
    assert "V pořádku, nic k opravě. / All right, nothing to mend." == told(toy)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_problem(toy: Path, path: Path) -> None:
    """A fault in the content is told with its file, line, and the way to mend it."""
    case = load(path)
    for step in case["change"]:
        change(toy / "docs", step)

    assert case["expected"].rstrip("\n") == told(toy)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_states_its_promise(path: Path) -> None:
    """Every case has a title that is a sentence, at least one change, and a report."""
    case = load(path)

    assert ["change", "expected", "title"] == sorted(case)
    assert case["title"].endswith(".")
