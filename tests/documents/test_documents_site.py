"""Held documents on the built site: addresses, covers, the reading view, what machines read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from PIL import Image

from archive import checks
from archive.content import documents
from archive.content.library import Library
from conftest import TODAY, build, make_toy
from paper_pdf import hold

ADDRESS = "https://archive.test/toy/"
HERE = "publications/zprava-o-jezere/"
V2 = (
    'versions:\n  - {file: zprava.cs.v2.pdf, date: "2026-01-05", '
    "reason: {cs: Opravená tabulka., en: A table corrected.}}"
)
Reports = tuple[Path, Library]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A toy archive that holds a report in two Czech versions and in English."""
    made = make_toy(tmp_path_factory.mktemp("documents"))
    hold(made, "zprava.cs.pdf", "zprava.cs.v2.pdf", "report.en.pdf", versions=V2)
    return made


@pytest.fixture(scope="module")
def built(root: Path) -> Path:
    """That archive as a site."""
    record = root / "docs" / HERE / "index.cs.md"
    linked = record.read_text(encoding="utf-8") + "\n[Druhá strana](zprava.cs.v2.pdf#page=2)\n"
    record.write_text(linked, encoding="utf-8")
    done = build(root, environment={"SITE_URL": ADDRESS})
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    return root / "site"


@pytest.fixture(scope="module")
def content(root: Path) -> Library:
    """That archive as read."""
    return checks.load(root, today=TODAY)


def page(site: Path, path: str) -> Any:
    """Return a page as lxml reads it."""
    return html.fromstring((site / path / "index.html").read_text(encoding="utf-8"))


def json_ld(tree: Any) -> list[dict[str, Any]]:
    """Return the nodes that a page describes."""
    graph: list[dict[str, Any]] = json.loads(tree.xpath("//script/text()[contains(.,'@graph')]")[0])
    return graph["@graph"]  # type: ignore[call-overload,no-any-return]


def test_addresses(built: Path) -> None:
    """Every version lies in the folder of its language's page, and nowhere else."""
    found = {path.relative_to(built).as_posix() for path in built.rglob("*.pdf")}

    assert {f"{HERE}zprava.pdf", f"{HERE}zprava.v2.pdf", f"en/{HERE}report.pdf"} == found


def test_files_are_as_they_were(root: Path, built: Path) -> None:
    """A published document is the deposited one, byte for byte."""
    for source, target in (("zprava.cs.v2.pdf", "zprava.v2.pdf"), ("zprava.cs.pdf", "zprava.pdf")):
        assert (root / "docs" / HERE / source).read_bytes() == (built / HERE / target).read_bytes()


def test_link_in_markdown(built: Path) -> None:
    """Staff link a document by the name that it has in the folder."""
    assert ["zprava.v2.pdf#page=2"] == page(built, HERE).xpath("//a[.='Druhá strana']/@href")


def test_sitemap(built: Path) -> None:
    """The reading views are in the sitemap, the two languages bound together."""
    tree = etree.parse(built / "sitemap.xml")
    found = [str(e.text) for e in tree.iter("{*}loc") if HERE in str(e.text)]
    links = tree.xpath(f"//*[*[.='{ADDRESS}{HERE}zprava/']]/*/@href")

    assert f"{ADDRESS}{HERE}zprava/" in found
    assert [f"{ADDRESS}{HERE}zprava/", f"{ADDRESS}en/{HERE}report/"] == links[:2]


@pytest.mark.parametrize(
    ("path", "readings"),
    [(HERE, ["zprava/", "../../en/publications/zprava-o-jezere/report/"]),
     (f"en/{HERE}", ["report/", "../../../publications/zprava-o-jezere/zprava/"])],
)  # fmt: skip
def test_both_documents_on_the_page(built: Path, path: str, readings: list[str]) -> None:
    """A page offers the document in its own language first, then the other."""
    acts = page(built, path).xpath("//*[@class='document__acts']/a[1]")

    assert readings == [act.get("href") for act in acts]
    assert all(act.get("hreflang") for act in acts)


def test_versions_on_the_page(built: Path) -> None:
    """The older version stays reachable; the newer says since when and why."""
    items = page(built, HERE).xpath("//*[@class='document__versions']//li")
    told = [" ".join(item.text_content().split()) for item in items]

    assert ["zprava.v2.pdf", "zprava.pdf"] == [item.find("a").get("href") for item in items]
    assert told[0].endswith("· 5. ledna 2026Opravená tabulka.")
    assert "A table corrected." in page(built, f"en/{HERE}").text_content()


def test_facts(built: Path) -> None:
    """The record tells language, pages, size and whether the file is tagged."""
    row = page(built, HERE).xpath("//dl/div[dt='Soubor']/dd")[0]
    told = " ".join(row.text_content().split())

    assert told.startswith("PDF CS (čeština, 4 strany, ")
    assert told.endswith("kB, PDF má značky pro čtečky obrazovky)")


@pytest.mark.parametrize("path", [HERE, "publications/"])
def test_cover(built: Path, path: str) -> None:
    """The cover is offered as AVIF and JPEG in sizes that are those of the files."""
    (picture,) = page(built, path).xpath("//picture[not(@class)]")
    image, source = picture.find(".//img"), picture.find("source")
    for part in source.get("srcset").split(", "):
        name, width = part.split()
        with Image.open(built / path / name) as drawn:
            assert ("AVIF", f"{drawn.width}w") == (drawn.format, width)
    with Image.open(built / path / image.get("src")) as drawn:
        assert (drawn.format, *drawn.size) == (
            "JPEG",
            int(image.get("width")),
            int(image.get("height")),
        )


def test_reading_view(built: Path) -> None:
    """Each page has its anchor, picture, text and a link to the same place in the PDF."""
    tree = page(built, f"{HERE}zprava")
    sheets = tree.xpath("//section[@class='sheet']")
    third = sheets[2]

    assert [f"page={n}" for n in range(1, 5)] == [s.xpath(".//h2/@id")[0] for s in sheets]
    assert ["Zpráva o\u00a0jezeře", "Kdo žije u\u00a0jezera, strana 3."] == third.xpath(
        ".//div[@class='sheet__text']/p/text()"
    )
    assert ["../zprava.v2.pdf#page=3"] == third.xpath("./div/a/@href")
    assert ["lazy"] == third.xpath("./img/@loading")


def test_pictures_of_pages(built: Path) -> None:
    """A page's picture exists in the size that the HTML names: nothing moves when it comes."""
    folder = built / HERE / "zprava"
    for image in page(built, f"{HERE}zprava").xpath("//img"):
        with Image.open(folder / image.get("src")) as drawn:
            size = (int(image.get("width")), int(image.get("height")))
            assert ("WEBP", size) == (drawn.format, drawn.size)
        assert image.get("alt")


def test_head_of_the_reading_view(built: Path) -> None:
    """The view has its own title, address and description, in its document's language."""
    tree = page(built, f"en/{HERE}report")

    assert "en" == tree.get("lang")
    assert tree.findtext(".//title").startswith("Report on the lake: the whole document – ")
    assert [f"{ADDRESS}en/{HERE}report/"] == tree.xpath("//link[@rel='canonical']/@href")
    assert "5\u00a0pages" in tree.xpath("//meta[@name='description']/@content")[0].replace(
        " pages", "\u00a0pages"
    )
    assert [f"{ADDRESS}en/{HERE}"] == tree.xpath("//link[@rel='cite-as']/@href")


def test_reading_view_is_no_second_work(built: Path) -> None:
    """The view shows the work, whose page alone has its tags for Scholar and Zotero."""
    tree = page(built, f"{HERE}zprava")
    (node,) = json_ld(tree)

    assert [] == tree.xpath("//meta[starts-with(@name, 'citation_')]")
    assert ("WebPage", {"@id": f"{ADDRESS}{HERE}#work"}) == (node["@type"], node["mainEntity"])


def test_language_switch_of_the_reading_view(built: Path) -> None:
    """The switch leads to the same document in the other language."""
    switch = page(built, f"{HERE}zprava").xpath("//*[@data-language-switch]/@href")

    assert ["../../../en/publications/zprava-o-jezere/report/"] == switch


def test_links_of_the_reading_view(built: Path) -> None:
    """Everything that the view leads to is there, and its anchors are on it."""
    folder = built / HERE / "zprava"
    tree = page(built, f"{HERE}zprava")
    anchors = {"", "content", *tree.xpath("//@id")}
    for href in (str(h) for h in tree.xpath("//main//@href | //main//@src")):
        path, _, fragment = href.partition("#")
        if "://" in href:
            continue
        target = (folder / path).resolve()
        assert (target / "index.html" if target.is_dir() else target).is_file() or path == ""
        assert path or fragment in anchors


def test_reading_view_works_without_scripts(built: Path) -> None:
    """There is no script in the view but the switch of the colour scheme, and no style in it."""
    tree = page(built, f"{HERE}zprava")
    sources = [s.rpartition("/")[2] for s in tree.xpath("//script/@src")]

    assert "scheme.js" in sources
    assert {"scheme.js"} >= set(sources) - {"moved.js", "search.js"}
    assert [] == tree.xpath("//*[@style] | //style")


def test_scholar_gets_the_newest(built: Path) -> None:
    """``citation_pdf_url`` names the newest version, in the folder of the page."""
    found = page(built, HERE).xpath("//meta[@name='citation_pdf_url']/@content")

    assert [f"{ADDRESS}{HERE}zprava.v2.pdf"] == found


def test_file_in_json_ld(built: Path, content: Library) -> None:
    """The file is described by address, size, hash, pages and tags."""
    document = documents.newest(content, content.of("publications")["zprava-o-jezere"], "cs")
    work = next(n for n in json_ld(page(built, HERE)) if n["@id"].endswith("#work-cs"))
    told = work["encoding"]

    assert document is not None
    assert f"{ADDRESS}{HERE}zprava.v2.pdf" == told["contentUrl"]
    assert (document.sha256, f"{document.size} B") == (told["sha256"], told["contentSize"])
    assert (4, "taggedPDF") == (told["materialExtent"]["value"], told["accessibilityFeature"])


def test_catalogue(built: Path) -> None:
    """The catalogue tells every version of a document, and validates against its schema."""
    import jsonschema

    told = json.loads((built / "catalogue.json").read_text(encoding="utf-8"))
    schema = json.loads((built / "catalogue.schema.json").read_text(encoding="utf-8"))
    (item,) = [one for one in told["items"] if one["kind"] == "publications"]
    jsonschema.validate(told, schema)

    assert [("cs", 1, 3), ("cs", 2, 4), ("en", 1, 5)] == [
        (one["language"], one["version"], one["pages"]) for one in item["documents"]
    ]
    assert ["reading" in one for one in item["documents"]] == [False, True, True]


@pytest.fixture(scope="module")
def toy_server(built: Path) -> Iterator[str]:
    """The address at which the toy site is served."""
    from server import serve

    with serve(built, "/toy/") as address:
        yield address


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", [HERE, f"{HERE}zprava/"])
def test_accessible(browser: Any, toy_server: str, path: str, width: int) -> None:
    """Axe finds no fault in either scheme, and nothing is wider than the screen."""
    from axe_playwright_python.sync_playwright import Axe

    for scheme in ("light", "dark"):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, locale="cs-CZ"
        )
        opened = context.new_page()
        opened.goto(toy_server + path)
        found = Axe().run(opened).response["violations"]
        wide = opened.evaluate("document.documentElement.scrollWidth")
        context.close()

        assert [] == [(one["id"], one["nodes"][0]["html"]) for one in found]
        assert wide <= width


def test_anchor_without_scripts(browser: Any, toy_server: str) -> None:
    """``#page=3`` opens the third page with scripts switched off."""
    from playwright.sync_api import expect

    context = browser.new_context(viewport={"width": 360, "height": 600}, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{toy_server}{HERE}zprava/#page=3")
    third, first = (opened.locator("h2", has_text=f"Strana {n}") for n in (3, 1))
    expect(third).to_be_in_viewport()
    expect(first).not_to_be_in_viewport()
    context.close()
