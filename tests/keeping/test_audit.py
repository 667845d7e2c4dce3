"""The audit of the live site: whatever differs from the manifest is found, told and recorded."""

from __future__ import annotations

import inspect
import os
import re
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import audit as audit_command
import command
from archive.keeping import audit, audit_report
from archive.keeping.audit import Copy, Fault, Outcome, Unreachable
from archive.ledgers import audits
from archive.ledgers.files import PUBLISHED as NAME
from archive.schema import paths
from conftest import ROOT, build, make_toy
from network.client import Client
from server import serve

Change = Callable[[Path], object]
SOUND = "podcast/prvni/prvni.mp3"
COVER = "podcast/prvni/cover.png"
FEED = paths.rss("cs")
PRODUCTION = {"STANDINS": "false", "SITE_URL": "https://archive.test/toy/"}
PRODUCTION |= {"OWNER_EMAIL": "podcast@archive.test"}
WORKFLOW = ROOT / ".github" / "workflows" / "audit.yml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive with its ledger and manifest, and its site as production builds it."""
    root = make_toy(tmp_path_factory.mktemp("audited") / "toy")
    assert 0 == command.main(["ledger", "feeds", "--root", str(root)])
    assert 0 == command.main(["ledger", "files", "--root", str(root)])
    done = build(root, environment=PRODUCTION)
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    return root


@pytest.fixture
def archive(built: Path, tmp_path: Path) -> Path:
    """A copy of both, to be changed at will."""
    return shutil.copytree(built, tmp_path / "toy")


@pytest.fixture
def live(archive: Path) -> Iterator[str]:
    """The address at which the toy's site is live; its feeds name that address."""
    with serve(archive / "site", "/toy/") as address:
        for path in map(paths.rss, ("cs", "en")):
            edit(archive / "site" / path, "https://archive.test/toy/", address, every=True)
        yield address


def edit(path: Path, old: str, new: str, *, every: bool = False) -> None:
    """Change a text that is in a file once, or everywhere."""
    text = path.read_text(encoding="utf-8")
    assert every or 1 == text.count(old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def flip(path: Path) -> None:
    """Change one bit of a file."""
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    """Cut a file in half."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def audited(archive: Path, address: str, *more: str) -> int:
    """Audit a site against the toy archive."""
    return command.main(["audit", address, "--root", str(archive), *more])


# -- the live site -----------------------------------------------------------------------------


def test_a_whole_site(archive: Path, live: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A site as it was built passes; the figures are those of what was read."""
    paths = (SOUND, COVER, "podcast/artwork.png", "podcast/druhy/cover.png")
    size = sum((archive / "docs" / path).stat().st_size for path in paths)

    assert 0 == audited(archive, live)
    told = capsys.readouterr().out
    assert f"souborů 4, staženo {size} B, závad 0. Všechno souhlasí" in told


FAULTS: dict[str, tuple[Change, str, str]] = {
    "changed": (lambda s: flip(s / SOUND), "jiný soubor, než jaký byl uložen", SOUND),
    "truncated": (lambda s: cut(s / SOUND), "Na webu je soubor useknutý", SOUND),
    "missing": (lambda s: (s / COVER).unlink(), "Chybí na webu", f"`{COVER}`: HTTP 404"),
    "another list": (lambda s: edit(s / NAME, SOUND, "x"), "není ten z úložiště", NAME),
    "no list": (lambda s: (s / NAME).unlink(), "Chybí na webu", NAME),
    "no feed": (lambda s: (s / FEED).unlink(), "Chybí na webu", FEED),
    "broken feed": (lambda s: cut(s / FEED), "Kanál podcastu je vadný", FEED),
    "no feed but a page": (
        lambda s: shutil.copy(s / "sitemap.xml", s / FEED), "Kanál podcastu je vadný", "urlset",
    ),
    "wrong length": (
        lambda s: edit(s / FEED, 'mp3" length="', 'mp3" length="9', every=True),
        "Kanál podcastu je vadný", "má být",
    ),
    "a stand-in in the feed": (
        lambda s: edit(s / FEED, "prvni.mp3\"", "druhy.mp3\"", every=True), "co archiv nemá",
        "druhy.mp3",
    ),
    "an episode lost": (
        lambda s: edit(s / FEED, "<guid isPermaLink=\"false\">1", "<guid isPermaLink=\"false\">9"),
        "chybí díl, který už vyšel", "Lidé & voda",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_faults(archive: Path, live: str, case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each kind of harm is found, in its own section, with the file and what to do."""
    harm, section, place = FAULTS[case]
    harm(archive / "site")

    assert 1 == audited(archive, live)
    told = capsys.readouterr().out
    heading, _, rest = told.partition(section)
    assert heading.endswith("## ") or "\n## " in heading
    assert place in rest.partition("\n## ")[0]
    assert "**Co s tím:**" in rest


def test_several_faults_at_once(archive: Path, live: str) -> None:
    """One fault hides no other; each file is counted once."""
    for path in (SOUND, COVER, "podcast/artwork.png"):
        flip(archive / "site" / path)

    assert 1 == audited(archive, live, "--output", str(archive / "out"))
    assert "3\n" == (archive / "out" / "faults.txt").read_text(encoding="utf-8")


def test_a_site_that_is_not_there(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that does not answer is one fault, not one for each file."""
    with serve(archive / "nothing", "/toy/") as address:
        assert 1 == audited(archive, address)
    told = capsys.readouterr().out

    assert "závad 1." in told
    assert "## Web neodpovídá" in told


def test_against_a_broken_checkout(
    archive: Path, live: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the repository itself does not agree, the site is not judged by it."""
    flip(archive / "docs" / SOUND)

    assert 1 == audited(archive, live, "--record")
    assert "vraťte jej" in capsys.readouterr().out
    assert not (archive / audits.FORM.path).exists()


# -- the network -------------------------------------------------------------------------------


def test_a_passing_failure_is_no_fault(live: str) -> None:
    """A server that fails twice and answers then is not accused; the pauses grow."""
    waited: list[float] = []

    class Moody(Client):
        def ask(self, address: str, **options: Any) -> Any:
            if len(waited) < 2:
                raise ConnectionResetError("reset")
            return super().ask(address, **options)

    copy = audit_command.Site(Moody(insecure_local=True), waited.append).copy(live + SOUND)
    assert ([5.0, 10.0], copy.size) == (waited, (ROOT / "tests/audio/tone.mp3").stat().st_size)


def test_a_lasting_failure_is_told() -> None:
    """A server that never answers is unreachable, which is not the same as missing."""
    site = audit_command.Site(Client(insecure_local=True, timeout=1), lambda seconds: None)

    with pytest.raises(Unreachable) as caught:
        site.copy("http://127.0.0.1:9/x.mp3")
    assert 0 == caught.value.status


def test_unreachable_files(archive: Path) -> None:
    """A file that cannot be fetched is unreachable, one that is gone is missing."""
    from archive.content import library
    from archive.ledgers import feeds

    def fetch(address: str) -> Copy:
        raise Unreachable("x", 404 if address.endswith(".mp3") else 503)

    def read(address: str) -> bytes:
        return b""

    content = library.read(archive)
    book = feeds.read(archive)
    found = audit.audit(content.manifest, book, archive, "https://a.test/", fetch, read).faults

    assert {"missing", "unreachable"} == {f.kind for f in found if f.found == "x"}


# -- report and record -------------------------------------------------------------------------


def test_every_kind_is_told() -> None:
    """No kind of fault that an audit makes is left out of the report; each comes with a remedy."""
    source = inspect.getsource(audit)
    made = {kind for kind in re.findall(r'(?:Fault\(|else |kind = )"(\w+)"', source) if kind}
    kinds = sorted(audit_report.REMEDIES)
    told = audit_report.text(
        Outcome("https://a.test/", 9, 9, [Fault(k, k) for k in kinds]), "2026-12-07"
    )

    assert made <= set(kinds)
    assert len(kinds) == told.count("\n## ") == told.count("**Co s tím:**")


def test_record(archive: Path, live: str) -> None:
    """With --record each audit is a line, which is read back; what was wrong is counted."""
    assert 0 == audited(archive, live, "--record")
    flip(archive / "site" / SOUND)
    assert 1 == audited(archive, live, "--record")

    done, problems = audits.read(archive)
    assert ([0, 1], [4, 4], []) == ([a.faults for a in done], [a.files for a in done], problems)
    assert (archive / audits.FORM.path).read_text(encoding="utf-8").startswith(audits.FORM.head)


def test_a_broken_record(archive: Path) -> None:
    """A line of the record that cannot be read is told with its number."""
    (archive / audits.FORM.path).write_text("# head\n<<<<<<< HEAD\n", encoding="utf-8")

    assert [(audits.FORM.path, 2)] == [(p.path, p.line) for p in audits.read(archive)[1]]


# -- the workflow ------------------------------------------------------------------------------

GH = """#!/bin/sh
echo "$*" >> "$LOG"
case "$1 $2" in
  "issue list") echo "$OPEN" ;;
  "api repos/me/archive/contents/ledgers/audits.jsonl?ref=main") echo abc ;;
  "api --method") exit "$REFUSED" ;;
esac
"""


def run(job: str, folder: Path, **variables: str) -> list[str]:
    """Run what a job of the workflow runs, with a gh that only notes what it was asked."""
    (folder / "bin").mkdir()
    gh = folder / "bin" / "gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(gh.stat().st_mode | stat.S_IXUSR)
    (folder / "ledgers").mkdir()
    (folder / "ledgers" / "audits.jsonl").write_text("{}\n", encoding="utf-8")
    steps = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"][job]["steps"]
    known = {"GH_REPO": "me/archive", "RUN": "7", "BRANCH": "main", "TITLE": "Kontrola"}
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    env = {**known, "PATH": path, "LOG": str(folder / "log"), "OPEN": "", "REFUSED": "0"}
    shell = ["bash", "-eo", "pipefail", "-c", steps[-1]["run"]]
    subprocess.run(shell, cwd=folder, env=env | variables, check=True, capture_output=True)
    return (folder / "log").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize(
    ("faults", "opened", "expected"),
    [
        ("0", "", ["issue list"]),
        ("2", "", ["issue list", "issue create --title Kontrola --body-file audit/report.md"]),
        ("2", "5", ["issue list", "issue edit 5 --body-file", "issue comment 5 --body"]),
        ("0", "5", ["issue list", "issue close 5 --comment"]),
    ],
    ids=["all well", "first fault", "still a fault", "mended"],
)
def test_the_issue(tmp_path: Path, faults: str, opened: str, expected: list[str]) -> None:
    """One issue: opened with the first fault, written over while there is one, then closed."""
    (tmp_path / "audit").mkdir()
    (tmp_path / "audit" / "faults.txt").write_text(f"{faults}\n", encoding="utf-8")
    done = run("tell", tmp_path, OPEN=opened)

    assert len(expected) == len(done)
    assert all(line.startswith(start) for line, start in zip(done, expected, strict=True))


@pytest.mark.parametrize(("refused", "deployed"), [("0", True), ("1", False)])
def test_the_commit(tmp_path: Path, refused: str, deployed: bool) -> None:
    """The record is committed and the site deployed; a branch that refuses stops nothing else."""
    done = run("record", tmp_path, REFUSED=refused)

    assert "-f branch=main -f sha=abc -F content=@content.txt" in done[1]
    assert "e30K" == (tmp_path / "content.txt").read_text(encoding="utf-8")
    assert deployed == ("workflow run deploy.yml --ref main" in done)


def test_the_audit_can_only_read() -> None:
    """The job that runs the project's code has no right to write, and leaves no token behind."""
    jobs = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]

    assert {"contents": "read"} == jobs["audit"]["permissions"]
    assert False is jobs["audit"]["steps"][0]["with"]["persist-credentials"]
    for name in ("tell", "record"):
        assert all("uses" not in step for step in jobs[name]["steps"])
