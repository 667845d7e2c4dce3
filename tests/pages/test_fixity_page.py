"""The page of checksums: what is held, when it was last audited, and a way for anyone to verify."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import audit as audit_command
import command
from archive.keeping.audit import Fault, Outcome
from archive.ledgers import audits
from archive.ledgers.files import PUBLISHED as NAME
from archive.schema import LANGUAGES
from conftest import HERE, build, make_toy
from server import serve

SOUND = "podcast/prvni/prvni.mp3"
PAGES = {"cs": "about/fixity/", "en": "en/about/fixity/"}
LAST = {
    "cs": "Poslední kontrola živého webu: 7. prosince 2026. Přečtené soubory: 4 (1,2 MB).",
    "en": "Last audit of the live site: 7 December 2026. Files read: 4 (1.2 MB).",
}


@pytest.fixture(scope="module")
def toy_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive with a manifest, the page, and two audits, the later of them in order."""
    root = make_toy(tmp_path_factory.mktemp("fixity") / "toy")
    shutil.copytree(HERE / "fixity", root / "docs" / "about" / "fixity")
    assert 0 == command.main(["ledger", "files", "--root", str(root)])
    for day, faults in (("2026-12-07", []), ("2026-11-30", [Fault("missing", "x")])):
        done = Outcome("https://archive.test/toy/", 4, 1_234_567, faults)
        audit_command.enter(root, done, day)
    built = build(root)
    assert (0, "", "") == (built.returncode, built.stdout, built.stderr)
    return root


def read(root: Path, path: str) -> Any:
    """Return a page of the toy's site."""
    return html.fromstring((root / "site" / path / "index.html").read_bytes())


def words(element: Any) -> str:
    """Return what an element says, with ordinary spaces."""
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_held_file_is_there(toy_root: Path, language: str) -> None:
    """Each file of the manifest has its address, checksum and day of entry; stand-ins have none."""
    page = read(toy_root, PAGES[language])
    shown = {
        (article.xpath("string(.//h3)"), words(article.xpath(".//code[@class='hash']")[0]))
        for article in page.xpath("//article[@data-sha256]")
    }
    listed = (toy_root / "site" / NAME).read_text(encoding="utf-8").splitlines()

    assert {tuple(reversed(line.split("  "))) for line in listed} == shown
    assert 4 == len(shown) == len(page.xpath("//article//time[@datetime]"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checksum_is_true_and_the_link_works(toy_root: Path, language: str) -> None:
    """What the page links to is a file of the site with the checksum that stands beside it."""
    page = read(toy_root, PAGES[language])
    for article in page.xpath("//article[@data-sha256]"):
        href = article.xpath(".//h3/a/@href")[0]
        file = (toy_root / "site" / PAGES[language] / href).resolve()
        assert article.get("data-sha256") == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_audit(toy_root: Path, language: str) -> None:
    """The page tells the latest audit, whatever the order of the lines."""
    notice = read(toy_root, PAGES[language]).xpath("//p[contains(@class, 'notice')]")[0]

    assert words(notice).startswith(LAST[language])
    assert "notice--grave" not in notice.get("class")


def test_the_record_is_published(toy_root: Path) -> None:
    """The record of audits can be downloaded, and so can the list of checksums."""
    lines = (toy_root / "site" / audits.PUBLISHED).read_text(encoding="utf-8").splitlines()
    links = read(toy_root, PAGES["cs"]).xpath("//main//a/@href")

    assert 2 == len(lines)
    assert {f"../../{NAME}", f"../../{audits.PUBLISHED}"} <= set(links)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_an_items_page_has_its_checksum(toy_root: Path, prefix: str) -> None:
    """An episode shows the checksum of its recording and leads to how to verify it."""
    facts = read(toy_root, f"{prefix}podcast/prvni/").xpath("//div[@class='hashes']")
    digest = hashlib.sha256((toy_root / "docs" / SOUND).read_bytes()).hexdigest()

    assert digest == words(facts[0].xpath(".//code")[0])
    anchor = facts[0].xpath(".//a/@href")[0].partition("#")[2]
    assert read(toy_root, f"{prefix}about/fixity/").xpath(f"//article[@id='{anchor}']")


def test_a_standins_page_has_none(toy_root: Path) -> None:
    """What is not held promises nothing."""
    assert [] == read(toy_root, "podcast/druhy/").xpath("//*[@class='hashes']")


# -- in the browser ----------------------------------------------------------------------------


@pytest.fixture
def page(toy_root: Path, browser: Any) -> Iterator[Any]:
    """The page on a phone."""
    faults: list[str] = []
    with serve(toy_root / "site", "/archive/") as address:
        context = browser.new_context(
            viewport={"width": 360, "height": 740},
            permissions=["clipboard-read", "clipboard-write"],
        )
        opened = context.new_page()
        opened.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.goto(address + PAGES["en"])
        yield opened
        context.close()
    assert [] == faults


def test_fits_a_phone(page: Any) -> None:
    """Nothing is cut off at 360 px: the checksum breaks between its groups."""
    assert 360 == page.evaluate("document.documentElement.scrollWidth")


def pick(page: Any, name: str, data: bytes) -> tuple[str, str]:
    """Verify a file; return the verdict and the words."""
    file = {"name": name, "mimeType": "audio/mpeg", "buffer": data}
    page.set_input_files("#verify-file", files=[file])
    page.wait_for_selector("[data-told]:not([data-state='busy'])[data-state]")
    told = page.locator("[data-told]")
    return told.get_attribute("data-state"), told.inner_text()


@pytest.mark.parametrize(
    ("name", "change", "verdict"),
    [
        ("prvni.mp3", bytes, "match"),
        ("anything at all.bin", bytes, "match"),
        ("prvni.mp3", lambda data: data[:-1], "differs"),
        ("prvni (1).mp3", lambda data: data[:-1], "differs"),
        ("holiday.mp3", lambda data: data + b"x", "strange"),
        ("empty.mp3", lambda data: b"", "strange"),
    ],
)
def test_verifying_a_file(page: Any, toy_root: Path, name: str, change: Any, verdict: str) -> None:
    """A reader without a command line learns whether a download is what the archive holds."""
    data = change((toy_root / "docs" / SOUND).read_bytes())
    state, told = pick(page, name, data)

    assert verdict == state
    assert ("prvni.mp3" if verdict == "match" else name) in told
    found = page.locator(".holding--found").count()
    assert (1 if verdict == "match" else 0) == found


def test_copying_a_checksum(page: Any, toy_root: Path) -> None:
    """The button copies the 64 characters in one piece, and says so."""
    page.locator("article", has_text=SOUND).get_by_role("button").click()
    page.wait_for_selector(".said--shown")
    digest = hashlib.sha256((toy_root / "docs" / SOUND).read_bytes()).hexdigest()

    assert digest == page.evaluate("navigator.clipboard.readText()")


def test_selecting_a_checksum(page: Any, toy_root: Path) -> None:
    """Selected by hand the groups join too: what is copied has no gaps and no breaks."""
    page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('article:last-of-type .hash'))"
    )

    assert 64 == len(page.evaluate("getSelection().toString()"))
