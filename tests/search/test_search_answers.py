"""What the search answers on the real site, by the engine that readers' browsers run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import search_queries
from searching import addresses, ask

# Of the queries: how many must come first, and how many among the first three.
FIRST, THREE = 0.80, 0.95


def answer(site: Path, query: str, language: str = "cs") -> dict[str, Any]:
    """Return what one query brings."""
    told: dict[str, Any] = ask(site, language, query)["answers"][0]
    return told


def first(site: Path, query: str, language: str = "cs") -> str:
    """Return the address of the first result."""
    return next(iter(addresses(answer(site, query, language))), "")


# -- the queries that judge -----------------------------------------------------------------------


@pytest.mark.editorial
@pytest.mark.parametrize("held_out", [False, True], ids=["tuned", "held-out"])
@pytest.mark.parametrize("language", search_queries.LANGUAGES)
def test_the_right_page_comes(
    real_site: Path, language: str, held_out: bool, record_property: Any
) -> None:
    """The right page comes first for four queries in five, among the first three for 19 in 20.

    Those seen while tuning and those kept for the end are counted apart.
    """
    chosen = [q for q in search_queries.load(language) if q.get("held_out", False) == held_out]
    told = ask(real_site, language, *(query["query"] for query in chosen))["answers"]
    places = [
        next((n for n, a in enumerate(addresses(t)) if a in q["expect"]), 99)
        for q, t in zip(chosen, told, strict=True)
    ]
    shares = [sum(place < limit for place in places) / len(places) for limit in (1, 3)]
    record_property("first, among three, of", (*shares, len(places)))
    late = [q["query"] for q, place in zip(chosen, places, strict=True) if place > 2]

    assert shares[0] >= FIRST, shares
    assert shares[1] >= THREE, late


# -- Czech ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dobrovolne navraty", "dobrovolných návratů"),
        ("zprávy", "zpráva"),
        ("Hodonine", "Hodonín"),
        ("obchodovani s lidmi", "obchodování s lidmi"),
        ("uprchlikum", "uprchlíci"),
        ("Rahimiove", "Rahimiová"),
    ],
)
def test_any_form_finds_the_same(real_site: Path, typed: str, meant: str) -> None:
    """Cases and missing marks change the order at most, never what is found."""
    one, other = ask(real_site, "cs", f"{typed} ", f"{meant} ")["answers"]

    assert one["total"] == other["total"] > 0


def test_typed_marks_are_preferred(real_site: Path, tmp_path: Path) -> None:
    """Who types marks means them: „pás“ brings the belt before the dog's passport."""
    site = made(tmp_path, {"a": "Pas psa", "b": "Pás světla", "c": "Pás a pas"})
    told = ask(site, "cs", "pás ", "pas ")["answers"]

    assert ["b/", "c/", "a/"] == addresses(told[0])
    assert "a/" == addresses(told[1])[0]


def made(folder: Path, titles: dict[str, str]) -> Path:
    """Write a site of pages with titles and its search; return it."""
    from archive.search import files, postings
    from archive.search.documents import Document

    index = postings.build("cs", [Document(f"{name}/", title) for name, title in titles.items()])
    for path, content in files.write(index, []).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.mark.parametrize(
    "slip",
    [
        "hodnín", "hodoonín", "hodomín", "hodnoín", "ohdonín", "odonín", "hodonn", "hodoníni",
        "uprhclíkům", "uprchlkům", "uprchlíkůům", "uprclíkům", "integrcae", "repotáž", "navrarech",
    ],
)  # fmt: skip
def test_one_slip_is_forgiven(real_site: Path, slip: str) -> None:
    """A letter too many, too few, wrong or swapped, anywhere in the word, still finds it."""
    told = answer(real_site, slip)

    assert told["total"] > 0, told["lost"]


def test_a_mended_word_is_told(real_site: Path) -> None:
    """The reader learns which word was looked for instead of the one typed."""
    told = answer(real_site, "lucie sladkvoá")

    assert [["sladkvoá", "sládková"]] == told["mended"]
    assert "people/lucie-sladkova/" == addresses(told)[0]


# -- more than words ------------------------------------------------------------------------------


def test_phrase_stands_as_typed(real_site: Path) -> None:
    """Words in quotes, of any kind, are found only as they stand beside each other."""
    loose, straight, czech, turned = ask(
        real_site,
        "cs",
        "klub ukrajinský ženský",
        '"ženský ukrajinský klub"',
        "„ženský ukrajinský klub“",
        '"klub ukrajinský ženský"',
    )["answers"]

    assert "podcast/klatovy/" in addresses(straight)
    assert addresses(straight) == addresses(czech)
    assert loose["total"] >= straight["total"] > turned["total"] == 0


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("ARTB", "projects/artb/"),
        ("iYouth", "projects/iyouth/"),
        ("978-80-254-8735-8", "publications/avr-emn-study-2010/"),
        ("9788025487358", "publications/avr-emn-study-2010/"),
        ("ISBN 9290681136", "publications/victims-of-trafficking-balkans-2001/"),
        ("Lucie Sládková", "people/lucie-sladkova/"),
        ("Nad hrncem přátelství", "podcast/klatovy/"),
        ("letní škola 2015", "projects/summer-school-2015/"),
    ],
)
def test_exact_names_come_first(real_site: Path, query: str, page: str) -> None:
    """An acronym, a number, a name and a title lead straight to their page."""
    assert page == first(real_site, query)


def test_result_opens_at_the_place(real_site: Path) -> None:
    """A result knows the heading it stands under and the moment it is said."""
    told = answer(real_site, '"šedesát členek"')
    moments = [p["anchor"] for p in told["results"][0]["places"]]
    heading = answer(real_site, "stánek na festivalu")["results"][0]

    assert ("podcast/klatovy/", "t=0:36") == (addresses(told)[0], moments[0])
    assert "stanek-na-festivalu" in [place["anchor"] for place in heading["places"]]


def test_page_of_a_held_document_is_found(real_site: Path) -> None:
    """The text of a held PDF is found on its page of the reading view."""
    told = answer(real_site, '"Jak katalog číst"')
    reading = next(r for r in told["results"] if r["address"].endswith("/report/"))

    assert "page=3" in [place["anchor"] for place in reading["places"]]


def test_every_result_and_place_exists(real_site: Path) -> None:
    """Addresses and anchors lead somewhere on the built site."""
    from lxml import html

    queries = [q["query"] for q in search_queries.load("cs") if not q.get("held_out")][:60]
    results = [r for t in ask(real_site, "cs", *queries)["answers"] for r in t["results"]]
    wanted = {(r["address"], p["anchor"]) for r in results for p in r["places"] if p["anchor"]}
    trees: dict[str, Any] = {}
    for address, anchor in wanted:
        if address not in trees:
            trees[address] = html.parse(real_site / address / "index.html").getroot()
        if not anchor.startswith("t="):
            assert trees[address].xpath("//*[@id=$anchor]", anchor=anchor), (address, anchor)

    assert len(wanted) > 50


def test_excerpts_hold_what_was_found(real_site: Path) -> None:
    """What is marked in an excerpt is a form of a word that was asked for."""
    told = answer(real_site, "dobrovolné návraty ")
    marked = {m.lower() for r in told["results"] for p in r["places"] for m in p["marked"]}

    assert len(marked) > 3
    assert [] == [word for word in marked if not word.startswith(("dobrovoln", "návrat"))]


@pytest.mark.parametrize(
    "query", ["", "  ", '"', '""', "„“", "-", "a", "???", "\\", "(", "x" * 400]
)
def test_odd_queries_do_no_harm(real_site: Path, query: str) -> None:
    """Whatever is typed is answered, with nothing if need be."""
    assert 0 == answer(real_site, query)["total"]
