"""The stylesheets as pages load them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from archive.pages import stylesheets
from conftest import ROOT

SOURCE = (ROOT / "docs" / stylesheets.SOURCE).read_text(encoding="utf-8")


def _part(name: str, source: str = SOURCE) -> str:
    return stylesheets.parts(source)[stylesheets.FOLDER + name].decode()


def test_nothing_is_lost() -> None:
    """Every rule of the source is in a part, and no part has any other."""
    parts = stylesheets.parts(SOURCE).values()
    told = {rule.strip() for css in parts for rule in css.decode().split("}")}

    assert {rule.strip() for rule in stylesheets._short(SOURCE).split("}")} == told
    assert len(told) > 500


def test_new_components_are_for_all() -> None:
    """What stands under a heading of its own reaches every page until someone says otherwise."""
    assert ".novelty{color:red}" in _part(
        "core.css", SOURCE + "\n/* ---- Novelty ---- */\n.novelty { color: red; }\n"
    )


def test_strings_are_kept() -> None:
    """Space goes where it means nothing, and stays in words and sums."""
    rule = (
        '\n/* ---- New ---- */\n.a > b::after, c { content: " ; { " / ""; top: calc(1px - 2px); }\n'
    )

    assert '.a > b::after,c{content:" ; { " / "";top:calc(1px - 2px)}' in _part(
        "core.css", SOURCE + rule
    )


def test_a_part_without_its_heading() -> None:
    """A heading that has been renamed is missed at once."""
    with pytest.raises(ValueError, match="Player"):
        stylesheets.parts(SOURCE.replace("/* ---- Player", "/* ---- Deck"))


def test_each_page_loads_one_part_beside_the_core(real_site: Path) -> None:
    """No page asks for more than the core and one part; every part is asked for."""
    asked: set[str] = set()
    for path in real_site.rglob("*.html"):
        tree: Any = html.parse(path).getroot()
        names = [href.rpartition("/")[2] for href in tree.xpath("//link[@rel='stylesheet']/@href")]
        asked |= set(names)
        assert len(names) <= 2, path

    written = {path.rpartition("/")[2] for path in stylesheets.parts(SOURCE)}
    assert asked == written | {"search.css"}


def test_fonts_that_are_named_are_there() -> None:
    """Each font of the stylesheet is a file, and each file is named."""
    named = set(re.findall(r"fonts/([\w-]+\.woff2)", SOURCE))

    assert named == {path.name for path in (ROOT / "docs/assets/fonts").glob("*.woff2")}
