"""Read the recordings that are kept elsewhere once, and lock what a build must know of them.

For each episode with an address in the field audio writes docs/podcast/<id>/audio.lock.yml:
size, type, duration, chapters, hashes. An interrupted reading goes on where it ended.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

import archive.build  # noqa: F401 - registers the kinds of record
from archive.content import library
from archive.recording import audio, locks
from archive.recording.audio import Recording, UnreadableAudio
from archive.recording.locks import Lock
from archive.schema import Episode
from archive.schema.records import Entry
from command import root_option
from network.client import FAILURES, Client, Refused
from network.download import Download, Source
from network.progress import Progress
from network.ranges import RangeFile


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


def lock(client: Client, entry: Entry[Episode], root: Path, *, headers_only: bool) -> Lock:
    """Read an episode's recording and return its lock.

    Raises Refused, UnreadableAudio or one of FAILURES.
    """
    address = entry.record.audio or ""
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


def is_locked(entry: Entry[Episode], *, headers_only: bool) -> bool:
    """Tell whether there is nothing more to read."""
    try:
        told = locks.load(entry.folder)
    except ValueError:
        return False
    same = told is not None and told.address == entry.record.audio
    return same and (headers_only or bool(told and told.sha384))


def write(client: Client, entry: Entry[Episode], root: Path, *, headers_only: bool) -> None:
    """Lock one episode's recording."""
    told = lock(client, entry, root, headers_only=headers_only)
    path = entry.folder / locks.NAME
    path.write_text(locks.dump(told), encoding="utf-8")
    minutes, seconds = divmod(round(told.duration), 60)
    shown = path.relative_to(root).as_posix()
    print(f"  {told.size} B, {minutes}:{seconds:02}, {told.bitrate} kbit/s → {shown}")


def compare(client: Client, entry: Entry[Episode]) -> None:
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


def succeeds(entry: Entry[Episode], do: Callable[[Entry[Episode]], None]) -> bool:
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


def chosen(root: Path, wanted: tuple[str, ...]) -> list[Entry[Episode]]:
    """Return the episodes whose recording is elsewhere. Raises Refused for an unknown one."""
    there = {e.id: e for e in library.read(root).episodes() if e.record.audio}
    if missing := ", ".join(name for name in wanted if name not in there):
        raise Refused(f"{missing}: díl bez pole audio / an episode without the field audio")
    return [there[name] for name in wanted or there]


def lock_all(
    root: Path,
    identifiers: tuple[str, ...] = (),
    *,
    again: bool = False,
    headers_only: bool = False,
    insecure_local: bool = False,
) -> bool:
    """Read and lock what is not locked yet; tell whether all could be read."""
    client = Client(insecure_local=insecure_local)
    episodes = [
        entry
        for entry in chosen(root, identifiers)
        if again or not is_locked(entry, headers_only=headers_only)
    ]
    if not episodes:
        print("Není co číst. / Nothing to read.")
    do = partial(write, client, root=root, headers_only=headers_only)
    results = [succeeds(entry, do) for entry in episodes]
    return all(results)


@click.command()
@click.argument("identifiers", nargs=-1)
@click.option("--again", is_flag=True, help="read even what is locked")
@click.option("--headers-only", is_flag=True, help="a quick look, without hashes; not to publish")
@click.option("--check", is_flag=True, help="only ask whether all is there, as the locks say")
@root_option
@click.option("--insecure-local", is_flag=True, help="no TLS for a server on this machine")
def command(identifiers: tuple[str, ...], check: bool, root: Path, **how: bool) -> int:
    """Uzamknout nahrávky uložené jinde / Lock the recordings kept elsewhere.

    Returns 1 when a recording could not be read.
    """
    try:
        if check:
            there = partial(compare, Client(insecure_local=how["insecure_local"]))
            results = [succeeds(entry, there) for entry in chosen(root, identifiers)]
            return 0 if all(results) else 1
        return 0 if lock_all(root, identifiers, **how) else 1
    except Refused as error:
        print(error)
        return 1
