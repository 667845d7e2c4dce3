"""Draft the records of a new episode: what its recording tells, and what the show tells.

Nothing is guessed. What nobody knows stands in the record as a comment with an example.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.content import front_matter_writing
from archive.content.library import COVER
from archive.language.slugs import ascii_slug
from archive.recording import placeholders, transcripts
from archive.recording.artwork import SMALLEST, measure
from archive.recording.audio import Recording
from archive.schema import LANGUAGES, Episode, frontmatter
from archive.schema.frontmatter import FrontMatterError
from archive.schema.problems import Text
from moving_in import covers
from moving_in.existing import Present
from moving_in.people import bare

WANTED = {
    "cs": ("title", "description", "published", "place", "cover_text", "sources"),
    "en": ("title", "description", "cover_text"),
}
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])")
# ISO 639-2 in ID3's TLAN, for the languages that may turn up here.
_LANGUAGES = {"ces": "cs", "cze": "cs", "eng": "en", "ukr": "uk", "slk": "sk", "slo": "sk"}


@dataclass(frozen=True)
class Known:
    """What is given beside the recording: the moment, the GUIDs, and what was said outright."""

    moment: dt.datetime
    guids: Mapping[str, str]
    told: Mapping[str, Mapping[str, Any]]  # fields by language
    show: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """The files of a new folder, all but the recording, and what is left to do by hand."""

    folder: str
    files: dict[str, bytes]
    remarks: tuple[Text, ...]


def show_of(docs: Path) -> dict[str, Any]:
    """Return the fields of the show's record, none when it cannot be read."""
    try:
        return frontmatter.parse((docs / "podcast" / "index.cs.md").read_text("utf-8")).values
    except (OSError, UnicodeDecodeError, FrontMatterError):
        return {}


def twin(docs: Path, recording: Path) -> Path | None:
    """Return the same recording in the archive, if it is there already."""
    size, suffix = recording.stat().st_size, recording.suffix.lower()
    for other in sorted((docs / "podcast").glob(f"*/*{suffix}")):
        if other.stat().st_size == size and other.read_bytes() == recording.read_bytes():
            return other
    return None


def _number(recording: Recording, present: Present, season: int) -> tuple[int, bool]:
    """Return the number: the track's if it is free, else the next one; and whether it is told."""
    track = recording.tags.get("track", "").partition("/")[0].strip()
    if track.isdigit() and int(track[:6]) and (season, int(track[:6])) not in present.numbers:
        return int(track[:6]), True
    return max((n for s, n in present.numbers if s == season), default=0) + 1, False


def _dates(recording: Recording, now: dt.datetime) -> tuple[str, str]:
    """Return the date of the work as EDTF, and the moment at which it enters the feed.

    A day in the tag is the moment too, unless it is still to come; a year alone is not.
    """
    tag = recording.tags.get("date", "").strip()
    match = _DATE.match(tag)
    if not match:
        return now.date().isoformat(), now.isoformat(timespec="seconds")
    try:
        moment = dt.datetime.fromisoformat(tag.replace(" ", "T"))
        moment = moment if len(tag) > 10 else moment.replace(hour=12)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)
    except ValueError:
        moment = now
    told = min(moment, now) if len(match[0]) == 10 else now
    return match[0], told.isoformat(timespec="seconds")


def _people(recording: Recording, present: Present, show: Mapping[str, Any]) -> list[Any]:
    """Return credits of the artists who have a record: in the show's role, else as performers."""
    roles = {c.get("person"): c.get("role") for c in show.get("people", []) if isinstance(c, dict)}
    names = re.split(r"\s*[,;/&]\s*|\s+a\s+|\s+and\s+", recording.tags.get("artist", ""))
    found = (present.people.get(ascii_slug(bare(name))) for name in names)
    return [{"person": id_, "role": roles.get(id_) or "performer"} for id_ in found if id_]


def fields(recording: Recording, present: Present, known: Known) -> dict[str, Any]:
    """Return the fields of the Czech record."""
    told = known.told.get("cs", {})
    season = int(told.get("season") or 1)
    number, sure = _number(recording, present, season)
    date, published = _dates(recording, known.moment)
    comment = recording.tags.get("comment", "")
    language = recording.tags.get("language", "").lower()
    values = {
        "title": " ".join(recording.tags.get("title", "").split()),
        "description": " ".join(comment.split()) if 40 <= len(comment) <= 600 else "",
        "number": number,
        "number_confirmed": None if sure or "number" in told else False,
        "season": season if season > 1 else None,
        "guid": known.guids["cs"],
        "published": published,
        "people": _people(recording, present, known.show),
        "projects": known.show.get("projects"),
        "themes": known.show.get("themes"),
        "countries": known.show.get("countries"),
        "date": date,
        "language": _LANGUAGES.get(language, language or "cs"),
        "confidence": "high",
    }
    return values | {name: value for name, value in told.items() if name != "season"}


def _cover(picture: bytes | None) -> tuple[bytes | None, list[Text]]:
    """Return the recording's picture as a cover, or what to add; it is never blown up."""
    size = measure(picture) if picture else None
    add = (f"Přidejte {COVER}: čtverec aspoň {SMALLEST} px", f"Add {COVER}: a square of {SMALLEST}")
    if picture is None or size is None:
        return None, [Text(f"{add[0]}.", f"{add[1]} px or more.")]
    if min(size) < SMALLEST:
        cs = f"{add[0]}; v nahrávce je obálka jen {size[0]} × {size[1]} px."
        en = f"{add[1]} px or more; that in the recording is {size[0]} × {size[1]} px."
        return None, [Text(cs, en)]
    cover = covers.fitted(picture)
    return cover.png, [Text(f"{COVER}: {c.cs}.", f"{COVER}: {c.en}.") for c in cover.changes]


def draft(
    recording: Recording, picture: bytes | None, name: str, present: Present, known: Known
) -> Draft:
    """Return the folder of a new episode; ``name`` is its own, or empty for one of the title."""
    values = fields(recording, present, known)
    folder = name or ascii_slug(str(values["title"])) or ascii_slug(Path(recording.name).stem)
    english = {"guid": known.guids["en"], **known.told.get("en", {})}
    files = {
        "index.cs.md": front_matter_writing.record(values, "", Episode, WANTED["cs"]).encode(),
        "index.en.md": front_matter_writing.record(english, "", Episode, WANTED["en"]).encode(),
    }
    cover, remarks = _cover(picture)
    if cover:
        files[COVER] = cover
    for language in LANGUAGES:
        text = placeholders.transcript(language)
        files[transcripts.file_name(language)] = text.encode()
    cs, en = "Přepis je jen zástupný, napište ho.", "The transcripts are placeholders, write them."
    return Draft(folder[:60].strip("-"), files, (*remarks, Text(cs, en)))
