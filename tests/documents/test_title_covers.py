"""Works that are not held: a cover drawn from the record, and where the work can be had."""

from __future__ import annotations

import re
from typing import Any

import pytest
from lxml import etree

from archive.drawing import title_covers
from archive.language.typography import plain
from archive.pages import works_elsewhere
from archive.telling.archive import Archive
from conftest import VIEWPORTS, Visit

SVG = "{http://www.w3.org/2000/svg}"
WITHOUT_FILE = "publications/victims-of-trafficking-balkans-2001"


def told(svg: str) -> list[str]:
    """Return the lines that a drawing shows."""
    return ["".join(text.itertext()) for text in etree.fromstring(svg).iter("text")]


def test_every_work_without_a_file_has_a_cover(real_archive: Archive) -> None:
    """Each work has a cover of its own or the one we draw, never both, never none."""
    cards = [item.card for item in real_archive.of("publications")]
    drawn = {card.id: title_covers.miniature(card) for card in cards}

    assert [card.title for card in cards if bool(card.picture) == bool(drawn[card.id])] == []
    assert [card.title for card in cards if card.image] == []


def test_cover_says_the_whole_title(real_archive: Archive) -> None:
    """No title of the archive is cut short, and each stands inside its cover."""
    cut, outside = [], []
    for item in real_archive.of("publications"):
        shown = works_elsewhere.view(real_archive, item)
        if shown is None:
            continue
        drawn = etree.fromstring(shown.cover)
        titles = [t for t in drawn.iter("text") if t.get("class") == "face__title"]
        words = plain(" ".join("".join(t.itertext()) for t in titles))
        cut += [] if words in [title.text for title in item.titles.values()] else [words]
        outside += [words for t in titles if not 170 < float(t.get("y") or 0) < 370]

    assert (cut, outside) == ([], [])


def test_cover_bears_the_works_own_title(real_archive: Archive) -> None:
    """A translation of ours is never set on a cover where the work's own title is known."""
    shown = works_elsewhere.view(real_archive, real_archive.items[WITHOUT_FILE])
    assert shown is not None

    assert plain(" ".join(told(shown.cover))).endswith("from the Balkan Region 2001")
    assert (shown.lang, shown.isbn) == ("en", "92-9068-113-6")


def test_work_elsewhere_is_linked(real_archive: Archive) -> None:
    """Of a work that lies elsewhere the page has the address and names the host."""
    item = real_archive.items["publications/regional-strategy-2006"]
    shown = works_elsewhere.view(real_archive, item)

    assert shown is not None
    assert (shown.host, shown.link) == ("publications.iom.int", item.record.link)


def test_held_work_is_not_drawn(real_archive: Archive) -> None:
    """Where there is a document, its first page is the cover."""
    item = real_archive.items["publications/archive-catalogue"]

    assert works_elsewhere.view(real_archive, item) is None
    assert title_covers.miniature(item.card) == ""


@pytest.mark.parametrize("title", ["A", "Donaudampfschifffahrtsgesellschaft", "dlouhý název " * 40])
def test_any_title_fits(title: str) -> None:
    """One letter, one long word and a novel stay on the cover; a novel ends in an ellipsis."""
    drawn = etree.fromstring(title_covers.draw("x", 1, title.strip(), "", ""))
    lines = [t for t in drawn.iter("text") if t.get("class") == "face__title"]

    assert lines
    assert all(float(line.get("y") or 0) < 370 for line in lines)
    assert ("".join(lines[-1].itertext())[-1] == "…") is (len(title) > 100)


def test_cover_is_markup_whatever_the_title() -> None:
    """Signs of markup in a title, or in who made it, are shown and do nothing."""
    drawn = title_covers.draw("x", 1, "A < B & <script>", 'O"Neil & <b>', "2001")

    assert " ".join(told(drawn)) == 'O"Neil & <b> A < B & <script> 2001'
    assert [node.tag for node in etree.fromstring(drawn).iter("script", "b")] == []


def test_drawing_is_light_and_repeatable() -> None:
    """Less than 2 kB, the same each time, without a style or an address of another host."""
    one, two = (title_covers.draw("a", 3, "Kde v skládance?", "IOM", "2003") for _ in range(2))

    assert (one == two, len(one.encode()) < 2000) == (True, True)
    assert not re.search(r"style=|https?:|<script", one)


@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize("path", [f"{WITHOUT_FILE}/", f"en/{WITHOUT_FILE}/"])
def test_letters_stay_on_the_cover(visit: Visit, viewport: str, path: str) -> None:
    """In the page's own font no line of a title runs out of the cover, on phone and desktop."""
    page: Any = visit(path, viewport)
    over = page.evaluate("""() => {
      const cover = document.querySelector('.document--unheld .face');
      const box = cover.getBoundingClientRect();
      return [...cover.querySelectorAll('text')].map((t) => t.getBoundingClientRect())
        .filter((r) => r.right > box.right - 4 || r.bottom > box.bottom).length;
    }""")

    assert over == 0
