"""Put the archive's core on the environment's path, and its command into the environment.

Relative, so that the folder may be moved or copied with its environment, and whatever signs are
in its name.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMMAND = """\
#!/bin/sh
here="$(dirname "$0")"
export NO_MKDOCS_2_WARNING=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONUTF8=1
exec "$here/python" "$here/{scripts}/command.py" "$@"
"""


def main() -> int:
    """Write archive.pth into the environment's site-packages, and its command ``archive``."""
    packages, programs = (Path(sysconfig.get_path(name)) for name in ("purelib", "scripts"))
    (packages / "archive.pth").write_text(os.path.relpath(ROOT / "hooks", packages) + "\n", "ascii")
    command = programs / "archive"
    command.write_text(COMMAND.format(scripts=os.path.relpath(ROOT / "scripts", programs)), "ascii")
    command.chmod(0o755)
    return 0


if __name__ == "__main__":
    sys.exit(main())
