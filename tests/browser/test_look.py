"""What the site looks like: every kind of page and every component as the pictures of record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

import exhibition
import looking
from comparing import difference
from conftest import ROOT
from looking import Change, Shot

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The exhibition, served."""
    with looking.opened(tmp_path_factory.mktemp("exhibition") / "toy") as address:
        yield address


@pytest.mark.parametrize("shot", looking.shots(), ids=lambda shot: shot.name)
def test_looks_as_on_record(browser: Any, site: str, shot: Shot) -> None:
    """Nothing looks otherwise than in its picture of record, but for a trifle."""
    assert "" == looking.verdict(shot, looking.take(browser, site, shot))


def altered(name: str, value: str) -> Change:
    """Return what gives a token another value, in the stylesheet that has it."""
    return lambda css: re.sub(rf"(--{name}:)[^;}}]+", rf"\g<1>{value}", css)


@pytest.mark.parametrize(
    ("page", "token", "value"),
    [
        ("components", "accent", "#1d4a7a"),
        ("components", "round", "14px"),
        ("home", "paper", "#ffffff"),
        ("project", "s4", "1.25rem"),
        ("project", "t5", "1.125rem"),
        ("episode", "touch", "3rem"),
    ],
)
def test_a_change_shows(browser: Any, site: str, page: str, token: str, value: str) -> None:
    """A token that has another value is seen by the comparison."""
    shot = Shot(page, 768, "light")
    taken = looking.take(browser, site, shot, altered(token, value))
    with Image.open(looking.RECORD / f"{shot.name}.webp") as record:
        assert difference(record.convert("RGB"), taken).counts


def test_a_record_prints_like_a_card(browser: Any, site: str) -> None:
    """On A4 stand the record's address, facts, text, citation and sources; nothing to press."""
    page = browser.new_page()
    page.goto(site + "projects/jezero/")
    paper = pypdfium2.PdfDocument(page.pdf(format="A4"))
    page.close()
    words = " ".join(sheet.get_textpage().get_text_bounded() for sheet in paper)
    order = ["https://archive.test/toy/projects/jezero/", "Údaje o záznamu", "Projekt běžel"]
    places = [words.find(text) for text in [*order, "ČSN ISO 690:2022", "Prameny"]]

    assert -1 not in places
    assert sorted(places[:4]) == places[:4]
    assert [] == [text for text in ("Hledat", "BibTeX", "O archivu", "GitHub") if text in words]


def test_pictures_are_neither_missing_nor_left_over() -> None:
    """There is one picture for each shot, and together they stay light enough to keep."""
    kept = sorted(looking.RECORD.iterdir())

    assert sorted(shot.name for shot in looking.shots()) == [path.stem for path in kept]
    assert sum(path.stat().st_size for path in kept) < 4 * MEGABYTE


def test_a_failure_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that differs is kept beside that of record, and the way to renew it is told."""
    monkeypatch.setattr(looking, "DIFFERENCES", tmp_path)
    shot = looking.shots()[0]
    with Image.open(looking.RECORD / f"{shot.name}.webp") as record:
        told = looking.verdict(shot, Image.new("RGB", record.size))

    assert "make look" in told
    assert [f"{shot.name}.png"] == [path.name for path in tmp_path.iterdir()]


def test_the_components_are_not_published(real_library: Any) -> None:
    """No page of the content shows components, and what builds them writes outside site/."""
    assert exhibition.COMPONENTS.rstrip("/") not in real_library.pages
    assert ROOT / "build" / "components" == exhibition.OUTPUT
