"""The import as staff run it, against a host of our own: folders, never twice, never half."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest

from archive import checks
from archive.content import library
from archive.podcast import rss
from archive.recording import audio
from archive.telling.archive import tell
from conftest import TODAY, toy_settings
from import_house import contents, folders, host, record, run, sound
from moving_in import reading
from network import fetching
from ranges import House

Captured = pytest.CaptureFixture[str]
FEEDS = Path(__file__).parent / "feeds"
HOSTS = sorted(path.stem for path in FEEDS.glob("*.xml") if path.stem not in ("old", "podlove-2"))


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """A host; nothing waits between attempts."""
    monkeypatch.setattr(fetching, "_wait", lambda seconds: None)
    with host() as served:
        yield served


@pytest.mark.parametrize("name", HOSTS)
def test_every_host(toy: Path, house: House, name: str) -> None:
    """From every host come folders whose records are good, with the GUIDs of the feed."""
    assert 0 == run(toy, f"{house.address}/{name}.xml")
    content = library.read(toy)
    guids = {item.guid for item in reading.read(house.files[f"/{name}.xml"], name).items}

    assert guids <= {entry.record.guid for entry in content.of("podcast").values()}
    assert set(folders(toy)) <= set(content.recordings)
    assert [] == [p for p in content.problems if "/podcast/" in p.path or "/people/" in p.path]


@pytest.mark.parametrize("name", [*HOSTS, "old"])
def test_twice(toy: Path, house: House, name: str) -> None:
    """A second run adds nothing and changes nothing, not even a record that was edited."""
    assert 0 == run(toy, f"{house.address}/{name}.xml")
    edited = toy / "docs" / "podcast" / folders(toy)[0] / "index.cs.md"
    edited.write_text(edited.read_text("utf-8").replace("title: ", "title: Upravený "), "utf-8")
    before = contents(toy)

    assert 0 == run(toy, f"{house.address}/{name}.xml")
    assert before == contents(toy)


def test_dry_run(toy: Path, house: House, capsys: Captured) -> None:
    """With --dry-run all is told and nothing written."""
    before = contents(toy)

    assert 0 == run(toy, f"{house.address}/libsyn.xml", "--dry-run")
    assert "[2/2] Převozník z Dolan → docs/podcast/prevoznik-z-dolan/" in capsys.readouterr().out
    assert (before, False) == (contents(toy), (toy / "prestehovani.md").exists())


def test_new_item_is_added(toy: Path, house: House) -> None:
    """A run after a new episode adds that one alone."""
    whole = house.files["/libsyn.xml"]
    house.files["/libsyn.xml"] = whole[: whole.index(b"<item>")] + whole[whole.rindex(b"<item>") :]
    run(toy, f"{house.address}/libsyn.xml")
    assert ["kde-reka-bydli"] == folders(toy)
    house.files["/libsyn.xml"] = whole

    assert 0 == run(toy, f"{house.address}/libsyn.xml")
    assert ["kde-reka-bydli", "prevoznik-z-dolan"] == folders(toy)
    checklist = (toy / "prestehovani.md").read_text("utf-8")
    assert 1 == checklist.count("`prevoznik-z-dolan`")


def test_the_new_feed(toy: Path, house: House) -> None:
    """What was taken over comes out of our feed with the same GUIDs, dates and titles."""
    house.files["/tone.mp3?dest-id=123456"] = sound("variable.mp3")
    house.files["/other.mp3?dest-id=123456"] = sound("variable-without-xing.mp3")
    run(toy, f"{house.address}/libsyn.xml")
    content = checks.load(toy, today=TODAY)
    old, new = (
        {(entry.id, entry.published_parsed) for entry in feedparser.parse(document).entries}
        for document in (
            house.files["/libsyn.xml"],
            rss.write(tell(content, toy_settings(content))["cs"]),
        )
    )

    assert 2 == len(old)
    assert old <= new


def test_pages(toy: Path, house: House) -> None:
    """The episodes of a feed's further pages come too."""
    run(toy, f"{house.address}/podlove.xml")

    assert ["mp001-plot", "mp002-kompost"] == folders(toy)


def test_interrupted(toy: Path, house: House) -> None:
    """A download that breaks off goes on where it ended."""
    house.cut_after = [10**6, 10_000]  # of the feed and of the recording
    assert 0 == run(toy, f"{house.address}/omny.xml")
    asked = [told for _, path, told in house.asked if path.startswith("/tone.mp3")]

    assert ["bytes=0-", "bytes=10000-"] == asked
    assert sound("tone.mp3") == (toy / "docs/podcast/konecna/konecna.mp3").read_bytes()


def test_killed(toy: Path, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is broken off leaves no half folder, and the next one goes on."""
    whole = audio.read

    def stop(path: Path) -> audio.Recording:
        raise KeyboardInterrupt

    monkeypatch.setattr(audio, "read", stop)
    assert 130 == run(toy, f"{house.address}/omny.xml")
    assert [] == folders(toy)
    monkeypatch.setattr(audio, "read", whole)
    house.asked.clear()

    assert 0 == run(toy, f"{house.address}/omny.xml")
    assert [] == [path for _, path, _ in house.asked if path.startswith("/tone.mp3")]


@pytest.mark.parametrize(
    "content", [b"<html>Not found</html>", sound("tone.mp3")[:12_000], b""], ids=str
)
def test_bad_recording(toy: Path, house: House, content: bytes, capsys: Captured) -> None:
    """What is no whole recording makes no folder; the reason is told, the exit code is 1."""
    house.files["/tone.mp3?utm_source=Podcast&in_playlist=1"] = content

    assert 1 == run(toy, f"{house.address}/omny.xml")
    assert [] == folders(toy)
    assert "nahrávka nepřišla" in capsys.readouterr().out


def test_web_page_for_sound(toy: Path, house: House, capsys: Captured) -> None:
    """A host that answers with a page instead of sound is told so."""
    house.extra["Content-Type"] = "text/html"

    assert 1 == run(toy, f"{house.address}/omny.xml")
    assert "místo zvuku / instead of sound: text/html" in capsys.readouterr().out


def test_advertisements(toy: Path, house: House, capsys: Captured) -> None:
    """A recording that is longer than the feed says is told of: the host may put things in."""
    house.files["/tone.mp3?utm_source=Podcast&in_playlist=1"] = sound("chapters.mp3")
    run(toy, f"{house.address}/omny.xml")

    assert "nahrávka má 20 s; nevložil hostitel reklamu?" in capsys.readouterr().out


def test_lock(toy: Path, house: House) -> None:
    """With --lock recordings stay where they are, and are locked."""
    address = f"{house.address}/libsyn.xml"
    assert 0 == run(toy, address, "--lock", "--insecure-local")
    folder = toy / "docs" / "podcast" / "prevoznik-z-dolan"

    assert f"{house.address}/tone.mp3?dest-id=123456" == record(toy, folder.name)["audio"]
    assert [] == list(folder.glob("*.mp3"))
    assert "size: 24469" in (folder / "audio.lock.yml").read_text("utf-8")


def test_file(toy: Path, house: House, tmp_path: Path) -> None:
    """A feed in a file is taken over as well."""
    path = tmp_path / "starý kanál.xml"
    path.write_bytes(house.files["/omny.xml"])

    assert 0 == run(toy, str(path))
    assert ["konecna"] == folders(toy)


@pytest.mark.parametrize(
    "source", ["neni.xml", "http://127.0.0.1:9/feed.xml", "https://[", "x://y"]
)
def test_no_source(toy: Path, house: House, source: str, capsys: Captured) -> None:
    """What cannot be read is one sentence and exit code 1."""
    before = contents(toy)

    assert 1 == run(toy, source)
    assert "nelze číst / cannot be read" in capsys.readouterr().out
    assert before == contents(toy)


def test_web_page(toy: Path, house: House, capsys: Captured) -> None:
    """Who gives the address of the page is told that of the feed."""
    assert 1 == run(toy, f"{house.address}/page.html")
    assert f"{house.address}/libsyn.xml" in capsys.readouterr().out


def test_nothing_outside(toy: Path, house: House) -> None:
    """A hostile feed writes nowhere but into folders of its own."""
    run(toy, f"{house.address}/hostile.xml")

    assert ["dil-file-a-net", "etc-cron-d-dobro"] == folders(toy)
    assert "javascript" not in (toy / "docs/podcast/dil-file-a-net/index.cs.md").read_text("utf-8")
