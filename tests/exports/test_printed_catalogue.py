"""The printed catalogue: whole, tagged, in both languages, the same bytes each time."""

from __future__ import annotations

import datetime as dt
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

import catalogue as catalogue_command
import command
from archive.checks import printed as rule
from archive.content import library
from archive.content import settings as site
from archive.content.library import Library
from archive.content.settings import Site
from archive.exports.printed import CATALOGUE, catalogue, editions, entries
from archive.language import dates
from archive.language.collation import sort_key
from archive.language.typography import plain
from archive.schema import LANGUAGES
from archive.telling.archive import tell
from archive.telling.parts import Date
from conftest import ROOT

ADDRESS = "https://archive.test/a/"
Made = dict[str, bytes]


def settings(address: str = ADDRESS) -> Site:
    """Return the settings of an archive that lies at an address of its own."""
    return Site(address, "", "", "", True, site.load_strings(ROOT / "docs", ROOT))


@pytest.fixture(scope="module")
def content() -> Library:
    """The real archive, read anew: the command changes the date of one record."""
    return library.read(ROOT)


@pytest.fixture(scope="module")
def made(content: Library) -> Made:
    """The catalogue of the real archive in each language."""
    return catalogue_command.make(content, settings(), "2026-11-21", ROOT / ".cache")


def words(text: str) -> str:
    """Return the text of a PDF without the breaks of its lines, as one row of words."""
    joined = re.sub(r"[\ufffe\u00ad\u0002]\s*|(?<=[^\W\d])-\r?\n", "", text)
    return re.sub(r"\s+", " ", plain(joined))


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request: Any, made: Made) -> tuple[str, str, pikepdf.Pdf]:
    """One catalogue: its language, its text, its structure."""
    document = pypdfium2.PdfDocument(made[request.param])
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return request.param, words(text), pikepdf.open(io.BytesIO(made[request.param]))


def nodes(tree: Any) -> Iterator[Any]:
    """Yield every element of a structure tree."""
    kids = tree.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from nodes(kid)


def squeezed(text: str) -> str:
    """Return text without spaces and hyphens, which lines may break or hide."""
    return re.sub(r"[\s\u00a0-]", "", text)


def test_every_record_is_in_the_catalogue(printed: Any, content: Library) -> None:
    """Each project, work, episode and event stands in each language, with its description."""
    language, text, _ = printed
    there = squeezed(text)
    kinds = ("projects", "publications", "podcast")
    records = [e.edition(language).record for kind in kinds for e in content.of(kind).values()]
    wanted = [told for record in records for told in (record.title, record.description)]
    wanted += [dated.event.event[language] for dated in content.events]

    assert [told for told in wanted if squeezed(told) not in there] == []


def test_every_person_is_in_the_index(printed: Any, content: Library) -> None:
    """Each person stands under the surname, with the pages of what they did."""
    language, text, _ = printed
    missing = []
    for entry in content.of("people").values():
        record = entry.edition(language).record
        given = record.title.removesuffix(record.surname).strip()
        name = f"{record.surname}, {given}" if given else record.title
        known = any(a.entry.id for a in content.appearances.get(entry.id, []))
        if not re.search(re.escape(name) + (r" \d" if known else ""), text):
            missing.append(name)

    assert missing == []


def test_catalogue_is_tagged_for_screen_readers(printed: Any) -> None:
    """It says its language and title, shows the title, and every element has a place."""
    language, _, pdf = printed
    root = pdf.Root
    kinds = {str(node.S) for node in nodes(root.StructTreeRoot)}

    assert (bool(root.MarkInfo.Marked), str(root.Lang)) == (True, language)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert {"/Title", "/H1", "/H2", "/H3", "/P", "/Link", "/TOC", "/Figure", "/Table"} <= kinds


def test_catalogue_names_its_standards(printed: Any, content: Library) -> None:
    """It declares PDF/UA-1 and PDF/A-2a, and bears the title of its record."""
    language, _, pdf = printed
    title = content.of("publications")["archive-catalogue"].edition(language).record.title
    with pdf.open_metadata() as metadata:
        told = {key: metadata[key] for key in ("pdfuaid:part", "pdfaid:part", "dc:title")}
        level = metadata["pdfaid:conformance"]

    assert told == {"pdfuaid:part": "1", "pdfaid:part": "2", "dc:title": title}
    assert (level, str(pdf.docinfo.Title)) == ("A", title)


def test_pictures_have_words(printed: Any, content: Library) -> None:
    """Each cover of an episode says what is on it to those who do not see it."""
    language, _, pdf = printed
    figures = [node for node in nodes(pdf.Root.StructTreeRoot) if str(node.S) == "/Figure"]
    told = plain(" ".join(str(figure.get("/Alt", "")) for figure in figures))
    covers = [e.edition(language).record.cover_text for e in content.episodes()]

    assert [text for text in covers if plain(text) not in told] == []
    assert all(figure.get("/Alt") for figure in figures)


def test_bookmarks_lead_to_chapters_and_entries(printed: Any, content: Library) -> None:
    """The outline has the chapters, under them the themes, under them the entries."""
    language, _, pdf = printed
    chapters = settings().strings[language]
    with pdf.open_outline() as outline:
        tops = {plain(item.title): item for item in outline.root}
        projects = tops[chapters["print_projects"]].children
        entries_in = [entry for theme in projects for entry in theme.children]

    assert {chapters[f"print_{n}"] for n in ("history", "people", "indexes")} <= tops.keys()
    assert len(entries_in) == len(content.of("projects"))


def test_title_is_the_largest_and_large_enough(printed: Any, made: Made) -> None:
    """Google Scholar: the title in at least 24 points, the largest on the first page."""
    language, _, pdf = printed
    page = pypdfium2.PdfDocument(made[language])[0]
    sizes = {}
    for item in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage()):
        told = item.extract()
        sizes[told] = max(sizes.get(told, 0), item.get_font_size() * abs(item.get_matrix().a))
    largest = max(sizes, key=lambda told: sizes[told])

    assert sizes[largest] >= 24
    assert largest.strip() in plain(str(pdf.docinfo.Title))


def test_fonts_are_outlines(printed: Any) -> None:
    """No Type 3 font (Google Scholar), every font in the file, below half of Scholar's 5 MB."""
    *_, pdf = printed
    fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and
             o.get("/Type") == "/Font"]  # fmt: skip
    kinds = {str(font.Subtype) for font in fonts}

    assert kinds == {"/Type0", "/CIDFontType2"}


def test_catalogue_is_light(made: Made) -> None:
    """Each language weighs less than a megabyte, on a phone with slow data."""
    assert [code for code, pdf in made.items() if len(pdf) >= 1_000_000] == []


def test_same_records_give_the_same_bytes(made: Made) -> None:
    """Nothing but the records and the date has a say: no clock, no font of the machine."""
    again = catalogue_command.make(library.read(ROOT), settings(), "2026-11-21", None)

    assert again == made


def test_people_stand_in_czech_order(content: Library) -> None:
    """„Ch“ follows „H“ and „Č“ follows „C“ in the index of people."""
    told = catalogue.values(tell(content, settings())["cs"], {})["people"]
    names = [plain(person["name"]) for person in told]
    czech = sorted(names, key=lambda name: sort_key(name.replace(",", ""), "cs"))

    assert names == czech
    assert names.index("Čáp, Petr") > names.index("Covrigová, Anca")


def test_entry_is_numbered_once(content: Library) -> None:
    """Projects and works share one row of numbers without a gap, in the order they stand."""
    told = catalogue.values(tell(content, settings())["en"], {})
    groups = [*told["projects"], *told["publications"]]
    numbers = [entry["number"] for group in groups for entry in group["entries"]]
    count = len(content.of("projects")) + len(content.of("publications"))

    assert numbers == list(range(1, count + 1))


@pytest.mark.parametrize(
    ("address", "home"),
    [("https://example.org/archive/", "../../"), (ADDRESS, f"{ADDRESS}en/")],
)
def test_links_survive_a_site_without_an_address(content: Library, address: str, home: str) -> None:
    """Until the site has an address of its own, links lead to neighbours of the file."""
    told = catalogue.values(tell(content, settings(address))["en"], {})

    assert told["home"] == home


def test_citation_leaves_the_readers_day_out() -> None:
    """Paper does not claim to have seen a page on a day; the title keeps its language."""
    markup = "<em>Doma</em> [Home]. Online. Dostupné z: http://a-b.cz/. [cit.\u00a0{day}]."
    told = list(entries.runs(markup, "cs"))

    assert (
        "".join(run["text"] for run in told) == "Doma [Home]. Online. Dostupné z: http://a-b.cz/."
    )
    assert [(run["text"], run["lang"]) for run in told if run["lang"]] == [
        ("Doma", "cs"),
        ("http://a-b.cz/", "zxx"),
    ]


@pytest.mark.parametrize(
    ("text", "margin"),
    [("2005-05/2006-04", "2005–2006"), ("2003", "2003"), ("2008/..", "2008–"), ("/2023", "–2023")],
)
def test_margin_has_the_years(text: str, margin: str) -> None:
    """The margin shows the years of a date, open ends as open."""
    span = dates.parse(text)

    assert entries.years(Date(text, "", span.years, span.first, span.last)) == margin


def test_edition_takes_the_place_of_none(tmp_path: Path) -> None:
    """The first edition is report.cs.pdf, the next one v2 in every language."""
    first = editions.next_names(tmp_path)
    for name in first.values():
        (tmp_path / name).write_bytes(b"%PDF")

    assert first == {"cs": "report.cs.pdf", "en": "report.en.pdf"}
    assert editions.next_names(tmp_path) == {"cs": "report.cs.v2.pdf", "en": "report.en.v2.pdf"}
    assert editions.is_held(tmp_path, {"cs": b"%PDF", "en": b"%PDF"})
    assert not editions.is_held(tmp_path, {"cs": b"%PDF", "en": b"%PDF-2"})


def test_command_refuses_an_edition_without_a_date(
    tmp_path: Path, made: Made, capsys: Any, monkeypatch: Any
) -> None:
    """Where records have changed, a new edition wants its own date; the old files stay."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    folder = tmp_path / "docs" / CATALOGUE
    before = {path.name: path.read_bytes() for path in folder.glob("*.pdf")}
    monkeypatch.setattr(catalogue_command, "make", lambda *_: dict.fromkeys(LANGUAGES, b"%PDF-new"))

    assert command.main(["catalogue", "--root", str(tmp_path)]) == 1
    assert command.main(["catalogue", "--root", str(tmp_path), "--date", "2027-11-21"]) == 0
    after = {path.name: path.read_bytes() for path in folder.glob("*.pdf")}
    assert {**after, **before} == after
    assert sorted(after.keys() - before.keys()) == ["report.cs.v2.pdf", "report.en.v2.pdf"]
    assert "file: report.cs.v2.pdf" in capsys.readouterr().out


def test_held_catalogue_is_of_its_record(content: Library) -> None:
    """The deposited files bear the date that the record names as theirs."""
    entry = content.of("publications")["archive-catalogue"]
    newest = editions.versions(entry.folder)[max(editions.versions(entry.folder))]
    held = [pikepdf.open(path) for path in newest.values()]
    stamps = {str(pdf.docinfo.CreationDate)[2:10] for pdf in held}

    assert stamps == {entry.record.date.replace("-", "")}


@pytest.mark.parametrize(("days", "told"), [(0, 0), (366, 0), (367, 1)])
def test_check_asks_for_an_edition_after_a_year(
    real_library: Library, days: int, told: int
) -> None:
    """Advice once the catalogue is older than a year, never before, and never an error."""
    date = real_library.of("publications")["archive-catalogue"].record.date
    today = dt.date.fromisoformat(date) + dt.timedelta(days)
    found = list(rule.catalogue_is_recent(real_library, ROOT, today))

    assert [problem.severity for problem in found] == ["advice"] * told


def test_text_stays_text(printed: Any) -> None:
    """No mark of a record's own writing, and no gap for a reader's date, is printed."""
    _, text, _ = printed

    assert re.findall(r"\[\^\w+\]|\{day\}|\{date\}|\{address\}|None|undefined", text) == []
