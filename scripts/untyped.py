"""Check the types, and that no more expressions are of no known type than pyproject.toml allows.

The number is ``most`` in ``[tool.untyped]``; the report of mypy tells where they are.
Example: archive untyped
"""

from __future__ import annotations

import subprocess
import sys
import tomllib

import click

from command import ROOT

REPORT = ROOT / ".mypy_cache" / "untyped"


def counted(report: str) -> int:
    """Return the number in the last line of a report of mypy: name, untyped, all, share."""
    return int(report.split("\n")[-2].split()[1])


def allowed(settings: str) -> int:
    """Return how many untyped expressions the settings of the project allow."""
    return int(tomllib.loads(settings)["tool"]["untyped"]["most"])


def told(found: int, most: int) -> str:
    """Return what is to be done about so many; nothing if all is as it should be."""
    if found > most:
        return (
            f"{found} výrazů neznámého typu, dovoleno je {most}: zúžit isinstance, pojmenovat "
            f"TypedDict, nebo dát knihovně typy v .ci/types (kde jsou, říká {REPORT.name}/)\n"
            f"{found} expressions of no known type, {most} are allowed: narrow by isinstance, name "
            f"a TypedDict, or give a library types in .ci/types ({REPORT.name}/ tells where)"
        )
    if found < most:
        return f"{found} < {most}: [tool.untyped] most = {found} v / in pyproject.toml"
    return ""


@click.command()
def command() -> int:
    """Zkontrolovat typy a spočítat neznámé / Check the types, and count those not known.

    Run mypy once, with its report. Returns 1 for wrong types or too many unknown ones.
    """
    arguments = [sys.executable, "-m", "mypy", "--any-exprs-report", str(REPORT)]
    if subprocess.run(arguments, cwd=ROOT, check=False).returncode:
        return 1
    found = counted((REPORT / "any-exprs.txt").read_text(encoding="utf-8"))
    most = allowed((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    if said := told(found, most):
        print(said)
    return 1 if found > most else 0
