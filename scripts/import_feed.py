"""Move an existing show in: make item folders in docs/podcast/ from its feed.

Takes a file or an address, keeps every GUID, fetches recordings, chapters, transcripts and
covers, and writes what to do next into prestehovani.md. Run again it adds what is new and
overwrites nothing. Example: python scripts/import_feed.py https://example.org/feed.xml
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

import archive.build  # noqa: F401 - registers the kinds of record
import lock_audio
from archive.content import library
from archive.recording import audio
from archive.schema import DEFAULT_LANGUAGE, paths
from archive.schema.frontmatter import load_yaml
from command import root_option
from moving_in import checklist, existing, planning, shows
from moving_in.faults import Faults, NoFeed, Unreachable, told
from moving_in.moving import Mover, heard_otherwise
from moving_in.people import People
from moving_in.planning import Move
from network import feeds
from network.client import Client
from network.fetching import Fetcher
from network.progress import Progress


def _site_address(root: Path) -> str:
    """Return where the archive is published: SITE_URL, or the setting's default."""
    if address := os.environ.get("SITE_URL"):
        return address.rstrip("/") + "/"
    for line in (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines():
        if line.startswith("site_url:"):
            value = load_yaml(line.partition(":")[2].replace("!ENV", "").strip())[0]
            return str(value[-1] if isinstance(value, list) else value).rstrip("/") + "/"
    return "https://example.org/archive/"


@dataclass(frozen=True)
class Options:
    """What was given on the command line."""

    feed: str
    lock: bool
    place: str
    source: str
    insecure_local: bool
    dry_run: bool
    checklist: Path
    root: Path


class Import:
    """One run: fetches, writes, and remembers what came of it."""

    def __init__(self, options: Options, fetcher: Fetcher) -> None:
        self.options, self.fetcher = options, fetcher
        self.docs = options.root / "docs"
        self.cache = options.root / ".cache" / "import"
        self.feed = feeds.read(options.feed, fetcher)
        self.faults = Faults(self.feed.problems[0].path if self.feed.problems else options.feed)
        self.present = existing.read(self.docs)
        source = options.source or feeds.address_of(options.feed) or self.feed.channel.address
        roles, title = self.present.roles, self.feed.channel.title
        self.people = People(self.present.people, roles, title, source)
        self.mover = Mover(
            self.feed, self.present, self.people,
            lambda url: fetcher.get(url).data, self.faults, source, options.place,
        )  # fmt: skip
        self.made: list[tuple[str, str, str]] = []

    def run(self) -> bool:
        """Make a folder for every item that is new; tell whether all could be made."""
        moves = planning.plan(self.feed, self.present, self.faults)
        self.known = len(self.feed.items) - len(moves)
        for at, move in enumerate(moves, 1):
            print(f"[{at}/{len(moves)}] {move.item.title} → docs/podcast/{move.folder}/")
            if not self.options.dry_run:
                self._take(move)
        return len(self.made) == len(moves) or self.options.dry_run

    def _take(self, move: Move) -> None:
        """Make one folder: all of it or nothing, so that a run can be broken off."""
        mark = hashlib.sha256(move.item.guid.encode()).hexdigest()[:8]
        building = self.cache / f"{move.folder}-{mark}"
        target = self.docs / "podcast" / move.folder
        building.mkdir(parents=True, exist_ok=True)
        sound = building / move.recording_name
        try:
            recording = None if self.options.lock else self._fetch_sound(move, sound)
        except (Unreachable, audio.UnreadableAudio) as error:
            cs, en = f"nahrávka nepřišla ({error})", f"no recording came ({error})"
            self.faults.skipped(move.item.line, "enclosure", move.item.enclosure.url, cs, en)
            return
        for name, content in self.mover.files(move, recording).items():
            (building / name).write_bytes(content)
        self._write_people()
        target.parent.mkdir(parents=True, exist_ok=True)
        building.rename(target)  # never over a folder that is there: planning saw to it
        self.made.append((move.folder, move.item.title, str(uuid.uuid4())))

    def _fetch_sound(self, move: Move, sound: Path) -> audio.Recording:
        """Return the recording, fetched unless it is there; raise when it is none."""
        if not sound.exists():
            self.fetcher.save(move.item.enclosure.url, sound, Progress(sound.name))
        try:
            recording = audio.read(sound)
        except audio.UnreadableAudio:
            sound.unlink()
            raise
        heard_otherwise(move.item, recording, self.faults)
        return recording

    def _write_people(self) -> None:
        for identifier in self.people.new:
            record = self.docs / "people" / identifier / "index.cs.md"
            if not record.parent.exists():
                record.parent.mkdir(parents=True)
                record.write_text(self.people.record(identifier), encoding="utf-8")

    def finish(self) -> None:
        """Print what was mended and left out, and write the checklist."""
        problems = [*self.feed.problems, *self.faults.found]
        lines = told(problems)
        show = shows.record(self.feed.channel, self.people)
        print(
            "\n".join(
                [
                    *lines,
                    f"Převzato / taken over: {len(self.made)}, už tu bylo / present: {self.known}",
                ]
            )
        )
        if self.options.dry_run:
            return
        self._write_people()
        self._write_artwork()
        outcome = checklist.Outcome(
            tuple(self.made), self.known, tuple(line[2:] for line in lines if line[0] == "!"),
            self.options.lock, tuple(self.people.new),
        )  # fmt: skip
        self._write_checklist(outcome, show)
        print(f"\nÚdaje pořadu / the show's data:\n\n{show}")
        print(f"Co dál / what next: {self.options.checklist}, make check")

    def lock(self) -> bool:
        """Lock what was left where it is, as far as its records can be read already."""
        there = library.read(self.options.root).of("podcast")
        names = [folder for folder, _, _ in self.made if folder in there]
        root, local = self.options.root, self.options.insecure_local
        return not names or lock_audio.lock_all(root, tuple(names), insecure_local=local)

    def _write_artwork(self) -> None:
        target = self.docs / "podcast" / "artwork.png"
        picture = self.mover.artwork()
        if picture and not target.exists():
            target.write_bytes(picture)

    def _write_checklist(self, outcome: checklist.Outcome, show: str) -> None:
        path = self.options.checklist
        if not path.exists():
            new = _site_address(self.options.root) + paths.rss(DEFAULT_LANGUAGE)
            old = feeds.address_of(self.options.feed)
            path.write_text(checklist.write(self.feed, outcome, old, new, show), encoding="utf-8")
        elif outcome.made:
            with path.open("a", encoding="utf-8") as file:
                file.write(checklist.added(outcome, dt.date.today().isoformat()))


@click.command()
@click.argument("feed")
@click.option("--lock", is_flag=True, help="leave recordings where they are")
@click.option("--place", default="", help="place of every item that tells none")
@click.option("--source", default="", help="address that records name as their source")
@click.option("--insecure-local", is_flag=True, help="lock from this machine")
@click.option("--dry-run", is_flag=True, help="tell, and write nothing")
@click.option("--checklist", type=click.Path(path_type=Path), help="where to write what to do next")
@root_option
def command(**given: Any) -> int:  # noqa: ANN401 - as click hands it over
    """Přestěhovat pořad odjinud / Move an existing show in from its feed.

    Take a show over. Returns 1 when it is no feed, or when something did not come.
    """
    given["checklist"] = given["checklist"] or given["root"] / "prestehovani.md"
    options = Options(**given)
    if not options.feed:
        raise click.UsageError("chybí kanál / no feed: .venv/bin/archive import https://…")
    try:
        fetcher = Fetcher(Client(insecure=True), options.root / ".cache" / "import")
        work = Import(options, fetcher)
        whole = work.run()
        work.finish()
        whole = (not options.lock or options.dry_run or work.lock()) and whole
    except NoFeed as error:
        print(f"{options.feed}: {error.found}; {error.expected.cs} / {error.expected.en}")
        return 1
    except (Unreachable, OSError) as error:
        print(f"{options.feed}: nelze číst / cannot be read ({error})")
        return 1
    except KeyboardInterrupt:
        print("\nPřerušeno; spusťte znovu a pokračuje se. / Broken off; run again to go on.")
        return 130
    return 0 if whole else 1
