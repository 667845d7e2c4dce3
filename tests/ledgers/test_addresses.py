"""The ledger of addresses: what was ever published under an address leads somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import command
from archive import checks
from archive.content import library
from archive.ledgers import addresses
from archive.schema.problems import errors
from conftest import TODAY, build, edit, make_toy
from server import serve

Change = Callable[[Path], object]
Told = pytest.CaptureFixture[str]
DATE = "2026-11-21"
PROJECT, VOICES = "projects/jezero", "podcast/prvni"


@pytest.fixture(scope="module")
def entered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive, built, after its first ``.venv/bin/archive ledger addresses``."""
    root = make_toy(tmp_path_factory.mktemp("addresses") / "toy")
    assert (0, "") == (build(root).returncode, "")
    assert 0 == command.main(["ledger", "addresses", "--root", str(root), "--date", DATE])
    return root


@pytest.fixture
def archive(entered: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed at will."""
    return shutil.copytree(entered, tmp_path / "toy")


def written(root: Path) -> str:
    """Return the text of the ledger."""
    return (root / addresses.FORM.path).read_text(encoding="utf-8")


def rename(root: Path, old: str, new: str) -> None:
    """Rename a folder, and in all records what they call it; say nothing of the old name."""
    (root / "docs" / old).rename(root / "docs" / new)
    kind, _, before = old.partition("/")
    after = new.partition("/")[2]
    called = rf"((?:{kind}/|{kind}: \[|person: |^  - |^)){before}\b"
    for path in sorted((root / "docs").rglob("*.*")):
        if path.suffix in (".md", ".yml") and path.name != "places.yml":
            text = path.read_text(encoding="utf-8")
            text = re.sub(called, rf"\g<1>{after}", text, flags=re.MULTILINE)
            path.write_text(text, encoding="utf-8")


def told(root: Path) -> list[tuple[str, int, str, str]]:
    """Return where the check finds faults, in which field, and its example."""
    found = errors(checks.check(library.read(root), root, TODAY))
    return [(problem.path, problem.line, problem.field, problem.example) for problem in found]


# -- entering ----------------------------------------------------------------------------------


def test_what_is_entered(entered: Path) -> None:
    """Pages in both languages, feeds, exports, transcripts, frames, headings, events."""
    lines = written(entered).splitlines()
    expected = [
        DATE, "/en/podcast/feed.xml", "/catalogue.json", "/timeline.csv", "/sitemap.xml",
        "/podcast/prvni/prvni.mp3", "/en/podcast/prvni/transcript.html", "/*/*/cite.ris",
        "/podcast/prvni/embed/", "/projects/jezero/ #co-se-zjistilo", "/people/petr-chalupa/",
    ]  # fmt: skip

    assert [] == [line for line in expected if line not in lines]
    assert re.search(r"^/history/ .*#e2001-09\b.*#e2006\b", written(entered), re.MULTILINE)
    assert re.search(r"^/\*/\*/ .*#record-cite .*#record-facts\b", written(entered), re.MULTILINE)


def test_what_is_not_entered(entered: Path) -> None:
    """Drawn pictures, scripts, what a stand-in has, anchors for scripts: nobody cites them."""
    unpromised = r"card\.png|cover-small|assets/|404|linkset|oembed|druhy\.mp3|#content|#cite-"

    assert [] == re.findall(unpromised, written(entered))


def test_second_run(archive: Path, capsys: Told) -> None:
    """Run again, the command adds nothing and says so."""
    before = written(archive)

    assert 0 == command.main(["ledger", "addresses", "--root", str(archive)])
    assert "The ledger ledgers/addresses.txt is complete" in capsys.readouterr().out
    assert before == written(archive)


def test_new_addresses_come_after(archive: Path) -> None:
    """What is new is entered at the end, under its date; nothing before it changes."""
    before = written(archive)
    page = archive / "site/projects/jezero/index.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</h2>", '</h2><h2 id="nove">Nové</h2>', 1), encoding="utf-8")

    assert 0 == command.main(
        ["ledger", "addresses", "--root", str(archive), "--date", "2027-01-02"]
    )
    assert f"{before}2027-01-02\n/projects/jezero/ #nove\n" == written(archive)


def test_without_a_site(archive: Path, capsys: Told) -> None:
    """The ledger is written from a built site; without one a sentence says how to get it."""
    shutil.rmtree(archive / "site")

    assert 1 == command.main(["ledger", "addresses", "--root", str(archive)])
    assert "run “make site”" in capsys.readouterr().out


def test_lines_only_come(archive: Path, capsys: Told) -> None:
    """A line that has been taken out since a commit is told; none may go."""
    git = ["git", "-C", str(archive), "-c", "user.name=a", "-c", "user.email=a@archive.test"]
    for arguments in (["init", "-q"], ["add", addresses.FORM.path], ["commit", "-q", "-m", "a"]):
        subprocess.run([*git, *arguments], check=True)
    assert 0 == command.main(["ledger", "addresses", "--root", str(archive), "--since", "HEAD"])
    text = written(archive).replace(" #co-se-zjistilo", "").replace("\n/timeline.csv\n", "\n")
    (archive / addresses.FORM.path).write_text(text, encoding="utf-8")

    assert 1 == command.main(["ledger", "addresses", "--root", str(archive), "--since", "HEAD"])
    assert "/projects/jezero/ #co-se-zjistilo\n/timeline.csv\n" in capsys.readouterr().out


def test_marks_of_a_merge() -> None:
    """Two branches keep the lines of both; a mark left behind is told with its line."""
    parsed = addresses.parse(f"# head\n{DATE}\n/a/ #b\n<<<<<<< ours\n/a/ #c\n{DATE}\n/a/ #b\n")

    assert {"/a/": {"b", "c"}} == parsed.addresses
    assert [(4, "<<<<<<< ours")] == [(fault.line, fault.found) for fault in parsed.problems]


# -- what the check refuses before a build -------------------------------------------------------


def delete(root: Path) -> None:
    """Throw a publication away, with what names it."""
    shutil.rmtree(root / "docs" / "publications" / "zprava-o-jezere")
    edit(root, "projects/jezero/index.cs.md", "related:\n  - publications/zprava-o-jezere\n", "")
    edit(root, "history/timeline.yml", "  items: [publications/zprava-o-jezere]\n", "")
    text = (root / "docs/index.cs.md").read_text(encoding="utf-8")
    text = re.sub(r"^featured_publications:.*\n(  - .*\n)*", "", text, flags=re.MULTILINE)
    (root / "docs/index.cs.md").write_text(text, encoding="utf-8")


def reword(root: Path) -> None:
    """Give a heading another wording."""
    edit(root, "projects/jezero/index.cs.md", "## Co se zjistilo", "## Co jsme zjistili")


def redate(root: Path) -> None:
    """Correct the date of an event."""
    edit(root, "history/timeline.yml", 'date: "2006"', 'date: "2007"')


EITHER = 'moved_from: [{}]\nwithdrawn: {{date: "2026-12-01", reason: rights}}'
REPORT = "docs/publications/zprava-o-jezere"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda root: rename(root, PROJECT, "projects/jezero-a-lide"),
            ("docs/projects/jezero-a-lide/index.cs.md", 1, "moved_from", EITHER.format("jezero")),
        ),
        (
            delete,
            (REPORT, 0, "moved_from", EITHER.format("zprava-o-jezere")),
        ),
        (
            reword,
            ("docs/projects/jezero/index.cs.md", 37, "", "## Co jsme zjistili {#co-se-zjistilo}"),
        ),
        (redate, ("docs/history/timeline.yml", 0, "anchor", "  anchor: e2006")),
    ],
)  # fmt: skip
def test_refused(archive: Path, change: Change, expected: tuple[str, int, str, str]) -> None:
    """What would break a citation is refused once, where it is mended, with what to write."""
    change(archive)

    assert [expected] == told(archive)


def moved(root: Path) -> None:
    """Rename a project and name the old folder."""
    rename(root, PROJECT, "projects/jezero-a-lide")
    edit(root, "projects/jezero-a-lide/index.cs.md", "acronym:", "moved_from: [jezero]\nacronym:")


def withdrawn(root: Path) -> None:
    """Withdraw the publication."""
    gone = 'withdrawn: {date: "2026-03-01", reason: rights}\nisbn:'
    edit(root, "publications/zprava-o-jezere/index.cs.md", "isbn:", gone)
    text = (root / "docs/index.cs.md").read_text(encoding="utf-8")
    text = re.sub(r"^featured_publications:.*\n(  - .*\n)*", "", text, flags=re.MULTILINE)
    (root / "docs/index.cs.md").write_text(text, encoding="utf-8")


def reworded(root: Path) -> None:
    """Give a heading another wording and keep its anchor."""
    new = "## Co jsme zjistili {#co-se-zjistilo}"
    edit(root, "projects/jezero/index.cs.md", "## Co se zjistilo", new)


def merged(root: Path) -> None:
    """Take a heading out and keep the place."""
    new = '<span id="co-se-zjistilo"></span>A zjistilo se:'
    edit(root, "projects/jezero/index.cs.md", "## Co se zjistilo", new)


def redated(root: Path) -> None:
    """Correct the date of an event and keep its anchor."""
    new = 'date: "2007"\n  anchor: e2006'
    edit(root, "history/timeline.yml", 'date: "2006"', new)


@pytest.mark.parametrize("change", [moved, withdrawn, reworded, merged, redated])
def test_let_through(archive: Path, change: Change) -> None:
    """Done as the message says, it passes the check."""
    change(archive)

    assert [] == told(archive)


def test_the_site_is_built(archive: Path) -> None:
    """What the check lets through the build does too."""
    for change in (withdrawn, reworded, redated):
        change(archive)
    done = build(archive)

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    assert 0 == command.main(["ledger", "addresses", "--root", str(archive)])


def test_one_more_event_moves_no_other(archive: Path) -> None:
    """An event entered before others leaves their anchors alone, even on the same day."""
    path = archive / "docs/history/timeline.yml"
    event = '- date: "2000"\n  event: {cs: Nové., en: New.}\n  sources: [https://example.org/]\n'
    path.write_text(event + path.read_text(encoding="utf-8") + event, encoding="utf-8")

    assert [] == told(archive)
    assert ["e2000", "e2001-09", "e2006", "e2000b"] == list(library.read(archive).anchors.values())


# -- what the build refuses ----------------------------------------------------------------------


def test_lost_outputs_are_told(archive: Path, capsys: Told) -> None:
    """A feed, a page or a citation that is not built any more is told, and nothing is entered."""
    before = written(archive)
    for name in ("podcast/feed.xml", "en/about/index.html", "projects/jezero/cite.ris"):
        (archive / "site" / name).unlink()

    assert 1 == command.main(["ledger", "addresses", "--root", str(archive)])
    lost = re.findall(r"^/\S+$", capsys.readouterr().out, re.MULTILINE)
    assert ["/en/about/", "/podcast/feed.xml", "/projects/jezero/cite.ris"] == lost
    assert before == written(archive)


def test_a_lost_anchor_of_a_template_stops_the_build(archive: Path) -> None:
    """A section of records that a template renamed stops the build, told once."""
    template = archive / "docs/overrides/partials/facts.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("record-facts", "record-data"), encoding="utf-8")
    done = build(archive)

    assert 1 == done.returncode
    assert 1 == done.stderr.count('<h2 id="record-facts">')
    assert "Traceback" not in done.stderr
    assert "record-facts" in (archive / "site/projects/jezero/index.html").read_text("utf-8")


def test_a_list_of_nothing_leads_up(archive: Path) -> None:
    """When the last record of a country is corrected, the address leads to the page above."""
    edit(archive, "projects/jezero/index.cs.md", "countries: [CZ, SK]", "countries: [CZ]")
    done = build(archive)
    page = html.fromstring((archive / "site/en/places/sk/index.html").read_text(encoding="utf-8"))

    assert (0, "") == (done.returncode, done.stderr)
    assert ["0; url=../../"] == page.xpath("//meta[@http-equiv='refresh']/@content")
    assert ["https://example.org/archive/en/"] == page.xpath("//link[@rel='canonical']/@href")


# -- moving ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def elsewhere(entered: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after everything that can move has moved."""
    root = shutil.copytree(entered, tmp_path_factory.mktemp("elsewhere") / "toy")
    moved(root)
    rename(root, VOICES, "podcast/hlasy")
    edit(root, "podcast/hlasy/index.cs.md", "number: 1", "moved_from: [prvni]\nnumber: 1")
    rename(root, "people/petr-chalupa", "people/petr-c")
    edit(root, "people/petr-c/index.cs.md", "surname:", "moved_from: [petr-chalupa]\nsurname:")
    done = build(root)
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    return root / "site"


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize(
    ("old", "new"),
    [("projects/jezero", "projects/jezero-a-lide"), ("people/petr-chalupa", "people/petr-c"),
     ("podcast/prvni", "podcast/hlasy")],
)  # fmt: skip
def test_every_kind_can_move(elsewhere: Path, prefix: str, old: str, new: str) -> None:
    """The old address leads straight to the new one, in the same language."""
    here = elsewhere / prefix / old
    page = html.fromstring((here / "index.html").read_text(encoding="utf-8"))
    [target] = page.xpath("//script/@data-target")

    assert (elsewhere / prefix / new).resolve() == (here / target).resolve()
    assert f"0; url={target}" == page.xpath("//meta[@http-equiv='refresh']/@content")[0]


def test_files_are_at_both_addresses(elsewhere: Path) -> None:
    """GitHub Pages cannot redirect a file, so recordings and citations stay where they were."""
    old, new = elsewhere / "podcast/prvni", elsewhere / "podcast/hlasy"
    names = ["prvni.mp3", "transcript.vtt", "chapters.json", "cite.bib"]

    assert [(new / n).read_bytes() for n in names] == [(old / n).read_bytes() for n in names]


def test_pages_within_lead_on(elsewhere: Path) -> None:
    """The transcript's page at the old address leads to the new one."""
    page = html.fromstring((elsewhere / "en/podcast/prvni/transcript.html").read_bytes())

    assert ["../hlasy/transcript.html"] == page.xpath("//script/@data-target")


def test_what_follows_an_address_is_kept(elsewhere: Path, browser: Any) -> None:
    """A reader of a cited moment is led to the moment, scripts from elsewhere forbidden."""
    with serve(elsewhere, "/archive/") as address:
        page = browser.new_page()
        page.goto(f"{address}en/podcast/prvni/?x=1#t=0:01")
        page.wait_for_url(f"{address}en/podcast/hlasy/?x=1#t=0:01")
        page.close()


def test_without_scripts_the_page_leads_on_too(elsewhere: Path, browser: Any) -> None:
    """A reader whose browser runs no scripts comes to the new page."""
    with serve(elsewhere, "/archive/") as address:
        page = browser.new_page(java_script_enabled=False)
        page.goto(f"{address}people/petr-chalupa/")
        page.wait_for_url(f"{address}people/petr-c/")
        page.close()
