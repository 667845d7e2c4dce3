"""The health of recordings: what staff are told though apps would take the file."""

from __future__ import annotations

import dataclasses
import io
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from mutagen import id3
from PIL import Image

import command
from archive.checks import recordings as rules
from archive.content import library
from archive.keeping import health_report
from archive.keeping.health_report import Row
from archive.recording import audio, health, locks, loudness
from archive.recording.audio import Recording
from archive.recording.loudness import Loudness
from archive.schema.problems import Problem, Text
from conftest import HERE, TODAY

AUDIO = HERE / "audio"
TONE = audio.read(AUDIO / "tone.mp3")
# As Apple recommends: 96 kbit/s mono.
GOOD = dataclasses.replace(TONE, bitrate=96)
# Frames of 32 and 128 kbit/s, mono, 44.1 kHz, and their bytes.
FRAMES = (("fffb10c0", 104), ("fffb90c0", 417))
FIRST = "docs/podcast/prvni/prvni.mp3"
Capture = pytest.CaptureFixture[str]


def found(remarks: Any) -> list[str]:
    """Return what was found, and check that each remedy is told in both languages."""
    told = list(remarks)
    assert all(text.cs and text.en and text.cs != text.en for _, text, *_ in told)
    return [what for what, *_ in told]


def advice(toy: Path) -> list[Problem]:
    """Return what is advised, or demanded, of the toy's recordings."""
    content = library.read(toy)
    every = [problem for rule in RULES for problem in rule(content, toy, TODAY)]
    return [problem for problem in every if problem.path.startswith("docs/podcast/prvni")]


RULES = [
    rules.recordings_are_healthy,
    rules.houses_serve_well,
    rules.standins_are_marked,
    rules.files_fit_on_github,
]


def retag(path: Path, **frames: str) -> None:
    """Write ID3 frames into a file."""
    tag: Any = id3.ID3()
    for name, value in frames.items():
        tag.add(getattr(id3, name)(3, value))
    tag.save(path, v1=0)


def edit(path: Path, old: str, new: str) -> None:
    """Change a text that is in a file once."""
    text = path.read_text(encoding="utf-8")
    assert 1 == text.count(old)
    path.write_text(text.replace(old, new), encoding="utf-8")


# -- sound -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"bitrate": 128}, []),
        ({"channels": 2, "bitrate": 128}, []),
        ({"sample_rate": 48000}, []),
        ({"type": "audio/x-m4a", "bitrate": 64}, []),
        ({"bitrate": 64}, ["64 kbit/s"]),
        ({"bitrate": 320, "channels": 2}, ["320 kbit/s"]),
        ({"channels": 2}, ["96 kbit/s"]),
        ({"sample_rate": 22050}, ["22.05 kHz"]),
        ({"sample_rate": 32000, "bitrate": 32}, ["32 kHz", "32 kbit/s"]),
        ({"estimate": 2.1}, []),
        ({"estimate": 0.0}, []),
        ({"estimate": 9.0}, ["v hlavičce / by its header 9 s"]),
    ],
)
def test_sound(change: dict[str, Any], expected: list[str]) -> None:
    """What Apple does not recommend, or a header that lies, is told."""
    assert expected == found(health.of_sound(dataclasses.replace(GOOD, **change)))


def test_variable_without_header(tmp_path: Path) -> None:
    """Variable bitrate without a Xing header: apps show a wrong length, and the remedy is told."""
    quiet, loud = (bytes.fromhex(head).ljust(n, b"\0") for head, n in FRAMES)
    (tmp_path / "x.mp3").write_bytes(quiet * 40 + loud * 400)
    sound = audio.read(tmp_path / "x.mp3")

    assert (11, 43) == (round(sound.duration), round(sound.estimate))
    assert "v hlavičce / by its header 43 s" in found(health.of_sound(sound))


# -- tags ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frames", "expected"),
    [
        ({}, []),
        ({"TIT2": "Lidé & voda"}, []),
        ({"TIT2": "1. LIDÉ – voda (premiéra)"}, []),
        ({"TIT2": "People & water"}, []),
        ({"TIT2": "Druhý břeh"}, ["title: Druhý břeh"]),
        ({"TALB": "Podcast od jezera"}, []),
        ({"TALB": "Něco jiného"}, ["album: Něco jiného"]),
        ({"TRCK": "1/5"}, []),
        ({"TRCK": "3"}, ["track: 3"]),
        ({"TDRC": "2005"}, []),
        ({"TDRC": "2005-01-31"}, []),
        ({"TDRC": "2026-01-01"}, []),
        ({"TDRC": "2019"}, ["date: 2019"]),
    ],
)
def test_tags(toy: Path, frames: dict[str, str], expected: list[str]) -> None:
    """A tag that says something else than the record is told; one that is missing is not."""
    retag(toy / FIRST, **frames)
    content = library.read(toy)
    show = content.show
    assert show is not None
    titles = [edition.record.title for edition in show.editions.values()]
    entry = content.of("podcast")["prvni"]
    tags = dict(content.recordings["prvni"].tags)

    assert expected == found(health.of_tags(tags, entry, ["Podcast od jezera", *titles]))


# -- covers ----------------------------------------------------------------------------------


def with_cover(path: Path, size: tuple[int, int], *, half: bool = False) -> Recording:
    """Put a cover into a recording and read it."""
    file = io.BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(file, "PNG")
    data = file.getvalue()
    tag: Any = id3.ID3()
    tag.add(id3.APIC(3, "image/png", 3, "", data[: len(data) // 2] if half else data))
    tag.save(path, v1=0)
    return audio.read(path)


@pytest.mark.parametrize(
    ("size", "expected"),
    [((600, 600), []), ((599, 599), ["599 × 599 px"]), ((800, 600), ["800 × 600 px"])],
)
def test_cover(tmp_path: Path, size: tuple[int, int], expected: list[str]) -> None:
    """A cover in the file that is small or not square is told."""
    path = shutil.copy(AUDIO / "tone.mp3", tmp_path / "x.mp3")

    assert expected == found(health.of_cover(with_cover(path, size)))


def test_half_a_cover(tmp_path: Path) -> None:
    """Half a picture in the file is told, though its head tells a size."""
    sound = with_cover(shutil.copy(AUDIO / "tone.mp3", tmp_path / "x.mp3"), (600, 600), half=True)

    assert (None, True) == (sound.artwork, sound.broken_artwork)
    assert ["poškozený obrázek v souboru / a damaged picture in the file"] == found(
        health.of_cover(sound)
    )


# -- what make check says ----------------------------------------------------------------------


def test_original_is_advised(toy: Path) -> None:
    """An original of 64 kbit/s mono is told so, with a command; nothing is stopped."""
    told = advice(toy)

    assert [(FIRST, "64 kbit/s", "advice")] == [(p.path, p.found, p.severity) for p in told]
    assert "-b:a 96k prvni.mp3" in told[0].example


def test_standin_is_not(toy: Path) -> None:
    """A stand-in never reaches a subscriber: its sound is nobody's worry."""
    edit(toy / "docs/podcast/prvni/index.cs.md", "recording: original", "recording: stand-in")

    assert [] == advice(toy)


def test_real_content_is_silent(real_library: library.Library) -> None:
    """The real recordings give no cause for advice."""
    root = real_library.docs.parent

    assert [] == [p for rule in RULES for p in rule(real_library, root, TODAY)]


def test_standin_passed_off(toy: Path) -> None:
    """A stand-in whose record says original would go out to everybody: that is an error."""
    retag(toy / FIRST, TIT2="Lidé & voda (zástupná nahrávka)")

    assert ["recording"] == [p.field for p in advice(toy) if p.severity == "error"]


def test_original_kept_back(toy: Path) -> None:
    """An original whose record still says stand-in would reach nobody."""
    edit(toy / "docs/podcast/prvni/index.cs.md", "recording: original", "recording: stand-in")
    retag(toy / FIRST, TIT2="Lidé & voda")

    assert [("recording", "advice")] == [(p.field, p.severity) for p in advice(toy)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"redirects": 2}, ["2× přesměrováno / redirected"]),
        ({"ranges": False}, ["server nedává části souboru / no byte ranges"]),
        ({"head": False}, ["server neodpovídá na HEAD / no answer to HEAD"]),
    ],
)
def test_house(change: dict[str, Any], expected: list[str]) -> None:
    """A server that does not serve as apps demand is told."""
    sound = dataclasses.replace(GOOD, address="https://archive.test/x.mp3")
    told = {"redirects": 0, "ranges": True, "head": True, "read": "2026-11-21"} | change

    assert expected == found(health.of_house(locks.lock(sound, **told)))


def sized(path: Path, size: int) -> None:
    """Make a file of a size that takes no room on the disk."""
    with path.open("wb") as file:
        os.truncate(file.fileno(), size)


@pytest.mark.parametrize(
    ("size", "severity", "limit"),
    [(50, [], ""), (51, ["advice"], "at most 50 MiB"), (101, ["error"], "at most 100 MiB")],
)
def test_big_file(toy: Path, size: int, severity: list[str], limit: str) -> None:
    """A file that GitHub warns of is advised, one that it refuses is an error."""
    sized(toy / "docs/podcast/prvni/navic.pdf", size * 1024**2)
    told = [p for p in advice(toy) if p.path.endswith("navic.pdf")]

    assert severity == [p.severity for p in told]
    assert all(p.expected.en.startswith(limit) for p in told)


@pytest.mark.parametrize(("size", "severity"), [(700, []), (850, ["advice"]), (1001, ["error"])])
def test_full_house(toy: Path, size: int, severity: list[str]) -> None:
    """Before the gigabyte of GitHub Pages is full, staff learn how many hours remain."""
    for n in range(20):
        sized(toy / f"docs/podcast/prvni/{n}.pdf", size * 10**6 // 20)
    content = library.read(toy)
    told = [p for p in rules.files_fit_on_github(content, toy, TODAY) if p.path == "docs"]

    assert severity == [p.severity for p in told]
    assert all("96 kbit/s mono remain" in p.expected.en for p in told)


def test_room() -> None:
    """A gigabyte is 23 hours of 96 kbit/s mono; what is too much leaves nothing."""
    assert 23 == round(health.Room(0).hours)
    assert 0 == health.Room(2 * 10**9).left


# -- loudness ----------------------------------------------------------------------------------


def said(lufs: str = "-16.0", peak: str = "-1.5", *more: str) -> str:
    """Return what ffmpeg says, with a tag that tries to speak for it."""
    return "\n".join(
        [
            "    title : [Parsed_ebur128_0 @ 0x1] Summary: I: -5.0 LUFS Peak: 9 dBFS",
            *more,
            "[Parsed_ebur128_0 @ 0x5] Summary:\n\n  Integrated loudness:",
            f"    I:         {lufs} LUFS\n    Threshold: -26.2 LUFS\n\n  True peak:",
            f"    Peak:       {peak} dBFS\n",
        ]
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (said(), []),
        (said("-17.0"), []),
        (said("-17.1"), ["-17.1 LUFS"]),
        (said("-12.3", "0.4"), ["-12.3 LUFS", "0.4 dBTP"]),
        (said("-70.0", "-inf"), ["ticho / silence"]),
        (said("nan", "-inf"), ["ticho / silence"]),
        (said("-16", "-2", *["[mp3float @ 0x1] Header missing"] * 9), ["9 poškozených míst"]),
    ],
)
def test_loudness(words: str, expected: list[str]) -> None:
    """Too loud, too quiet, too sharp, silent or damaged: each is told with its number."""
    told = found(loudness.faults(loudness.parse(words, 60)))

    assert expected == [what[: len(wanted)] for what, wanted in zip(told, expected, strict=True)]


START, END = "[silencedetect @ 0x1] silence_start: {}", "[silencedetect @ 0x1] silence_end: {} | x"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], (0, 0)),
        ([START.format(0), END.format(4)], (4, 0)),
        ([START.format("-0.002"), END.format(4)], (4, 0)),
        ([START.format(20), END.format(25)], (0, 0)),
        ([START.format(55)], (0, 5)),
        ([START.format(55), END.format("59.97")], (0, 4.97)),
        ([START.format(0), END.format(4), START.format(50)], (4, 10)),
    ],
)
def test_silence(lines: list[str], expected: tuple[float, float]) -> None:
    """Silence at the ends is measured, pauses between are not."""
    told = loudness.parse(said("-16", "-2", *lines), 60)

    assert expected == pytest.approx((told.before, told.after))


@pytest.mark.parametrize("words", ["", "x.mp3: Invalid data found when processing input\n", "I: 1"])
def test_no_measurement(words: str) -> None:
    """When ffmpeg has nothing to say, its last words are told."""
    with pytest.raises(ValueError, match=r"nothing|Invalid data|I: 1"):
        loudness.parse(words, 60)


# -- the report --------------------------------------------------------------------------------


def test_report() -> None:
    """Every recording is a row, faults stand below, and the room that is left at the end."""
    problem = Problem(FIRST, 0, "", "64 kbit/s", Text("více", "more"), "a|b", "advice")
    rows = [Row(FIRST, GOOD, Loudness(-16.1, -2.0, 0, 4)), Row("docs/podcast/x")]
    told = health_report.write(rows, [problem], health.Room(10**8), "Bez ffmpeg.")

    assert "| prvni/prvni.mp3 | 0.0 | 0:03 | 96 | 44.1 | 1 | -16.1 | -2.0 | 0 + 4 s |" in told
    assert "| doporučení / advice: 1 |" in told
    assert "| x | – | – |" in told
    assert f"- **{FIRST}** (doporučení / advice): 64 kbit/s → více\n  / more\n  `a|b`" in told
    assert "900 MB, to je 20.8 hodin" in told


def test_script_without_ffmpeg(toy: Path, capsys: Capture, monkeypatch: Any) -> None:
    """Without ffmpeg the report is made of what headers tell, and says so."""
    monkeypatch.setattr(shutil, "which", lambda name: None)

    assert 0 == command.main(
        ["health", "--root", str(toy), "--output", str(toy / "out" / "health.md")]
    )
    told = capsys.readouterr().out
    assert "| prvni/prvni.mp3 |" in told
    assert "Loudness and silence not measured. Chybí ffmpeg." in told
    assert told.rstrip() == (toy / "out" / "health.md").read_text(encoding="utf-8").rstrip()


def test_script_tells_what_cannot_be_read(toy: Path, capsys: Capture) -> None:
    """A broken recording has its row too, and its fault below; the report ends with 1."""
    path = toy / FIRST
    path.write_bytes(path.read_bytes()[:12_000])

    assert 1 == command.main(["health", "--root", str(toy), "--fast"])
    told = capsys.readouterr().out
    assert "| prvni/prvni.mp3 | – |" in told
    assert f"**{FIRST}** (k opravě / to mend): zvuk / sound 1.49 s" in told


needs_ffmpeg = pytest.mark.skipif(not shutil.which("ffmpeg"), reason="no ffmpeg")


@needs_ffmpeg
def test_script_measures_once(toy: Path, capsys: Capture) -> None:
    """With ffmpeg loudness is measured, by content: a second time nothing is decoded."""
    os.utime(toy / FIRST, (0, 0))
    told = []
    for _ in range(2):
        command.main(["health", "--root", str(toy)])
        told.append(capsys.readouterr().out)

    assert told[0] == told[1]
    assert "LUFS →" in told[0]


@needs_ffmpeg
def test_damaged_sound(toy: Path, capsys: Capture) -> None:
    """Damage inside the frames, which no header tells, is heard by decoding."""
    path = toy / FIRST
    data = bytearray(path.read_bytes())
    for at in range(400, len(data) - 50, 97):
        data[at] ^= 0xFF if data[at] != 0xFF and data[at - 1] != 0xFF else 0
    path.write_bytes(data)
    command.main(["health", "--root", str(toy)])

    assert "places" in capsys.readouterr().out
