"""The stand-in recordings: how they are made, the voice apart, and what lies in the archive."""

from __future__ import annotations

import io
from array import array
from pathlib import Path
from typing import Any

import mutagen.id3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import standins
from archive.recording import audio, transcripts
from archive.schema.frontmatter import load_yaml
from conftest import ROOT

NAMES = sorted(path.stem for path in (ROOT / "scripts" / "standins").glob("*.yml"))
LONG = (
    "Společné vaření prolomilo ledy a přineslo důvěru, jazyk i kontakt s českou společností, " * 3
)
words = st.lists(st.text("aábcčdeéě–,.&<", min_size=1, max_size=30), min_size=1, max_size=80)
id3: Any = mutagen.id3  # its functions have no types


def text_of(*chapters: int) -> dict[str, Any]:
    """Return a text with so many sentences in each chapter."""
    number = iter(range(99))
    return {
        "title": "Nad hrncem přátelství",
        "chapters": [
            {
                "title": {"cs": f"Část {at}", "en": f"Part {at}"},
                "sentences": [{"cs": f"Věta {next(number)}.", "en": "One."} for _ in range(count)],
            }
            for at, count in enumerate(chapters, 1)
        ],
    }


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every sentence last a second, without a synthesiser."""
    second = array("h", [1000] * standins.RATE)
    monkeypatch.setattr(standins, "synthesise", lambda *_: second)


def cues_of(sentence: str, start: float, end: float, folder: Path) -> tuple[transcripts.Cue, ...]:
    """Write one sentence as a transcript and read it."""
    written = standins.vtt([({"cs": sentence}, start, end)], "cs")
    (folder / "transcript.cs.vtt").write_text(written, encoding="utf-8")
    transcript = transcripts.read(folder, "cs")
    assert transcript is not None
    return transcript.cues


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the transcripts of every example."""
    return tmp_path_factory.mktemp("standins")


def test_short_sentence() -> None:
    """A short sentence is one cue on one line, told as a stand-in, with its speaker."""
    written = standins.vtt([({"en": "Bread & salt."}, 0.3, 2.25)], "en")

    note = f"WEBVTT\n\nNOTE {standins.NOTES['en']}\n\n"
    cue = "00:00:00.300 --> 00:00:02.250\n<v Speech synthesiser>Bread &amp; salt.\n"
    assert note + cue == written


def test_long_sentence(folder: Path) -> None:
    """A long sentence is cut into cues that follow each other without a gap."""
    cues = cues_of(LONG, 59.0, 75.0, folder)

    assert (59.0, 75.0) == (cues[0].start, cues[-1].end)
    assert [cue.end for cue in cues[:-1]] == [cue.start for cue in cues[1:]]
    assert LONG.strip() == " ".join(cue.text for cue in cues)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(words=words)
def test_lines(words: list[str]) -> None:
    """Whatever the sentence, a cue has two lines at most and a line 65 characters at most."""
    written = standins.vtt([({"cs": " ".join(words)}, 0.0, 60.0)], "cs")
    blocks = written.rstrip("\n").split("\n\n")[2:]
    lines = [block.split("\n")[1:] for block in blocks]
    shown = [line.replace("&amp;", "&").replace("&lt;", "<") for each in lines for line in each]

    assert all(1 <= len(each) <= 2 for each in lines)
    assert max(len(line.removeprefix("<v Hlasový syntetizátor>")) for line in shown) <= 65


def test_times(voice: None, tmp_path: Path) -> None:
    """Sentences, pauses and silence add up to the length of the reading."""
    lines, starts, length = standins.read_aloud(text_of(2, 1, 1), tmp_path / "reading.wav")

    between, after = standins.PAUSE / standins.RATE, standins.CHAPTER_PAUSE / standins.RATE
    first = standins.LEAD / standins.RATE
    second = first + 2 * (1 + between) + after
    assert [0, second, second + 1 + between + after] == pytest.approx(starts)
    assert [first, first + 1 + between, *starts[1:]] == pytest.approx([at for _, at, _ in lines])
    assert all(1 == pytest.approx(end - start) for _, start, end in lines)
    assert starts[2] + 1 + between + after == pytest.approx(length)


def test_too_few_chapters(voice: None, tmp_path: Path) -> None:
    """A reading of fewer than three chapters is refused, in both languages."""
    with pytest.raises(ValueError, match="kapitol / chapters 2"):
        standins.read_aloud(text_of(1, 1), tmp_path / "reading.wav")


def test_tags() -> None:
    """The tag names the recording a stand-in, and its chapters follow each other to the end."""
    tag, file = standins.tags(text_of(1, 1, 1), [0, 20.5, 40], 61.2, TRCK="1/5"), io.BytesIO()
    tag.save(file)
    told = id3.ID3(io.BytesIO(file.getvalue()))

    chapters = {frame.element_id: frame for frame in told.getall("CHAP")}
    ordered = [chapters[name] for name in told.getall("CTOC")[0].child_element_ids]
    times = [(frame.start_time, frame.end_time) for frame in ordered]
    assert [(0, 20_500), (20_500, 40_000), (40_000, 61_200)] == times
    assert ["Část 1", "Část 2", "Část 3"] == [str(f.sub_frames["TIT2"]) for f in ordered]
    assert "Nad hrncem přátelství (zástupná nahrávka)" == str(told["TIT2"])


def test_five() -> None:
    """Every episode of the podcast has its stand-in, until the original comes."""
    folders = sorted(path.parent.name for path in standins.EPISODES.glob("*/index.cs.md"))

    assert ["beroun", "cheb", "hodonin", "jablonec-nad-nisou", "klatovy"] == NAMES == folders


@pytest.mark.parametrize("name", NAMES)
def test_recording(name: str) -> None:
    """A committed stand-in is one to two minutes of mono speech, with its cover."""
    told = audio.read(standins.EPISODES / name / f"{name}.mp3")

    assert standins.SHORTEST <= told.duration <= standins.LONGEST
    assert ("audio/mpeg", 64, 44100, 1) == (
        told.type,
        told.bitrate,
        told.sample_rate,
        told.channels,
    )
    assert (600, 600) == told.artwork


@pytest.mark.parametrize("number", range(1, 6))
def test_recording_tags(number: int) -> None:
    """Each of the five numbers is told once, with every tag, and says that it is a stand-in."""
    every = [audio.read(standins.EPISODES / name / f"{name}.mp3").tags for name in NAMES]
    tags = next(tags for tags in every if tags["track"] == f"{number}/5")

    keys = {"title", "artist", "album", "track", "date", "language", "comment"}
    assert keys == set(tags)
    assert tags["title"].endswith("(zástupná nahrávka)")
    assert ("Aby nebe nespadlo", "ces") == (tags["album"], tags["language"])
    assert standins.NOTES["cs"] == tags["comment"]


@pytest.mark.parametrize("name", NAMES)
def test_recording_chapters(name: str) -> None:
    """The chapters in a recording are those of its text, in the order of its table of contents."""
    path = standins.EPISODES / name / f"{name}.mp3"
    text = load_yaml((standins.TEXTS / f"{name}.yml").read_text("utf-8"))[0]
    tag = id3.ID3(path)
    (contents,) = tag.getall("CTOC")
    starts = {frame.element_id: frame.start_time / 1000 for frame in tag.getall("CHAP")}
    told = audio.read(path).chapters

    assert [chapter["title"]["cs"] for chapter in text["chapters"]] == [c.title for c in told]
    assert [chapter.start for chapter in told] == [starts[n] for n in contents.child_element_ids]
    assert len(told) >= standins.FEWEST_CHAPTERS
    assert 0 == told[0].start


@pytest.mark.parametrize("name", NAMES)
def test_recording_transcripts(name: str) -> None:
    """Both transcripts say the text, at the same times, and end within the recording."""
    folder = standins.EPISODES / name
    text = load_yaml((standins.TEXTS / f"{name}.yml").read_text("utf-8"))[0]
    sentences = [sentence for chapter in text["chapters"] for sentence in chapter["sentences"]]
    times = set()
    for language in ("cs", "en"):
        found = transcripts.read(folder, language)
        assert found is not None
        said = " ".join(cue.text for cue in found.cues)
        assert " ".join(sentence[language] for sentence in sentences) == said
        times.add(tuple((cue.start, cue.end) for cue in found.cues))

    assert 1 == len(times)
    assert max(times.pop())[1] <= audio.read(folder / f"{name}.mp3").duration
