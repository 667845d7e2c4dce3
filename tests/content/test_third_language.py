"""A third language is a block in mkdocs.yml and a file of words; here it is Ukrainian.

``tests/ukrainian`` adds four pages and some words; all the rest has to fall back. The core is
copied too, since it reads the settings of its own archive.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from jsonschema import Draft202012Validator
from lxml import etree, html
from PIL import Image

from archive.content.library import Library
from archive.content.settings import Site
from archive.language import line_breaking
from archive.podcast import subscription
from archive.telling.archive import tell
from conftest import ROOT, build, make_toy

ENGLISH = "      - locale: en\n        name: English\n        build: true\n"
UKRAINIAN = ENGLISH.replace("en\n", "uk\n").replace("English", "Українська")
NOTICE = "Цю сторінку ще не перекладено українською; ви читаєте її мовою оригіналу."
TRANSLATED = ("uk/", "uk/podcast/", "uk/podcast/prvni/", "uk/projects/jezero/")
OTHERS = ("en/", "uk/")
CYRILLIC = re.compile("[а-яґєії]", re.IGNORECASE)
ALPHABET = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"


def built(root: Path) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Build the toy archive in three languages."""
    make_toy(root)
    shutil.copytree(Path(__file__).parent / "ukrainian", root, dirs_exist_ok=True)
    shutil.copytree(ROOT / "hooks/archive", root / "hooks/archive")
    shutil.copytree(ROOT / "scripts/artwork", root / "scripts/artwork")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace(ENGLISH, ENGLISH + UKRAINIAN))
    return build(root, environment={"PYTHONPATH": str(root / "hooks")}), root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive in Czech, English and some Ukrainian; it builds in silence."""
    done, folder = built(tmp_path_factory.mktemp("ukrainian") / "toy")
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    return folder


@pytest.fixture(scope="module")
def trees(site: Path) -> dict[str, Any]:
    """Every page by its address."""
    parser = html.HTMLParser(encoding="utf-8")
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): html.parse(path, parser)
        for path in site.rglob("*.html")
    }


def text(tree: Any, path: str) -> str:
    """Return the text of the first element that a path finds, without its breaks."""
    found = tree.xpath(path)
    return " ".join(found[0].text_content().split()) if found else ""


# -- pages ---------------------------------------------------------------------------------------


def test_every_page_is_there_in_ukrainian(trees: dict[str, Any]) -> None:
    """Whatever has an English page has a Ukrainian one, translated or not."""
    english = {page.removeprefix("en/") for page in trees if page.startswith("en/")}
    ukrainian = {page.removeprefix("uk/") for page in trees if page.startswith("uk/")}

    # Embedded players and plain transcripts are made of what is translated alone.
    made = re.compile("podcast/.*(embed/|transcript.html)")
    assert {p for p in english if not made.match(p)} == {p for p in ukrainian if not made.match(p)}
    assert {"uk"} == {trees[f"uk/{p}"].getroot().get("lang") for p in ukrainian}


def test_translated_page_is_ukrainian(trees: dict[str, Any]) -> None:
    """A translated page has its title, its words and dates, and no notice."""
    page = trees["uk/projects/jezero/"]

    assert "Озеро та люди навколо нього" == text(page, "//h1")
    assert "1 травня 2005 р. – 30 квітня 2006 р." in text(page, "//header/p[@class='eyebrow']")
    assert "Проєкти" == text(page, "//nav[@class='masthead__nav']//li[2]")
    assert ["cs"] == page.xpath("//dd[text()='Jezero a\u00a0lidé kolem něj']/@lang")
    assert NOTICE not in text(page, "//main")


@pytest.mark.parametrize("item", ["publications/zprava-o-jezere/", "people/jana-novakova/"])
def test_the_rest_falls_back_with_a_notice(trees: dict[str, Any], item: str) -> None:
    """What is not translated is shown in Czech, the original, and says so in Ukrainian."""
    page = trees[f"uk/{item}"]

    assert NOTICE == text(page, "//p[@class='notice']")
    assert {"cs"} == {page.xpath(p)[0].get("lang") for p in ("//h1", "//*[@class='prose']")}
    assert [f"https://example.org/archive/{item}"] == page.xpath("//link[@rel='canonical']/@href")
    assert "Джерела" == text(page, "//h2[@id='record-sources']")


def test_switch_leads_to_both_others(trees: dict[str, Any]) -> None:
    """Each page names the other two languages, in their own words."""
    for prefix, others in (("", ["en", "uk"]), ("en/", ["cs", "uk"]), ("uk/", ["cs", "en"])):
        switch = trees[f"{prefix}projects/jezero/"].xpath("//a[@data-language-switch]")
        assert others == [link.get("hreflang") for link in switch]
        led = [urljoin(f"/{prefix}projects/jezero/", link.get("href")) for link in switch]
        starts = {"cs": "/", "en": "/en/", "uk": "/uk/"}
        assert [f"{starts[code]}projects/jezero/" for code in others] == led


def test_switch_knows_the_headings(trees: dict[str, Any]) -> None:
    """A section leads to its counterpart, whatever letters its anchor is of."""
    for prefix, other, expected in (
        ("", "uk", {"co-se-zjistilo": "що-зясувалося"}),
        ("uk/", "en", {"що-зясувалося": "what-was-found"}),
    ):
        link = trees[f"{prefix}projects/jezero/"].xpath(f"//header//a[@hreflang='{other}']")[0]

        assert expected == json.loads(link.get("data-anchors"))


def test_only_translations_are_suggested(trees: dict[str, Any]) -> None:
    """Nobody is offered a page in their language that is not in it."""
    path = "//a[@hreflang='uk']/@data-suggestion"

    assert ["Читати цю сторінку українською"] == trees["projects/jezero/"].xpath(path)
    assert [] == trees["publications/zprava-o-jezere/"].xpath(path)


def dead(site: Path, trees: dict[str, Any], prefix: str) -> set[str]:
    """Return the targets below a language's folder that its pages link and that are not there."""
    found = set()
    for page in [p for p in trees if p.startswith(prefix) and (prefix or p[:3] not in OTHERS)]:
        for target in trees[page].xpath("//a/@href | //link/@href | //img/@src | //script/@src"):
            url = urlsplit(urljoin(f"https://site.test/archive/{page}", target))
            file, anchor = unquote(url.path).removeprefix("/archive/"), unquote(url.fragment)
            there = file in trees or (site / file).is_file()
            if there and anchor and file in trees:
                there = anchor in trees[file].xpath("//@id")
            if url.netloc == "site.test" and not there:
                found.add(f"{file.removeprefix(prefix)}#{anchor}")
    return found


def test_no_link_is_dead(site: Path, trees: dict[str, Any]) -> None:
    """Every link of a Ukrainian page leads somewhere, but for what the toy archive lacks at all."""
    assert set() == dead(site, trees, "uk/") - dead(site, trees, "")


def test_missing_address_is_answered_in_ukrainian_too(trees: dict[str, Any]) -> None:
    """The one page that answers for all has a part in each language."""
    told = [(s.get("lang"), text(s, "./h1 | ./h2")) for s in trees["404.html"].xpath("//section")]

    assert ("uk", "Сторінки тут немає") == told[2]
    assert "Stránka tu není / This page is not here / Сторінки тут немає" == text(
        trees["404.html"], "//title"
    )


# -- what is no page -----------------------------------------------------------------------------


def test_sitemap_binds_three_languages(site: Path) -> None:
    """A page that is in three languages names them all; a fallback is in no sitemap."""
    root = etree.parse(str(site / "sitemap.xml")).getroot()
    spaces = {"s": root.nsmap[None], "x": "http://www.w3.org/1999/xhtml"}
    bound = {
        url.findtext("s:loc", namespaces=spaces).removeprefix("https://example.org/archive/"): [
            link.get("hreflang") for link in url.findall("x:link", spaces)
        ]
        for url in root.findall("s:url", spaces)
    }

    assert ["cs", "en", "uk", "x-default"] == bound["uk/projects/jezero/"]
    assert ["cs", "en", "x-default"] == bound["publications/zprava-o-jezere/"]
    assert set(TRANSLATED) <= set(bound)
    assert "uk/publications/zprava-o-jezere/" not in bound


def test_feed_holds_what_is_translated(site: Path) -> None:
    """The Ukrainian channel speaks Ukrainian and has the one episode told in it."""
    channel = etree.parse(str(site / "uk/podcast/feed.xml")).getroot()[0]
    others = channel.xpath("./*[@rel='alternate'][@hreflang]/@hreflang")

    assert ("uk", "Голоси з озера") == (channel.findtext("language"), channel.findtext("title"))
    assert ["cs", "en"] == others
    assert ["Люди й вода"] == [title.text.split(" (")[0] for title in channel.xpath("./item/title")]


def test_atom_feed_is_in_ukrainian(site: Path) -> None:
    """The feed of new items names its language and holds no fallback."""
    root = etree.parse(str(site / "uk/archive.xml")).getroot()
    titles = root.xpath("./*[local-name()='entry']/*[local-name()='title']/text()")

    assert "uk" == root.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert {"Озеро та люди навколо нього", "Люди й вода"} == set(titles)


def test_show_without_the_language_has_no_feed_in_it(
    toy_library: Library, toy_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the show is not translated, a page offers the feed of the original."""
    show = toy_library.show
    assert show
    monkeypatch.setattr(toy_library, "show", replace(show, editions={"cs": show.editions["cs"]}))
    feeds = subscription.feeds(tell(toy_library, toy_site), "en")

    assert ("podcast/feed.xml", "cs", []) == (feeds.own.href, feeds.own.lang, feeds.others)
    assert "podcast/feed.json" == feeds.json


def test_catalogue_and_search_are_in_ukrainian(site: Path, trees: dict[str, Any]) -> None:
    """Facets, words and the search index are there; what is translated is found by its words."""
    folder = site / "uk/catalogue"
    titles = json.loads((folder / "facets.json").read_text())["titles"]
    words = " ".join(json.loads((folder / "words.json").read_text()))

    assert ["Люди й вода", "Озеро та люди навколо нього"] == titles[-2:]
    assert {"озеро", "навколо"} <= set(words.split())
    assert (site / "assets/search/uk.js").is_file()


def test_records_say_what_is_said_in_which_language(site: Path) -> None:
    """Catalogue and OAI hold the translation; what is only a fallback is not called Ukrainian."""
    catalogue = json.loads((site / "catalogue.json").read_text())
    schema = json.loads((site / "catalogue.schema.json").read_text())
    items = {item["id"]: item for item in catalogue["items"]}
    said = etree.parse(str(site / "oai.xml")).xpath("//*[@xml:lang='uk']/text()")

    assert [] == [e.message for e in Draft202012Validator(schema).iter_errors(catalogue)]
    assert ["cs", "en", "uk"] == list(items["projects/jezero"]["texts"])
    assert ["cs", "en"] == list(items["publications/zprava-o-jezere"]["texts"])
    assert {"Озеро та люди навколо нього", "Чехія"} <= set(said)
    assert [] == [value for value in said if not CYRILLIC.search(value)]


def test_tables_are_there(site: Path) -> None:
    """The table of the catalogue is as Excel in Ukrainian expects it: semicolons, a mark."""
    table = (site / "uk/catalogue.csv").read_bytes().decode("utf-8-sig")

    assert table.startswith("id;kind;type;title")
    assert "projects/jezero;projects;research;Озеро та люди навколо нього" in table


def test_cards_are_drawn_in_cyrillic(site: Path) -> None:
    """A shared link has a picture with the translated title, and every letter is in the font."""
    from archive.drawing import cards

    with Image.open(site / "uk/projects/jezero/card.png") as card:
        assert (cards.WIDTH, cards.HEIGHT) == card.size
    font = line_breaking.font(line_breaking.TITLE_FONT, 40)
    missing = bytes(font.getmask("\uffff"))
    assert [] == [c for c in ALPHABET + ALPHABET.upper() if bytes(font.getmask(c)) == missing]


# -- the manner of the language ------------------------------------------------------------------


def test_home_counts_in_ukrainian(trees: dict[str, Any]) -> None:
    """A word that the language lacks is English; those it has are its own."""
    counts = trees["uk/"].xpath("//ul[@class='hero__counts']/li")

    assert "1 проєкт" == text(counts[0], ".")
    assert "1 publication" == text(counts[1], ".")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site in three languages is served."""
    from server import serve

    with serve(site, "/archive/") as served:
        yield served


@pytest.mark.parametrize(
    ("path", "expected"), [("uk/projects/jezero/", True), ("projects/jezero/", False)]
)
def test_cyrillic_font_is_fetched_where_it_is_needed(
    browser: Any, address: str, path: str, expected: bool
) -> None:
    """A Ukrainian page is set in Literata; the headings of no other page wait for its letters."""
    page = browser.new_page(locale="cs-CZ")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    told = page.evaluate("document.fonts.check('16px Literata', 'Озеро')")
    page.close()

    assert expected is any("literata-cyrillic-normal" in url for url in asked)
    assert told is expected
