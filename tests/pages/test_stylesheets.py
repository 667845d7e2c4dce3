"""The stylesheets as pages load them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from archive.pages import stylesheets
from conftest import ROOT

DOCS = ROOT / "docs"
COMPONENTS = DOCS / stylesheets.COMPONENTS
SOURCE = "".join(path.read_text(encoding="utf-8") for path in sorted(COMPONENTS.glob("*.css")))


def rules(css: str) -> set[str]:
    """Return the rules of a stylesheet, written short."""
    return {rule.strip() for rule in stylesheets._short(css).split("}")}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The components in a folder of one's own."""
    shutil.copytree(COMPONENTS, tmp_path / stylesheets.COMPONENTS)
    return tmp_path


def _core(docs: Path) -> str:
    return stylesheets.sheets(docs)[stylesheets.FOLDER + "core.css"].decode()


def test_nothing_is_lost() -> None:
    """Every rule of the components is in a sheet, and no sheet has any other."""
    sheets = stylesheets.sheets(DOCS).values()
    told = {rule.strip() for css in sheets for rule in css.decode().split("}")}

    assert rules(SOURCE) == told
    assert len(told) > 500


def test_lines_can_be_read() -> None:
    """No line of a component is longer than a line of code may be."""
    assert [] == [line for line in SOURCE.splitlines() if len(line) > 100]


def test_new_components_are_for_all(docs: Path) -> None:
    """A component that no list names reaches every page until someone says otherwise."""
    new = docs / stylesheets.COMPONENTS / "novelty.css"
    new.write_text(".novelty { color: red; }\n", encoding="utf-8")

    assert _core(docs).endswith(".novelty{color:red}\n")


def test_strings_are_kept(docs: Path) -> None:
    """Space goes where it means nothing, and stays in words and sums."""
    rule = '.a > b::after, c { content: " ; { " / ""; top: calc(1px - 2px); }\n'
    (docs / stylesheets.COMPONENTS / "new.css").write_text(rule, encoding="utf-8")

    assert '.a > b::after,c{content:" ; { " / "";top:calc(1px - 2px)}' in _core(docs)


def test_a_component_that_is_gone(docs: Path) -> None:
    """A file that has been renamed is missed at once, by its name."""
    (docs / stylesheets.COMPONENTS / "player.css").rename(docs / "deck.css")

    with pytest.raises(FileNotFoundError, match=r"player\.css"):
        stylesheets.sheets(docs)


def test_each_page_loads_one_part_beside_the_core(real_site: Path) -> None:
    """No page asks for more than the core and one part; every part is asked for."""
    asked: set[str] = set()
    for path in real_site.rglob("*.html"):
        tree: Any = html.parse(path).getroot()
        names = [href.rpartition("/")[2] for href in tree.xpath("//link[@rel='stylesheet']/@href")]
        asked |= set(names)
        assert len(names) <= 2, path

    written = {path.rpartition("/")[2] for path in stylesheets.sheets(DOCS)}
    assert asked == written


def test_fonts_that_are_named_are_there() -> None:
    """Each font of the stylesheet is a file, and each file is named."""
    named = set(re.findall(r"fonts/([\w-]+\.woff2)", SOURCE))

    assert named == {path.name for path in (ROOT / "docs/assets/fonts").glob("*.woff2")}
