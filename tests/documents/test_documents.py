"""Held documents: what a name says, what a PDF is, and that no damaged file stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.documents import naming, pdf, process
from archive.documents.facts import UnreadableDocument
from archive.documents.naming import Name
from archive.documents.page_text import clean, is_empty, paragraphs
from archive.documents.sizes import pixels
from paper_pdf import make, report

# -- names ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "name", "published"),
    [
        ("report.cs.pdf", ("report", "cs", 1), "report.pdf"),
        ("report.en.v2.pdf", ("report", "en", 2), "report.v2.pdf"),
        ("a_b-C9.cs.v10.pdf", ("a_b-C9", "cs", 10), "a_b-C9.v10.pdf"),
    ],
)
def test_name(file: str, name: tuple[str, str, int], published: str) -> None:
    """A name tells language and version; the site's address has only the version."""
    found = naming.parse(file)

    assert Name(*name, file) == found
    assert published == found.published


@pytest.mark.parametrize(
    "file",
    ["report.pdf", "report.cs.PDF", "zpráva.cs.pdf", "a b.cs.pdf", "report.cs.v1.pdf",
     "report.cs.v0.pdf", "report.v2.cs.pdf", "report.cze.pdf", "report.cs.v02.pdf"],
)  # fmt: skip
def test_no_name(file: str) -> None:
    """What is not formed exactly so is not guessed at."""
    assert naming.parse(file) is None


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("publications/a/report.cs.v2.pdf", "publications/a/report.v2.pdf"),
        ("publications/a/report.en.v2.pdf", "en/publications/a/report.v2.pdf"),
        ("publications/a/report.en.pdf", "en/publications/a/report.pdf"),
        ("publications/a/index.cs.md", None),
        ("projects/a/report.cs.pdf", None),
    ],
)
def test_published_path(source: str, path: str | None) -> None:
    """A document is published in the folder of its language's page."""
    assert path == naming.published_path(source)


# -- what a PDF is -------------------------------------------------------------------------


def test_report(tmp_path: Path) -> None:
    """Pages, texts with Czech letters, title, language and tags are read."""
    found = pdf.read(report(tmp_path / "report.cs.pdf"))

    assert ((595.0, 842.0),) * 3 == found.pages
    assert "Zpráva o jezeře\nKdo žije u jezera, strana 3." == found.texts[2]
    assert ("Zpráva o jezeře", "cs", True, False) == (
        found.title,
        found.language,
        found.tagged,
        found.encrypted,
    )
    assert ("Zpráva o jezeře", 28.0) == found.largest
    assert ((), (), [], False) == (found.type3, found.faults, found.silent, found.scanned)


def test_poor_document(tmp_path: Path) -> None:
    """Scans, Type 3 fonts, encryption and missing tags are seen."""
    path = make(tmp_path / "a.cs.pdf", "Příliš žluťoučký kůň", "", "", type3=True, password="")
    found = pdf.read(path)

    assert ("", "", False, True) == (found.title, found.language, found.tagged, found.encrypted)
    assert (("Ctverec",), [2, 3], True) == (found.type3, found.silent, found.scanned)


def test_title_in_xmp(tmp_path: Path) -> None:
    """The title of the newer metadata (XMP, all that PDF 2.0 has) goes before the older."""
    import pikepdf

    path = make(tmp_path / "a.cs.pdf", "Text", title="Starý název")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        with document.open_metadata(update_docinfo=False) as metadata:
            metadata["dc:title"] = "Nový název"
        document.save(path)

    assert "Nový název" == pdf.read(path).title


def test_largest_text_is_that_which_is_seen(tmp_path: Path) -> None:
    """A small first line is not taken for the title, however the font is scaled."""
    path = make(tmp_path / "a.cs.pdf", "Drobný nadpis\nText o jezeru", size=8)

    assert ("Text o jezeru", 11.0) == pdf.read(path).largest


# -- damage --------------------------------------------------------------------------------


def refusal(path: Path) -> str:
    """Return why a file is refused, read as the build reads it."""
    with pytest.raises(UnreadableDocument) as caught:
        process.read(path)
    return caught.value.found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "není to PDF / no PDF"),
        (b"<html>404</html>", "není to PDF / no PDF"),
        (b"%PDF-1.7\n", "useknuté, chybí konec / cut short, its end is missing"),
        (b"%PDF-1.7\n%%EOF\n", "poškozené / damaged"),
    ],
)
def test_no_document(tmp_path: Path, content: bytes, found: str) -> None:
    """What is no PDF, or only its beginning, is told as such."""
    path = tmp_path / "report.cs.pdf"
    path.write_bytes(content)

    assert found == refusal(path)


def test_password(tmp_path: Path) -> None:
    """A file that opens only with a password cannot be published."""
    path = make(tmp_path / "a.cs.pdf", "Text", password="heslo")

    assert "chráněné heslem / protected by a password" == refusal(path)


def test_document_without_pages(tmp_path: Path) -> None:
    """A file without any page is no document."""
    assert refusal(make(tmp_path / "a.cs.pdf"))


def test_reader_that_does_not_end(tmp_path: Path) -> None:
    """A file that keeps the reader busy is told, and the build goes on."""
    path = report(tmp_path / "a.cs.pdf")
    with pytest.raises(UnreadableDocument) as caught:
        process.read(path, seconds=0)

    assert "čtení nekončí / reading does not end (0 s)" == caught.value.found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a good document."""
    return report(tmp_path_factory.mktemp("whole") / "report.cs.pdf").read_bytes()


MANY = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read_damaged(path: Path, content: bytes) -> None:
    """Read a damaged file: it is read, or refused with a reason, and nothing else."""
    path.write_bytes(content)
    try:
        found = pdf.read(path)
    except UnreadableDocument as error:
        told = error
    else:
        assert len(found.pages) == len(found.texts) > 0
        return
    assert (bool(told.found), bool(told.expected.cs)) == (True, True)


@MANY
@given(data=st.data())
def test_cut_short(tmp_path: Path, whole: bytes, data: st.DataObject) -> None:
    """A file cut at any place is refused: something of it is missing."""
    path = tmp_path / "report.cs.pdf"
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole) - 8))])
    with pytest.raises(UnreadableDocument):
        pdf.read(path)


@MANY
@given(data=st.data())
def test_flipped_bytes(tmp_path: Path, whole: bytes, data: st.DataObject) -> None:
    """Wrong bytes anywhere are mended, told or refused, never a traceback."""
    content = bytearray(whole)
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=30)
    ):
        content[place] = byte
    read_damaged(tmp_path / "report.cs.pdf", bytes(content))


@MANY
@given(start=st.floats(0, 1), length=st.integers(1, 400))
def test_hole(tmp_path: Path, whole: bytes, start: float, length: int) -> None:
    """A file from whose middle a piece is missing is mended, told or refused."""
    place = int(start * len(whole))
    read_damaged(tmp_path / "report.cs.pdf", whole[:place] + whole[place + length :])


# -- the text of a page --------------------------------------------------------------------


def test_text_is_cleaned() -> None:
    """Parted words are joined, what cannot be seen is left out, letters are composed."""
    raw = "Do\x02\r\nmov\r\nmi\u00ad\r\ngrace a s\u030cance pro kaž-\r\nde\u0301ho\x07\r\n"

    assert "Domov\nmigrace a šance pro každého" == clean(raw)


def test_hyphen_of_a_name_stays() -> None:
    """A hyphen before a capital belongs to the word: Praha-Vršovice."""
    assert "Praha-\nVršovice" == clean("Praha-\r\nVršovice")


def test_paragraphs() -> None:
    """Headings and last lines end a paragraph; full lines go on."""
    long = "Dlouhý řádek textu, který sahá až k okraji stránky"
    text = f"Nadpis\n{long}\n{long}\nposlední řádek.\n{long}\n{long}"

    assert ["Nadpis", f"{long} {long} poslední řádek.", f"{long} {long}"] == paragraphs(text)


def test_lines_of_a_list() -> None:
    """Lines of an index are not run together: the next word would have had room."""
    text = (
        "Arménské sdružení 13\nCaritas 12\nČlověk v tísni 11\nDisplacement Tracking Matrix, IOM 42"
    )

    assert text.split("\n") == paragraphs(text)


def test_contents() -> None:
    """The dots of a table of contents are one sign, and each line stays by itself."""
    dots = " . . . . . . . ."

    assert ["Úvod … 3", "Závěr … 12"] == paragraphs(f"Úvod{dots} 3\nZávěr{dots} 12")


@given(st.text())
def test_text_survives(text: str) -> None:
    """Whatever a page says, paragraphs keep every word of the cleaned text, in order."""
    cleaned = clean(text.replace(".", ""))

    assert " ".join(cleaned.split()) == " ".join(" ".join(paragraphs(cleaned)).split())


@pytest.mark.parametrize(("text", "empty"), [("", True), ("– 12 –", True), ("Mapa", False)])
def test_empty_page(text: str, empty: bool) -> None:
    """A page with nothing but its number has no text."""
    assert empty is is_empty(text)


@pytest.mark.parametrize(
    ("paper", "size"),
    [((595, 842), (1000, 1415)), ((842, 595), (1000, 707)), ((100, 10_000), (20, 2000))],
)
def test_size_of_pictures(paper: tuple[float, float], size: tuple[int, int]) -> None:
    """Pictures are as wide as asked for, and a scroll is not endlessly high."""
    assert size == pixels(paper, 1000)
