"""The front of the house: every link of its pages leads somewhere, and its root stays readable."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from conftest import ROOT

PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [
        *ROOT.glob("*.md"),
        *(ROOT / "manual").rglob("*.md"),
        *ROOT.glob(".github/**/*.md"),
    ]
)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
HOOKS = yaml.safe_load((ROOT / ".github/pre-commit.yml").read_text(encoding="utf-8"))["repos"][0]


def anchors(path: Path) -> set[str]:
    """Return the anchors that GitHub gives to the headings of a page."""
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    headings = re.findall(r"^#+ (.*)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def dead(page: str) -> list[str]:
    """Return the relative links of a page that lead nowhere."""
    path = ROOT / page
    found = []
    for link in LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", link):
            continue
        place, _, anchor = link.partition("#")
        target = (path.parent / place) if place else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            found.append(link)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """A link to a file or a heading of the repository finds it."""
    assert [] == dead(page)


def test_pages_are_short() -> None:
    """The guide and each page of the manual can be read at one sitting; tables stand apart."""
    pages = [ROOT / "CONTRIBUTING.md", *(ROOT / "manual").glob("*.md")]
    sizes = {path.name: path.stat().st_size for path in pages}

    assert {} == {
        name: size for name, size in sizes.items() if size > 8000 + 1000 * (name[0] == "C")
    }


def test_manual_has_every_kind() -> None:
    """The index of the manual leads to every page of it and to every table of fields."""
    index = (ROOT / "manual" / "README.md").read_text(encoding="utf-8")
    pages = [path.relative_to(ROOT / "manual") for path in (ROOT / "manual").rglob("*.md")]

    assert [] == [p.as_posix() for p in pages if p.name != "README.md" and f"({p}" not in index]


def test_root_is_readable_at_a_glance() -> None:
    """At most eighteen entries meet whoever opens the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a checkout of git")

    assert len({name.partition("/")[0].strip('"') for name in listed.stdout.splitlines()}) <= 18


def test_codespace_sets_itself_up() -> None:
    """The container for Codespaces is read, has a fixed release, and runs what the README names."""
    text = (ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8")
    told = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))

    assert re.fullmatch(r"mcr\.microsoft\.com/devcontainers/python:3\.\d+-\w+", told["image"])
    assert told["postCreateCommand"].startswith("make .venv/dev.stamp")


@pytest.mark.parametrize("hook", HOOKS["hooks"], ids=lambda hook: hook["id"])
def test_hooks_run_what_ci_runs(hook: dict[str, object]) -> None:
    """Every hook before a commit is a program of the environment that ``make lint`` runs, too."""
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    program, *arguments = str(hook["entry"]).split()

    assert (ROOT / program).exists()
    assert "system" == hook["language"]
    assert str(arguments[1] if program.endswith("python") else Path(program).name) in recipes
