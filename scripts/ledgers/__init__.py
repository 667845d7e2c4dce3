"""What the commands of all ledgers share: an older state, what it had more, whole writing."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

# Returns the lines that an older text has and a newer one has not.
Lost = Callable[[str, str], list[str]]


def _text_at(root: Path, commit: str, path: str) -> str | None:
    """Return a file as it was in a commit, empty before it began; None without the commit."""
    git = ["git", "-C", str(root)]
    known = [*git, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}^{{commit}}"]
    if subprocess.run(known, capture_output=True, check=False).returncode:
        return None
    shown = [*git, "show", f"{commit}:./{path}"]
    return subprocess.run(shown, capture_output=True, check=False).stdout.decode()


def text_of(path: Path) -> str:
    """Return a ledger as it is, empty before it began."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def told_of_losses(root: Path, commit: str, path: str, lost: Lost, called: str) -> int:
    """Print the lines that have left a ledger since a commit; return the exit code.

    ``path`` is below ``root``; ``called`` names the ledger after the Czech „z“.
    """
    before = _text_at(root, commit, path)
    if before is None:
        print(f"Revizi „{commit}“ git nezná. / git knows no revision “{commit}”.")
        return 1
    gone = lost(before, text_of(root / path))
    if gone:
        print(f"Z {called} zmizely řádky, vraťte je: / Lines have gone, bring them back:")
        print("\n".join(gone))
    return 1 if gone else 0


def swap(path: Path, text: str) -> None:
    """Put a ledger in the place of the old one whole, so that no line is ever cut."""
    new = path.with_name(path.name + ".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
