"""Recordings kept elsewhere: read once, over the network, and locked; the build needs neither."""

from __future__ import annotations

import dataclasses
import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from mutagen import id3

import command
from archive.checks.recordings import houses_serve_well
from archive.content import library
from archive.podcast import rss
from archive.recording import audio, locks
from archive.recording.locks import Lock
from archive.schema.problems import describe
from archive.telling.archive import tell
from conftest import HERE, TODAY, toy_settings
from network.client import Client, Refused
from network.download import Download, Source
from network.ranges import RangeFile
from ranges import House, serve

AUDIO = HERE / "audio"
TONE = (AUDIO / "tone.mp3").read_bytes()
M4A = (AUDIO / "tone.m4a").read_bytes()
# The recorded episode of the toy whose own file is deleted here.
RECORD = "docs/podcast/prvni/index.cs.md"
LOCK = "docs/podcast/prvni/audio.lock.yml"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def house() -> Iterator[House]:
    """A server with a recording, at /prvni.mp3."""
    with serve(files={"/prvni.mp3": TONE, "/prvni.m4a": M4A}) as told:
        yield told


def tagged(data: bytes) -> bytes:
    """Return an MP3 with a title, chapters, and a cover that does not fit in one part."""
    tag, file = id3.ID3(), io.BytesIO(data)
    tag.add(id3.TIT2(3, "1984: „Žluťoučký kůň“ # a \\ 'víc'\n\u2028dál"))
    tag.add(id3.APIC(3, "image/jpeg", 3, "", bytes(200_000)))
    for start, title in ((0, ""), (1500, "- konec: {x}")):
        inner = [id3.TIT2(3, title)]
        tag.add(id3.CHAP(f"c{start}", start, 3000, 2**32 - 1, 2**32 - 1, sub_frames=inner))
    tag.save(file, v1=0)
    return file.getvalue()


def point(toy: Path, address: str) -> Path:
    """Let the first episode's recording be at an address, and not in its folder."""
    (toy / "docs/podcast/prvni/prvni.mp3").unlink()
    path = toy / RECORD
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\nnumber: 1\n", f"\nnumber: 1\naudio: {address}\n"), "utf-8")
    return toy


def lock(toy: Path, *arguments: str) -> int:
    """Run the script on the toy archive."""
    return command.main(["lock-audio", "--root", str(toy), "--insecure-local", *arguments])


def told(toy: Path) -> str:
    """Return the problems of reading the toy archive that concern its first episode."""
    problems = library.read(toy).problems
    assert all(p.expected.cs != p.expected.en for p in problems)
    return "\n\n".join(describe(p) for p in problems if "/prvni" in p.path)


# -- the lock ------------------------------------------------------------------------------


def test_lock_tells_what_the_file_is(toy: Path, house: House) -> None:
    """What a build learns from the lock is what it would learn from the file."""
    data = tagged(TONE)
    house.files["/prvni.mp3"] = data
    address = f"{house.address}/prvni.mp3"
    (toy / "prvni.mp3").write_bytes(data)
    file = audio.read(toy / "prvni.mp3")

    assert 0 == lock(point(toy, address))
    found = library.read(toy).recordings["prvni"]
    assert (
        dataclasses.replace(
            file,
            address=address,
            duration=round(file.duration, 3),
            estimate=round(file.estimate, 3),
        )
        == found
    )


def test_m4a(toy: Path, house: House) -> None:
    """An M4A is locked as an MP3 is."""
    assert 0 == lock(point(toy, f"{house.address}/prvni.m4a"))
    found = library.read(toy).recordings["prvni"]

    assert ("audio/x-m4a", "prvni.m4a", len(M4A)) == (found.type, found.name, found.size)


def test_build_needs_no_network(toy: Path, house: House) -> None:
    """Once there is a lock, nobody asks the server again."""
    lock(point(toy, f"{house.address}/prvni.mp3"))
    house.asked.clear()

    assert "prvni" in library.read(toy).recordings
    assert [] == house.asked


def test_locked_is_not_read_again(toy: Path, house: House) -> None:
    """What is locked is read again only when that is asked for, or the address is another."""
    lock(point(toy, f"{house.address}/prvni.mp3"))
    before = (toy / LOCK).read_bytes()
    house.asked.clear()

    assert 0 == lock(toy)
    assert [] == house.asked
    assert 0 == lock(toy, "--again")
    assert ["GET", "HEAD"] == [method for method, *_ in house.asked]
    assert before == (toy / LOCK).read_bytes()


def test_nothing_is_left_behind(toy: Path, house: House) -> None:
    """After reading only the lock remains, no copy of the recording."""
    lock(point(toy, f"{house.address}/prvni.mp3"))

    assert [] == list((toy / ".cache" / "lock-audio").iterdir())
    assert (toy / LOCK).read_text(encoding="utf-8").startswith("# Nahrávka uložená jinde")


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)


@given(title=texts, chapters=st.lists(texts, max_size=3), size=st.integers(1, 10**10))
def test_lock_holds_any_text(
    tmp_path_factory: pytest.TempPathFactory, title: str, chapters: list[str], size: int
) -> None:
    """Whatever a tag says, the lock says it too, in YAML that reads the same."""
    told = Lock(
        address="https://archive.test/prvni.mp3", size=size, type="audio/mpeg", duration=3.03,
        bitrate=96, sample_rate=44100, channels=1, read="2026-11-21", tags={"title": title},
        chapters=[{"start": n / 8, "title": chapter} for n, chapter in enumerate(chapters)],
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("lock")
    (folder / locks.NAME).write_text(locks.dump(told), encoding="utf-8")

    assert told == locks.load(folder)


# -- what is wrong ---------------------------------------------------------------------------


def changed(old: str, new: str) -> Callable[[Path], object]:
    """Return a change of the lock."""

    def change(toy: Path) -> None:
        text = (toy / LOCK).read_text(encoding="utf-8")
        assert 1 == text.count(old)
        (toy / LOCK).write_text(text.replace(old, new), encoding="utf-8")

    return change


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "no lock": (
        lambda toy: (toy / LOCK).unlink(),
        "expected: a lock, which .venv/bin/archive lock-audio writes",
    ),
    "another address": (changed("/x.mp3", "/y.mp3"), "found: https://archive.test/y.mp3"),
    "headers only": (changed("sha384", "# sha384"), "found: jen hlavičky / headers only"),
    "not YAML": (changed("size: ", "size: ["), "expected: the lock as it was written"),
    "a wrong value": (changed("size: ", "size: a"), f"found: size: a{len(TONE)}"),
    "not a mapping": (lambda toy: (toy / LOCK).write_text("ahoj"), "found: : ahoj"),
    "not text": (lambda toy: (toy / LOCK).write_bytes(b"\xff\xfe"), "found: 'utf-8' codec"),
    "a file too": (
        lambda toy: shutil.copy(AUDIO / "tone.mp3", toy / "docs/podcast/prvni/prvni.mp3"),
        "expected: a recording in the folder or at the address in the field audio; delete one",
    ),
}


@pytest.fixture
def locked(toy: Path) -> Path:
    """The toy archive with a recording elsewhere, and its lock."""
    sound = dataclasses.replace(
        audio.read(AUDIO / "tone.mp3"), address="https://archive.test/x.mp3"
    )
    made = locks.lock(sound, redirects=0, ranges=True, head=True, read="2026-11-21")
    (toy / LOCK).write_text(locks.dump(made), encoding="utf-8")
    return point(toy, sound.address)


def test_no_fault(locked: Path) -> None:
    """A recording elsewhere with its lock is all right."""
    assert "" == told(locked)
    assert "https://archive.test/x.mp3" == library.read(locked).recordings["prvni"].address


@pytest.mark.parametrize("case", FAULTS)
def test_fault(locked: Path, case: str) -> None:
    """Whatever is wrong with a lock is told with its file and remedy, and never thrown."""
    spoil, message = FAULTS[case]
    spoil(locked)

    assert message in told(locked)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://archive.test/x.mp3", "an address with https://"),
        ("https://jana:heslo@archive.test/x.mp3", "an address without a name and a password"),
    ],
)
def test_address(locked: Path, address: str, expected: str) -> None:
    """Addresses that apps refuse, or that tell a secret, are told with their line."""
    path = locked / RECORD
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("https://archive.test/x.mp3", address), encoding="utf-8")

    assert f"{RECORD}:" in told(locked)
    assert expected in told(locked)


def test_lock_without_address(locked: Path) -> None:
    """A lock left behind when the file has come home is told, and stops nothing."""
    path = locked / RECORD
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("audio: https://archive.test/x.mp3\n", ""), encoding="utf-8")
    shutil.copy(AUDIO / "tone.mp3", locked / "docs/podcast/prvni/prvni.mp3")

    problems = [p for p in library.read(locked).problems if p.path == LOCK]
    assert ["advice"] == [p.severity for p in problems]


def test_feeds_lead_there(locked: Path) -> None:
    """Both feeds enclose the recording at its address, with the size of the lock."""
    content = library.read(locked)
    for language in ("cs", "en"):
        items = etree.fromstring(rss.write(tell(content, toy_settings(content))[language]))[0]
        found = [dict(enclosure.attrib) for enclosure in items.iter("enclosure")]

        wanted = {"url": "https://archive.test/x.mp3", "type": "audio/mpeg"}
        assert wanted | {"length": str(len(TONE))} in found


def test_server_that_serves_badly(locked: Path) -> None:
    """What the lock tells of its server is advice on the lock."""
    changed("read:", "redirects: 2\nranges: false\nread:")(locked)
    problems = houses_serve_well(library.read(locked), locked, TODAY)

    assert [(LOCK, "advice")] * 2 == [(p.path, p.severity) for p in problems]


# -- reading over the network ----------------------------------------------------------------


def fetch(house: House, folder: Path, path: str = "/prvni.mp3") -> tuple[bytes, Source]:
    """Fetch a file without waiting between attempts."""
    client = Client(insecure_local=True)
    target = folder / "recording.mp3"
    source = Download(client, house.address + path, target, wait=lambda seconds: None).run()
    return target.read_bytes(), source


@pytest.mark.parametrize("cuts", [[0], [1], [9_000], [9_000, 1, 5_000, 0, 0, 200]])
def test_broken_connection(house: House, tmp_path: Path, cuts: list[int]) -> None:
    """However often a connection breaks, the reading goes on where it ended."""
    house.cut_after = list(cuts)
    data, _ = fetch(house, tmp_path)

    assert TONE == data
    ranges = [wanted for _, _, wanted in house.asked]
    starts = [f"bytes={min(sum(cuts[:n]), len(TONE) - 1)}-" for n in range(len(cuts) + 1)]
    assert starts == ranges


def test_next_run_goes_on(house: House, tmp_path: Path) -> None:
    """What an interrupted run has read is not read again."""
    house.cut_after = [20_000, 0, 0, 0, 0, 0]
    with pytest.raises(Refused, match="connection failed"):
        fetch(house, tmp_path)
    house.asked.clear()

    assert TONE == fetch(house, tmp_path)[0]
    assert ["bytes=20000-"] == [wanted for _, _, wanted in house.asked]


@pytest.mark.parametrize("etag", ['"two"', 'W/"two"', ""])
def test_another_file_meanwhile(house: House, tmp_path: Path, etag: str) -> None:
    """When the file has changed since, or nobody can tell, it is read from the beginning."""
    house.cut_after = [20_000, 0, 0, 0, 0, 0]
    with pytest.raises(Refused):
        fetch(house, tmp_path)
    house.files["/prvni.mp3"], house.etag = M4A, etag

    assert M4A == fetch(house, tmp_path)[0]


def test_weak_validator_is_not_trusted(house: House, tmp_path: Path) -> None:
    """Without a strong ETag or a date, a broken reading begins again."""
    house.etag, house.cut_after = 'W/"one"', [20_000]

    assert TONE == fetch(house, tmp_path)[0]
    assert ["bytes=0-", "bytes=0-"] == [wanted for _, _, wanted in house.asked]


def test_no_ranges(house: House, tmp_path: Path) -> None:
    """A server that gives no parts is read all the same, and found out."""
    house.ranges, house.cut_after = False, [20_000]
    data, source = fetch(house, tmp_path)

    assert (TONE, False) == (data, source.ranges)


@pytest.mark.parametrize("failing", [[503], [429, 500, 502]])
def test_busy_server(house: House, tmp_path: Path, failing: list[int]) -> None:
    """A server that is busy for a while is asked again."""
    house.failing = failing

    assert TONE == fetch(house, tmp_path)[0]


REFUSALS: dict[str, tuple[dict[str, object], str]] = {
    "missing": ({"files": {}}, "HTTP 404"),
    "a page": ({"kind": "text/html"}, "instead of sound: text/html"),
    "compressed": ({"extra": {"Content-Encoding": "gzip"}}, "the server compresses"),
    "a loop": ({"redirects": {"/prvni.mp3": "/prvni.mp3"}}, "more than 5 redirects"),
    "down": ({"failing": [503] * 9}, "HTTP 503"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_refusals(house: House, tmp_path: Path, case: str) -> None:
    """What cannot be read is told in one sentence."""
    told, message = REFUSALS[case]
    for name, value in told.items():
        setattr(house, name, value)

    with pytest.raises(Refused, match=message):
        fetch(house, tmp_path)


def test_redirects(house: House, tmp_path: Path) -> None:
    """Redirects are followed, five at most, and counted; where they led is told."""
    house.redirects = {f"/{n}": f"/{n + 1}" for n in range(1, 5)} | {"/5": "/prvni.mp3"}
    data, source = fetch(house, tmp_path, "/1")

    assert (TONE, 5, f"{house.address}/prvni.mp3") == (data, source.redirects, source.address)


def test_only_tls(house: House, tmp_path: Path) -> None:
    """Without TLS nothing is asked for, not even after a redirect."""
    with pytest.raises(Refused, match="without https://"):
        Download(Client(), f"{house.address}/prvni.mp3", tmp_path / "x").run()
    assert [] == house.asked
    house.redirects = {"/away": "http://archive.test/x.mp3"}
    with pytest.raises(Refused, match=r"without https://: http://archive\.test"):
        fetch(house, tmp_path, "/away")


def test_headers_only(toy: Path, house: House) -> None:
    """With headers only, a few kilobytes tell nearly all; what is missing forbids publishing."""
    house.files["/prvni.mp3"] = tagged(TONE) + TONE[228:] * 99  # the end would be refused
    point(toy, f"{house.address}/prvni.mp3")

    assert 0 == lock(toy, "--headers-only")
    assert "headers only" in told(toy)
    found = library.read(toy).recordings["prvni"]
    assert ("", 3, 2) == (found.sha256, round(found.duration), len(found.chapters))
    assert all(wanted for method, _, wanted in house.asked if method == "GET")


@pytest.mark.parametrize("ending", ["mp3", "m4a"])
def test_headers_are_the_files(house: House, ending: str, tmp_path: Path) -> None:
    """What the headers tell, read in parts from afar, is what the whole file tells."""
    file = RangeFile(Client(insecure_local=True), f"{house.address}/prvni.{ending}")
    found = audio.read_beginning(file.buffered(), f"tone.{ending}", file.size)
    whole = audio.read(AUDIO / f"tone.{ending}")
    known = dataclasses.replace(whole, sha256="", sha384="", bitrate=found.bitrate)

    assert known == found
    assert abs(whole.bitrate - found.bitrate) <= 1


def test_headers_need_few_bytes(house: House) -> None:
    """Of a big file only the beginning is read, and the film of an M4A at its end."""
    at = M4A.index(b"moov") - 4
    filler = (30_000_008).to_bytes(4, "big") + b"free" + bytes(30_000_000)
    house.files["/big.m4a"] = M4A[:at] + filler + M4A[at:]
    file = RangeFile(Client(insecure_local=True), f"{house.address}/big.m4a")

    assert 3 == round(audio.read_beginning(file.buffered(), "big.m4a", file.size).duration)
    assert file.fetched < 1_000_000


def test_variable_bitrate_needs_the_whole(toy: Path, house: House, capsys: Capture) -> None:
    """Where headers cannot tell the length, it is not guessed."""
    house.files["/prvni.mp3"] = (AUDIO / "variable-without-xing.mp3").read_bytes()
    point(toy, f"{house.address}/prvni.mp3")

    assert 1 == lock(toy, "--headers-only")
    assert ".venv/bin/archive lock-audio without --headers-only" in capsys.readouterr().out
    assert 0 == lock(toy)


def test_damaged_recording_is_not_locked(toy: Path, house: House, capsys: Capture) -> None:
    """Half a recording on the server gets no lock, and is told as half a file here is."""
    house.files["/prvni.mp3"] = TONE[:12_000]

    assert 1 == lock(point(toy, f"{house.address}/prvni.mp3"))
    assert "found: zvuk / sound 1.49 s, slibuje se / promised 3.03 s" in capsys.readouterr().out
    assert not (toy / LOCK).exists()


def test_unknown_episode(toy: Path, capsys: Capture) -> None:
    """An episode that is not there, or has no address, is one sentence."""
    assert 1 == lock(toy, "prvni", "nic")
    assert "prvni, nic: díl bez pole audio" in capsys.readouterr().out


def test_check(toy: Path, house: House, capsys: Capture) -> None:
    """--check asks whether the recordings are still what the locks say."""
    lock(point(toy, f"{house.address}/prvni.mp3"))
    house.asked.clear()

    assert 0 == lock(toy, "--check")
    assert ["HEAD"] == [method for method, *_ in house.asked]
    house.files["/prvni.mp3"] += b"\0"
    assert 1 == lock(toy, "--check")
    assert f"{len(TONE) + 1} B, v zámku / in the lock {len(TONE)} B" in capsys.readouterr().out
