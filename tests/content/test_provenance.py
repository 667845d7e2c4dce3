"""Figures carry their source: marks, notes, the rules about them, and what machines read."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import checks
from archive.content import figures, library, source_marks, source_notes
from archive.content.figure_sources import figures_of
from archive.content.source_marks import Place
from archive.describing.citations import citations
from archive.describing.graph import Graph
from archive.documents.facts import Document, Pdf
from archive.documents.naming import Name
from archive.exports import catalogue_json
from archive.telling import cited_sources
from archive.telling.archive import tell
from archive.telling.teller import Teller
from conftest import TODAY, toy_settings
from schema_terms import faults

LAKE = "docs/projects/jezero/index.{}.md"
Write = Callable[[str, str], library.Library]


@pytest.fixture
def write(toy: Path) -> Write:
    """Write the project of the toy archive anew in both languages, and read the archive."""

    def written(czech: str, english: str) -> library.Library:
        for language, body in (("cs", czech), ("en", english)):
            path = toy / LAKE.format(language)
            head = path.read_text(encoding="utf-8").split("\n---\n")[0]
            path.write_text(f"{head}\n---\n{body}\n", encoding="utf-8")
        return library.read(toy)

    return written


def told(content: library.Library) -> list[tuple[str, str]]:
    """Return what the rules find in the project, in order: the language and what was found."""
    found = checks.check(content, content.docs.parent, TODAY)
    ours = [p for p in found if "jezero/index" in p.path and p.field != "translation_of"]
    return [(Path(p.path).name.split(".")[1], p.found) for p in ours]


@pytest.mark.parametrize(
    ("label", "source", "place"),
    [
        ("2", "2", None),
        ("2, s. 12", "2", Place("page", "12")),
        ("stara-zprava, pp. 12-14", "stara-zprava", Place("page", "12–14")),
        (
            "publications/zprava-o-jezere, kap. III.5",
            "publications/zprava-o-jezere",
            Place("chapter", "III.5"),
        ),
        ("3, table 4", "3", Place("table", "4")),
        ("2 s. 12", "", None),
        ("2, někde", "", None),
    ],
)
def test_a_label_names_a_source_and_a_place(label: str, source: str, place: Place | None) -> None:
    """A label is a source, and behind a comma a place in either language's words."""
    mark = source_marks.read(label)
    assert (mark.source, mark.place) == (source, place)


def test_code_has_no_marks() -> None:
    """A mark that is shown as code is no mark; a definition of a footnote is none either."""
    text = "`[^1]`\n\n```\n[^2]\n```\n\n[^3]: text\n\nTady.[^4]"
    assert [mark.label for mark in source_marks.find(text)] == ["4"]


def test_marks_can_be_taken_out() -> None:
    """The text without marks is what it was before them."""
    assert (
        source_marks.without("Vrátilo se 231 lidí.[^1][^2, s. 3] Konec.")
        == "Vrátilo se 231 lidí. Konec."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vrátilo se 2 420 lidí, z toho 1\u00a0509 z Mongolska.", ["2 420", "1\u00a0509"]),
        ("In all 7.6 million dollars went to 2,420 people.", ["7.6", "2,420"]),
        ("Odpovědělo 24 % mužů a 37 % žen ve věku 16–25 let.", ["24", "37", "16", "25"]),
        ("Od 1. května 2005 do 30. 4. 2006, v letech 2005–2006 a 2011/12.", []),
        (
            "From 3 to 8 September 2010, on May 5 and in the 1990s, on Sunday 17 or Monday 18 May.",
            [],
        ),
        ("Osmý, tedy 8. ročník, the 8th edition, od 9.30 do 16.00, from 9 a.m. to 5 p.m.", []),
        ("Zákon č. 326/1999, no. 1160, ISBN 80-239-2206-8, COVID-19, Q1, AMIF/18/01, ISO 690.", []),
        ("*World Migration Report 22* a [7 lidí](https://a.cz/8).", ["7"]),
        ("Konala se v Praze 14 a ve Slově 21.", []),
        ("| 1 | Klatovy | 12 lidí |", ["12"]),
        ("Zúčastnilo se 1/3 z 60 lidí.", ["1", "3", "60"]),
    ],
)
def test_figures_are_amounts(text: str, expected: list[str]) -> None:
    """Amounts and shares are figures; dates, times, ordinals and names are not."""
    names = figures.names_with_numbers(["Městská část Praha 14", "Slovo 21"])
    assert [figure.written for figure in figures.find(text, names)] == expected


def test_a_number_is_the_same_in_both_languages() -> None:
    """Thousands and decimals are told apart from the signs that part them."""
    assert [figures.value(n) for n in ("2 420", "2,420", "7,6", "7.6")] == [
        "2420",
        "2420",
        "7.6",
        "7.6",
    ]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Bylo jich 5. Pak jich bylo 7.[^1]", []),
        ("Bylo jich 5.[^1] Pak jich bylo 7.", ["7"]),
        ("- bylo jich 5[^1]\n- a pak 7", ["7"]),
        ("Bylo jich:[^1]\n\n- nejdřív 5,\n- potom 7.", []),
        ("Bylo jich dost.[^1]\n\n- nejdřív 5", ["5"]),
        ("| Kdo | Kolik[^1] |\n| --- | --- |\n| oni | 5 |\n| my | 7 |", []),
        ("| Kdo | Kolik |\n| --- | --- |\n| oni | 5[^1] |\n| my | 7 |", ["7"]),
        ('!!! summary "V kostce"\n    Bylo jich 5.', ["5"]),
        ("## Těch 5\n\nKonec.", []),
    ],
)
def test_a_mark_speaks_for_what_stands_before_it(text: str, bare: list[str]) -> None:
    """A mark speaks for its paragraph up to it; a head and a colon for what follows."""
    assert [f.figure.written for f in figures_of(text) if not f.marks] == bare


def test_a_figure_without_a_source_is_told(write: Write) -> None:
    """The figure is told with its line, and the mark that each source would have."""
    content = write("První.\n\nMluvilo 55 % lidí.", "First.\n\n55 per cent spoke.")
    found = checks.check(content, content.docs.parent, TODAY)
    problem = next(p for p in found if p.path == LAKE.format("cs") and p.found == "55")
    lines = (content.docs.parent / problem.path).read_text(encoding="utf-8").splitlines()
    assert lines[problem.line - 1] == "Mluvilo 55 % lidí."
    assert problem.severity == "error"
    assert "[^1] = https://example.org/jezero" in problem.example


@pytest.mark.parametrize("label", ["3", "0", "jina-zprava", "people/nikdo", "1 s. 2", ""])
def test_a_mark_that_names_nothing_is_told(write: Write, label: str) -> None:
    """A mark names a source of the record or an item; anything else is a fault."""
    content = write(f"Mluvilo 55 % lidí.[^{label}]", f"55 per cent spoke.[^{label}]")
    assert told(content) == [("cs", f"[^{label}]"), ("en", f"[^{label}]")]


def test_languages_name_the_same_sources(write: Write) -> None:
    """A source that one language names more often is told, and so is another source."""
    content = write("Mluvilo 55 % z 20 lidí.[^1][^2]", "55 per cent of 20 spoke.[^1]")
    assert told(content) == [
        ("en", ""),
        ("en", "20: https://example.org/jezero"),
        ("en", "55: https://example.org/jezero"),
    ]


def test_a_right_text_is_silent(write: Write) -> None:
    """Marks in either language's words, in any order of sentences, please the rules."""
    content = write(
        "Bylo jich 2 420.[^1, s. 3] Mluvilo 55 % z nich.[^stara-zprava]",
        "Of them 55 per cent spoke.[^2] There were 2,420.[^1, p. 3]",
    )
    assert told(content) == []


def _held(*texts: str) -> Document:
    pages = ((595.0, 842.0),) * len(texts)
    pdf = Pdf(pages, texts, "", "cs", True, False, (), ("", 0.0), ())
    return Document(Name("zprava", "cs", 1, "zprava.cs.pdf"), 1, "", pdf)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("s. 2", []),
        ("s. 1", [("cs", "2 420"), ("en", "2,420")]),
        ("s. 1–2", []),
        (
            "s. 4",
            [
                ("cs", "[^publications/zprava-o-jezere, s. 4]"),
                ("en", "[^publications/zprava-o-jezere, s. 4]"),
            ],
        ),
        ("s. 3", []),
    ],
)
def test_a_page_is_there_and_shows_the_figure(
    write: Write, place: str, expected: list[tuple[str, str]]
) -> None:
    """Of a held document the page must exist and show the number; a scan is not asked."""
    mark = f"[^publications/zprava-o-jezere, {place}]"
    content = write(f"Bylo jich 2 420.{mark}", f"There were 2,420.{mark}")
    document = _held("Úvod a obsah.", "Sešlo se 2 420 lidí u jezera.", "")
    content.documents["zprava-o-jezere"] = (document,)
    assert told(content) == expected


def test_a_note_leads_to_the_page_of_a_held_document(write: Write) -> None:
    """The note of a page links to it, and to the record of the document."""
    mark = "[^publications/zprava-o-jezere, s. 2]"
    content = write(f"Bylo jich 5.{mark}", f"There were 5.{mark}")
    content.documents["zprava-o-jezere"] = (_held("", "Bylo 5 lidí.", ""),)
    shown = cited_sources.view(
        Teller(content, toy_settings(content), "cs"), content.of("projects")["jezero"]
    )
    page = shown[0].page
    assert shown[0].source.href == "publications/zprava-o-jezere/"
    assert page is not None
    assert page.href == "publications/zprava-o-jezere/zprava.pdf#page=2"


def test_notes_are_numbered_and_anchored_by_source(write: Write) -> None:
    """Numbers follow the text; anchors follow the source, so that they stay when marks move."""
    content = write("A 5.[^2] B 6.[^1] C 7.[^2]", "A 5.[^2] B 6.[^1] C 7.[^2]")
    edition = content.of("projects")["jezero"].edition("cs")
    digest = hashlib.sha256(b"https://example.org/jezero").hexdigest()[:6]
    expected = [(1, "note-stara-zprava", 2), (2, f"note-example-org-{digest}", 1)]
    assert [(n.number, n.id, n.marks) for n in source_notes.of(edition, content)] == expected


def test_marks_become_links_that_say_what_they_are(write: Write) -> None:
    """A mark is a link with a name in the page's language and an anchor to come back to."""
    content = write("A 5.[^2] B `[^1]` C 7.[^2]", "A 5.[^2] B `[^1]` C 7.[^2]")
    edition = content.of("projects")["jezero"].edition("cs")
    words = toy_settings(content).strings["cs"]
    html = source_notes.put(edition.body, edition, content, words)
    assert 'id="mark-stara-zprava"><a href="#note-stara-zprava"' in html
    assert 'id="mark-stara-zprava-2"' in html
    assert 'aria-label="Pramen 1">[1]</a>' in html
    assert "`[^1]`" in html


def test_the_graph_cites_what_sentences_name(write: Write) -> None:
    """A source that a sentence names bears the address of its note, its page a pagination."""
    content = write("A 5.[^1] B 6.[^1, s. 12–14]", "A 5.[^1] B 6.[^1, p. 12–14]")
    graph = Graph(tell(content, toy_settings(content)), "en")
    whole, _, part = citations(graph, graph.archive.items["projects/jezero"])
    assert isinstance(whole, dict)
    assert isinstance(part, dict)
    assert whole["@id"].startswith("https://archive.test/toy/en/projects/jezero/#note-example-org-")
    assert (part["@type"], part["pagination"]) == ("Chapter", "12–14")
    assert part["isPartOf"]["url"] == "https://example.org/jezero"
    assert list(faults([whole, part], {})) == []


def test_the_catalogue_lists_the_citations(write: Write) -> None:
    """The export tells in full what the marks of the text name."""
    content = write("A 5.[^2, kap. 3]", "A 5.[^2, ch. 3]")
    told_ = json.loads(catalogue_json.write(tell(content, toy_settings(content))))
    item = next(one for one in told_["items"] if one["id"] == "projects/jezero")
    expected = {
        "note": "note-stara-zprava-ch3",
        "source": "stara-zprava",
        "place": {"chapter": "3"},
    }
    assert item["citations"] == [expected]


def test_notes_tell_the_record_of_their_source(write: Write) -> None:
    """A described address has its name, its holder and the day it was read; others theirs."""
    content = write("A 5.[^1]", "A 5.[^1]")
    known = content.vocabularies["sources"]
    more = {"url": "https://example.org/jezero", "holder": "obec-jezero", "read": "2026-11-21"}
    term = dataclasses.replace(known["stara-zprava"], id="x", more=more)
    known._terms["x"] = term
    shown = cited_sources.view(
        Teller(content, toy_settings(content), "en"), content.of("projects")["jezero"]
    )
    assert shown[0].source.text == "Old report"
    assert shown[0].source.href == "https://example.org/jezero"
    assert shown[0].read == "21 November 2026"
    assert shown[0].holder
