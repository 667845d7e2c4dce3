"""The panel „Citovat / Cite“, the files and the links for machines, as visitors meet them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import rispy
from lxml import html

from archive.content.library import Library
from archive.schema import KINDS, LANGUAGES
from conftest import citable, come_near

ORDER = {"cs": ["ČSN ISO 690:2022", "APA 7", "Chicago 18"]}
ORDER["en"] = [*ORDER["cs"][1:], ORDER["cs"][0]]
WORK = "publications/regional-strategy-2006/"


def page(site: Path, path: str) -> Any:
    """Return a page as a browser without scripts has it."""
    return html.parse(str(site / path / "index.html")).getroot()


def downloads(root: Any) -> list[str]:
    """Return the files of citations that a page offers."""
    return [a.get("href") for row in root.find_class("cite__files") for a in row.iter("a")]


def test_every_item_can_be_cited(real_site: Path, real_library: Library) -> None:
    """Every item's page has the three styles, in the reader's order, in plain HTML."""
    for entry in citable(real_library, *KINDS):
        if entry.kind == "podcast" and entry.id:
            continue  # they have a panel of their own, with the moment that plays
        for language in LANGUAGES:
            found = page(real_site, entry.address(language)).find_class("cite")[0]
            assert ORDER[language] == [e.text for e in found.find_class("cite__style")][:3]
            assert all(e.text_content().strip() for e in found.find_class("cite__text"))


def test_episodes_have_the_other_styles(real_site: Path, real_library: Library) -> None:
    """An episode's own panel is completed by the styles that it lacks, and by the files."""
    for entry in real_library.episodes():
        for language in LANGUAGES:
            cite = page(real_site, entry.address(language)).find_class("cite")[0]
            assert ORDER[language][1:] == [e.text for e in cite.find_class("cite__style")]
            assert 3 == len(downloads(cite))


def test_works_and_records(real_site: Path) -> None:
    """A publication is cited as a work and as our record; a project as our record alone."""
    publication = page(real_site, WORK).find_class("cite__text")
    project = page(real_site, "projects/artb/").find_class("cite__text")

    assert (6, 3) == (len(publication), len(project))
    assert "Archiv IOM" not in publication[0].text_content()
    assert "Archiv IOM" in publication[3].text_content()


def test_ids_are_unique(real_site: Path) -> None:
    """The panel brings no anchor that the page has already."""
    for path in (WORK, f"en/{WORK}", "podcast/klatovy/", "podcast/", "publications/"):
        ids = [e.get("id") for e in page(real_site, path).iter() if e.get("id")]
        assert len(ids) == len(set(ids))


def test_downloads_are_there(real_site: Path) -> None:
    """What a page offers to download lies where it says."""
    for path in (
        WORK,
        f"en/{WORK}",
        "projects/",
        "publications/",
        "en/publications/",
        "catalogue/",
    ):
        links = downloads(page(real_site, path))
        assert 3 == len(links)
        assert all((real_site / path / link).resolve().is_file() for link in links)


def test_data_page(real_site: Path) -> None:
    """Every file that the page on data names is there."""
    for path in ("about/data/", "en/about/data/"):
        links = page(real_site, path).xpath("//div[@class='prose']//li//a/@href")
        local = [link for link in links if not link.startswith("http")]
        assert len(local) == 11
        assert all((real_site / path / link).resolve().is_file() for link in local)


def test_signposts(real_site: Path, real_library: Library) -> None:
    """The head, and the link set, say the same; what they name on this site exists."""
    base = "https://example.org/archive/"
    for entry in citable(real_library, *KINDS):
        for language in LANGUAGES:
            folder = real_site / entry.address(language)
            head = page(real_site, entry.address(language)).xpath("//head/link[@rel]")
            context = json.loads((folder / "linkset.json").read_text(encoding="utf-8"))["linkset"][
                0
            ]
            rels = set(context) - {"anchor"}
            said = {(e.get("rel"), e.get("href")) for e in head if e.get("rel") in rels}
            assert said == {(rel, t["href"]) for rel in rels for t in context[rel]}
            assert context["cite-as"] == [{"href": context["anchor"]}]
            for address in (
                t["href"] for rel in ("describedby", "item") for t in context.get(rel, [])
            ):
                assert (real_site / address.removeprefix(base)).is_file()


def test_date_and_copy(served: str, browser: Any) -> None:
    """A script fills in the day, and copies a citation as text and with its italics."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(f"{served}{WORK}")
    come_near(tab)
    tab.click("section.cite [data-cite-copy] >> nth=0")
    tab.wait_for_selector("[role=status]:not(:empty)")
    copied = tab.evaluate("navigator.clipboard.readText()")
    rich = tab.evaluate(
        "navigator.clipboard.read().then(([i]) => i.getType('text/html')).then((b) => b.text())"
    )
    context.close()

    assert re.search(r"Dostupné z: https://\S+\. \[cit\.\s\d{4}-\d\d-\d\d\]\.$", copied)
    assert "<em>Migration Management" in rich


def test_filtered_list(served: str, browser: Any) -> None:
    """The citations of what a filter shows are those, and in every format."""
    tab = browser.new_page()
    tab.goto(f"{served}en/catalogue/?kind=publications&theme=ukraine-response")
    tab.wait_for_selector(".chip")
    shown = tab.locator(".shelf li:visible").count()
    kept = []
    for number in range(3):
        with tab.expect_download() as download:
            tab.click(f"[data-cite-shown] button >> nth={number}")
        kept.append(Path(download.value.path()).read_bytes().decode())
    tab.close()

    assert 0 < shown < 49
    assert shown == len(re.findall(r"^@", kept[0], re.MULTILINE))
    assert shown == len(rispy.loads(kept[1]))
    assert shown == len(json.loads(kept[2]))


def test_narrow(served: str, browser: Any) -> None:
    """Nothing is cut off at 320 pixels, with everything unfolded."""
    tab = browser.new_page(viewport={"width": 320, "height": 800})
    for path in (WORK, "en/about/data/", "publications/"):
        tab.goto(served + path)
        come_near(tab)
        tab.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        assert 320 == tab.evaluate("document.documentElement.scrollWidth")
    tab.close()
