"""Write requirements/site.txt and requirements/dev.txt from pyproject.toml, with hashes.

Example: python scripts/lock.py --upgrade
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMPILE = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
OPTIONS = ["--generate-hashes", "--python-version", "3.11", "--no-emit-index-url"]
SITE = "requirements/site.txt"
HEADER = ["--custom-compile-command", "make lock"]


def main(arguments: list[str] | None = None) -> int:
    """Compile both lock files; the second holds to the versions of the first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    upgrade = ["--upgrade"] if parser.parse_args(arguments).upgrade else []
    targets = [
        ["pyproject.toml", "--output-file", SITE],
        ["--group", "dev", "--constraint", SITE, "--output-file", "requirements/dev.txt"],
    ]
    for target in targets:
        subprocess.run([*COMPILE, *OPTIONS, *HEADER, *upgrade, *target], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
