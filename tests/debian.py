"""Install a program of Debian's for the tests, where there is apt and we may use it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


def install(package: str) -> None:
    """Try to install a package: as root, or by sudo without a password as on GitHub.

    Whether it is there afterwards is for the caller to look. Workers wait for each
    other, because apt takes one at a time.
    """
    if not shutil.which("apt-get"):
        return
    apt = ["apt-get"] if os.geteuid() == 0 else ["sudo", "-n", "apt-get"]
    if not shutil.which(apt[0]):
        return
    with (Path(tempfile.gettempdir()) / f"archive-apt-{os.getuid()}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for command in (["update", "-qq"], ["install", "-y", "-qq", package]):
            subprocess.run([*apt, *command], capture_output=True, check=False)
