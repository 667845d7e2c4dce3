"""One owner for each address: outputs among each other, and against what is uploaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import build, checks
from archive.content import library
from archive.content.library import Library
from archive.keeping import claims, uploads
from archive.keeping.claims import Claim, Claims, Door, always
from archive.keeping.uploads import Upload
from archive.schema.problems import ContentError, Problem, Text
from conftest import ROOT, TODAY, make_toy
from conftest import build as built

# A file that would take the place of an output, the address, and the name of the output.
SHADOWS = [
    ("catalogue.json", "catalogue.json", "the archive’s data"),
    ("Catalogue.JSON", "Catalogue.JSON", "the archive’s data"),
    ("catalogue.json/index.cs.md", "catalogue.json/index.html", "the archive’s data"),
    ("catalogue.en.csv", "en/catalogue.csv", "the archive’s data"),
    ("en/catalogue.csv", "en/catalogue.csv", "the archive’s data"),
    ("podcast/feed.xml", "podcast/feed.xml", "the podcast’s feed"),
    ("podcast/feed.en.xml", "en/podcast/feed.xml", "the podcast’s feed"),
    ("podcast/feed-2.xml", "podcast/feed-2.xml", "the podcast’s feed"),
    ("podcast/prvni/chapters.json", "podcast/prvni/chapters.json", "the chapters and"),
    ("podcast/prvni/embed", "podcast/prvni/embed", "the player for other sites"),
    ("podcast/prvni/embed.cs.md", "podcast/prvni/embed/index.html", "the player for other"),
    ("podcast/prvni/cover-small.webp", "podcast/prvni/cover-small.webp", "small pictures"),
    ("projects/jezero/card.cs.png", "projects/jezero/card.png", "the card of a record"),
    ("projects/jezero/cite.bib", "projects/jezero/cite.bib", "the files of citations"),
    ("publications/zprava-o-jezere/a/1.webp", "publications/zprava-o-jezere/a/1.webp", "pictures"),
    ("themes/education/index.html", "themes/education/index.html", "a list of records"),
    ("themes", "themes", "a list of records"),
    ("en", "en", "the archive’s feed of news"),
    ("assets/stylesheets/core.css", "assets/stylesheets/core.css", "the stylesheets"),
    ("assets/search/cs.js", "assets/search/cs.js", "the index of the search"),
    ("sitemap.xml", "sitemap.xml", "the map of the site"),
    ("404.html", "404.html", "the page of error 404"),
    ("audits.jsonl", "audits.jsonl", "the record of audits"),
    ("projects/rybnik/cesta.jpg", "projects/rybnik/cesta.jpg", "from an earlier address"),
]
FREE = [
    "assets/images/card.png",
    "themes/education/index.cs.md",
    "projects/jezero/foto.jpg",
    "podcast/artwork.jpg",
    "vocabulary/catalogue.json",
    "overrides/sitemap.xml",
    ".catalogue.json",
]


def put(docs: Path, name: str) -> None:
    """Write a file as an upload may bring it."""
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_text("---\ntitle: Název\n---\n", encoding="utf-8")


def move(docs: Path) -> None:
    """Let the toy's project have come from another folder."""
    page = docs / "projects" / "jezero" / "index.cs.md"
    text = page.read_text(encoding="utf-8").replace("---\n", "---\nmoved_from: [rybnik]\n", 1)
    page.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("name", "address", "owner"), SHADOWS)
def test_an_upload_shadows_an_output(toy: Path, name: str, address: str, owner: str) -> None:
    """A file in the place of an output is told with the names of both, in both languages."""
    move(toy / "docs")
    put(toy / "docs", name)
    found = list(claims.faults(build.OUTPUTS, library.read(toy), toy))

    assert [(f"docs/{name}", f"/{address}")] == [(p.path, p.found) for p in found]
    assert owner in found[0].expected.en
    assert f"/{address}" in found[0].expected.cs


@pytest.mark.parametrize("name", FREE)
def test_an_upload_of_its_own(toy: Path, name: str) -> None:
    """What nobody else publishes is no fault, nor what is not published."""
    put(toy / "docs", name)

    assert [] == list(claims.faults(build.OUTPUTS, library.read(toy), toy))


@pytest.mark.parametrize(
    ("first", "second", "address"),
    [
        ("about/index.cs.md", "about/index.html", "about/index.html"),
        ("about/index.cs.md", "about.cs.md", "about/index.html"),
        ("about/index.en.md", "en/about/index.cs.md", "en/about/index.html"),
        ("about/plan.en.jpg", "en/about/plan.jpg", "en/about/plan.jpg"),
        ("about/plan.jpg", "about/plan.cs.jpg", "about/plan.jpg"),
        ("about/plan.jpg", "about/Plan.jpg", "about/plan.jpg"),
        (
            "publications/zprava-o-jezere/report.en.pdf",
            "en/publications/zprava-o-jezere/report.pdf",
            "en/publications/zprava-o-jezere/report.pdf",
        ),
    ],
)
def test_two_uploads_at_one_address(toy: Path, first: str, second: str, address: str) -> None:
    """Two files that would be published at one address are told with the names of both."""
    for name in (first, second):
        if not (toy / "docs" / name).exists():
            put(toy / "docs", name)
    found = list(claims.faults(build.OUTPUTS, library.read(toy), toy))

    assert address in [p.found[1:].lower() for p in found]
    both = {f"docs/{first}", f"docs/{second}"}
    assert any(p.path in both and min(both - {p.path}) in p.expected.cs for p in found)


def test_the_check_and_the_build_tell(toy: Path) -> None:
    """Both refuse what would silently replace the catalogue and every subscriber's feed."""
    built(toy)
    before = (toy / "site" / "catalogue.json").read_bytes()
    names = ["catalogue.json", "en/catalogue.csv", "podcast/feed.xml"]
    for name in names:
        put(toy / "docs", name)
    found = checks.check(library.read(toy), toy, TODAY, build.OUTPUTS)
    done = built(toy)

    assert {f"docs/{name}" for name in names} == {p.path for p in found if p.severity == "error"}
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    for name in names:
        assert f"docs/{name}\n" in done.stderr
    assert before == (toy / "site" / "catalogue.json").read_bytes()


@pytest.mark.parametrize("content", ["toy", "real"])
def test_every_file_of_the_site_has_one_owner(
    content: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """A file of the site is an output, or comes from ``docs``, all of which is there."""
    if content == "real":
        site, root = request.getfixturevalue("real_site"), ROOT
    else:
        root, site = make_toy(tmp_path / "toy"), tmp_path / "toy" / "site"
        for name in ("plan.cs.jpg", "plan.en.jpg", "mapa.jpg", "dopis.cs.jpg"):
            put(root / "docs", f"projects/jezero/{name}")
        assert 0 == built(root).returncode
    content_read = library.read(root)
    known = Claims(build.OUTPUTS, content_read)
    there = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    uploaded = {upload.path for upload in uploads.published(root / "docs", root)}
    homeless = {path for path in there - uploaded if known.owner(Upload(path, path)) is None}

    assert (set(), set()) == (uploaded - there, homeless)


# -- the door ---------------------------------------------------------------------------------

FIRST = Claim(Text("první", "the first"), always("data.json", "more/*"))
SECOND = Claim(Text("druhý", "the second"), always("data.json"))


@pytest.fixture
def door(tmp_path: Path) -> Door:
    """The door of a site that is being built of nothing."""
    (tmp_path / "docs").mkdir()
    content = Library(tmp_path / "docs")
    return Door(tmp_path / "site", [FIRST, SECOND], content, tmp_path)


def refused(door: Door, claim: Claim, path: str) -> Problem:
    """Return what the door says of a file that it does not let through."""
    with pytest.raises(ContentError) as caught:
        door.write(claim, path, b"another")
    (problem,) = caught.value.problems
    return problem


def test_door(door: Door, tmp_path: Path) -> None:
    """What is its owner's own is written as it is."""
    door.write(FIRST, "more/file", b"\x00\r\n")

    assert (tmp_path / "site" / "more" / "file").read_bytes() == b"\x00\r\n"


def test_two_outputs_at_one_path(door: Door, tmp_path: Path) -> None:
    """The second is refused, with the names of both; what the first wrote stays."""
    door.write(FIRST, "data.json", b"one")
    told = refused(door, SECOND, "data.json").expected

    assert "the first and the second" in told.en
    assert "první a druhý" in told.cs
    assert (tmp_path / "site" / "data.json").read_bytes() == b"one"


def test_an_output_astray(door: Door) -> None:
    """A path that the list does not give to an output is refused with its name."""
    assert "the second" in refused(door, SECOND, "more/file").expected.en
    assert "the first" in refused(door, FIRST, "more/../../etc").expected.en


def test_a_file_that_stands_there_already(door: Door, tmp_path: Path) -> None:
    """What MkDocs has written of an upload is not written over; the upload is named."""
    for folder in ("docs", "site"):
        put(tmp_path / folder, "data.json")
    told = refused(door, FIRST, "data.json")

    assert ("docs/data.json", True) == (told.path, "the first" in told.expected.en)


def test_what_reads_the_pages_comes_last() -> None:
    """Outputs that are made of the built pages come after all that are not."""
    late = ["pages" in output.inputs for output in build.OUTPUTS if output.name.cs != _ERROR]

    assert late == sorted(late)
    assert all(output.inputs for output in build.OUTPUTS)


_ERROR = "stránku chyby 404"
