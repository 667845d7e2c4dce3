"""The frames of an MP3: their sum is the length, and what is damaged is refused or still right."""

from __future__ import annotations

import contextlib
import hashlib
import io
import mmap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.recording import audio, mp3
from archive.recording.mp3 import Frames
from conftest import HERE

AUDIO = HERE / "audio"
TONE = (AUDIO / "tone.mp3").read_bytes()
VARIABLE = (AUDIO / "variable.mp3").read_bytes()
BARE = (AUDIO / "variable-without-xing.mp3").read_bytes()
# Of tone.mp3: the ID3 tag, then the Info header's frame, then the sound.
TAG_END, SOUND = 20, 228
ID3V1 = b"TAG" + bytes(125)
FRAME = 1152 / 44100


def walk(data: bytes) -> Frames:
    """Walk a file that holds sound."""
    frames = mp3.walk(data)
    assert frames is not None
    return frames


def ape(size: int, *, header: bool, told: int | None = None) -> bytes:
    """Return an APE tag with so many bytes of items; its footer may lie about them."""

    def end(flags: int) -> bytes:
        length = size + 32 if told is None else told
        numbers = (2000, length, 0, flags)
        return b"APETAGEX" + b"".join(n.to_bytes(4, "little") for n in numbers) + bytes(8)

    return (end(0xA0000000) if header else b"") + b"i" * size + end(0x80000000 if header else 0)


def resized(data: bytes, size: int) -> bytes:
    """Return a file whose ID3 tag claims another size."""
    return data[:6] + bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0)) + data[10:]


@pytest.mark.parametrize(
    ("data", "declared", "kilobits"),
    [(TONE, True, 64), (VARIABLE, True, 33), (BARE, False, 33)],
    ids=["constant", "variable", "without Xing"],
)
def test_whole(data: bytes, declared: bool, kilobits: int) -> None:
    """The frames of a whole file add up to its length, whatever its header says or leaves out."""
    frames = walk(data)

    assert 116 * FRAME == pytest.approx(frames.seconds)
    assert (frames.seconds if declared else None) == frames.declared
    assert kilobits == round(frames.size * 8 / frames.seconds / 1000)
    assert (116, 44100, 1) == (frames.count, frames.sample_rate, frames.channels)
    assert (0, 0, 0) == (frames.cut, frames.junk, frames.swallowed)
    assert not frames.foreign


@pytest.mark.parametrize(
    ("head", "length", "samples", "rate", "channels"),
    [
        ("fffb90c0", 417, 1152, 44100, 1),  # MPEG 1, 128 kbit/s
        ("fffb9200", 418, 1152, 44100, 2),  # the same, padded
        ("fffbe440", 960, 1152, 48000, 2),  # MPEG 1, 320 kbit/s, joint stereo
        ("fff380c0", 208, 576, 22050, 1),  # MPEG 2, 64 kbit/s
        ("ffe388c0", 576, 576, 8000, 1),  # MPEG 2.5, 64 kbit/s
    ],
)
def test_versions(head: str, length: int, samples: int, rate: int, channels: int) -> None:
    """Every version of Layer III is measured by the tables of its standard."""
    frames = walk(bytes.fromhex(head).ljust(length, b"\0") * 100)

    assert (100, 100 * length, rate, channels) == (
        frames.count,
        frames.size,
        frames.sample_rate,
        frames.channels,
    )
    assert 100 * samples / rate == pytest.approx(frames.seconds)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"ID3", b"\xff" * 99_999, bytes(99_999), b"zvuk" * 9_999, TONE[:SOUND]],
    ids=["nothing", "a byte", "half a tag", "ones", "zeros", "text", "header only"],
)
def test_no_sound(data: bytes) -> None:
    """What holds no frames in a row is no sound."""
    assert mp3.walk(data) is None


@pytest.mark.parametrize("head", ["fffd90c0", "fffff0c0", "fffb00c0", "fffb9cc0", "ffeb90c0"])
def test_not_layer_3(head: str) -> None:
    """Layers I and II, free and impossible bitrates, rates and versions are no MP3 sound."""
    assert mp3.walk(bytes.fromhex(head).ljust(417, b"\0") * 100) is None


def test_any_cut_is_seen() -> None:
    """Wherever a file with a header is cut, a frame lacks bytes or the header promises more."""
    for length in [*range(700), *range(700, len(TONE) - 208, 61)]:
        frames = mp3.walk(TONE[:length])

        assert frames is None or frames.cut or frames.seconds < (frames.declared or 0)


def test_cut_at_a_frame_without_header() -> None:
    """Cut between two frames, with no header to promise more, a file is what is left of it."""
    at = 0
    for _ in range(60):
        at = BARE.index(b"\xff\xfb", at + 1)
    frames = walk(BARE[:at])

    assert (0, 0, None) == (frames.cut, frames.junk, frames.declared)
    assert frames.count * FRAME == pytest.approx(frames.seconds)


@pytest.mark.parametrize(
    "tail",
    [ID3V1, ape(500, header=True), ape(500, header=False), ape(500, header=True) + ID3V1],
    ids=["ID3v1", "APE", "APE without header", "both"],
)
def test_tags_at_the_end(tail: bytes) -> None:
    """Tags after the sound are neither sound nor junk."""
    assert walk(TONE) == walk(TONE + tail)


@pytest.mark.parametrize("told", [0, 100, 20_000, 2**32 - 1])
def test_ape_tag_that_lies(told: int) -> None:
    """An APE tag that lies about its size takes no sound away."""
    frames = walk(TONE + ape(500, header=True, told=told))

    assert (116, 0) == (frames.count, frames.cut)
    assert frames.junk <= 564


@pytest.mark.parametrize("size", [300, 8_000, 24_000, 2**28 - 1])
def test_id3_tag_that_claims_sound(size: int) -> None:
    """An ID3 tag that claims frames for itself is seen: players would skip them."""
    frames = walk(resized(TONE, size))

    assert frames.swallowed == min(size + 10, len(TONE)) - TAG_END
    assert 116 == frames.count


def test_id3_tag_that_claims_too_little() -> None:
    """What of a tag lies beyond its own claim is junk, not sound."""
    tag = resized(b"ID3\4\0\0" + bytes(4), 100) + b"x" * 5_000
    frames = walk(tag + TONE[TAG_END:])

    assert (116, 4_900) == (frames.count, frames.junk)


def test_padding_before_the_sound() -> None:
    """Zeros between the tag and the sound are padding."""
    assert walk(TONE) == walk(TONE[:TAG_END] + bytes(5_000) + TONE[TAG_END:])


def test_hole() -> None:
    """After a hole in the sound the walk finds its feet, and tells the size of the hole."""
    hole = b"\xff\xfb junk " * 900
    frames = walk(TONE[:10_000] + hole + TONE[10_000:])

    assert abs(frames.junk - len(hole)) < 2 * 209
    assert abs(frames.count - 116) <= 1


def test_other_sample_rate() -> None:
    """Sound of another sample rate does not belong: no player plays both."""
    other = bytes.fromhex("fff380c0").ljust(208, b"\0") * 50
    frames = walk(TONE + other)

    assert (116, len(other), True) == (frames.count, frames.junk, frames.foreign)


def test_header_that_cannot_tell() -> None:
    """A Xing header that says 0 frames, as after streaming, promises nothing."""
    at = TONE.index(b"Info") + 8
    frames = walk(TONE[:at] + bytes(4) + TONE[at + 4 :])

    assert (116, None) == (frames.count, frames.declared)


M4A = (AUDIO / "tone.m4a").read_bytes()
NOISE = hashlib.shake_128(b"a picture").digest(100_000)
CHAPTER = b"CHAP\0\0\0\x21\0\0a\0\0\0\0\0\0\0\x09\x99" + b"\xff" * 8 + b"TIT2\0\0\0\5\0\0\3Klub"
COVER = b"APIC\0\6\x0d\x2d\0\0\0image/png\0\3\0" + NOISE
TAG = resized(b"ID3\4\0\0" + bytes(4), len(CHAPTER + COVER)) + CHAPTER + COVER
# Each file, and where its first frame starts.
FILES = {
    "constant": (TONE, TAG_END),
    "variable": (VARIABLE, TAG_END),
    "without Xing": (BARE, TAG_END),
    "tagged": (TAG + TONE[TAG_END:], len(TAG)),
}
names = st.sampled_from(sorted(FILES))
# Damage near the start hurts most.
places = st.integers(0, 400) | st.integers(0, len(TAG) + len(TONE))
bounded = settings(max_examples=150, deadline=None, derandomize=True)


def seconds_within(name: str, start: int, end: int) -> float:
    """Return the sound of the whole frames between two places of an undamaged file."""
    data, at = FILES[name]
    count = 0
    while at < len(data):
        bitrate = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192)[data[at + 2] >> 4]
        after = at + 144_000 * bitrate // 44_100 + (data[at + 2] >> 1 & 1)
        count += start <= at and after <= end
        at = after
    return count * FRAME


def assert_right_or_refused(folder: Path, data: bytes, seconds: float, ending: str = "mp3") -> None:
    """Read a damaged file: its length is that of its frames, or it is refused in words."""
    path = folder / f"damaged.{ending}"
    path.write_bytes(data)
    try:
        told = audio.read(path)
    except audio.UnreadableAudio:
        return
    assert abs(seconds - told.duration) <= 1
    assert (len(data), hashlib.sha256(data).hexdigest()) == (told.size, told.sha256)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the files of every example."""
    return tmp_path_factory.mktemp("damaged")


@pytest.mark.parametrize("name", FILES)
def test_undamaged(folder: Path, name: str) -> None:
    """The files to be damaged are good, tag, chapter and cover included."""
    path = folder / "good.mp3"
    path.write_bytes(FILES[name][0])
    told = audio.read(path)

    assert (("Klub",) if name == "tagged" else ()) == tuple(c.title for c in told.chapters)
    assert 116 * FRAME == pytest.approx(told.duration)


@bounded
@given(name=names, place=places)
def test_any_truncation(folder: Path, name: str, place: int) -> None:
    """However an upload breaks off, the answer is right or there is none."""
    assert_right_or_refused(folder, FILES[name][0][:place], seconds_within(name, 0, place))


@bounded
@given(name=names, flips=st.lists(st.tuples(places, st.integers(0, 7)), min_size=1, max_size=8))
def test_any_flipped_bits(folder: Path, name: str, flips: list[tuple[int, int]]) -> None:
    """However bits are flipped, the answer is right or there is none."""
    data = bytearray(FILES[name][0])
    for place, bit in flips:
        data[place % len(data)] ^= 1 << bit

    assert_right_or_refused(folder, bytes(data), 116 * FRAME)


@bounded
@given(first=names, second=names, end=places, start=places)
def test_any_splice(folder: Path, first: str, second: str, end: int, start: int) -> None:
    """However two files are joined, the answer is right or there is none."""
    data, other = FILES[first][0], FILES[second][0]
    sound = seconds_within(first, 0, end) + seconds_within(second, start, len(other))

    assert_right_or_refused(folder, data[:end] + other[start:], sound)


@bounded
@given(place=places, bit=st.integers(0, 7), cut=st.booleans(), at_the_end=st.booleans())
def test_any_damage_to_m4a(folder: Path, place: int, bit: int, cut: bool, at_the_end: bool) -> None:
    """An M4A, whose header is at its end, is right or refused too."""
    data = bytearray(M4A)
    place = place % 1300 + len(data) - 1300 if at_the_end else place % len(data)
    if cut:
        del data[place:]
    else:
        data[place] ^= 1 << bit

    assert_right_or_refused(folder, bytes(data), 3.02, "m4a")


@bounded
@given(
    name=st.sampled_from(["chapters.opus", "chapters.ogg", "chapters.m4a"]),
    place=st.integers(0, 2000) | st.integers(0, 50_000),
    bit=st.integers(0, 7),
    cut=st.booleans(),
    at_the_end=st.booleans(),
)
def test_any_damage_to_alternates(
    folder: Path, name: str, place: int, bit: int, cut: bool, at_the_end: bool
) -> None:
    """A further format of a recording is as long as it was, or refused."""
    data = bytearray((AUDIO / name).read_bytes())
    place = -1 - place % len(data) if at_the_end else place % len(data)
    if cut:
        del data[place:]
    else:
        data[place] ^= 1 << bit
    path = folder / f"damaged{Path(name).suffix}"
    path.write_bytes(data)
    try:
        told = audio.read_alternate(path)
    except audio.UnreadableAudio:
        return
    assert not cut
    assert 20 == pytest.approx(told.duration, abs=1)


@bounded
@given(name=names, place=places, bit=st.integers(0, 7))
def test_any_damaged_beginning(folder: Path, name: str, place: int, bit: int) -> None:
    """Headers read by themselves give an answer or a refusal, never a traceback."""
    data = bytearray(FILES[name][0])
    data[place % len(data)] ^= 1 << bit
    with contextlib.suppress(audio.UnreadableAudio):
        told = audio.read_beginning(io.BytesIO(data), "damaged.mp3", len(data))
        assert ("", "") == (told.sha256, told.sha384)


def test_no_hang() -> None:
    """What looks like the beginning of a frame everywhere is searched in seconds, not hours."""
    claims = resized(b"ID3\4\0\0" + bytes(4), 2**28 - 1)

    assert mp3.walk(claims + b"\xff" * 20_000_000) is None
    assert mp3.walk(claims + bytes.fromhex("fffb90c0") * 200_000) is None


@pytest.mark.parametrize("name", FILES)
def test_mapped_file(folder: Path, name: str) -> None:
    """A mapped file is walked as one in memory."""
    path = folder / "mapped.mp3"
    path.write_bytes(FILES[name][0])
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        assert walk(FILES[name][0]) == mp3.walk(data)


@pytest.mark.parametrize(
    ("data", "seconds", "variable"),
    [(TONE, 3.03, False), (VARIABLE, 3.03, False), (BARE, None, True), (b"zvuk" * 99, None, None)],
    ids=["constant", "variable", "without Xing", "no sound"],
)
def test_beginning(data: bytes, seconds: float | None, variable: bool | None) -> None:
    """The beginning tells the length, or that it cannot."""
    begun = mp3.begin(data[TAG_END : TAG_END + 9_000], len(data) - TAG_END)

    assert variable == (begun.variable if begun else None)
    assert seconds is None or (begun and seconds == pytest.approx(begun.seconds, abs=0.01))


@bounded
@given(data=st.binary(max_size=4096), ending=st.sampled_from(["mp3", "m4a"]))
def test_any_bytes(folder: Path, data: bytes, ending: str) -> None:
    """A few kilobytes of anything are refused."""
    path = folder / f"any.{ending}"
    path.write_bytes(data)
    with pytest.raises(audio.UnreadableAudio):
        audio.read(path)
