"""The folder of the site: one build at a time, and always the whole old site or the whole new one.

A build holds the lock ``site.lock``; the system lets go of it when the process ends, however
it ends, so that a file of that name from a build that was killed holds nobody up. The build
writes into a folder of its own beside the site, ``site.new-…``, which at the end changes places
with ``site`` in one step where the system knows how (renameat2 of Linux). Elsewhere it takes
renames, and the name ``site.old`` is their journal: while no ``site`` stands beside it, it is
the whole old site, and the next build puts it back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_RENAME_EXCHANGE = 2
_HERE = -100  # AT_FDCWD: paths are as seen from the working folder
# Kernels, C libraries and file systems that cannot exchange say so in one of these ways.
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
_PAUSE = 0.1  # seconds between two looks at a lock that another build holds


class Busy(Exception):
    """Another build of the same site has not ended in time."""


def _exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one step; return False where the system cannot."""
    if sys.platform != "linux":
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    done: int = call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _remove(path: Path) -> None:
    """Delete a folder or a file; what cannot be deleted stays for the next build."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _locked(descriptor: int) -> bool:
    """Lock an open file for this process alone, without waiting; tell whether it worked."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _lock(path: Path) -> int | None:
    """Return a locked file at a path; ``None`` while another build holds it. Raises OSError.

    Whoever held it deletes the file before letting go: then the lock that was won is on a
    file that stands there no more, and does not count.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    if _locked(descriptor):
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), path.stat()):
                return descriptor
    os.close(descriptor)
    return None


class Staging:
    """A build's hold on the site: the lock, and ``folder``, into which it writes."""

    def __init__(self, site: Path, lock: int) -> None:
        self._site, self._lock_file = site, lock
        self._old = site.with_name(f"{site.name}.old")
        self._held = True
        self.folder = site.with_name(f"{site.name}.new-{secrets.token_hex(8)}")
        self._recover()
        self._sweep()

    def publish(self) -> None:
        """Put the new site in the place of the old one, and let go. Raises OSError."""
        try:
            if not os.path.lexists(self._site):
                self.folder.rename(self._site)
            elif not _exchange(self.folder, self._site):
                self._site.rename(self._old)
                self.folder.rename(self._site)
        finally:
            try:
                self._recover()
            finally:
                self.abandon()

    def abandon(self) -> None:
        """Leave the site as it is, delete what was built beside it, and let go."""
        if self._held:
            self._held = False
            _remove(self.folder)
            # While it is still held: afterwards it could be another build's.
            _remove(self._site.with_name(f"{self._site.name}.lock"))
            os.close(self._lock_file)

    def _recover(self) -> None:
        """Finish what a build began that ended between two renames."""
        if os.path.lexists(self._old):
            if not os.path.lexists(self._site):
                self._old.rename(self._site)
                return
            with suppress(OSError):  # under another name first: half a site is never put back
                self._old.rename(gone := self.folder.with_name(f"{self.folder.name}-old"))
                _remove(gone)

    def _sweep(self) -> None:
        """Delete what builds left that were killed; no other is at work while the lock is held."""
        ours = re.compile(rf"{re.escape(self._site.name)}\.new-[0-9a-f]{{16}}(-old)?")
        for path in self._site.parent.iterdir():
            if ours.fullmatch(path.name):
                _remove(path)


def hold(site: Path, *, wait: float, tell: Callable[[], None]) -> Staging:
    """Take the folder of a site for a build; ``tell`` is called once if that means waiting.

    Raises Busy when another build holds it for longer than ``wait`` seconds, OSError when
    the place cannot be written to.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    path = site.with_name(f"{site.name}.lock")
    looks = round(wait / _PAUSE)
    for look in range(looks + 1):
        if (lock := _lock(path)) is not None:
            try:
                return Staging(site, lock)
            except OSError:
                os.close(lock)
                raise
        if look == 0:
            tell()
        if look < looks:
            time.sleep(_PAUSE)
    raise Busy(str(site))
