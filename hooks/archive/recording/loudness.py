"""How loud a recording is, and how long it is silent at its ends: what ffmpeg says of it.

Loudness by EBU R 128 (ITU-R BS.1770). Apple asks podcasts for −16 LUFS, ±1, with a true
peak of at most −1 dBTP. ffmpeg is run by ``scripts/health.py``; here its words are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.schema.problems import Text

TARGET, TOLERANCE, PEAK = -16.0, 1.0, -1.0  # LUFS, LU, dBTP
SILENCE, FLOOR = 3.0, -50  # seconds; dB below which it is silent
# So often a decoder may stumble: where a recording was cut, it misses what came before.
_STUMBLES = 3
# What ffmpeg says of a recording in which there is nothing to measure.
_NOTHING = -70.0

_SUMMARY = re.compile(r"^\[Parsed_ebur128\S* @ \S+\] Summary:$", re.MULTILINE)
_LOUDNESS = re.compile(r"^ +I: +(\S+) LUFS$", re.MULTILINE)
_PEAK = re.compile(r"^ +Peak: +(\S+) dBFS$", re.MULTILINE)
_STUMBLE = re.compile(r"^\[(?:mp3|aac)\w* @ \S+\] ", re.MULTILINE)
_SILENT = re.compile(r"^\[silencedetect @ \S+\] silence_(start|end): (\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Loudness:
    """Loudness in LUFS and true peak in dBTP; silence at the beginning and the end in seconds.

    A recording without any sound is as loud as -70 LUFS and -inf dBTP. ``stumbles`` counts
    the places that the decoder could not read.
    """

    lufs: float
    peak: float
    before: float
    after: float
    stumbles: int = 0


def command(path: Path) -> list[str]:
    """Return how ffmpeg is to be called: it decodes all, writes nothing, tells on stderr."""
    detect = f"silencedetect=noise={FLOOR}dB:d={SILENCE}"
    filters = f"ebur128=peak=true:framelog=verbose,{detect}"
    tool = ["ffmpeg", "-nostdin", "-hide_banner", "-nostats", "-loglevel", "repeat+info"]
    return [*tool, "-i", f"file:{path}", "-map", "0:a:0", "-af", filters, "-f", "null", "-"]


def parse(said: str, duration: float) -> Loudness:
    """Read what ffmpeg said of a recording of so many seconds.

    Raises ValueError when that is no measurement.
    """
    # The file's own tags stand above the summary, and may say anything.
    summary = list(_SUMMARY.finditer(said))
    measured = said[summary[-1].end() :] if summary else ""
    lufs, peak = _LOUDNESS.search(measured), _PEAK.search(measured)
    if lufs is None or peak is None:
        lines = said.strip().splitlines()
        raise ValueError(lines[-1].strip() if lines else "ffmpeg: nic / nothing")
    before, after = _ends(said, duration)
    stumbles = len(_STUMBLE.findall(said))
    return Loudness(_number(lufs[1]), _number(peak[1]), before, after, stumbles)


def _number(told: str) -> float:
    number = float(told)
    return number if number == number else _NOTHING  # noqa: PLR0124 - nan is no loudness


def _ends(said: str, duration: float) -> tuple[float, float]:
    """Return the silence at both ends, of those that are long enough for ffmpeg to tell."""
    before = after = 0.0
    start = None
    told = [(found[1], found[2]) for found in _SILENT.finditer(said)]
    for what, when in [*told, ("end", str(duration))]:
        if what == "start":
            start = max(float(when), 0.0)
        elif start is not None:
            end, begun, start = float(when), start, None
            before = end - begun if begun < 0.1 else before
            after = end - begun if end > duration - 0.5 else after
    return before, after


def faults(told: Loudness) -> Iterator[tuple[str, Text]]:
    """Yield what is wrong with a sound, as what was found and what is expected."""
    if told.stumbles > _STUMBLES:
        expected = Text(
            "zvuk bez poškozených míst; nahrajte soubor znovu z původního záznamu",
            "sound without damaged places; upload the file again from the original",
        )
        yield f"{told.stumbles} poškozených míst / damaged places", expected
    if told.lufs <= _NOTHING:
        yield "ticho / silence", Text("nahrávka se zvukem", "a recording with sound in it")
        return
    if abs(told.lufs - TARGET) > TOLERANCE:
        yield (
            f"{told.lufs:.1f} LUFS",
            Text(
                "hlasitost −16 LUFS, ±1; v programu Auphonic či Audacity „Loudness normalization“",
                "a loudness of −16 LUFS, ±1; in Auphonic or Audacity “Loudness normalization”",
            ),
        )
    if told.peak > PEAK:
        yield (
            f"{told.peak:.1f} dBTP",
            Text(
                "špička nejvýše −1 dBTP; zapněte omezovač (limiter)",
                "a true peak of −1 dBTP at most; switch a limiter on",
            ),
        )
    for seconds, cs, en in ((told.before, "začátku", "beginning"), (told.after, "konci", "end")):
        if seconds > SILENCE:
            expected = Text(
                f"na {cs} nejvýše {SILENCE:.0f} s ticha; zbytek vystřihněte",
                f"at the {en} at most {SILENCE:.0f} s of silence; cut the rest out",
            )
            yield f"{seconds:.1f} s ticha / of silence", expected
