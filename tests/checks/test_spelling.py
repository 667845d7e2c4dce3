"""Spelling: a misspelt word is found where it stands; names, titles and code are passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.checks import spelling
from archive.content import library
from archive.content.library import Library
from archive.schema import LANGUAGES
from conftest import ROOT

KNOWN = {"Kineticon"}


def found(text: str, language: str) -> list[tuple[int, str]]:
    """Return the misspelt words of a text that begins on line 1."""
    return list(spelling.misspelt([(1, text)], language, KNOWN))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("cs", "Lidé u jezera si pomáhají.", []),
        ("cs", "Lidé u jezera\n\nsi pomahají.", [(3, "pomahají")]),
        ("cs", "Zravotní péče a clovek.", [(1, "Zravotní"), (1, "clovek")]),
        ("cs", "Kineticon natočil díl.", []),
        ("cs", "„Dobrý den“ – řekla (potichu).", []),
        ("en", "People by the lake help each other.", []),
        ("en", "The first line.\nPeopel help.", [(2, "Peopel")]),
        ("en", "The office’s colour isn’t grey.", []),
        ("en", "The offices' own color.", [(1, "color")]),
        ("en", "organisation and organization", []),
        ("en", "The word Україна has letters of its own.", [(1, "Україна")]),
        ("cs", "Slovo Україна má vlastní písmena.", [(1, "Україна")]),
    ],
)
def test_misspelt(language: str, text: str, expected: list[tuple[int, str]]) -> None:
    """A word that is not in the language is found, with its line."""
    assert expected == found(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "Knihu *Glossary on Migration* vydala kancelář.",
        "Viz [web](https://example.org/xyzzy/blorb).",
        "Viz https://example.org/xyzzy a www.xyzzy.cz.",
        "Stojí na adrese xyzzy.info/blorb/glorp.",
        "Pište na xyzzy@blorb.cz.",
        "Příkaz `xyzzy --blorb` nic nedělá.",
        'Nadpis <span class="xyzzy">tady</span>.',
        "Odstavec {.xyzzy #blorb}",
        "Číslo P404/10 a 2nd.",
        '!!! summary "V kostce"',
        "Dne 17th, 22nd, E66.",
    ],
)
def test_passed_over(text: str) -> None:
    """Foreign titles in italics, links, addresses, code, HTML and numbers are no prose."""
    assert [] == found(text, "cs")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Zravotní** péče", [(1, "Zravotní")]),
        ("[zravotní](https://example.org)", [(1, "zravotní")]),
        ("- zravotní\n- *in italics*\n- clovek", [(1, "zravotní"), (3, "clovek")]),
        ("*dva\n\ndny* clovek", [(3, "clovek")]),
    ],
)
def test_not_passed_over(text: str, expected: list[tuple[int, str]]) -> None:
    """Bold words, the words of links and lists are prose like any other."""
    assert expected == found(text, "cs")


WORDS = "# Slova.\nblorbovat  # příklad\npodcast\npodcastem\npodcastu\nRSS\n"


@pytest.fixture
def spelt(toy: Path) -> Path:
    """The toy archive with a word list of its own."""
    (toy / "docs" / "vocabulary" / "words.cs.txt").write_text(WORDS, encoding="utf-8")
    return toy


def misspell(root: Path, name: str, old: str, new: str) -> list[str]:
    """Change a file of the toy archive; return what is misspelt now, as place and word."""
    file = root / "docs" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    problems = spelling.check(library.read(root), root)
    return [f"{problem.path}:{problem.line} {problem.found}" for problem in problems]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("projects/jezero/index.cs.md", "žijí u", "žijjí u", "5 žijjí"),
        ("projects/jezero/index.cs.md", "Kolik lidí", "Kollik lidí", "28 Kollik"),
        ("projects/jezero/index.cs.md", "závěrečného", "zaverečného", "30 zaverečného"),
        ("projects/jezero/index.cs.md", "Lidé u jezera si", "Lidé u jezera sy", "39 sy"),
        ("projects/jezero/index.en.md", "spoke with", "spoek with", "11 spoek"),
        ("podcast/index.en.md", "invented show", "inventet show", "3 inventet"),
        ("about/index.cs.md", "jednom", "jednnom", "5 jednnom"),
        ("index.en.md", "Welcome", "Wellcom", "5 Wellcom"),
    ],
)  # fmt: skip
def test_line(spelt: Path, name: str, old: str, new: str, expected: str) -> None:
    """Titles apart, every text of a record and of a page is checked, and the line is right."""
    assert [f"docs/{name}:{expected}"] == misspell(spelt, name, old, new)


def test_toy_is_spelt_right(spelt: Path) -> None:
    """The toy archive has no misspelt word."""
    assert [] == spelling.check(library.read(spelt), spelt)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mluvila Jana Nováková.",
        "Vydala Nadace Voda, které se anglicky říká Water Foundation.",
        "Projekt JEZERO běžel.",
        "Napsala ji Report on the lake.",
    ],
)
def test_names_are_known(spelt: Path, sentence: str) -> None:
    """People, organisations, acronyms and titles that the records hold are spelt right."""
    file = "projects/jezero/index.cs.md"

    assert [] == misspell(spelt, file, "Lidé u jezera si pomáhají.", sentence)


def test_word_list(spelt: Path) -> None:
    """A word of the project's own list is right, at the start of a sentence too."""
    file, old = "projects/jezero/index.cs.md", "Lidé u jezera si pomáhají."
    sentence = "Blorbovat a blorbovat, nikoli xyzzy."

    assert [f"docs/{file}:39 xyzzy"] == misspell(spelt, file, old, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_words(real_library: Library, language: str) -> None:
    """The project's own lists hold words, one a line, each once."""
    path = ROOT / "docs" / "vocabulary" / f"words.{language}.txt"
    lines = [
        line.partition("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines()
    ]
    own = [line for line in lines if line]

    assert sorted(set(own)) == sorted(own)
    assert own == [word for line in own for _, word in spelling.words(line)]
    assert spelling.load_words(real_library, language) == set(own)


def test_real_archive_is_spelt_right(real_library: Library) -> None:
    """No text of the archive has a word that neither hunspell nor our lists know."""
    found_words = spelling.check(real_library, ROOT)

    assert [] == [f"{problem.path}:{problem.line} {problem.found}" for problem in found_words]
