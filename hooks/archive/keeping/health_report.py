"""The health report: every recording in a row, then what to mend, then the room that is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.recording.audio import Recording
from archive.recording.health import Room
from archive.recording.loudness import Loudness
from archive.schema.problems import Problem

_HEAD = """\
# Zdraví nahrávek / Health of the recordings

| Nahrávka / Recording | MB | Délka / Length | kbit/s | kHz | Kanály / Channels | LUFS | dBTP \
| Ticho / Silence | Obálka / Cover | Kapitoly / Chapters | Stav / State |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
"""
_NOTHING = "–"


@dataclass(frozen=True)
class Row:
    """A recording under its path; nothing is known of one that could not be read."""

    path: str
    sound: Recording | None = None
    loudness: Loudness | None = None
    standin: bool = False


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _state(row: Row, problems: Iterable[Problem]) -> str:
    own = [problem for problem in problems if problem.path == row.path]
    errors = sum(problem.severity == "error" for problem in own)
    told = []
    if errors:
        told.append(f"k opravě / to mend: {errors}")
    if len(own) > errors:
        told.append(f"doporučení / advice: {len(own) - errors}")
    if row.standin:
        told.append("zástupná / stand-in")
    return ", ".join(told) or "v pořádku / all right"


def _cells(row: Row) -> list[str]:
    sound, loud = row.sound, row.loudness
    if sound is None:
        return [_NOTHING] * 10
    cover = "×".join(str(side) for side in sound.artwork or ())
    return [
        f"{sound.size / 1e6:.1f}",
        _clock(sound.duration),
        str(sound.bitrate),
        f"{sound.sample_rate / 1000:g}",
        str(sound.channels),
        f"{loud.lufs:.1f}" if loud else _NOTHING,
        f"{loud.peak:.1f}" if loud else _NOTHING,
        f"{loud.before:.0f} + {loud.after:.0f} s" if loud else _NOTHING,
        cover or ("poškozená / damaged" if sound.broken_artwork else _NOTHING),
        str(len(sound.chapters)),
    ]


def _bullet(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    found = f" {problem.found} →" if problem.found else ""
    mend = f"\n  `{problem.example}`" if problem.example and "\n" not in problem.example else ""
    kind = "k opravě / to mend" if problem.severity == "error" else "doporučení / advice"
    return f"- **{place}** ({kind}):{found} {problem.expected.cs}\n  / {problem.expected.en}{mend}"


def write(rows: Iterable[Row], problems: Iterable[Problem], room: Room, notes: str = "") -> str:
    """Return the report as Markdown; ``notes`` tells what was not measured, and why."""
    found = sorted(set(problems), key=Problem.sort_key)
    lines = []
    for row in rows:
        cells = [row.path.removeprefix("docs/podcast/"), *_cells(row), _state(row, found)]
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    mend = "\n".join(map(_bullet, found)) or "Nic. / Nothing."
    return (
        _HEAD
        + "\n".join(lines)
        + (f"\n\n{notes}" if notes else "")
        + f"\n\n## K opravě a doporučení / To mend, and advice\n\n{mend}\n\n"
        + f"## Místo / Room\n\n{_room(room)}\n"
    )


def _room(room: Room) -> str:
    taken, limit, left = (f"{size / 1e6:.0f} MB" for size in (room.taken, room.limit, room.left))
    return (
        f"Obsah má {taken} z {limit}, které GitHub Pages zveřejní; zbývá {left}, to je "
        f"{room.hours:.1f} hodin MP3 96 kbit/s mono.\n"
        f"/ The content has {taken} of the {limit} that GitHub Pages publishes; {left} remain, "
        f"which is {room.hours:.1f} hours of MP3 at 96 kbit/s mono."
    )
