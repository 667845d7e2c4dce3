"""Words are brought together in the index as in the browser, and only what belongs together."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from archive.search import documents, words
from archive.search.pages import read
from searching import ask

TOGETHER = {
    "cs": [
        "zpráva zprávy zprávu zprávou zpráv zprávám zprávách zprávami zprava",
        "dobrovolný dobrovolného dobrovolných dobrovolnými dobrovolné dobrovolne",
        "návrat návraty návratů návratem návratech navratu",
        "uprchlík uprchlíci uprchlíkům uprchlíky uprchlíků uprchlikum",
        "cizinec cizince cizinci cizinců cizincům",
        "Hodonín Hodonína Hodoníně Hodonine",
        "Rahimiová Rahimiové Rahimiovou Rahimi Rahimiove",
        "obchodování obchodováním obchodovani obchodovat obchoduje obchodovaných",
        "lidé lidí lidem lidmi lidech",
        "Praha Prahy Praze Prahou",
        "studie studií studiích studiemi",
        "Jablonec Jablonce Jablonci Jabloncem",
        "knihovna knihovny knihoven knihovnám knihovně",
        "ukrajinský ukrajinští ukrajinských ukrajinskou",
        "migrace migraci migrací migrační",
        "program programu programy programech",
        "Klatovy Klatov Klatovech",
    ],
    "en": [
        "report reports reporting reported",
        "policy policies",
        "refugee refugees",
        "integration integrated integrating integrate",
        "return returns returning returned returnees",
        "study studies",
        "housing house houses",
        "centre centres center centers",
        "labour labor",
        "programme programmes program programs",
        "organisation organisations organization organizations",
        "organise organised organize organized",
    ],
}
APART = {
    "cs": "práce|prach škola|školení rok|rokle IOM|DTM Cheb|chléb",
    "en": "migration|migrant status|state policy|police",
}


@pytest.mark.parametrize(("language", "forms"), [(k, f) for k, v in TOGETHER.items() for f in v])
def test_forms_of_a_word_meet(language: str, forms: str) -> None:
    """Every case and number of a word, with marks and without, is filed under one key."""
    assert 1 == len({words.key(form, language) for form in forms.split()})


@pytest.mark.parametrize("language", APART)
def test_other_words_stay_apart(language: str) -> None:
    """Words that only look alike are not thrown together."""
    for pair in (group for group in APART[language].split() if "|" in group):
        one, other = pair.split("|")
        assert words.key(one, language) != words.key(other, language)


def test_small_words_are_passed_over() -> None:
    """Prepositions and conjunctions file nothing; a language without rules has none."""
    assert ["", "", "lid", "s"] == [
        words.key("s", "cs"),
        words.key("of", "en"),
        words.key("lidmi", "cs"),
        words.key("s", "uk"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ISBN 978-80-254-8735-8.", [(5, "isbn802548735")]),
        ("9788025487358", [(0, "isbn802548735")]),
        ("80 239 2206 8 a 92-9068-113-6", [(0, "isbn802392206"), (16, "isbn929068113")]),
        ("tel. 233 376 810, 978-80-254-8735-9", []),
    ],
)
def test_isbn_however_it_is_written(text: str, found: list[tuple[int, str]]) -> None:
    """An ISBN is one word in both of its lengths; what fails its check digit is none."""
    assert found == list(words.isbns(text))


def _invented(number: int) -> list[str]:
    """Return words made of real endings and of letters that tables forget, the same each time."""
    chance = random.Random(5)
    letters = "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzžłđøßчії"
    return ["".join(chance.choices(letters, k=chance.randint(1, 14))) for _ in range(number)]


@pytest.mark.parametrize("language", ["cs", "en"])
def test_browser_and_build_agree_on_every_word(language: str, real_site: Path) -> None:
    """Each word of the real site, and thousands invented, get the same key on both sides."""
    texts = _texts(real_site, language)
    every = sorted({word for text in texts for word in words.WORD.findall(text)}) + _invented(4000)
    told = ask(real_site, language, words=every, texts=texts)

    assert len(every) > 8_000
    assert [words.key(word, language) for word in every] == told["keys"]
    assert [len(words.WORD.findall(text)) for text in texts] == told["counts"]


def _texts(site: Path, language: str) -> list[str]:
    """Return the text of each page of a language as it is indexed."""
    found = (read(file.read_bytes()) for file in sorted(site.rglob("index.html")))
    pages = [page for page in found if page and page.edition == language]
    return ["\n".join(f"{p.heading}\n{p.text}" for p in page.places) for page in pages]


def test_kinds_of_standing_are_ordered() -> None:
    """The engine's weights are by place: the order of the standings is a promise to it."""
    order = (documents.RECORD, documents.TEXT, documents.READING, documents.LIST, documents.REPEAT)
    assert (0, 1, 2, 3, 4) == order
