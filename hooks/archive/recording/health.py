"""What staff should know of a recording though apps would take it: advice, with the remedy.

Rules of Apple for sound: reference/podcast.md, section 3. All of it is read from headers
and the record; what only decoding tells is in ``loudness``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.language import dates
from archive.recording.audio import Recording
from archive.recording.locks import Lock
from archive.schema import Episode
from archive.schema.problems import Text
from archive.schema.records import Entry

Remark = tuple[str, Text, str]
"""What was found, what is expected, and a command or value that mends it."""

SAMPLE_RATES = (44100, 48000)
BITRATES = {1: (96, 128), 2: (128, 256)}  # kbit/s of an MP3, by channels
SMALLEST_COVER = 600  # pixels: what a phone's lock screen shows
# What the tag's title of a stand-in says, so that none goes out as an original.
STANDIN = "zástupná nahrávka"


def of_sound(sound: Recording) -> Iterator[Remark]:
    """Sample rate, bitrate and header are as Apple recommends and apps believe."""
    mp3 = sound.type == "audio/mpeg"
    encode = f"ffmpeg -i puvodni.wav -ar 44100 -b:a {BITRATES.get(sound.channels, (128,))[0]}k"
    encode += f" {sound.name}"
    if sound.sample_rate not in SAMPLE_RATES:
        expected = Text(
            "vzorkovací frekvence 44,1 nebo 48 kHz; vyexportujte znovu z původního záznamu",
            "a sample rate of 44.1 or 48 kHz; export it again from the original",
        )
        yield f"{sound.sample_rate / 1000:g} kHz", expected, encode
    least, most = BITRATES.get(sound.channels, (0, 10**6))
    if mp3 and not least <= sound.bitrate <= most:
        cs, en = ("mono", "mono") if sound.channels == 1 else ("stereo", "stereo")
        expected = Text(
            f"{least}–{most} kbit/s pro {cs} podle Apple; vyexportujte znovu z původního záznamu",
            f"{least}–{most} kbit/s for {en}, says Apple; export it again from the original",
        )
        yield f"{sound.bitrate} kbit/s", expected, encode
    wrong = abs(sound.estimate - sound.duration)
    if sound.estimate and wrong > max(1, 0.02 * sound.duration):
        expected = Text(
            f"hlavička Xing s pravou délkou ({sound.duration:.0f} s); aplikace jinak ukazují jinou",
            f"a Xing header with the true length ({sound.duration:.0f} s); apps show another",
        )
        mend = f"ffmpeg -i {sound.name} -c copy -write_xing 1 nova.mp3"
        yield f"v hlavičce / by its header {sound.estimate:.0f} s", expected, mend


def of_cover(sound: Recording) -> Iterator[Remark]:
    """The picture inside the file can be shown; without one there is nothing to say."""
    if sound.broken_artwork:
        expected = Text(
            "celý obrázek v souboru, nebo žádný; vložte jej znovu v programu na úpravu tagů",
            "a whole picture in the file, or none; put it in again with a tag editor",
        )
        yield "poškozený obrázek v souboru / a damaged picture in the file", expected, ""
    elif sound.artwork:
        width, height = sound.artwork
        if width != height or width < SMALLEST_COVER:
            expected = Text(
                f"čtvercový obrázek v souboru, o straně nejméně {SMALLEST_COVER} px",
                f"a square picture in the file, {SMALLEST_COVER} px at least",
            )
            yield f"{width} × {height} px", expected, ""


def of_missing_cover(sound: Recording) -> Iterator[Remark]:
    """A downloaded file shows its cover by itself: not needed, but kind."""
    if not sound.artwork and not sound.broken_artwork:
        expected = Text(
            "obálka dílu vložená i do souboru; kdo si ho stáhne, jinak ji neuvidí",
            "the episode’s cover in the file too; who downloads it sees none otherwise",
        )
        yield "v souboru není obrázek / no picture in the file", expected, ""


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _overlaps(tag: str, text: str) -> bool:
    """Tell whether a tag's date can be the date that an EDTF expression means."""
    try:
        told, meant = dates.parse(tag[:10].rstrip("-")), dates.parse(text)
    except ValueError:
        return True  # a date that nobody can read contradicts nothing
    first, last = told.first or dt.date.min, told.last or dt.date.max
    return first <= (meant.last or dt.date.max) and (meant.first or dt.date.min) <= last


def of_tags(tags: dict[str, str], entry: Entry[Episode], shows: Iterable[str]) -> Iterator[Remark]:
    """What the file says of itself is what the record says; a missing tag contradicts nothing."""
    record = entry.record
    titles = [edition.record.title for edition in entry.editions.values()]
    if "title" in tags and not any(_plain(title) in _plain(tags["title"]) for title in titles):
        yield _tag("title", tags, "název dílu", "the episode's title", titles[0])
    albums = list(shows)
    if "album" in tags and albums and not any(_plain(a) in _plain(tags["album"]) for a in albums):
        yield _tag("album", tags, "název pořadu", "the show's title", albums[0])
    number = re.match(r"\d+", tags.get("track", ""))
    if number and int(number[0]) != record.number:
        yield _tag("track", tags, "číslo dílu", "the episode's number", str(record.number))
    told, released = tags.get("date", ""), record.published.date().isoformat()
    meant = [text for text in (record.date, released) if text]
    if told and record.date and not any(_overlaps(told, text) for text in meant):
        yield _tag("date", tags, "datum dílu", "the episode's date", record.date)


def _tag(name: str, tags: dict[str, str], cs: str, en: str, right: str) -> Remark:
    expected = Text(
        f"v tagu {name} {cs} jako v záznamu; opravte, co z toho je špatně",
        f"in the tag {name} {en} as in the record; mend whichever is wrong",
    )
    return f"{name}: {tags[name]}", expected, right


def of_house(lock: Lock) -> Iterator[Remark]:
    """The server that keeps a recording serves it as apps demand."""
    mend = ".venv/bin/archive lock-audio"
    if lock.redirects:
        expected = Text(
            "adresa, na které nahrávka přímo leží; Apple pořady s přesměrováním vyřazuje",
            "the address at which it lies; Apple has dropped shows that redirect",
        )
        yield f"{lock.redirects}× přesměrováno / redirected", expected, mend
    if not lock.ranges:
        expected = Text(
            "server, který dává části souboru (byte ranges); bez nich nejde přetáčet",
            "a server that gives parts of a file (byte ranges); without them nobody can seek",
        )
        yield "server nedává části souboru / no byte ranges", expected, mend
    if not lock.head:
        expected = Text(
            "server, který odpovídá na dotaz HEAD; Apple jej vyžaduje",
            "a server that answers HEAD, as Apple demands",
        )
        yield "server neodpovídá na HEAD / no answer to HEAD", expected, mend


@dataclass(frozen=True)
class Room:
    """How much of what GitHub Pages publishes is taken, in bytes."""

    taken: int
    limit: int = 10**9

    @property
    def left(self) -> int:
        """What remains, in bytes; never less than nothing."""
        return max(self.limit - self.taken, 0)

    @property
    def hours(self) -> float:
        """What remains, in hours of MP3 at 96 kbit/s mono."""
        return self.left * 8 / 96_000 / 3600
