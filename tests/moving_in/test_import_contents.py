"""What an import puts into its folders: chapters, transcripts, people, covers, a checklist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import command
from archive import checks
from archive.content import library
from archive.recording import placeholders, transcripts
from archive.schema import frontmatter
from conftest import TODAY
from import_house import contents, host, record, run
from network import fetching
from ranges import House


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A host; nothing waits between attempts."""
    monkeypatch.setattr(fetching, "_wait", lambda seconds: None)
    with host() as served:
        yield served


def test_chapters_and_transcripts(toy: Path, house: House) -> None:
    """Chapters come from the file that the feed names, transcripts become WebVTT."""
    run(toy, f"{house.address}/buzzsprout.xml")
    folder = toy / "docs" / "podcast" / "most-ktery-nebyl"
    czech, english = (transcripts.read(folder, language) for language in ("cs", "en"))

    assert [{"start": 0, "title": "Začátek"}, {"start": 1.5, "title": "Konec"}] == record(
        toy, folder.name
    )["chapters"]
    assert czech is not None
    assert [("Jana", "Dobrý den."), ("", "Na shledanou a díky.")] == [
        (cue.speaker, cue.text) for cue in czech.cues
    ]
    assert english is not None
    assert ("Jana", "Hello.") == (english.cues[0].speaker, english.cues[0].text)


def test_recordings_own_chapters(toy: Path, house: House) -> None:
    """Chapters inside the recording hold; the record does not repeat them."""
    run(toy, f"{house.address}/buzzsprout.xml")

    assert "chapters" not in record(toy, "kufr-na-pude")


def test_missing_transcript(toy: Path, house: House) -> None:
    """Where there is no transcript a placeholder stands, which check tells of as advice."""
    run(toy, f"{house.address}/omny.xml")
    content = library.read(toy)
    advice = [p for p in checks.check(content, toy, TODAY) if p.found == "[přepis chybí]"]

    assert placeholders.lies_at(toy / "docs/podcast/konecna/transcript.cs.vtt")
    assert {} == content.transcripts["konecna"]
    assert ["docs/podcast/konecna/transcript.cs.vtt"] == [p.path for p in advice]
    assert "advice" == advice[0].severity


def test_people(toy: Path, house: House) -> None:
    """People who are known keep their records, new ones get one with its source."""
    before = contents(toy)
    run(toy, f"{house.address}/buzzsprout.xml")
    after = contents(toy)
    new = frontmatter.parse((toy / "docs/people/olena-sevcenko/index.cs.md").read_text("utf-8"))

    assert all(after[path] == text for path, text in before.items())
    assert ("Olena Ševčenko", "medium") == (new.values["title"], new.values["confidence"])
    assert [f"{house.address}/buzzsprout.xml"] == new.values["sources"]


def test_place_of_the_feed(toy: Path, house: House) -> None:
    """A place comes from the feed or the command line, and is never guessed."""
    assert 0 == command.main(["import", f"{house.address}/buzzsprout.xml", "--root", str(toy)])

    assert "jezero" == record(toy, "kufr-na-pude")["place"]
    assert "place" not in record(toy, "most-ktery-nebyl")


def test_covers(toy: Path, house: House) -> None:
    """Covers are made to the rules, from a picture that is wide or too small too."""
    run(toy, f"{house.address}/podbean.xml")
    run(toy, f"{house.address}/omny.xml")
    content = library.read(toy)

    assert [] == [p for p in checks.check(content, toy, TODAY) if p.path.endswith("cover.png")]


def test_checklist(toy: Path, house: House) -> None:
    """The checklist has the old address, the new one, and a GUID for each translation."""
    run(toy, f"{house.address}/libsyn.xml")
    text = (toy / "prestehovani.md").read_text("utf-8")

    assert f"Starý kanál: `{house.address}/libsyn.xml`" in text
    assert "https://example.org/archive/podcast/feed.xml</itunes:new-feed-url>" in text
    assert "(Libsyn)" in text
    assert "nejméně čtyři týdny" in text
    assert [] == list((toy / "docs" / "podcast").glob("*-*/index.en.md"))
