"""What is indexed of a page, where a result opens, and what the files weigh."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.content import settings
from archive.content.library import Library
from archive.content.settings import Site
from archive.search import files, outputs, pages
from archive.telling.archive import Archives, tell
from conftest import ROOT, WITHDRAWN, build, edit
from measuring import grown
from searching import ask, weight

PLAIN = """<html lang="cs"><body><main id="content"><nav>Úvod</nav><h1>Název</h1>
<p class="lead">Úvodní <em>slo</em>va.</p>{}</main></body></html>"""
NAMES = ("search", "search-words", "search-engine", "search-results")
SCRIPTS = [f"assets/javascripts/{name}.js" for name in NAMES]


def read(body: str) -> list[tuple[str, str, str]]:
    """Return the places of a page with some body."""
    page = pages.read(PLAIN.format(body).encode())
    assert page
    return [(place.anchor, place.heading, place.text) for place in page.places]


# -- what a page says -----------------------------------------------------------------------------


def test_headings_begin_places() -> None:
    """A place lasts from its heading to the end of what holds it, then the page goes on."""
    found = read(
        '<div><h2 id="a">První</h2><p>Text.</p><h3 id="b">Druhý</h3>Dál.</div><p>Konec.</p>'
    )

    assert [
        ("", "", "Úvodní slova."),
        ("a", "První", "Text."),
        ("b", "Druhý", "Dál."),
        ("", "", "Konec."),
    ] == found


def test_pages_of_a_document_are_places() -> None:
    """A page of a held PDF is found by its own anchor, with all of its text."""
    sheet = """<section aria-labelledby="page=3"><div><h2 id="page=3">Strana 3</h2></div>
    <div><p>Text strany.</p></div></section>"""

    assert [("", "", "Úvodní slova."), ("page=3", "Strana 3", "Text strany.")] == read(sheet)


def test_moments_of_a_recording_are_places() -> None:
    """A line of a transcript is found at its moment; another language's transcript is left out."""
    line = '<details data-language="{}"><a href="#t=0:36" data-start="36.2">{}</a></details>'
    found = read(line.format("cs", "Má členky.") + line.format("en", "Members."))

    assert [("", "", "Úvodní slova."), ("t=0:36", "", "Má členky.")] == found


def test_furniture_is_not_found() -> None:
    """Navigation, buttons, citations and lists of other records are not what a page says."""
    junk = """<nav>Nabídka</nav><button>Přehrát</button><p hidden>Skryto</p><script>x</script>
    <section class="cite"><h2 id="c">Citovat</h2></section><div class="cards">Jiný záznam</div>"""

    assert [("", "", "Úvodní slova.")] == read(junk)


@pytest.mark.parametrize(
    "content",
    [
        '<head><meta name="robots" content="noindex"></head><main id="content"><h1>Staženo</h1>',
        '<html lang="cs"><body><main><h1>Přehrávač</h1></main>',
        "<html><body><p>Přesměrování</p>",
    ],
)
def test_what_is_no_page_is_left_out(content: str) -> None:
    """Tombstones, embedded players and redirections are not indexed."""
    assert pages.read(content.encode()) is None


def test_withdrawn_leaves_no_trace(toy: Path) -> None:
    """After a withdrawal no file of the search holds a word of the episode or its address."""
    edit(toy, "podcast/prvni/index.cs.md", "number: 1", WITHDRAWN)
    (toy / "ledgers/feeds.jsonl").write_text("# nothing\n", encoding="utf-8")
    for name in ("prvni.mp3", "cover.png", "transcript.cs.vtt", "transcript.en.vtt"):
        (toy / "docs/podcast/prvni" / name).unlink()
    done = build(toy)
    read_all = [file.read_text("utf-8") for file in (toy / "site/assets/search").rglob("*.js")]

    assert (0, "") == (done.returncode, done.stderr)
    assert any("podcast/druhy/" in text for text in read_all)
    secrets = ("podcast/prvni/", "Díl číslo 1 vymyšleného podcastu")
    assert [] == [secret for secret in secrets for text in read_all if secret in text]


# -- the files -------------------------------------------------------------------------------------


def test_same_site_same_bytes(real_site: Path, real_library: Library) -> None:
    """Indexing the same pages again writes the same bytes under the same names."""
    words = settings.load_strings(real_library.docs, ROOT)
    told = tell(real_library, Site("https://a.test/", "", "", "", True, words))
    again = dict(outputs.derive(real_site, told))
    there = (real_site / files.FOLDER).rglob("*.js")

    assert {f.relative_to(real_site).as_posix(): f.read_bytes() for f in there} == again


@pytest.mark.parametrize("numbers", [[0], [31, 32, 1023, 1024], [2**20, 7, 2**31 - 1]])
def test_numbers_are_packed(numbers: list[int]) -> None:
    """Whole numbers of any size come back as they were; five bits go into a letter."""
    value = {letter: place for place, letter in enumerate(files._DIGITS)}
    read_back, number, shift = [], 0, 0
    for letter in files.packed(numbers):
        number |= (value[letter] & 31) << shift
        shift += 5
        if value[letter] < 32:
            read_back.append(number)
            number, shift = 0, 0

    assert numbers == read_back


def test_a_third_language_is_searched(toy_archives: Archives, tmp_path: Path) -> None:
    """Pages in a language without rules of its own get an index, and are found in it."""
    (tmp_path / "uk/about").mkdir(parents=True)
    page = PLAIN.replace('"cs"', '"uk"').format("<p>Допомога людям з України.</p>")
    (tmp_path / "uk/about/index.html").write_text(page, encoding="utf-8")
    for path, content in outputs.derive(tmp_path, toy_archives):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    told = ask(tmp_path, "uk", "допомога", "людя", "допомгоа")["answers"]

    assert [["uk/about/"]] * 3 == [[r["address"] for r in answer["results"]] for answer in told]


# -- weight ----------------------------------------------------------------------------------------

LONG = [
    ("cs", "dobrovolné návraty"),
    ("cs", "integrace cizinců v České republice projekt"),
    ("cs", "uprhclíkům"),
    ("cs", '"obchodování s lidmi"'),
    ("cs", "letní škola migračních studií 2012"),
    ("cs", "pro"),
]


@pytest.mark.parametrize(("language", "query"), [*LONG, ("en", "trafficking in human beings")])
def test_first_query_is_light(real_site: Path, language: str, query: str) -> None:
    """With the archive as it is, a first query moves at most 120 kB, the engine included."""
    told = ask(real_site, language, query, fresh=True)["answers"][0]

    assert told["results"]
    assert weight(real_site, [*SCRIPTS, *told["files"]]) <= 120_000


@pytest.fixture(scope="module")
def large(real_site: Path, real_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search of an archive of 4,000 records of 600 words each, made of the real ones."""
    target = tmp_path_factory.mktemp("large")
    grown.write(real_site, real_library, target)
    return target


@pytest.mark.parametrize(("language", "query"), LONG)
def test_first_query_of_a_large_archive_is_light(
    large: Path, real_site: Path, language: str, query: str
) -> None:
    """With 4,000 records a first query moves at most 250 kB, the engine included."""
    told = ask(large, language, query, fresh=True)["answers"][0]

    assert told["total"] > 100
    assert (
        weight(large, ["assets/search/cs.js", *told["files"]]) + weight(real_site, SCRIPTS)
        <= 250_000
    )
