"""Transcripts: read to the millisecond, or refused with the reason; no text is lost in silence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.recording import transcripts
from archive.recording.transcripts import Cue
from archive.schema import LANGUAGES
from conftest import ROOT

EPISODES = ROOT / "docs" / "podcast"
REAL = sorted(path.relative_to(EPISODES) for path in EPISODES.glob("*/transcript.*.vtt"))
CUE = "00:00.000 --> 00:01.500\n<v Jana Nováková>Dobrý den.\n"


def read(folder: Path, text: str | bytes, language: str = "cs") -> tuple[Cue, ...]:
    """Write a transcript and return its cues."""
    data = text.encode() if isinstance(text, str) else text
    (folder / f"transcript.{language}.vtt").write_bytes(data)
    transcript = transcripts.read(folder, language)
    assert transcript is not None
    return transcript.cues


@pytest.mark.parametrize("path", REAL, ids=str)
def test_real(path: Path) -> None:
    """Every transcript in the archive is read, with a speaker and a text in each cue."""
    transcript = transcripts.read(EPISODES / path.parent, path.suffixes[0][1:])

    assert transcript is not None
    assert path.name == transcript.name
    assert all(cue.speaker and cue.text and cue.start < cue.end for cue in transcript.cues)


@pytest.mark.parametrize("language", LANGUAGES)
def test_missing(tmp_path: Path, language: str) -> None:
    """An episode without a transcript has none; that is no fault of the reader."""
    assert transcripts.read(tmp_path, language) is None


def test_cues(tmp_path: Path) -> None:
    """Speaker, text on one line and times to the millisecond come back."""
    text = f"WEBVTT\n\n{CUE}\n01:00:01.500 --> 01:00:02.800\n<v Petr>Díl\nprvní.\n"

    expected = (
        Cue(0, 1.5, "Jana Nováková", "Dobrý den."),
        Cue(3601.5, 3602.8, "Petr", "Díl první."),
    )
    assert expected == read(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        f"WEBVTT – rozhovor\nKind: captions\n\n{CUE}",
        f"\ufeffWEBVTT\n\n{CUE}",
        f"WEBVTT\n\n{CUE}".replace("\n", "\r\n"),
        f"WEBVTT\n\nNOTE Přepsala\nJana.\n\nSTYLE\n::cue {{ color: red }}\n\n\n\n1\n{CUE}",
        f"WEBVTT\n\n{CUE}\n\n\n",
    ],
    ids=["header", "byte order mark", "Windows lines", "note, style, number", "empty lines"],
)
def test_what_editors_write(tmp_path: Path, text: str) -> None:
    """What subtitle editors put around the cues does no harm."""
    assert (Cue(0, 1.5, "Jana Nováková", "Dobrý den."),) == read(tmp_path, text)


def test_characters_by_name(tmp_path: Path) -> None:
    """What WebVTT must write as a character reference is read as the character."""
    (cue,) = read(tmp_path, "WEBVTT\n\n00:00.000 --> 00:01.500\nČaj &amp; káva &lt;3\n")

    assert "Čaj & káva <3" == cue.text


def test_speakers_at_once(tmp_path: Path) -> None:
    """Two people may speak at the same time."""
    assert 2 == len(read(tmp_path, f"WEBVTT\n\n{CUE}\n{CUE}"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "chybí první řádek WEBVTT / no first line WEBVTT"),
        (CUE, "chybí první řádek WEBVTT / no first line WEBVTT"),
        ("{\\rtf1 Dobrý den.}", "chybí první řádek WEBVTT / no first line WEBVTT"),
        ("WEBVTT\n", "žádný text s časem / no text with times"),
        ("WEBVTT\n\nNOTE Zatím nic.\n", "žádný text s časem / no text with times"),
        (
            f"WEBVTT\n\n{CUE}\n\nDobrý den.\n",
            "řádek / line 7, bez času / without times: Dobrý den.",
        ),
        (f"WEBVTT\n\nÚvod\nPetr\n\n{CUE}", "řádek / line 3, bez času / without times: Úvod"),
        (f"WEBVTT\n\n{CUE}".replace(".", ","), "chybné časy / wrong times: "),
        (f"WEBVTT\n\n{CUE}".replace("00:01.500", "00:75.000"), "chybné časy / wrong times: "),
        (f"WEBVTT\n\n{CUE}{CUE}", "chybné časy / wrong times: "),
        (
            f"WEBVTT\n\n{CUE}".replace("00:01.5", "00:00.0"),
            "konec před začátkem / end before start: ",
        ),
        (
            f"WEBVTT\n\n{CUE.replace('00:0', '00:1')}\n{CUE}",
            "časy nejdou po sobě / times out of order: 10.000 s, 0.000 s",
        ),
        (f"WEBVTT\n\n{CUE}\x0b", "řádek / line 5, řídicí znak / control character U+000B"),
        (f"WEBVTT\n\n{CUE}".encode("cp1250"), "není v kódování UTF-8 / not in UTF-8"),
        (f"WEBVTT\n\n{CUE}".encode("utf-16"), "není v kódování UTF-8 / not in UTF-8"),
    ],
)
def test_refused(tmp_path: Path, text: str | bytes, found: str) -> None:
    """What a player would drop or show at a wrong time is refused, in both languages."""
    with pytest.raises(ValueError, match=r".") as caught:
        read(tmp_path, text)

    assert found == str(caught.value)[: len(found)]


CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
FRAME = ["WEBVTT", "NOTE", "STYLE", "\n", "\n\n", "\r\n", CUE, " --> ", "00:01.000", "99:99:99.999"]
SIGNS = ["<v Jana>", "</v>", "<", "&amp;", "\x00", "\x0b", "\u2028", "\ufeff", "1"]
pieces = st.sampled_from([*FRAME, *SIGNS])


@settings(max_examples=300, deadline=None, derandomize=True)
@given(parts=st.lists(pieces | st.text(max_size=5), max_size=12), header=st.booleans())
def test_any_text(folder: Path, parts: list[str], header: bool) -> None:
    """Whatever the file holds, the answer is cues in order, or a refusal in words."""
    text = ("WEBVTT\n\n" if header else "") + "".join(parts)
    (folder / "transcript.cs.vtt").write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        told = transcripts.read(folder, "cs")
    except ValueError as error:
        told, said = None, str(error)
    if told is None:
        assert " / " in said
        return
    assert all(cue.start < cue.end for cue in told.cues)
    assert not CONTROL.search("".join(cue.text + cue.speaker for cue in told.cues))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the transcripts of every example."""
    return tmp_path_factory.mktemp("transcripts")
