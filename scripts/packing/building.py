"""Build a site from the content of a bag and from nothing else.

The content alone is on Python's path, there is no PATH for other programs, git among them,
and no way to the network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# What the site's bytes depend on, besides the content (see mkdocs.yml).
SETTINGS = ("SITE_URL", "REPO_URL", "OWNER_NAME", "OWNER_EMAIL", "STANDINS")
_NOWHERE = "http://127.0.0.1:9"
_KEPT = ("HOME", "TMPDIR", "LANG", "SYSTEMROOT")


def settings(environment: Mapping[str, str]) -> dict[str, str]:
    """Return those settings that an environment makes."""
    return {name: environment[name] for name in SETTINGS if environment.get(name)}


def dump(told: Mapping[str, str]) -> str:
    """Return settings as text, one on a line."""
    return "".join(f"{name}={value}\n" for name, value in told.items())


def load(text: str) -> dict[str, str]:
    """Return the settings of a text; anything else in it is passed over."""
    pairs = (line.partition("=") for line in text.splitlines())
    return settings({name: value for name, _, value in pairs})


def build(content: Path, site: Path, told: Mapping[str, str]) -> str:
    """Build ``site`` from ``content``; return what went wrong, nothing if all is well."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment = kept | {
        "PATH": "",
        "PYTHONPATH": str(content / "hooks"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "http_proxy": _NOWHERE,
        "https_proxy": _NOWHERE,
        **told,
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(
        command, cwd=content, env=environment, capture_output=True, text=True, check=False
    )
    shutil.rmtree(content / ".cache", ignore_errors=True)
    return done.stdout + done.stderr if done.returncode else ""
