"""Make the stand-in recordings of the podcast: espeak-ng reads our own summaries in Czech.

From scripts/standins/<id>.yml come <id>.mp3, transcript.cs.vtt and transcript.en.vtt in
docs/podcast/<id>/, always the same bytes. A text, where ``speed`` (140 to 165 words a minute)
and ``say`` (respells words of the Czech sentence, for the voice alone) may be left out:

    title: Nad hrncem přátelství
    speed: 155
    chapters:
      - title: {cs: Úvod, en: Introduction}
        sentences:
          - {cs: Tento podcast., en: This podcast., say: {podcast: podkást}}

"""

from __future__ import annotations

import html
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import wave
from array import array
from pathlib import Path
from textwrap import wrap
from typing import NotRequired, Required, TypedDict, cast

import click
from mutagen import id3
from PIL import Image

from archive.schema.frontmatter import load_yaml, parse
from command import ROOT

TEXTS, EPISODES = ROOT / "scripts" / "standins", ROOT / "docs" / "podcast"
TITLE, ARTIST, ALBUM = "{} (zástupná nahrávka)", "IOM Česká republika", "Aby nebe nespadlo"
NOTES = {
    "cs": "Zástupná nahrávka: syntetizátor řeči čte náš souhrn, není to původní díl podcastu.",
    "en": "Stand-in: a speech synthesiser reads our own summary, not the original episode.",
}
VOICES = {"cs": "Hlasový syntetizátor", "en": "Speech synthesiser"}
RATE = 22050  # of espeak-ng, samples a second
QUIET = 100  # of 32,768 (-50 dB): what is softer at the ends of a sentence is silence
# Samples of silence: before all, after a sentence, and besides after a chapter.
LEAD, PAUSE, CHAPTER_PAUSE = (round(seconds * RATE) for seconds in (0.3, 0.45, 0.65))
SHORTEST, LONGEST, FEWEST_CHAPTERS = 60, 120, 3
SPEEDS = (150, *range(140, 166))  # words a minute; the first is the usual one
LOUDNESS, TOLERANCE, PEAK = -16.0, 0.5, -1.0  # LUFS, LU, dBTP
WIDTHS, LINES = range(20, 66), 2  # of a cue
TONE = (  # less rumble and buzz, a little more body; compressor and limiter even the voice out
    "aformat=channel_layouts=mono,highpass=70,equalizer=200:t=o:w=1.2:g=1.5,"
    "equalizer=3200:t=o:w=1.2:g=-2.5,acompressor=threshold=-24dB:ratio=3:attack=2:release=80,"
    "aresample=176400:resampler=soxr,volume={:.2f}dB,"
    "alimiter=limit=-3.5dB:attack=5:release=60:level=0:latency=1,aresample=44100:resampler=soxr"
)
MP3 = "-c:a libmp3lame -b:a 64k -id3v2_version 0 -map_metadata -1 -bitexact"


class Sentence(TypedDict, total=False):
    """A sentence in both languages; ``say`` is how the voice is to spell its words."""

    cs: Required[str]
    en: str
    say: dict[str, str]


class Chapter(TypedDict):
    """A chapter and its title by language."""

    title: dict[str, str]
    sentences: list[Sentence]


class Reading(TypedDict):
    """What a file of ``scripts/standins`` holds."""

    title: str
    chapters: list[Chapter]
    speed: NotRequired[int]


Line = tuple[Sentence, float, float]  # a sentence, its start and its end in seconds


def run(*command: str | Path, text: str = "") -> str:
    """Run a program; return what it wrote to the error output."""
    done = subprocess.run(command, input=text, encoding="utf-8", check=True, capture_output=True)
    return done.stderr


def synthesise(sentence: Sentence, speed: int, wav: Path) -> array[int]:
    """Return one Czech sentence as samples, without the silence at its ends."""
    text = sentence["cs"]
    for word, respelt in sentence.get("say", {}).items():
        text, found = re.subn(rf"\b{re.escape(word)}\b", respelt, text)
        if not found:
            raise ValueError(f"say: „{word}“ ve větě není / is not in the sentence: {text}")
    options = ["-v", "cs", "-s", str(speed), "-p", "42", "-g", "1", "-b", "1", "-z", "--stdin"]
    run("espeak-ng", *options, "-w", wav, text=text)
    with wave.open(str(wav)) as sound:
        samples = array("h", sound.readframes(sound.getnframes()))
    heard = [at for at, sample in enumerate(samples) if abs(sample) > QUIET]
    return samples[heard[0] : heard[-1] + 1]


def read_aloud(text: Reading, wav: Path) -> tuple[list[Line], list[float], float]:
    """Write the whole reading to ``wav``; return sentences, chapter starts and length."""
    speed, samples = text.get("speed", SPEEDS[0]), array("h", [0] * LEAD)
    if speed not in SPEEDS or len(text["chapters"]) < FEWEST_CHAPTERS:
        raise ValueError(f"speed {speed}, kapitol / chapters {len(text['chapters'])}")
    lines, starts = list[Line](), list[float]()
    for chapter in text["chapters"]:
        starts.append(len(samples) / RATE if starts else 0)
        for sentence in chapter["sentences"]:
            start = len(samples) / RATE
            samples.extend(synthesise(sentence, speed, wav))
            lines.append((sentence, start, len(samples) / RATE))
            samples.extend([0] * PAUSE)
        samples.extend([0] * CHAPTER_PAUSE)
    with wave.open(str(wav), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        sound.writeframes(samples.tobytes())
    return lines, starts, len(samples) / RATE


def encode(wav: Path, mp3: Path) -> str:
    """Write the reading as MP3 without tags; return how loud it is."""
    gain = 14.5  # about right; limiter and encoder change the loudness, so try, measure, mend
    for _ in range(3):
        run("ffmpeg", "-y", "-i", wav, "-af", TONE.format(gain), *MP3.split(), mp3)
        report = run("ffmpeg", "-i", mp3, "-af", "loudnorm=print_format=json", "-f", "null", "-")
        found: dict[str, str] = json.loads(report[report.rindex("{") : report.rindex("}") + 1])
        loudness, peak = float(found["input_i"]), float(found["input_tp"])
        gain += LOUDNESS - loudness
    if abs(loudness - LOUDNESS) > TOLERANCE or peak > PEAK:
        raise ValueError(f"hlasitost / loudness {loudness} LUFS, {peak} dBTP")
    return f"{loudness} LUFS, {peak} dBTP"


def artwork(cover: Path) -> bytes:
    """Return the cover as a small JPEG; without one a plain picture, and say so."""
    image, jpeg = Image.new("RGB", (600, 600), "#0033a0"), io.BytesIO()
    if cover.exists():
        image = Image.open(cover).convert("RGB").resize(image.size, Image.Resampling.LANCZOS)
    else:
        print(f"{cover}: chybí, obal nahrávky je prázdný / missing, plain artwork")
    image.save(jpeg, "JPEG", quality=85, optimize=True)
    return jpeg.getvalue()


def tags(text: Reading, starts: list[float], length: float, **more: str) -> id3.ID3:
    """Return the tag without cover; names fill chapters to one size, as mutagen sorts by size."""
    tag, flags = id3.ID3(), id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
    told = {"TIT2": TITLE.format(text["title"]), "TPE1": ARTIST, "TALB": ALBUM, "TLAN": "ces"}
    for name, value in (told | more).items():
        tag.add(id3.Frames[name](encoding=3, text=value))
    tag.add(id3.COMM(encoding=3, lang="ces", desc="", text=NOTES["cs"]))
    times = [round(1000 * seconds) for seconds in [*starts, length]]
    titles = [chapter["title"]["cs"] for chapter in text["chapters"]]
    names = [f"ch{n:02}".ljust(99 - len(title.encode()), "-") for n, title in enumerate(titles, 1)]
    tag.add(id3.CTOC("toc", flags, names, sub_frames=[]))
    for name, title, start, end in zip(names, titles, times, times[1:], strict=False):
        tag.add(id3.CHAP(name, start, end, 2**32 - 1, 2**32 - 1, sub_frames=[id3.TIT2(3, title)]))
    return tag


def vtt(lines: list[Line], language: str) -> str:
    """Return the transcript as WebVTT; the cues of a cut sentence share its time by lines."""
    blocks = [f"WEBVTT\n\nNOTE {NOTES[language]}"]
    for sentence, start, end in lines:
        said = sentence["cs"] if language == "cs" else sentence["en"]
        wraps = [wrap(said, w, break_on_hyphens=False) for w in WIDTHS]
        rows = min(wraps, key=len)  # the narrowest of the shortest: lines of even length
        for at in range(0, len(rows), LINES):
            text = html.escape("\n".join(rows[at : at + LINES]), quote=False)
            shares = [min(row / len(rows), 1) for row in (at, at + LINES)]
            times = [round(1000 * (start + (end - start) * share)) for share in shares]
            clock = [f"00:{ms // 60000:02}:{ms % 60000 / 1000:06.3f}" for ms in times]
            blocks.append(f"{' --> '.join(clock)}\n<v {VOICES[language]}>{text}")
    return "\n\n".join(blocks) + "\n"


def make(name: str, date: str) -> None:
    """Make the recording and the transcripts of one episode."""
    folder = EPISODES / name
    # A file of this folder: as it stands there, so it was written.
    text = cast(Reading, load_yaml((TEXTS / f"{name}.yml").read_text("utf-8"))[0])
    number = parse((folder / "index.cs.md").read_text("utf-8")).values["number"]
    with tempfile.TemporaryDirectory() as temporary:
        wav, mp3 = Path(temporary, "reading.wav"), Path(temporary, "reading.mp3")
        lines, starts, length = read_aloud(text, wav)
        if not SHORTEST <= length <= LONGEST:
            raise ValueError(f"délka / length {length:.1f} s, {SHORTEST} až / to {LONGEST} s")
        print(f"{name}: {length:.1f} s, {encode(wav, mp3)}")
        tag = tags(text, starts, length, TRCK=f"{number}/5", TDRC=date)
        tag.add(id3.APIC(3, "image/jpeg", 3, "", artwork(folder / "cover.png")))
        tag.save(mp3, v2_version=4, padding=lambda _: 0)
        shutil.copyfile(mp3, folder / f"{name}.mp3")
    for language in VOICES:
        (folder / f"transcript.{language}.vtt").write_bytes(vtt(lines, language).encode())


@click.command()
@click.argument("identifiers", nargs=-1)
@click.option("--date", default="2026-11-21", help="datum v tagu / date in the tag")
def command(identifiers: tuple[str, ...], date: str) -> int:
    """Vyrobit zástupné nahrávky / Make the stand-in recordings again.

    Read the command line and make what it asks for. Returns 1 when that cannot be done.
    """
    if missing := [tool for tool in ("espeak-ng", "ffmpeg") if not shutil.which(tool)]:
        hint = "apt-get install espeak-ng ffmpeg"
        print(f"Chybí / missing: {', '.join(missing)} ({hint})", file=sys.stderr)
        return 1
    for name in identifiers or sorted(path.stem for path in TEXTS.glob("*.yml")):
        try:
            make(name, date)
        except (ValueError, OSError, subprocess.CalledProcessError) as error:
            said = str(error.stderr) if isinstance(error, subprocess.CalledProcessError) else ""
            print(f"{name}: {error} {said[-300:]}", file=sys.stderr)
            return 1
    return 0
