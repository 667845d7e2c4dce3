"""The sound of a recording: how long it is, and that it is whole.

An answer is either right or an UnreadableAudio, which says what was found and expected.
"""

from __future__ import annotations

from typing import BinaryIO, NamedTuple

from archive.recording import m4a, mp3, tags
from archive.schema.problems import Text

_JUNK_LIMIT = 16 * 1024
_BEGINNING = 64 * 1024
# Samples in a packet of AAC; HE-AAC has twice as many.
_PACKETS = (960, 1024, 1920, 2048)
_MOST_CHANNELS = 8
WHOLE = Text(
    "úplný soubor; vyexportujte nahrávku znovu a nahrajte ji celou",
    "a whole file; export the recording again and upload all of it",
)
REAL = Text(
    "skutečné MP3, nebo M4A se zvukem AAC; přejmenovat soubor nestačí, vyexportujte jej znovu",
    "a real MP3, or M4A with AAC sound; renaming is not enough, export it anew",
)
_READ_ALL = Text(
    "přečíst celý soubor: .venv/bin/archive lock-audio bez --headers-only",
    "the whole file to be read: .venv/bin/archive lock-audio without --headers-only",
)


class UnreadableAudio(ValueError):
    """A file that cannot be published as a recording, and why."""

    def __init__(self, found: str, expected: Text) -> None:
        self.found, self.expected = found, expected
        super().__init__(found)


class Sound(NamedTuple):
    """A sound measured; units as in ``audio.Recording``."""

    duration: float
    bitrate: int
    sample_rate: int
    channels: int
    estimate: float


def _mp3_sound(data: mp3.Data) -> Sound:
    """Measure an MP3; raise UnreadableAudio when its sound is not whole."""
    frames = mp3.walk(data)
    if frames is None or frames.count < 2:
        raise UnreadableAudio("není v něm zvuk MP3 / no MP3 sound in it", REAL)
    told = frames.seconds if frames.declared is None else frames.declared
    if frames.swallowed:
        raise UnreadableAudio("tagy zasahují do zvuku / the tags reach into the sound", WHOLE)
    # A frame more or less is none: some encoders count the header's own.
    if abs(told - frames.seconds) * frames.count > 1.5 * frames.seconds:
        found = f"zvuk / sound {frames.seconds:.2f} s, slibuje se / promised {told:.2f} s"
        raise UnreadableAudio(found, WHOLE)
    if frames.cut:
        raise UnreadableAudio("useknutý konec / the end is cut off", WHOLE)
    if frames.foreign:
        found = "zvuk různých vzorkovacích frekvencí / sound of different sample rates"
        raise UnreadableAudio(found, WHOLE)
    if frames.junk > min(_JUNK_LIMIT, frames.size):
        raise UnreadableAudio(f"{frames.junk} B cizích dat / of other data", WHOLE)
    bitrate = round(frames.size * 8 / frames.seconds / 1000)
    return Sound(frames.seconds, bitrate, frames.sample_rate, frames.channels, frames.estimate)


def _mp3_beginning(file: BinaryIO, size: int) -> Sound:
    """Believe the headers of an MP3 of which only the beginning is at hand."""
    file.seek(0)
    start = mp3.start_of_sound(file.read(10))
    file.seek(start)
    begun = mp3.begin(file.read(_BEGINNING), size - start)
    if begun is None:
        raise UnreadableAudio("není v něm zvuk MP3 / no MP3 sound in it", REAL)
    if begun.variable:
        found = "proměnlivý datový tok bez hlavičky Xing / variable bitrate without a Xing header"
        raise UnreadableAudio(found, _READ_ALL)
    return Sound(begun.seconds, begun.bitrate, begun.sample_rate, begun.channels, begun.seconds)


def _m4a_sound(file: BinaryIO, size: int) -> tuple[Sound, tags.Details]:
    """Measure an M4A; the film, its track and its table of samples must agree on the length."""
    try:
        film = m4a.measure(file, size)
    except m4a.Incomplete as error:
        raise UnreadableAudio(
            "část souboru chybí / a part of the file is missing", WHOLE
        ) from error
    file.seek(0)
    details, codec = tags.of_m4a(file)
    if not codec.name.startswith("mp4a"):
        raise UnreadableAudio(f"zvuk / sound {codec.name}", REAL)
    if not film.samples:
        raise UnreadableAudio("zvuk po částech / sound in fragments (fragmented MP4)", REAL)
    if max(film.lengths) - min(film.lengths) > 1:
        lengths = [round(seconds, 1) for seconds in film.lengths]
        raise UnreadableAudio(f"různé délky / different lengths: {lengths} s", WHOLE)
    held, told, _ = film.lengths
    rate, packet = codec.sample_rate, codec.sample_rate * held / film.samples
    if not any(abs(packet - samples) < 0.03 * samples for samples in _PACKETS):
        raise UnreadableAudio(f"vzorkovací frekvence / sample rate {rate} Hz", WHOLE)
    # mutagen says 2, since mono might be parametric stereo; above 24 kHz it is not.
    channels = 1 if film.mono and rate > 24000 else codec.channels
    if not 1 <= channels <= _MOST_CHANNELS:
        raise UnreadableAudio(f"kanálů / channels: {channels}", WHOLE)
    return Sound(held, round(film.size * 8 / held / 1000), rate, channels, told), details


def understand(
    file: BinaryIO, size: int, suffix: str, data: mp3.Data | None
) -> tuple[Sound, tags.Details]:
    """Measure the sound and read the tags; raise UnreadableAudio when that cannot be done.

    ``data`` is the whole file; without it the headers are believed.
    """
    try:
        if suffix != ".mp3":
            return _m4a_sound(file, size)
        sound = _mp3_beginning(file, size) if data is None else _mp3_sound(data)
        file.seek(0)
        return sound, tags.of_mp3(file)
    except UnreadableAudio:
        raise
    # A damaged header can raise nearly anything from inside the parser.
    except Exception as error:
        raise UnreadableAudio(f"poškozená hlavička / damaged header ({error})", WHOLE) from error


def codec(file: BinaryIO) -> tags.Codec:
    """Tell what kind of sound a file holds; raise UnreadableAudio when nobody knows."""
    try:
        file.seek(0)
        return tags.codec(file)
    # A damaged header can raise nearly anything from inside the parser.
    except Exception as error:
        raise UnreadableAudio(f"poškozená hlavička / damaged header ({error})", WHOLE) from error
