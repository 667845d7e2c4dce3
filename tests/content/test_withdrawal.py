"""What left and what moved: the address stays, tells the truth, and gives nothing away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from archive.content.library import Library
from archive.content.settings import Site
from archive.pages import redirects
from archive.schema import LANGUAGES
from archive.telling.archive import tell
from conftest import NOTE, WITHDRAWN, build, edit, make_toy
from paper_podcast import changed, episode, library, sound

PREFIXES = {"cs": "", "en": "en/"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive's site: the first episode is withdrawn, the second has moved twice."""
    toy = make_toy(tmp_path_factory.mktemp("left") / "toy")
    edit(toy, "podcast/prvni/index.cs.md", "number: 1", WITHDRAWN)
    edit(toy, "podcast/druhy/index.cs.md", "number: 2", "moved_from: [breh, druhy-breh]\nnumber: 2")
    (toy / "ledgers" / "feeds.jsonl").write_text("# nothing\n", encoding="utf-8")
    for name in ("prvni.mp3", "cover.png", "transcript.cs.vtt", "transcript.en.vtt"):
        (toy / "docs" / "podcast" / "prvni" / name).unlink()
    done = build(toy)
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    return toy / "site"


def read(site: Path, path: str) -> str:
    """Return a file of the site as text, with ordinary spaces."""
    return (site / path).read_text(encoding="utf-8").replace("\u00a0", " ")


def words(site: Path, path: str) -> str:
    """Return what a page says in its main part."""
    main: Any = html.fromstring(read(site, path)).find(".//main")
    return " ".join(main.text_content().split())


# -- withdrawn --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("cs", ["Lidé & voda", "Díl 1, staženo", "ochrana osobních údajů", "1. března 2026"]),
        ("en", ["People & water", "withdrawn", "protection of personal data", "1 March 2026"]),
    ],
)
def test_tombstone(site: Path, language: str, told: list[str]) -> None:
    """The page says that the episode was here, why and since when it is not, and how to cite it."""
    path = f"{PREFIXES[language]}podcast/prvni/"
    said = words(site, f"{path}index.html")

    assert told == [part for part in told if part in said]
    assert f"https://example.org/archive/{path}" in said
    assert NOTE in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_tombstone_gives_nothing_away(site: Path, language: str) -> None:
    """Neither text nor people nor recording are on the page, which engines do not keep."""
    page = read(site, f"{PREFIXES[language]}podcast/prvni/index.html")
    secret = ["vyprávějí", "tell their stories", "jana-novakova", "mluví lidé", "people from"]

    assert [] == [part for part in [*secret, "<audio", ".mp3", ".vtt", "cover"] if part in page]
    assert '<meta name="robots" content="noindex">' in page


def test_note_is_in_the_language_it_was_written_in(site: Path) -> None:
    """On the English page the note of the Czech record says that it is Czech."""
    assert f'<dd lang="cs">{NOTE}</dd>' in read(site, "en/podcast/prvni/index.html")


def test_nothing_is_left(site: Path) -> None:
    """Of a withdrawn episode the site holds its page and what other sites' frames show."""
    files = [p.relative_to(site) for p in site.rglob("*") if "prvni" in p.parts and p.is_file()]
    kept = ["podcast/prvni/embed/index.html", "podcast/prvni/index.html"]

    assert [f"en/{path}" for path in kept] + kept == sorted(map(str, files))
    assert [] == [path for path in files if "<audio" in read(site, str(path))]


def test_no_file_speaks_of_it(site: Path) -> None:
    """No export, list or card repeats what the episode said of itself."""
    texts = [p for p in site.rglob("*") if p.suffix in (".html", ".xml", ".json", ".csv", ".bib")]
    secret = "Díl číslo 1 vymyšleného podcastu"

    assert [] == [p.relative_to(site) for p in texts if secret in p.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", ["feed.xml", "feed.json", "sitemap.xml"])
def test_feeds_leave_it_out(site: Path, name: str) -> None:
    """No feed and no sitemap names it."""
    files = list(site.rglob(name))

    assert files
    assert [] == [path for path in files if "podcast/prvni/" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_mark_it(site: Path, language: str) -> None:
    """The list of episodes shows it as withdrawn, without its summary; the front page does not."""
    prefix = PREFIXES[language]
    listed, front = words(site, f"{prefix}podcast/index.html"), read(site, f"{prefix}index.html")

    assert {"cs": "Díl 1, staženo Lidé", "en": "withdrawn People"}[language] in listed
    assert "mluví lidé od jezera" not in listed.partition("Druhý")[0]
    assert 'href="podcast/prvni/"' not in front


def test_ledger_is_not_published(site: Path) -> None:
    """The ledger is for those who keep the archive."""
    assert [] == list(site.rglob("ledger.jsonl"))


# -- moved ------------------------------------------------------------------------------------


@pytest.mark.parametrize("old", ["breh", "druhy-breh"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_redirects(site: Path, old: str, language: str) -> None:
    """Every old address leads on, by itself and by links to both languages."""
    here = site / PREFIXES[language] / "podcast" / old
    page = html.fromstring((here / "index.html").read_text(encoding="utf-8"))
    targets = page.xpath("//a/@href")

    assert ["0; url=../druhy/"] == page.xpath("//meta[@http-equiv='refresh']/@content")
    assert [f"https://example.org/archive/{PREFIXES[language]}podcast/druhy/"] == page.xpath(
        "//link[@rel='canonical']/@href"
    )
    assert "../druhy/" == targets[0]
    assert {site / p / "podcast/druhy/index.html" for p in PREFIXES.values()} == {
        (here / target / "index.html").resolve() for target in targets
    }


def test_moments_survive(site: Path) -> None:
    """A cited moment, #t=1:23, is still there after the redirect."""
    page = html.fromstring(read(site, "podcast/breh/index.html"))
    [script] = page.xpath("//script")
    source = site / "podcast" / "breh" / script.get("src")

    assert ("../druhy/", None) == (script.get("data-target"), script.text)
    assert "target.hash = location.hash;" in source.read_text(encoding="utf-8")


def paper(**fields: Any) -> Library:
    """Return a library of one episode that has moved."""
    entry = changed(episode(1, "novy"), moved_from=["stary"], **fields)
    return library([entry], {"novy": sound(1)})


def test_titles_are_escaped(toy_site: Site) -> None:
    """A title that looks like HTML is shown, not obeyed."""
    written = redirects.write(tell(paper(title="<b>Lidé</b> & voda"), toy_site))

    assert ["en/podcast/stary/index.html", "podcast/stary/index.html"] == sorted(written)
    assert b"&lt;b&gt;Lid\xc3\xa9&lt;/b&gt; &amp; voda" in written["podcast/stary/index.html"]
    assert b"<b>" not in b"".join(written.values())


def test_redirects_are_the_same_bytes(toy_site: Site) -> None:
    """The same records give the same pages."""
    first, second = (tell(paper(), toy_site) for _ in range(2))

    assert redirects.write(first) == redirects.write(second)
