"""Write requirements/site.txt and requirements/dev.txt from pyproject.toml, with hashes."""

from __future__ import annotations

import subprocess
import sys

import click

from command import ROOT

COMPILE = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
OPTIONS = ["--generate-hashes", "--python-version", "3.11", "--no-emit-index-url"]
SITE = "requirements/site.txt"
HEADER = ["--custom-compile-command", ".venv/bin/archive lock"]


@click.command()
@click.option("--upgrade", is_flag=True, help="take the newest versions allowed")
def command(upgrade: bool) -> int:
    """Zapsat zámky závislostí / Write the lock files anew from pyproject.toml.

    Compile both lock files; the second holds to the versions of the first.
    """
    more = ["--upgrade"] if upgrade else []
    targets = [
        ["pyproject.toml", "--output-file", SITE],
        ["--group", "dev", "--constraint", SITE, "--output-file", "requirements/dev.txt"],
    ]
    for target in targets:
        subprocess.run([*COMPILE, *OPTIONS, *HEADER, *more, *target], cwd=ROOT, check=True)
    return 0
