"""Read the recordings that are kept elsewhere once, and lock what a build must know of them.

For each episode with an address in the field audio writes docs/podcast/<id>/audio.lock.yml:
size, type, duration, chapters, hashes. An interrupted reading goes on where it ended.
Example: python scripts/lock_audio.py klatovy
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import archive.build  # noqa: F401 - registers the kinds of record
from archive.content import library
from archive.recording import audio, locks
from archive.recording.audio import Recording, UnreadableAudio
from archive.recording.locks import Lock
from archive.schema.records import Entry
from network.client import FAILURES, Client, Refused
from network.download import Download, Source
from network.progress import Progress
from network.ranges import RangeFile

ROOT = Path(__file__).parent.parent


def read_whole(client: Client, address: str, folder: Path, name: str) -> tuple[Recording, Source]:
    """Fetch a recording into a folder, read it, delete it."""
    target = folder / f"recording{Path(locks.name_of(address)).suffix.lower()}"
    source = Download(client, address, target, progress=Progress(name)).run()
    try:
        return audio.read(target), source
    finally:
        shutil.rmtree(folder)


def read_headers(client: Client, address: str) -> tuple[Recording, Source]:
    """Read only the parts of a recording that tell what it is."""
    file = RangeFile(client, address)
    recording = audio.read_beginning(file.buffered(), locks.name_of(address), file.size)
    first = file.first
    print(f"  přečteno / read: {file.fetched} B z / of {file.size} B", file=sys.stderr)
    return recording, Source(first.address, first.redirects, file.ranges, first.kind)


def answers_head(client: Client, address: str, size: int) -> bool:
    """Tell whether the server answers HEAD, as Apple demands, with the right size."""
    with client.ask(address, method="HEAD") as answer:
        return answer.status == 200 and answer.length == size


def lock(client: Client, entry: Entry[Any], root: Path, *, headers_only: bool) -> Lock:
    """Read an episode's recording and return its lock.

    Raises Refused, UnreadableAudio or one of FAILURES.
    """
    address = entry.record.audio
    if headers_only:
        recording, source = read_headers(client, address)
    else:
        key = hashlib.sha256(address.encode()).hexdigest()[:16]
        folder = root / ".cache" / "lock-audio" / key
        recording, source = read_whole(client, address, folder, entry.id)
    here = replace(recording, name=locks.name_of(address), address=address)
    if source.redirects:
        print(f"  {source.redirects}× přesměrováno na / redirected to: {source.address}")
    head = answers_head(client, address, recording.size)
    today = dt.date.today().isoformat()
    return locks.lock(here, redirects=source.redirects, ranges=source.ranges, head=head, read=today)


def is_locked(entry: Entry[Any], *, headers_only: bool) -> bool:
    """Tell whether there is nothing more to read."""
    try:
        told = locks.load(entry.folder)
    except ValueError:
        return False
    same = told is not None and told.address == entry.record.audio
    return same and (headers_only or bool(told and told.sha384))


def write(client: Client, entry: Entry[Any], root: Path, *, headers_only: bool) -> None:
    """Lock one episode's recording."""
    told = lock(client, entry, root, headers_only=headers_only)
    path = entry.folder / locks.NAME
    path.write_text(locks.dump(told), encoding="utf-8")
    minutes, seconds = divmod(round(told.duration), 60)
    shown = path.relative_to(root).as_posix()
    print(f"  {told.size} B, {minutes}:{seconds:02}, {told.bitrate} kbit/s → {shown}")


def compare(client: Client, entry: Entry[Any]) -> None:
    """Ask whether the recording is still there, as long as the lock says. Raises Refused."""
    told = locks.load(entry.folder)
    if told is None or told.address != entry.record.audio:
        raise Refused(f"chybí zámek / no lock: {locks.NAME}")
    with client.ask(told.address, method="HEAD") as answer:
        if answer.status != 200:
            raise Refused(f"HTTP {answer.status}: {answer.address}")
        if answer.length != told.size:
            raise Refused(f"{answer.length} B, v zámku / in the lock {told.size} B")
    print("  v pořádku / all right")


def succeeds(entry: Entry[Any], do: Callable[[Entry[Any]], None]) -> bool:
    """Do something with an episode's recording, and tell how it went when it fails."""
    print(f"{entry.id}: {entry.record.audio}")
    try:
        do(entry)
    except UnreadableAudio as error:
        print(f"  nalezeno: {error.found}\n  očekává se: {error.expected.cs}")
        print(f"  found: {error.found}\n  expected: {error.expected.en}")
        return False
    except (Refused, *FAILURES, ValueError) as error:
        print(f"  {error}")
        return False
    return True


def chosen(root: Path, wanted: list[str]) -> list[Entry[Any]]:
    """Return the episodes whose recording is elsewhere. Raises Refused for an unknown one."""
    there = {e.id: e for e in library.read(root).episodes() if e.record.audio}
    if missing := ", ".join(name for name in wanted if name not in there):
        raise Refused(f"{missing}: díl bez pole audio / an episode without the field audio")
    return [there[name] for name in wanted or there]


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("id", nargs="*", help="episodes; otherwise all that have an address")
    add("--again", action="store_true", help="read even what is locked")
    add("--headers-only", action="store_true", help="a quick look, without hashes; not to publish")
    add("--check", action="store_true", help="only ask whether all is there, as the locks say")
    add("--root", type=Path, default=ROOT, help="the archive's folder")
    add("--insecure-local", action="store_true", help="no TLS for a server on this machine")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Lock what is not locked yet. Returns 1 when a recording could not be read."""
    options = parse(arguments)
    client, only = Client(insecure_local=options.insecure_local), options.headers_only
    try:
        episodes = chosen(options.root, options.id)
    except Refused as error:
        print(error)
        return 1
    if options.check:
        do: Callable[[Entry[Any]], None] = partial(compare, client)
    else:
        do = partial(write, client, root=options.root, headers_only=only)
        episodes = [e for e in episodes if options.again or not is_locked(e, headers_only=only)]
    if not episodes:
        print("Není co číst. / Nothing to read.")
    results = [succeeds(entry, do) for entry in episodes]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
