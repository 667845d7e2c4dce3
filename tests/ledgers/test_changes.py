"""The ledger of changes: since when each page has said what it says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from lxml import etree

import command
from archive import checks
from archive.content import library
from archive.content.library import Library
from archive.exports import atom, oai
from archive.keeping import sitemap
from archive.ledgers import changes
from archive.schema import paths
from archive.schema.problems import errors
from archive.telling import fingerprints
from archive.telling.archive import tell
from conftest import TODAY, build, toy_settings

FIRST, SECOND = "2026-11-21", "2026-12-24"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
PROJECT = "projects/jezero"
CZECH, ENGLISH = f"docs/{PROJECT}/index.cs.md", f"docs/{PROJECT}/index.en.md"


def enter(root: Path, date: str = FIRST) -> int:
    """Run ``.venv/bin/archive ledger changes`` on a day."""
    return command.main(["ledger", "changes", "--root", str(root), "--date", date])


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Change a text that is in a file."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def dates(root: Path) -> dict[str, str]:
    """Return the dates of the sitemap by path; "" for a page without one."""
    content = library.read(root)
    settings = toy_settings(content)
    tree = etree.fromstring(sitemap.write(content, settings))
    found = tree.iter(f"{SITEMAP}url")
    urls = [(url.findtext(f"{SITEMAP}loc"), url.findtext(f"{SITEMAP}lastmod")) for url in found]
    return {str(loc).removeprefix(settings.address): date or "" for loc, date in urls}


@pytest.fixture
def entered(toy: Path) -> Path:
    """The toy archive after its first ``.venv/bin/archive ledger changes``."""
    assert 0 == enter(toy)
    return toy


def test_nothing_is_dated_that_was_not_entered(toy: Path) -> None:
    """Without a ledger the sitemap has no dates, rather than wrong ones."""
    assert {""} == set(dates(toy).values())


def test_every_page_has_a_date_once_entered(entered: Path) -> None:
    """Items, fronts, lists, the history: each page in both languages."""
    found = dates(entered)

    assert {FIRST} == set(found.values())
    assert {"", "en/", f"en/{PROJECT}/", "history/", "projects/", "years/2006/"} <= set(found)


def test_entering_again_adds_nothing(entered: Path) -> None:
    """The same content, on whichever day, is the same ledger."""
    before = (entered / changes.FORM.path).read_bytes()
    enter(entered, SECOND)

    assert before == (entered / changes.FORM.path).read_bytes()


def changed(root: Path) -> set[str]:
    """Enter what is new on the second day; return the pages that this has dated."""
    enter(root, SECOND)
    return {path for path, date in dates(root).items() if date == SECOND}


def test_a_translation_changes_its_page_alone(entered: Path) -> None:
    """A word in the English text moves the date of the English page, and of no list."""
    path = entered / ENGLISH
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")

    assert {f"en/{PROJECT}/"} == changed(entered)


def test_a_shared_field_changes_both_pages(entered: Path) -> None:
    """What the English page inherits from the Czech record is said by both."""
    edit(entered, CZECH, "confidence: medium", "confidence: high")

    assert {f"{PROJECT}/", f"en/{PROJECT}/"} == changed(entered)


def test_a_title_changes_the_lists_too(entered: Path) -> None:
    """Lists take the change of what they show of their items."""
    title = library.read(entered).of("projects")["jezero"].edition("en").record.title
    edit(entered, ENGLISH, title, f"{title}, again")
    found = changed(entered)

    assert {f"en/{PROJECT}/", "en/projects/", "en/catalogue/", "en/years/2005/"} <= found
    assert {path for path in found if not path.startswith("en/")} == set()
    assert "en/people/jana-novakova/" not in found


def test_frame_and_stamp_change_nothing(entered: Path) -> None:
    """A new word of the interface, another template, a stamp: no page says anything new."""
    edit(entered, "docs/vocabulary/ui.cs.yml", "site_name: ", "site_name: Nový ")
    edit(entered, ENGLISH, "\n---\n", '\ntranslation_of: "0123456789ab"\n---\n')

    assert set() == changed(entered)


def test_a_changed_page_has_no_date_until_entered(entered: Path) -> None:
    """A preview never calls a page older than it is."""
    edit(entered, CZECH, "confidence: medium", "confidence: high")
    found = dates(entered)

    assert "" == found[f"{PROJECT}/"] == found[f"en/{PROJECT}/"]
    assert FIRST == found["projects/"]


def test_what_comes_back_has_a_new_date(entered: Path) -> None:
    """A change that is taken back is a change as well."""
    edit(entered, CZECH, "confidence: medium", "confidence: high")
    enter(entered, SECOND)
    edit(entered, CZECH, "confidence: high", "confidence: medium")
    enter(entered, "2027-01-06")

    assert "2027-01-06" == dates(entered)[f"{PROJECT}/"]


@pytest.mark.parametrize("language", ["cs", "en"])
def test_feeds_and_harvesters_have_the_same_dates(entered: Path, language: str) -> None:
    """The Atom feed gives the day of the sitemap, OAI the newest of both languages."""
    path = entered / ENGLISH
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    enter(entered, SECOND)
    content = library.read(entered)
    settings, told = toy_settings(content), dates(entered)
    archive = tell(content, settings)[language]
    pages = atom.write_pages(archive)
    feed = etree.fromstring(pages[paths.atom(language)])

    for entry in feed.iter(f"{ATOM}entry"):
        link = entry.find(f"{ATOM}link").get("href").removeprefix(settings.address)
        assert told[link] == entry.findtext(f"{ATOM}updated")[:10]
    assert SECOND == oai.datestamp(archive, archive.items["projects/jezero"])


def test_merged_branches_keep_the_later_day() -> None:
    """Whichever block stands first after a merge, the newest day is in force."""
    old, new = "/a/ 000000000000", "/a/ 111111111111"
    for text in (f"{FIRST}\n{old}\n{SECOND}\n{new}\n", f"{SECOND}\n{new}\n{FIRST}\n{old}\n"):
        found, problems = changes.parse(text)

        assert ([], dt.date(2026, 12, 24)) == (problems, found.since("/a/", "111111111111"))


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", "/projects/jezero/", "2026-13-01", "/a/ XYZ"])
def test_a_spoilt_line_is_told(entered: Path, line: str) -> None:
    """What a merge left behind stops check and build, with its line."""
    path = entered / changes.FORM.path
    path.write_text(f"{path.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    number = len(path.read_text(encoding="utf-8").splitlines())
    found = errors(checks.check(library.read(entered), entered, TODAY))

    assert [(changes.FORM.path, number, line)] == [(one.path, one.line, one.found) for one in found]
    assert 1 == enter(entered)


def test_a_lost_line_is_told() -> None:
    """Lines that have gone are named; added ones are none of them."""
    before = f"{FIRST}\n/a/ 000000000000\n/b/ 111111111111\n"
    after = f"{FIRST}\n/a/ 000000000000\n{SECOND}\n/b/ 222222222222\n"

    assert ["/b/ 111111111111"] == changes.FORM.lost(before, after)


def test_built_site_has_the_dates(entered: Path) -> None:
    """The build reads the ledger: no git, no clock."""
    done = build(entered, environment={"TZ": "Pacific/Kiritimati"})
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    text = (entered / "site" / "sitemap.xml").read_text(encoding="utf-8")

    assert text.count("<url>") == text.count(f"<lastmod>{FIRST}</lastmod>") > 20


def test_every_page_of_the_sitemap_has_a_fingerprint(real_library: Library) -> None:
    """No page of the real archive is left without one, and no two languages share a line."""
    found = fingerprints.every(real_library)
    pages = {f"/{a}" for found in sitemap.addresses(real_library) for a in found.values()}

    assert set() == pages - set(found)
