"""Artwork: what Apple and PSP-1 would refuse is told before they do."""

from __future__ import annotations

import hashlib
import io
import zlib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from archive.cache.store import Store
from archive.recording import artwork
from conftest import ROOT

EPISODES = ROOT / "docs" / "podcast"
REAL = sorted([EPISODES / "artwork.png", *EPISODES.glob("*/cover.png")])


def found(path: Path) -> list[str]:
    """Return what is wrong with a picture, and check that it is told in both languages."""
    faults = artwork.faults(path)
    assert all(text.cs and text.en and text.cs != text.en for _, text in faults)
    return [what for what, _ in faults]


def painted(
    folder: Path, size: tuple[int, int], mode: str = "RGB", name: str = "cover.png"
) -> Path:
    """Save a picture of one colour."""
    path = folder / name
    Image.new(mode, size).save(path)
    return path


@pytest.mark.parametrize("path", REAL, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_real(path: Path) -> None:
    """The show's artwork and every cover are good."""
    assert [] == found(path)


@pytest.mark.parametrize("side", [1400, 3000])
@pytest.mark.parametrize("name", ["cover.png", "cover.jpg", "cover.PNG"])
def test_good(tmp_path: Path, side: int, name: str) -> None:
    """Squares at the limits, PNG or JPEG, are good."""
    assert [] == found(painted(tmp_path, (side, side), name=name))


@pytest.mark.parametrize("size", [(1399, 1399), (3001, 3001), (1400, 1401), (1600, 900)])
def test_size(tmp_path: Path, size: tuple[int, int]) -> None:
    """A picture too small, too big or not square is told by its size."""
    assert [f"{size[0]} × {size[1]} px"] == found(painted(tmp_path, size))


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("P", "cover.png"),
        ("L", "cover.png"),
        ("LA", "cover.png"),
        ("RGBA", "cover.png"),
        ("CMYK", "cover.jpg"),
    ],
)
def test_colours(tmp_path: Path, mode: str, name: str) -> None:
    """Palettes, greys, transparency and colours for print are told by their name."""
    assert [mode] == found(painted(tmp_path, (1400, 1400), mode, name))


@pytest.mark.parametrize(
    ("form", "name"),
    [("PNG", "cover.jpg"), ("JPEG", "cover.png"), ("JPEG", "cover.jpeg"), ("WEBP", "cover.webp")],
)
def test_ending(tmp_path: Path, form: str, name: str) -> None:
    """A picture of another kind than its ending says, or than apps accept, is told."""
    path = tmp_path / name
    Image.new("RGB", (1400, 1400)).save(path, form)

    assert [f"{form} {path.suffix}"] == found(path)


def test_weight(tmp_path: Path) -> None:
    """A picture above 500 kB is told by its weight."""
    path = tmp_path / "cover.png"
    noise = hashlib.shake_128(b"noise").digest(1400 * 1400 * 3)
    Image.frombytes("RGB", (1400, 1400), noise).save(path)

    assert [f"{path.stat().st_size // 1000} kB"] == found(path)


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_no_picture(tmp_path: Path, data: bytes) -> None:
    """A file that is no picture is told by its name."""
    path = tmp_path / "cover.png"
    path.write_bytes(data)

    assert ["cover.png"] == found(path)


@pytest.mark.parametrize(("form", "name"), [("PNG", "cover.png"), ("JPEG", "cover.jpg")])
@pytest.mark.parametrize("part", [0.2, 0.5, 0.95])
def test_half_a_picture(tmp_path: Path, form: str, name: str, part: float) -> None:
    """Half a picture is told, though its head is right."""
    path = tmp_path / name
    noise = hashlib.shake_128(b"noise").digest(1400 * 1400)
    Image.frombytes("L", (1400, 1400), noise).convert("RGB").save(path, form, quality=20)
    path.write_bytes(path.read_bytes()[: int(part * path.stat().st_size)])

    assert ["useknutý nebo poškozený / cut short or damaged"] == found(path)


@pytest.mark.parametrize(("side", "told"), [(10_000, "10000 × 10000 px"), (20_000, "příliš velký")])
def test_bomb(tmp_path: Path, side: int, told: str) -> None:
    """A picture that would fill the memory is told by its size, without being decoded."""
    path = painted(tmp_path, (1400, 1400))
    data = bytearray(path.read_bytes())
    data[16:24] = side.to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    path.write_bytes(data)

    assert [told] == [what[: len(told)] for what in found(path)]


@given(place=st.integers(0, 6000), value=st.integers(0, 255), cut=st.booleans())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_damage(folder: Path, place: int, value: int, cut: bool) -> None:
    """However a picture is damaged, the answer is a list of faults, never a traceback."""
    data = bytearray(artwork_bytes())
    place %= len(data)
    data[place:] = b"" if cut else bytes([value]) + data[place + 1 :]
    path = folder / "cover.png"
    path.write_bytes(data)

    assert artwork.faults(path) or data == artwork_bytes()


@cache
def artwork_bytes() -> bytes:
    """Return a good picture."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize((1400, 1400)).convert("RGB").save(file, "PNG")
    return file.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the pictures of every example."""
    return tmp_path_factory.mktemp("pictures")


@pytest.mark.parametrize("data", [b"", b"GIF89a", artwork_bytes()[:1000], b"\x89PNG" * 9])
def test_measure_nothing(data: bytes) -> None:
    """What cannot be shown has no size."""
    assert artwork.measure(data) is None
    assert (1400, 1400) == artwork.measure(artwork_bytes())


def test_missing(tmp_path: Path) -> None:
    """A missing picture is asked for by name."""
    assert [""] == found(tmp_path / "cover.png")
    assert "soubor cover.png" == artwork.faults(tmp_path / "cover.png")[0][1].cs


def test_all_at_once(tmp_path: Path) -> None:
    """Everything that is wrong with a picture is told at once."""
    path = painted(tmp_path, (800, 600), "LA")

    assert ["800 × 600 px", "LA"] == found(path)


def test_small_copy(tmp_path: Path) -> None:
    """The copy that pages show is a small square WebP, the same bytes each time."""
    path = painted(tmp_path, (1600, 1600))
    (tmp_path / "small.webp").write_bytes(artwork.small(path))

    with Image.open(tmp_path / "small.webp") as copy:
        assert ("WEBP", (480, 480)) == (copy.format, copy.size)
    assert artwork.small(path) == artwork.small(path)


def test_copies_are_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies come from the cache while the picture is the same and what is kept is whole."""
    picture, folder = tmp_path / "cover.png", tmp_path / "cache"
    Image.new("RGB", (1400, 1400), (29, 74, 122)).save(picture)
    drawn: list[int] = []
    light = artwork.light
    monkeypatch.setattr(artwork, "light", lambda p, side: (drawn.append(side), light(p, side))[1])

    def copies() -> dict[str, bytes]:
        cache = Store(folder)
        found = artwork.copies(picture, "a/small.webp", cache)
        cache.forget_others()
        return found

    first = copies()
    assert first == copies()
    assert [*artwork.SIDES] == drawn

    for file in folder.iterdir():
        file.write_bytes(b"cut off")
    assert first == copies()

    Image.new("RGB", (1400, 1400), (163, 68, 26)).save(picture)
    assert first != copies()
    assert 3 * [*artwork.SIDES] == drawn
    assert 1 + len(artwork.SIDES) == len(list(folder.iterdir()))
