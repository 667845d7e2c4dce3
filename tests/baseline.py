"""Write everything that the archive gives into one folder, so that two states of the code compare.

The proof of a move: run it before and after, then ``diff -r`` of the two folders is empty. It
holds the real and the toy site with and without stand-ins, the copy for a USB stick, whether
schema and manual are as derived, and what the check says after each patch of a folder.
Example: python tests/baseline.py /tmp/before --cases ../cases/staff
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "scripts"), str(ROOT / "hooks")]
ADDRESS = "https://archive.test/base/"


def run(*command: str, cwd: Path = ROOT, standins: bool = True) -> str:
    """Run a command under fixed settings; return what it said and how it ended."""
    settings = {
        "SITE_URL": ADDRESS,
        "REPO_URL": f"{ADDRESS}code",
        "STANDINS": str(standins).lower(),
    }
    settings |= {"OWNER_NAME": "IOM Test", "OWNER_EMAIL": "podcast@archive.test"}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=cwd,
        env={**os.environ, **settings, "PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )
    return f"{done.stdout}{done.stderr}exit {done.returncode}\n"


def sites(target: Path, toy: Path) -> None:
    """Build both archives, with stand-ins and without."""
    for name, root in (("real", ROOT), ("toy", toy)):
        for standins in (True, False):
            site = target / f"{name}-{'with' if standins else 'without'}-standins"
            said = run(
                "-m", "mkdocs", "build", "--strict", "--site-dir", str(site),
                cwd=root, standins=standins,
            )  # fmt: skip
            (target / f"{site.name}.txt").write_text(said, encoding="utf-8")


def cases(target: Path, folder: Path) -> None:
    """Write what the check says of the real archive after each patch of a folder."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "archive"
        kept = shutil.ignore_patterns(".venv", ".git", "site*", "build", "tests", ".*_cache")
        shutil.copytree(ROOT, copy, ignore=kept)
        for patch in sorted(folder.glob("*.patch")):
            apply = ["git", "apply", "--binary", "--directory", str(copy), "--unsafe-paths"]
            done = subprocess.run([*apply, str(patch)], cwd="/", capture_output=True, check=False)
            said = (
                run("scripts/command.py", "check", cwd=copy)
                if not done.returncode
                else "does not apply\n"
            )
            (target / f"{patch.stem}.txt").write_text(said, encoding="utf-8")
            subprocess.run([*apply, "-R", str(patch)], cwd="/", capture_output=True, check=False)


def main(arguments: list[str] | None = None) -> int:
    """Write the folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("--cases", type=Path, help="a folder of patches, each checked by itself")
    chosen = parser.parse_args(arguments)
    target: Path = chosen.target.resolve()
    target.mkdir(parents=True)
    import conftest

    with tempfile.TemporaryDirectory() as folder:
        toy = conftest.make_toy(Path(folder) / "toy")
        sites(target, toy)
    (target / "offline.txt").write_text(
        run("scripts/command.py", "offline", "--output", str(target / "offline")), encoding="utf-8"
    )
    (target / "derived.txt").write_text(
        run("scripts/command.py", "derive", "--check"), encoding="utf-8"
    )
    if chosen.cases:
        (target / "cases").mkdir()
        cases(target / "cases", chosen.cases.resolve())
    return 0


if __name__ == "__main__":
    sys.exit(main())
