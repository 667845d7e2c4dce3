"""A podcast host for tests: the feeds of tests/moving_in/feeds/ and all that they lead to."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

import command
from archive.schema import frontmatter
from ranges import House, serve

HERE = Path(__file__).parent
VTT = b"WEBVTT\n\n00:00.000 --> 00:02.000\n<v Jana Nov\xc3\xa1kov\xc3\xa1>Dobr\xc3\xbd den.\n"
SRT = "1\r\n00:00:00,000 --> 00:00:01,500\r\nJana: <i>Dobrý</i> den.\r\n\r\n2\r\n00:00:01,500 --> "
SRT += "00:00:02,900\r\nNa shledanou a díky.\r\n"
CHAPTERS = [{"startTime": 0, "title": "Začátek"}, {"startTime": 1.5, "title": "Konec"}]
SEGMENTS = [{"speaker": "Jana", "startTime": 0.5, "endTime": 2.0, "body": "Hello."}]
# Recordings by the addresses that the feeds give.
SOUNDS = {
    "/tone.mp3": "tone.mp3",
    "/other.mp3": "other.mp3",
    "/chapters.mp3": "chapters.mp3",
    "/tone.mp3?dest-id=123456": "tone.mp3",
    "/other.mp3?dest-id=123456": "other.mp3",
    "/tone.mp3?utm_source=Podcast&in_playlist=1": "tone.mp3",
    "/stream/1361234567-dvur-a-dum-dvanact.mp3": "chapters.mp3",
    "/podlove/file/12/s/feed/c/m4a/mp002-kompost.m4a": "tone.m4a",
    "/audio/tone.mp3": "tone.mp3",
    "/audio/t%C3%BDden%202.mp3": "other.mp3",
    "/audio/other.mp3": "chapters.mp3",
    "/audio/moji.mp3": "variable.mp3",
    "/audio/bez.mp3": "variable-without-xing.mp3",
}
ANCHOR = "/play/75912397/https%3A%2F%2Fd3ctxlq1ktw2nl.cloudfront.net%2Fstaging%2F2023-8-20%2F"


def picture(width: int, height: int, form: str = "PNG") -> bytes:
    """Return a plain picture."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), (29, 74, 122)).save(target, form)
    return target.getvalue()


def sound(name: str) -> bytes:
    """Return a recording of the tests."""
    return (HERE / "audio" / name).read_bytes()


@contextmanager
def host() -> Iterator[House]:
    """Serve the feeds; their addresses are the server's own."""
    files = {path: sound(name) for path, name in SOUNDS.items()}
    files[f"{ANCHOR}tone.mp3"] = sound("tone.mp3")
    files |= {"/show.jpg": picture(1400, 1400, "JPEG"), "/item.png": picture(1500, 1500)}
    files |= {
        "/wide.png": picture(1600, 900),
        "/show.jpg?t=1616161616&size=Large": picture(600, 600),
    }
    files |= {"/kufr.vtt": VTT, "/kufr.srt": SRT.encode(), "/most.srt": SRT.encode()}
    files["/kufr-chapters.json"] = json.dumps({"chapters": CHAPTERS}).encode()
    files["/most-chapters.json"] = json.dumps({"version": "1.2.0", "chapters": CHAPTERS}).encode()
    files["/most-en.json"] = json.dumps({"version": "1.0.0", "segments": SEGMENTS}).encode()
    with serve(files=files) as house:
        for path in (HERE / "moving_in" / "feeds").glob("*.*"):
            text = path.read_bytes().replace(b"https://host.test", house.address.encode())
            text = text.replace(b"https://media.blubrry.com/hlas/host.test", house.address.encode())
            text = text.replace(b"http://stara.test/audio", f"{house.address}/audio".encode())
            secure = house.address.replace("http:", "https:")
            text = text.replace(b"https://stara.test/audio", f"{secure}/audio".encode())
            text = text.replace(b"http://stara.test/<", f"{house.address}/<".encode())
            house.files[f"/{path.name}"] = text
        yield house


def run(toy: Path, source: str, *more: str) -> int:
    """Run the command on a toy archive; every place is known."""
    return command.main(["import", source, "--root", str(toy), "--place", "jezero", *more])


def folders(toy: Path) -> list[str]:
    """Return the item folders that the toy archive did not have."""
    there = (path.name for path in (toy / "docs" / "podcast").glob("*/"))
    return sorted(name for name in there if name not in ("prvni", "druhy"))


def contents(toy: Path) -> dict[str, bytes]:
    """Return every file of the archive's content."""
    return {str(p): p.read_bytes() for p in sorted((toy / "docs").rglob("*")) if p.is_file()}


def record(toy: Path, folder: str) -> dict[str, object]:
    """Return the fields of a record."""
    text = (toy / "docs" / "podcast" / folder / "index.cs.md").read_text("utf-8")
    return frontmatter.parse(text).values
