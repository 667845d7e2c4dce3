"""Make the core importable in this environment, as an editable install would.

pip writes the absolute path of the checkout into its .pth file, and Python 3.11 and 3.12
read that file in the locale's encoding: in a folder with Czech letters, nothing starts
under LC_ALL=C. A path relative to the environment holds nothing but dots and slashes.
Example: python scripts/link_core.py
"""

from __future__ import annotations

import argparse
import os
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Write archive.pth into the environment's site-packages."""
    argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0]).parse_args(arguments)
    packages = Path(sysconfig.get_path("purelib"))
    relative = os.path.relpath(ROOT / "hooks", packages)
    (packages / "archive.pth").write_text(relative + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
