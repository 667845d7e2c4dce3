"""Scholar and Zotero find each publication as the record has it, and nothing but publications."""

from __future__ import annotations

from pathlib import Path

import extruct
import pytest
from lxml import html

import zotero_rules
from archive import checks
from archive.citing import signposting
from archive.describing import highwire
from archive.pages import metadata
from archive.schema import LANGUAGES
from archive.telling import types
from archive.telling.archive import Archives, Page, tell
from archive.telling.parts import Agent, Item
from conftest import TODAY, build, make_toy, toy_settings
from graphs import pages_of
from paper_pdf import report

ADDRESS = "https://archive.test/toy/"
Metas = list[tuple[str, str]]


def metas(archives: Archives, shown: Item | Page, language: str) -> Metas:
    """Return the ``meta`` of a page as (name, content)."""
    tags = metadata.view(archives, shown, language).tags
    return [(tag.name, tag.content) for tag in tags]


def values(found: Metas, name: str) -> list[str]:
    """Return the contents of the tags of one name."""
    return [content for tag, content in found if tag == name]


def of_work(archives: Archives, identifier: str, language: str) -> Metas:
    """Return the ``meta`` of a publication's page."""
    return metas(archives, archives[language].items[f"publications/{identifier}"], language)


def scholarly_pages(archives: Archives) -> list[tuple[Item, str, Metas]]:
    """Return the real pages that carry ``citation_*``."""
    every = [
        (shown, code, metas(archives, shown, code))
        for code in LANGUAGES
        for shown in pages_of(archives[code])
    ]
    return [
        (shown, code, found)
        for shown, code, found in every
        if any(name.startswith("citation_") for name, _ in found) and isinstance(shown, Item)
    ]


def test_only_works_in_scholars_scope(real_archives: Archives) -> None:
    """Reports, studies, handbooks and books, never a project, a person, a film or an episode."""
    pages = scholarly_pages(real_archives)

    assert len(pages) > 20
    assert {"publications"} == {item.kind for item, _, _ in pages}
    assert all(types.WORKS[item.record.type].scholarly for item, _, _ in pages)


def test_only_on_the_page_in_the_documents_language(real_archives: Archives) -> None:
    """A page that tells of a document in another language does not claim to be it."""
    for item, language, _ in scholarly_pages(real_archives):
        assert language in item.record.languages
        assert not item.record.title_translated
        assert not item.record.title_descriptive


def test_required_tags_are_there_and_none_is_empty(real_archives: Archives) -> None:
    """Without title, author and date Scholar treats a page as if it had no tags at all."""
    for _, _, found in scholarly_pages(real_archives):
        for name in ("citation_title", "citation_author", "citation_publication_date"):
            assert values(found, name)
        assert [] == [name for name, content in found if not content.strip()]


def test_no_page_names_an_author_of_its_own(real_archives: Archives) -> None:
    """No ``meta name=author``: Zotero would make it the author of what is described."""
    pages = pages_of(real_archives["en"])
    found = {name for shown in pages for name, _ in metas(real_archives, shown, "en")}

    assert not {"author", "DC.source", "DC.contributor", "article:author"} & found


def test_tags_of_a_study(real_archives: Archives) -> None:
    """A study in English: every tag, in Scholar's order and forms."""
    found = of_work(real_archives, "who-is-the-next-victim-2003", "en")
    title = "Who is the Next Victim? Vulnerability of Young Romanian Women to Trafficking"
    expected = [
        ("citation_title", f"{title} in Human Beings"),
        ("citation_author", "Lazaroiu, Sebastian"),
        ("citation_author", "Alexandru, Monica"),
        ("citation_publication_date", "2003"),
        ("citation_technical_report_institution", "IOM Romania"),
        ("citation_language", "en"),
    ]

    assert expected == [tag for tag in found if tag[0].startswith("citation_")]
    assert [] == [
        t for t in of_work(real_archives, "who-is-the-next-victim-2003", "cs") if "citation" in t[0]
    ]


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2010-05-12", "2010/5/12"),
        ("2008-09", "2008"),
        ("2006?", "2006"),
        ("2003/2004", "2003"),
        ("{2016,2018}", "2016"),
        (None, ""),
    ],
)
def test_dates_with_slashes(edtf: str | None, date: str) -> None:
    """A whole day with slashes and no zeros, or else the year alone."""
    assert date == highwire.publication_date(edtf)


def test_zotero_keeps_an_institution_whole(real_archives: Archives) -> None:
    """A corporate author is one name, of however many words; so is a lone surname."""
    report = zotero_rules.read(of_work(real_archives, "ct-environment-report-2005", "cs"))
    puzzle = zotero_rules.read(of_work(real_archives, "where-in-the-puzzle-2003", "en"))

    assert [("IOM Česká republika", "")] == report.creators
    assert "IOM Česká republika" == report.institution
    assert [("Zavratnik Zimic", "")] == puzzle.creators


def test_comma_in_a_corporate_name_parts_nothing(real_archives: Archives) -> None:
    """A ministry whose name has a comma stays one author."""
    identifier = "cz-ministry-education"
    told = real_archives["cs"].terms["organisations"][identifier].imprints["cs"]
    agent = Agent("", "", "", "creators", "author", organisation=identifier, name=told)
    name = highwire.author(agent)
    found = zotero_rules.read([("citation_title", "A"), ("citation_author", name)])

    assert [("Ministerstvo školství – mládeže a tělovýchovy", "")] == found.creators


def test_name_as_printed_on_the_work(real_archives: Archives) -> None:
    """A name printed in another form is cited so, parted where the given name ends."""
    found = of_work(real_archives, "labour-market-study-2005", "cs")

    assert ["Kocourek, Jiří", "Ezzeddine-Lukšíková, Petra"] == values(found, "citation_author")


def test_page_about_a_work_is_saved_as_a_page(real_archives: Archives) -> None:
    """From the page in the other language Zotero saves a page, under the title that it shows."""
    item = zotero_rules.read(of_work(real_archives, "who-is-the-next-victim-2003", "cs"))

    assert ("webpage", "Kdo bude další obětí?") == (item.type, item.title)


def test_zotero_saves_an_episode_as_a_podcast(real_archives: Archives) -> None:
    """An episode is a podcast, by its host."""
    episode = real_archives["cs"].items["podcast/klatovy"]
    item = zotero_rules.read(metas(real_archives, episode, "cs"))

    assert ("podcast", [("Rahimi", "Fatima")]) == (item.type, item.creators)


def with_document(toy: Path, *files: str) -> Archives:
    """Return the toy archive with documents in the report's folder."""
    folder = toy / "docs" / "publications" / "zprava-o-jezere"
    record = folder / "index.cs.md"
    text = record.read_text(encoding="utf-8").replace("holding: link", "holding: file")
    record.write_text(text.replace("languages: [cs]", "languages: [cs, en]"), encoding="utf-8")
    for number, name in enumerate(files):
        report(folder / name, "en" if ".en." in name else "cs", pages=2 + number)
    library = checks.load(toy, today=TODAY)
    return tell(library, toy_settings(library))


def test_document_lies_in_the_folder_of_its_page(toy: Path) -> None:
    """``citation_pdf_url`` names the PDF in the page's own language and folder."""
    archives = with_document(toy, "zprava.cs.pdf", "zprava.en.pdf")
    czech, english = (of_work(archives, "zprava-o-jezere", code) for code in LANGUAGES)
    page = f"{ADDRESS}publications/zprava-o-jezere/"

    assert [f"{page}zprava.pdf"] == values(czech, "citation_pdf_url")
    assert [] == values(english, "citation_pdf_url")  # its title is our translation


def test_document_in_another_language_is_not_claimed(toy: Path) -> None:
    """A page does not claim a PDF in the other language."""
    archives = with_document(toy, "zprava.en.pdf")
    found = of_work(archives, "zprava-o-jezere", "cs")

    assert ["Zpráva o jezeře"] == values(found, "citation_title")
    assert [] == values(found, "citation_pdf_url")


def test_documents_in_signposting(toy: Path) -> None:
    """An item's page leads machines to its documents in every language."""
    archive = with_document(toy, "zprava.cs.pdf", "report.en.pdf")["cs"]
    links = signposting.links(archive, archive.items["publications/zprava-o-jezere"])
    page = "publications/zprava-o-jezere/"

    assert [
        (f"{ADDRESS}{page}zprava.pdf", "application/pdf"),
        (f"{ADDRESS}en/{page}report.pdf", "application/pdf"),
    ] == [(link.href, link.type) for link in links if link.rel == "item"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive, built with a document in the report's folder."""
    root = make_toy(tmp_path_factory.mktemp("highwire"))
    with_document(root, "zprava.cs.pdf")
    done = build(root, environment={"SITE_URL": ADDRESS})
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    return root / "site"


def test_built_page_says_the_same(built: Path) -> None:
    """The built page has the tags, and the address of the document is that of a file."""
    page = built / "publications/zprava-o-jezere/index.html"
    tree = html.fromstring(page.read_text(encoding="utf-8"))
    found = [(m.get("name") or m.get("property"), m.get("content")) for m in tree.iter("meta")]
    item = zotero_rules.read([(str(name), str(content)) for name, content in found])

    assert ("book", "Zpráva o jezeře", "2006", "cs") == (
        item.type,
        item.title,
        item.date,
        item.language,
    )
    assert [("Nováková", "Jana"), ("Chalupa", "Petr")] == item.creators
    assert (built / item.pdf.removeprefix(ADDRESS)).is_file()


def test_built_page_in_dublin_core_and_open_graph(built: Path) -> None:
    """Dublin Core keeps the doubt in a date; a shared link has a picture of the page."""
    text = (built / "publications/zprava-o-jezere/index.html").read_text(encoding="utf-8")
    found = extruct.extract(text, syntaxes=["dublincore", "opengraph"])
    core = [(one.get("name"), one.get("content")) for one in found["dublincore"][0]["elements"]]
    graph = dict(found["opengraph"][0]["properties"])

    assert {("DC.date", "2006?"), ("DC.creator", "Nováková, Jana")} <= set(core)
    assert ("DC.identifier", "ISBN 80-239-2206-8") in core
    assert (built / graph["og:image"].removeprefix(ADDRESS)).is_file()
    assert f"{ADDRESS}publications/zprava-o-jezere/" == graph["og:url"]
