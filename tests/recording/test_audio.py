"""Recordings: an answer about an audio file is right, or the file is refused in plain words."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import mutagen.id3
import mutagen.mp4
import pytest
from PIL import Image

from archive.recording import audio
from archive.recording.audio import Chapter, Recording, UnreadableAudio
from conftest import HERE

AUDIO = HERE / "audio"
TONE = (AUDIO / "tone.mp3").read_bytes()
OTHER = (AUDIO / "other.mp3").read_bytes()
BARE = (AUDIO / "variable-without-xing.mp3").read_bytes()
M4A = (AUDIO / "tone.m4a").read_bytes()
id3: Any = mutagen.id3  # its functions have no types
Read = Callable[..., Recording]
Refusal = Callable[..., UnreadableAudio]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes to a file and read it as a recording."""

    def answer(data: bytes, name: str = "klatovy.mp3") -> Recording:
        path = tmp_path / name
        path.write_bytes(data)
        return audio.read(path)

    return answer


@pytest.fixture
def refusal(read: Read) -> Refusal:
    """Write bytes to a file and return why it is refused."""

    def answer(data: bytes, name: str = "klatovy.mp3") -> UnreadableAudio:
        with pytest.raises(UnreadableAudio) as caught:
            read(data, name)
        return caught.value

    return answer


def picture(form: str = "JPEG", side: int = 600) -> bytes:
    """Return a square picture that compresses badly, as a photograph does."""
    file = io.BytesIO()
    noise = hashlib.shake_128(b"noise").digest(3 * side * side)
    Image.frombytes("RGB", (side, side), noise).save(file, form)
    return file.getvalue()


def tagged(*frames: Any, data: bytes = TONE) -> bytes:
    """Return an MP3 with an ID3 tag made of frames."""
    tag, file = id3.ID3(), io.BytesIO(data)
    for frame in frames:
        tag.add(frame)
    tag.save(file, v1=0)
    return file.getvalue()


def chapter(name: str, start: int, end: int, title: str) -> Any:
    """Return a chapter's frame; times in milliseconds."""
    return id3.CHAP(name, start, end, 2**32 - 1, 2**32 - 1, sub_frames=[id3.TIT2(3, title)])


def box(name: bytes, content: bytes) -> bytes:
    """Return a box of an MP4 file."""
    return (len(content) + 8).to_bytes(4, "big") + name + content


@pytest.mark.parametrize(
    ("name", "kind", "bitrate"),
    [
        ("tone.mp3", "audio/mpeg", 64),
        ("other.mp3", "audio/mpeg", 64),
        ("variable.mp3", "audio/mpeg", 33),
        ("variable-without-xing.mp3", "audio/mpeg", 33),
        ("tone.m4a", "audio/x-m4a", 65),
    ],
)
def test_recordings(name: str, kind: str, bitrate: int) -> None:
    """Whatever a feed tells of a recording is what the file is."""
    data, told = (AUDIO / name).read_bytes(), audio.read(AUDIO / name)

    assert (name, kind, len(data)) == (told.name, told.type, told.size)
    assert hashlib.sha256(data).hexdigest() == told.sha256
    assert 3 == pytest.approx(told.duration, abs=0.1)
    assert (bitrate, 44100, 1) == (told.bitrate, told.sample_rate, told.channels)
    assert ({}, (), None) == (told.tags, told.chapters, told.artwork)


def test_ending_in_capitals(read: Read) -> None:
    """KLATOVY.MP3 is an MP3 too."""
    assert "audio/mpeg" == read(TONE, "KLATOVY.MP3").type


def test_tags_of_mp3(read: Read) -> None:
    """Title, speaker, show, number, date, language and comment come from the ID3 tag."""
    names = {"TIT2": "Nad hrncem přátelství", "TPE1": "IOM", "TALB": "Aby nebe nespadlo"}
    names |= {"TRCK": "1/5", "TDRC": "2026-11-21", "TLAN": "ces"}
    frames = [getattr(id3, name)(3, value) for name, value in names.items()]
    told = read(tagged(*frames, id3.COMM(3, "ces", "", "Řekla: „Žluťoučký kůň“.\nKonec.")))

    keys = ("title", "artist", "album", "track", "date", "language")
    expected = dict(zip(keys, names.values(), strict=True))
    assert expected | {"comment": "Řekla: „Žluťoučký kůň“.\nKonec."} == told.tags


def test_several_values(read: Read) -> None:
    """Several speakers in one tag, which ID3 parts by NUL, are all told."""
    artists = id3.TPE1(3, ["Fatima Rahimi", "Anna Ševčenko"])

    assert {"artist": "Fatima Rahimi; Anna Ševčenko"} == read(tagged(artists)).tags


def test_chapters_of_mp3(read: Read) -> None:
    """CHAP frames come back in order of time, in seconds."""
    flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    contents = id3.CTOC("toc", flags, ["a", "b", "c"], sub_frames=[])
    frames = chapter("c", 2000, 3000, "Závěr"), chapter("a", 0, 750, "Úvod")
    told = read(tagged(contents, *frames, chapter("b", 750, 2000, "Klub")))

    assert (Chapter(0, "Úvod"), Chapter(0.75, "Klub"), Chapter(2, "Závěr")) == told.chapters


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_artwork_of_mp3(read: Read, form: str) -> None:
    """A big cover in the tag, many times the sound, does no harm; its size is told."""
    cover = picture(form, 900)
    told = read(tagged(id3.APIC(3, f"image/{form.lower()}", 3, "", cover)))

    assert len(cover) > 10 * len(TONE) or form == "JPEG"
    assert ((900, 900), 64) == (told.artwork, told.bitrate)
    assert 3 == pytest.approx(told.duration, abs=0.1)


def test_broken_artwork(read: Read) -> None:
    """A recording is good even when the picture in its tag is none."""
    assert read(tagged(id3.APIC(3, "image/jpeg", 3, "", b"\xff\xd8\xff broken"))).artwork is None


def test_tags_of_m4a(read: Read, tmp_path: Path) -> None:
    """Title, comment and cover come from the tags of an M4A."""
    path = tmp_path / "tagged.m4a"
    path.write_bytes(M4A)
    file: Any = mutagen.mp4.MP4(path)  # type: ignore[no-untyped-call]
    file["©nam"], file["©cmt"] = "Nad hrncem přátelství", ["Díl", "první"]
    file["covr"] = [picture()]
    file.save()
    told = audio.read(path)

    assert {"title": "Nad hrncem přátelství", "comment": "Díl; první"} == told.tags
    assert (600, 600) == told.artwork
    assert 3 == pytest.approx(told.duration, abs=0.1)


def test_chapters_of_m4a(read: Read) -> None:
    """Chapters of an M4A (Nero's chpl, times in 100 ns) come back."""
    at = M4A.index(b"moov") - 4
    marks = ((0, "Úvod"), (15_000_000, "Závěr"))
    marked = [t.to_bytes(8, "big") + bytes([len(n.encode())]) + n.encode() for t, n in marks]
    chapters = box(b"chpl", bytes(8) + b"\2" + b"".join(marked))
    movie = M4A[at + 8 : M4A.index(b"udta") - 4] + box(b"udta", chapters)

    expected = (Chapter(0, "Úvod"), Chapter(1.5, "Závěr"))
    assert expected == read(M4A[:at] + box(b"moov", movie), "klatovy.m4a").chapters


@pytest.mark.parametrize("name", ["tone.wav", "tone.ogg", "tone.opus", "tone.flac", "tone"])
def test_refused_formats(refusal: Refusal, name: str) -> None:
    """Formats that apps refuse are refused, and what to use instead is said in both languages."""
    error = refusal(TONE, name)

    assert (Path(name).suffix or "tone") == error.found
    assert error.expected.cs.startswith("MP3 nebo M4A")
    assert error.expected.en.startswith("MP3 or M4A")


@pytest.mark.parametrize(
    ("source", "name", "inside"),
    [
        ("tone.wav", "klatovy.mp3", "WAV"),
        ("tone.flac", "klatovy.mp3", "FLAC"),
        ("tone.ogg", "klatovy.m4a", "Ogg"),
        ("tone.opus", "klatovy.mp3", "Ogg"),
        ("tone.m4a", "klatovy.mp3", "M4A"),
        ("tone.mp3", "klatovy.m4a", "není M4A / not M4A"),
    ],
)
def test_false_ending(refusal: Refusal, source: str, name: str, inside: str) -> None:
    """A renamed file is told by what is inside; renaming, it says, is not enough."""
    error = refusal((AUDIO / source).read_bytes(), name)

    assert f"přípona / ending {Path(name).suffix}, uvnitř / inside: {inside}" == error.found
    assert "přejmenovat soubor nestačí" in error.expected.cs
    assert "renaming is not enough" in error.expected.en


@pytest.mark.parametrize(
    ("data", "inside"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 9\n", "Git LFS"),
        (b"<!DOCTYPE html><title>404</title>", "HTML"),
        (b"<html><title>404</title>", "HTML"),
        (b'<?xml version="1.0"?><Error>AccessDenied</Error>', "XML"),
    ],
)
def test_what_came_instead(refusal: Refusal, data: bytes, inside: str) -> None:
    """What a download or Git LFS leaves in the place of a recording is called by its name."""
    assert f"přípona / ending .mp3, uvnitř / inside: {inside}" == refusal(data).found


def test_hashes_and_estimate(read: Read) -> None:
    """Both hashes are of the whole file; the estimate is what its header promises."""
    told = read(TONE)

    assert hashlib.sha384(TONE).hexdigest() == told.sha384
    assert (told.duration, "") == (told.estimate, told.address)


def test_estimate_without_header(read: Read) -> None:
    """Without a Xing header apps go by the first frame: that is told apart from the truth."""
    quiet, loud = bytes.fromhex("fffb10c0").ljust(104, b"\0"), bytes.fromhex("fffb90c0")
    told = read(quiet * 40 + loud.ljust(417, b"\0") * 400)

    assert (11.5, 42.7) == (round(told.duration, 1), round(told.estimate, 1))


@pytest.mark.parametrize("name", ["missing.mp3", "folder.mp3"])
def test_no_file(tmp_path: Path, name: str) -> None:
    """A file that is not there, or a folder of that name, is refused in words."""
    (tmp_path / "folder.mp3").mkdir()
    with pytest.raises(UnreadableAudio, match="unreadable"):
        audio.read(tmp_path / name)


def test_memory_stays_small(tmp_path: Path) -> None:
    """A big recording is read without holding it in memory."""
    import tracemalloc

    frame = bytes.fromhex("fffb90c0").ljust(417, b"\x55")
    (tmp_path / "x.mp3").write_bytes(frame * 50_000)
    tracemalloc.start()
    told = audio.read(tmp_path / "x.mp3")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (20_850_000, 1306) == (told.size, round(told.duration))
    assert peak < 5_000_000


NO_SOUND = "není v něm zvuk MP3 / no MP3 sound in it"
BROKEN = {
    "empty": (b"", "prázdný soubor / empty file"),
    "a JPEG": (picture(), "přípona / ending .mp3, uvnitř / inside: JPEG"),
    "a PNG": (picture("PNG"), "přípona / ending .mp3, uvnitř / inside: PNG"),
    "a text": ("Přepis rozhovoru. ".encode() * 999, NO_SOUND),
    "random": (hashlib.shake_128(b"seed").digest(60_000), NO_SOUND),
    "header only": (TONE[:228], NO_SOUND),
    "half": (TONE[:12_000], "zvuk / sound 1.49 s, slibuje se / promised 3.03 s"),
    "without its end": (TONE[228:9_000], "useknutý konec / the end is cut off"),
    "one and a half": (TONE + OTHER[9_000:], "zvuk / sound 4.96 s, slibuje se / promised 3.03 s"),
    "zeros behind": (TONE + bytes(20_000), "20000 B cizích dat / of other data"),
    "too short": (BARE[:1_270], "jen / only 0.2 s"),
    "two sample rates": (
        TONE + bytes.fromhex("fff380c0").ljust(208, b"\0") * 20,
        "zvuk různých vzorkovacích frekvencí / sound of different sample rates",
    ),
    "mostly no sound": (BARE[:4_790] + b"junk" * 2_000, "7984 B cizích dat / of other data"),
    "a tag that lies": (TONE[:6] + b"\0\0\x40\0" + TONE[10:], "tagy zasahují do zvuku / the tags"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_no_whole_recording(refusal: Refusal, case: str) -> None:
    """What is no recording, or half of one, is refused, and the refusal says what was found."""
    data, found = BROKEN[case]
    told = refusal(data)

    assert found == told.found[: len(found)]
    assert told.expected.cs != told.expected.en


@pytest.mark.parametrize("character", ["\x07", "\x1b", "\x7f", "\ufffe"])
@pytest.mark.parametrize("name", ["title", "comment", "chapter"])
def test_control_characters(refusal: Refusal, character: str, name: str) -> None:
    """A character that would break the feed's XML is named, with the tag it stands in."""
    text = f"Klub{character} žen"
    frames = {"title": id3.TIT2(3, text), "comment": id3.COMM(3, "ces", "", text)}
    error = refusal(tagged(frames.get(name) or chapter("a", 0, 3000, text)))

    sign = f"U+{ord(character):04X}"
    found = f"neviditelný řídicí znak {sign} v tagu / invisible control character in {name}"
    assert found == error.found


def test_chapter_after_the_end(refusal: Refusal) -> None:
    """A chapter cannot start when the recording is over."""
    error = refusal(tagged(chapter("a", 0, 9000, "Úvod"), chapter("b", 9000, 9999, "Závěr")))

    assert "kapitola / chapter „Závěr“: 9 s" == error.found
    assert "kapitoly do konce, 3 s" == error.expected.cs


@pytest.mark.parametrize("tail", ["ID3v1", "APE", "both"])
def test_tags_at_the_end(read: Read, tail: str) -> None:
    """Tags of older programs behind the sound do no harm."""
    footer = b"APETAGEX" + b"\xd0\7\0\0" + b"\x34\0\0\0" + bytes(16)
    tags = {"APE": b"i" * 20 + footer, "ID3v1": b"TAG" + b"Klatovy".ljust(125, b"\0")}
    told = read(TONE + tags.get(tail, b"".join(tags.values())))

    assert 3.03 == pytest.approx(told.duration, abs=0.001)
    assert told.tags == ({} if tail == "APE" else {"title": "Klatovy"})


def test_length_of_m4a_that_lies(refusal: Refusal) -> None:
    """An M4A whose header says another length than its sound has is refused."""
    at = M4A.index(b"mdhd") + 20

    assert refusal(M4A[:at] + b"\0\x20" + M4A[at + 2 :], "klatovy.m4a").found.startswith(
        "různé délky"
    )


def test_m4a_of_other_sound(refusal: Refusal) -> None:
    """An M4A may hold only AAC: apps refuse others."""
    assert "zvuk / sound alac" == refusal(M4A.replace(b"mp4a", b"alac"), "klatovy.m4a").found


def changed(at: int, new: bytes) -> bytes:
    """Return the M4A with other bytes at a place."""
    return M4A[:at] + new + M4A[at + len(new) :]


TABLES = {
    "a sample too long": changed(M4A.index(b"stsz") + 16, b"\0\1"),
    "more samples": changed(M4A.index(b"stsz") + 15, b"\xff"),
    "very many samples": changed(M4A.index(b"stsz") + 8, b"\0\0\0\1\xff\xff\xff\xff"),
    "fewer rows": changed(M4A.index(b"stts") + 11, b"\7"),
    "elsewhere": changed(M4A.index(b"stco") + 12, b"\0\1"),
    "another kind": changed(M4A.index(b"stsc") + 23, b"\3"),
    "no kind": changed(M4A.index(b"stsd") + 8, b"\0\x20"),
    "a cut": changed(M4A.index(b"elst") + 16, b"\x7f"),
    "another speed": changed(M4A.index(b"elst") + 20, b"\0\2"),
    "no sound": M4A.replace(b"soun", b"vide"),
}


@pytest.mark.parametrize("case", TABLES)
def test_tables_of_m4a(refusal: Refusal, case: str) -> None:
    """Tables that do not lead to all of the sound are seen: a player would stop there."""
    assert TABLES[case] != M4A

    assert refusal(TABLES[case], "klatovy.m4a").found.startswith("poškozená hlavička / damaged")


def test_fragmented_m4a(refusal: Refusal) -> None:
    """An M4A whose tables are empty, since its sound lies in fragments, is told as such."""
    start, last = M4A.index(b"stts") - 4, M4A.index(b"stco") - 4
    end = last + int.from_bytes(M4A[last : last + 4], "big")
    empty = b"".join(box(name, bytes(8)) for name in (b"stts", b"stsc", b"stco"))
    empty += box(b"stsz", bytes(12))
    tables = empty + box(b"free", bytes(end - start - len(empty) - 8))

    told = refusal(M4A[:start] + tables + M4A[end:], "klatovy.m4a")
    assert "zvuk po částech / sound in fragments (fragmented MP4)" == told.found


def test_sample_rate_of_m4a_that_lies(refusal: Refusal) -> None:
    """A sample rate to which the number of packets gives the lie is refused."""
    at = M4A.index(b"\x12\x08\x56\xe5")

    told = refusal(changed(at, b"\x13\x88"), "klatovy.m4a")
    assert "vzorkovací frekvence / sample rate 22050 Hz" == told.found


# -- further formats ---------------------------------------------------------------------------


def alternate(folder: Path, data: bytes, ending: str) -> audio.Alternate:
    """Write bytes to a file and read it as a further format."""
    path = folder / f"klatovy{ending}"
    path.write_bytes(data)
    return audio.read_alternate(path)


@pytest.mark.parametrize(
    ("ending", "codecs", "title"),
    [(".opus", "opus", "Opus"), (".ogg", "vorbis", "Ogg Vorbis"), (".m4a", "mp4a.40.2", "AAC")],
)
def test_alternates(tmp_path: Path, ending: str, codecs: str, title: str) -> None:
    """A further format is told by what is inside it, with its integrity."""
    data = (AUDIO / f"chapters{ending}").read_bytes()
    told = alternate(tmp_path, data, ending)
    digest = base64.b64encode(hashlib.sha384(data).digest()).decode()

    assert (codecs, title, 20) == (told.codecs, told.title, round(told.duration))
    assert (len(data), f"sha384-{digest}") == (told.size, told.sri)


@pytest.mark.parametrize("ending", [".opus", ".ogg", ".m4a"])
def test_half_an_alternate(tmp_path: Path, ending: str) -> None:
    """Half a file is refused, wherever it was cut."""
    data = (AUDIO / f"chapters{ending}").read_bytes()
    for length in range(0, len(data), 997):
        with pytest.raises(UnreadableAudio):
            alternate(tmp_path, data[:length], ending)


@pytest.mark.parametrize(
    ("source", "ending"), [("tone.mp3", ".ogg"), ("tone.opus", ".m4a"), ("tone.wav", ".opus")]
)
def test_false_ending_of_alternate(tmp_path: Path, source: str, ending: str) -> None:
    """A renamed file is no further format."""
    with pytest.raises(UnreadableAudio, match=r"uvnitř / inside|damaged header"):
        alternate(tmp_path, (AUDIO / source).read_bytes(), ending)
