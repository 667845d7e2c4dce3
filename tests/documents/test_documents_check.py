"""The check of held documents: names, versions, and advice for readers and Google Scholar."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import checks
from archive.content import library
from archive.schema.problems import Problem
from conftest import TODAY
from paper_pdf import hold, make, report

V2 = 'versions:\n  - {file: zprava.cs.v2.pdf, date: "2026-01-05", reason: {cs: Proč., en: Why.}}'
HERE = "docs/publications/zprava-o-jezere"


def problems(toy: Path) -> list[Problem]:
    """Return what is wrong with the publication; toy translations are never stamped."""
    found = checks.check(library.read(toy), toy, TODAY)
    return [p for p in found if p.path.startswith(HERE) and p.field != "translation_of"]


def told(toy: Path) -> list[tuple[str, str, str]]:
    """Return the problems as severity, file or field, and what was found."""
    return [
        (p.severity, p.field or p.path.removeprefix(f"{HERE}/"), p.found) for p in problems(toy)
    ]


def test_good_documents(toy: Path) -> None:
    """Documents in both languages with an explained new version give no word."""
    hold(toy, "zprava.cs.pdf", "zprava.cs.v2.pdf", "zprava.en.pdf", versions=V2)

    assert [] == problems(toy)


@pytest.mark.parametrize("name", ["zprava.pdf", "Zprava.cs.PDF", "zprava.v2.cs.pdf"])
def test_name(toy: Path, name: str) -> None:
    """A name that the build would not understand is told, with a right one."""
    folder = hold(toy, "zprava.cs.pdf", languages="cs")
    report(folder / name)
    found = [p for p in problems(toy) if p.found == name]

    assert [f"{HERE}/{name}"] == [p.path for p in found]
    assert found[0].example.startswith("zprava.cs.pdf")


def test_unknown_language_of_a_version(toy: Path) -> None:
    """A later version in a language that the site does not have is not lost silently."""
    report(hold(toy, "zprava.cs.pdf", languages="cs, uk") / "zprava.uk.v2.pdf")

    assert ("error", "zprava.uk.v2.pdf", "zprava.uk.v2.pdf") in told(toy)


def test_one_document_of_a_work(toy: Path) -> None:
    """A second document in the same language is a version, or another work."""
    hold(toy, "zprava.cs.pdf", "priloha.cs.pdf", languages="cs")

    assert [("error", "zprava.cs.pdf", "zprava.cs.pdf")] == told(toy)


def test_language_of_the_record(toy: Path) -> None:
    """A document's language is among those of the work."""
    hold(toy, "zprava.cs.pdf", "zprava.en.pdf", languages="cs")

    assert [("error", "languages", "cs")] == told(toy)


def test_version_without_reason(toy: Path) -> None:
    """A new file that nobody explains stops the build, with the lines to copy."""
    hold(toy, "zprava.cs.pdf", "zprava.cs.v2.pdf", languages="cs")
    (found,) = problems(toy)

    assert ("versions", "error") == (found.field, found.severity)
    assert "file: zprava.cs.v2.pdf" in found.example


def test_reason_without_version(toy: Path) -> None:
    """An entry without its file is told on its line."""
    hold(toy, "zprava.cs.pdf", versions=V2, languages="cs")
    (found,) = problems(toy)
    lines = (toy / HERE / "index.cs.md").read_text(encoding="utf-8").splitlines()

    assert "zprava.cs.v2.pdf" in lines[found.line - 1]
    assert ("versions", "zprava.cs.v2.pdf") == (found.field, found.found)


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        (("zprava.cs.v2.pdf",), "zprava.cs.pdf"),
        (("zprava.cs.pdf", "zprava.cs.v3.pdf"), "zprava.cs.v2.pdf"),
    ],
)
def test_gap(toy: Path, files: tuple[str, ...], missing: str) -> None:
    """No version may go: the one before is asked for by its name."""
    hold(toy, *files, versions=V2.replace("zprava.cs.v2.pdf", files[-1]), languages="cs")
    (found,) = problems(toy)

    assert f"{HERE}/{files[-1]}" == found.path
    assert missing in found.expected.cs


def test_same_file_as_version(toy: Path) -> None:
    """The old file under a new name is no new version."""
    folder = hold(toy, "zprava.cs.pdf", versions=V2, languages="cs")
    (folder / "zprava.cs.v2.pdf").write_bytes((folder / "zprava.cs.pdf").read_bytes())

    assert [("error", "zprava.cs.v2.pdf", "zprava.cs.v2.pdf")] == told(toy)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (", en: Why.", "", "cs"),
        ("2026-01-05", "2027-01-05", "2027-01-05"),
    ],
)
def test_note_of_a_version(toy: Path, old: str, new: str, found: str) -> None:
    """A reason stands in both languages, a date in the past."""
    hold(toy, "zprava.cs.pdf", "zprava.cs.v2.pdf", versions=V2.replace(old, new), languages="cs")

    assert [("error", "versions", found)] == told(toy)


def test_version_told_twice(toy: Path) -> None:
    """A version has one reason."""
    twice = V2 + "\n" + V2.split("\n")[1]
    hold(toy, "zprava.cs.pdf", "zprava.cs.v2.pdf", versions=twice, languages="cs")

    assert [("error", "versions", "zprava.cs.v2.pdf")] == told(toy)


def test_damaged_document(toy: Path) -> None:
    """A damaged file is one clear problem, and stops the build."""
    folder = hold(toy, "zprava.cs.pdf", languages="cs")
    file = folder / "zprava.cs.pdf"
    file.write_bytes(file.read_bytes()[:-100])

    assert [
        ("error", "zprava.cs.pdf", "useknuté, chybí konec / cut short, its end is missing")
    ] == told(toy)


# -- advice --------------------------------------------------------------------------------

GOOD = {"title": "Zpráva o jezeře", "language": "cs", "tagged": True}
PAGE = "Zpráva o jezeře\nText."


@pytest.mark.parametrize(
    ("pages", "options", "found"),
    [
        ([PAGE], {"tagged": False}, "PDF bez značek / not tagged"),
        ([PAGE], {"language": ""}, "PDF neříká, jakým je jazykem / it does not tell its language"),
        ([PAGE], {"language": "en-GB"}, "jazyk PDF / language: en-GB"),
        ([PAGE], {"title": ""}, "PDF bez názvu / no title"),
        ([PAGE], {"title": "Microsoft Word - final2.doc"}, "Microsoft Word - final2.doc"),
        ([PAGE], {"type3": True}, "Type 3: Ctverec"),
        ([PAGE], {"password": ""}, "zabezpečené PDF / protected"),
        ([PAGE], {"weight": 5_100_000}, "5.1 MB"),
        ([PAGE, "", ""], {}, "sken: stran bez textu / scan: pages without text 2/3"),
        (["IOM\nZpráva o jezeře"], {}, "28 b. / pt: IOM"),
    ],
)
def test_advice(toy: Path, pages: list[str], options: dict[str, object], found: str) -> None:
    """Each fault of a document is told as advice, alone, and in Czech."""
    folder = hold(toy, languages="cs")
    make(folder / "zprava.cs.pdf", *pages, **{**GOOD, **options})

    assert [("advice", "zprava.cs.pdf", found)] == told(toy)


def test_advice_is_of_the_newest(toy: Path) -> None:
    """Of an older version nothing is asked for: it stays as it is."""
    folder = hold(toy, "zprava.cs.pdf", "zprava.cs.v2.pdf", versions=V2, languages="cs")
    make(folder / "zprava.cs.pdf", PAGE)

    assert [] == problems(toy)


def test_part_of_a_work(toy: Path) -> None:
    """A document much shorter than the record says is perhaps not the whole work."""
    folder = hold(toy, "zprava.cs.pdf", languages="cs")
    record = folder / "index.cs.md"
    text = record.read_text(encoding="utf-8").replace("confidence:", "pages: 79\nconfidence:")
    record.write_text(text, encoding="utf-8")

    assert [("advice", "zprava.cs.pdf", "stran / pages: 3")] == told(toy)


def test_title_need_not_be_large_in_a_leaflet(toy: Path) -> None:
    """What Scholar asks for is not asked of what Scholar does not take."""
    folder = hold(toy, languages="cs")
    make(folder / "zprava.cs.pdf", "IOM\nText", **GOOD)
    record = folder / "index.cs.md"
    text = record.read_text(encoding="utf-8").replace("type: report", "type: leaflet")
    record.write_text(text, encoding="utf-8")
    terms = toy / "docs" / "vocabulary" / "publication-types.yml"
    label = "\nleaflet: {cs: leták, en: leaflet}\n"
    terms.write_text(terms.read_text(encoding="utf-8") + label, encoding="utf-8")

    assert [] == problems(toy)
