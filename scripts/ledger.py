"""Enter into a ledger what has come out; refuse what would lose something published."""

from __future__ import annotations

import datetime as dt
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from archive import build, checks
from archive.checks import fixity
from archive.content import library
from archive.content.library import Library
from archive.keeping import address_comparison, audit_comparison, published_addresses
from archive.keeping.audit_comparison import Comparison
from archive.keeping.subscribers import Present, additions
from archive.ledgers import addresses, audits, changes, feeds, files
from archive.ledgers.append_only import Form
from archive.ledgers.feed_events import line
from archive.ledgers.files import REASONS, Ended, Line
from archive.schema.problems import Problem, errors, report
from archive.telling import fingerprints
from command import root_option


@dataclass(frozen=True)
class Asked:
    """What the command was asked: where, as of which day, of which site, and why files left."""

    root: Path
    day: dt.date
    site: Path
    reason: str

    def stopping(self, content: Library) -> list[Problem]:
        """Return the errors of the content, before which nothing is entered."""
        return errors(checks.check(content, self.root, self.day, build.OUTPUTS))


class Refused(Exception):
    """Nothing can be entered; the message says why."""


@dataclass(frozen=True)
class Entry:
    """Text to add to the end of a ledger, and lines of it that get their end in place."""

    added: str = ""
    ended: tuple[tuple[Line, Ended], ...] = ()

    def __str__(self) -> str:
        """Return all of it as it is printed."""
        return "\n".join([*(str(end) for _, end in self.ended), *filter(None, [self.added])])


def _feeds(asked: Asked) -> Entry:
    """Return what the podcast's feeds publish and the ledger does not know."""
    content = library.read(asked.root)
    if stopping := asked.stopping(content):
        raise Refused(report(stopping))
    events = additions(feeds.read(asked.root), Present(content))
    return Entry("\n".join(map(line, events)))


def _addresses(asked: Asked) -> Entry:
    """Return what a built site publishes and the ledger does not know."""
    if not (asked.site / "index.html").is_file():
        raise Refused(
            f"{asked.site}: není sestavený web, spusťte „make site“. / no site, run “make site”."
        )
    content, known = library.read(asked.root), addresses.read(asked.root)
    faults = asked.stopping(content) or address_comparison.compare(known, asked.site, content)
    if faults:
        raise Refused(report(faults))
    new = known.lacks(published_addresses.read(asked.site, content))
    return Entry(addresses.block(new, asked.day.isoformat()).strip() if new else "")


def _changes(asked: Asked) -> Entry:
    """Return which pages say something else than before."""
    known, faults = changes.read(asked.root)
    if faults:
        raise Refused(report(faults))
    new = known.lacks(fingerprints.every(library.read(asked.root)))
    return Entry(changes.block(new, asked.day).strip() if new else "")


def _ends(content: Library, found: Comparison, asked: Asked) -> tuple[tuple[Line, Ended], ...]:
    """Return each line that no longer holds with its end; only those whose reason is known."""
    why = asked.reason
    gone = [(one, audit_comparison.reason(content, one, found) or why) for one in found.gone]
    changed = [(one, why) for one, _ in found.changed]
    return tuple(
        (one, Ended(one.number, asked.day.isoformat(), reason, one.sha256, one.path))
        for one, reason in [*gone, *changed]
        if reason
    )


def _files(asked: Asked) -> Entry:
    """Return the held files that are not entered, and the ends of those that have left."""
    content, day = library.read(asked.root), asked.day.isoformat()
    manifest = content.manifest
    if manifest.problems:
        raise Refused(report(manifest.problems))
    found = audit_comparison.compare(manifest, content, asked.root)
    ended = _ends(content, found, asked)
    if len(ended) < len(found.gone) + len(found.changed):
        known = {one.path for one, _ in ended}
        found.gone = [one for one in found.gone if one.path not in known]
        problems = [*fixity.replacing(manifest, found, day), *fixity.ending(content, found, day)]
        raise Refused(
            f"{report(problems)}\n\nByla-li změna záměrná: / If this was meant: "
            ".venv/bin/archive ledger files --reason superseded"
        )
    entered = [*found.new.items(), *((one.path, sha256) for one, sha256 in found.changed)]
    return Entry("\n".join(files.additions(manifest, entered, day)), ended)


def _nothing(_: Asked) -> Entry:
    """The audit itself enters its line: ``archive audit --record``."""
    return Entry()


LEDGERS: dict[str, tuple[Form, Callable[[Asked], Entry]]] = {
    "feeds": (feeds.FORM, _feeds),
    "files": (files.FORM, _files),
    "addresses": (addresses.FORM, _addresses),
    "changes": (changes.FORM, _changes),
    "audits": (audits.FORM, _nothing),
}


def _write(root: Path, form: Form, entry: Entry) -> None:
    """End lines in their places and add text below, all at once."""
    text = (form.read(root)[0] or form.head).rstrip("\n").split("\n")
    for one, end in entry.ended:
        text[one.number - 1] = str(end)
    form.swap(root, "\n".join([*text, *filter(None, [entry.added])]) + "\n")


def _at(root: Path, commit: str, path: str) -> str | None:
    """Return a file as it was in a commit, or None where it was not."""
    shown = ["git", "-C", str(root), "show", "--end-of-options", f"{commit}:./{path}"]
    done = subprocess.run(shown, capture_output=True, check=False)
    return None if done.returncode else done.stdout.decode()


def _compare(root: Path, form: Form, commit: str) -> int:
    """Print the lines that have left a ledger since a commit; return the exit code.

    Before the ledgers had their folder they lay elsewhere. A commit that has the ledger in
    neither place proves nothing, so it is no "nothing lost".
    """
    before = _at(root, commit, form.path)
    before = _at(root, commit, form.former) if before is None else before
    if before is None:
        print(
            f"V revizi „{commit}“ není {form.path} ani {form.former}, není s čím porovnat. / "
            f"The revision “{commit}” has neither: nothing to compare with."
        )
        return 1
    gone = form.lost(before, form.read(root)[0])
    if gone:
        print(f"Z {form.path} zmizely řádky, vraťte je: / Lines have gone, bring them back:")
        print("\n".join(gone))
    return 1 if gone else 0


@click.command()
@click.argument("name", type=click.Choice(list(LEDGERS)))
@click.option("--since", metavar="COMMIT", help="write nothing; 1 if lines were lost")
@click.option("--check", is_flag=True, help="write nothing; 1 if lines are missing")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="the day of entry; today")
@click.option("--site", type=click.Path(path_type=Path), help="the built site; site/")
@click.option("--reason", type=click.Choice(REASONS), default=None, help="why files left")
@root_option
def command(  # noqa: PLR0913, PLR0917 - an argument for each option
    name: str,
    since: str | None,
    check: bool,
    date: dt.datetime | None,
    site: Path | None,
    reason: str | None,
    root: Path,
) -> int:
    """Zapsat do knihy, co vyšlo / Enter into a ledger what has come out.

    Run again, it adds nothing. Returns 1 when something must be mended first.
    """
    form, entering = LEDGERS[name]
    if since:
        return _compare(root, form, since)
    day = date.date() if date else dt.date.today()
    try:
        entry = entering(Asked(root, day, site or root / "site", reason or ""))
    except Refused as refused:
        print(refused)
        return 1
    if str(entry) and not check:
        _write(root, form, entry)
    complete = f"Kniha {form.path} je úplná. / The ledger {form.path} is complete."
    print(str(entry) or complete)
    return 1 if str(entry) and check else 0
