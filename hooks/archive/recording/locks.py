"""Recordings kept elsewhere: the record names the address, a lock tells the rest.

``audio.lock.yml`` lies beside the record, is written by ``scripts/lock_audio.py`` and
committed, so a build needs neither the recording nor the network. One lock in each folder
and not one for all: it goes where its episode goes, and two episodes that are added at the
same time do not meet in one file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote, urlsplit

from pydantic import (
    Field,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    StringConstraints,
    ValidationError,
)

from archive.recording import reading
from archive.recording.audio import Chapter, Recording
from archive.schema import DEFAULT_LANGUAGE
from archive.schema.episode import Episode
from archive.schema.fields import Address, Edtf, Strict
from archive.schema.frontmatter import FrontMatterError, load_yaml
from archive.schema.problems import Problem, Text
from archive.schema.records import Entry

NAME = "audio.lock.yml"
COMMAND = ".venv/bin/archive lock-audio"
HEAD = (
    "# Nahrávka uložená jinde, jak ji přečetl `.venv/bin/archive lock-audio`; neupravujte.\n"
    "# A recording kept elsewhere, as `.venv/bin/archive lock-audio` read it; do not edit.\n"
)
_Hex = Annotated[str, StringConstraints(pattern=r"^(?:[0-9a-f]{64}|[0-9a-f]{96})$")]
# What YAML cannot hold as it is, or takes for the end of a line.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


class Mark(Strict):
    """A chapter as the file has it; ``start`` in seconds."""

    start: NonNegativeFloat
    title: str


class Lock(Strict):
    """What is known of a recording kept elsewhere; units as in ``audio.Recording``.

    ``sha256`` and ``sha384`` are missing when only the headers have been read.
    ``redirects``: how often the server sent the reader on; ``ranges`` and ``head``: whether
    it gives parts of the file and answers HEAD; ``read``: the day on which this was true.
    """

    address: Address
    size: PositiveInt
    type: Literal["audio/mpeg", "audio/x-m4a"]
    duration: PositiveFloat
    estimate: NonNegativeFloat = 0.0
    bitrate: PositiveInt
    sample_rate: PositiveInt
    channels: PositiveInt
    sha256: _Hex | None = None
    sha384: _Hex | None = None
    redirects: NonNegativeInt = 0
    ranges: bool = True
    head: bool = True
    read: Edtf
    artwork: tuple[PositiveInt, PositiveInt] | None = None
    broken_artwork: bool = False
    tags: dict[str, str] = Field(default_factory=dict)
    chapters: list[Mark] = Field(default_factory=list)

    def recording(self) -> Recording:
        """Return the recording, at its address."""
        told = self.model_dump(exclude={"redirects", "ranges", "head", "read", "chapters"})
        hashes = {"sha256": self.sha256 or "", "sha384": self.sha384 or ""}
        chapters = tuple(Chapter(mark.start, mark.title) for mark in self.chapters)
        return Recording(**{**told, **hashes}, name=name_of(self.address), chapters=chapters)


def name_of(address: str) -> str:
    """Return the file name that an address ends in."""
    return unquote(urlsplit(address).path.rpartition("/")[2])


def lock(recording: Recording, *, redirects: int, ranges: bool, head: bool, read: str) -> Lock:
    """Return the lock of a recording that has been read at its ``address``, on a day."""
    return Lock(
        address=recording.address,
        size=recording.size,
        type=recording.type,
        duration=round(recording.duration, 3),
        estimate=round(recording.estimate, 3),
        bitrate=recording.bitrate,
        sample_rate=recording.sample_rate,
        channels=recording.channels,
        sha256=recording.sha256 or None,
        sha384=recording.sha384 or None,
        redirects=redirects,
        ranges=ranges,
        head=head,
        read=read,
        artwork=recording.artwork,
        broken_artwork=recording.broken_artwork,
        tags=dict(recording.tags),
        chapters=[Mark(start=round(c.start, 3), title=c.title) for c in recording.chapters],
    )


def _scalar(value: object) -> str:
    """Return a value as JSON, which is YAML too, but for a few signs."""
    told = json.dumps(value, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", told)


def dump(told: Lock) -> str:
    """Return a lock as YAML; the same lock gives the same text."""
    lines = []
    for name, value in told.model_dump(exclude_defaults=True).items():
        if name == "chapters":
            marks = (f"{{start: {m.start}, title: {_scalar(m.title)}}}" for m in told.chapters)
            lines += ["chapters:", *(f"  - {mark}" for mark in marks)]
        elif name == "tags":
            tags = (f"{_scalar(key)}: {_scalar(tag)}" for key, tag in told.tags.items())
            lines += ["tags:", *(f"  {tag}" for tag in tags)]
        else:
            lines.append(f"{name}: {_scalar(value)}")
    return HEAD + "\n".join(lines) + "\n"


def load(folder: Path) -> Lock | None:
    """Read the lock of a folder; ``None`` when there is none.

    Raises ValueError, with what is wrong, when it is not as it was written.
    """
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        return Lock.model_validate(load_yaml(path.read_text(encoding="utf-8"), escapes=True)[0])
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise ValueError(f"{where}: {str(fault['input'])[:60]}") from error
    except (FrontMatterError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error


def _address_faults(address: str) -> Iterator[Text]:
    parts = urlsplit(address)
    if parts.scheme != "https":
        yield Text(
            "adresa s https://; bez šifrování ji Apple i prohlížeče odmítnou",
            "an address with https://; Apple and browsers refuse any other",
        )
    if "@" in parts.netloc:
        yield Text("adresa bez jména a hesla", "an address without a name and a password")


def _lock_faults(told: Lock | None, address: str) -> Iterator[tuple[str, Text]]:
    if told is None:
        yield "", Text(f"zámek nahrávky; zapíše ho {COMMAND}", f"a lock, which {COMMAND} writes")
    elif told.address != address:
        cs = f"zámek nahrávky z adresy v poli audio; nový zapíše {COMMAND}"
        en = f"the lock of the address in the field audio; {COMMAND} writes it anew"
        yield told.address, Text(cs, en)
    elif not told.sha256 or not told.sha384:
        cs = f"nahrávka přečtená celá, i s otiskem; dočte ji {COMMAND}"
        en = f"a recording read as a whole, with its hash; {COMMAND} reads the rest"
        yield "jen hlavičky / headers only", Text(cs, en)


def read(entry: Entry[Episode], root: Path) -> tuple[Recording | None, list[Problem]]:
    """Return what the lock tells of an episode's recording, and what is wrong with either."""
    record, own = entry.record, entry.editions[DEFAULT_LANGUAGE]
    shown = (entry.folder / NAME).relative_to(root).as_posix()
    try:
        told = load(entry.folder)
    except ValueError as error:
        cs, en = "zámek tak, jak byl zapsán", "the lock as it was written"
        expected = Text(f"{cs}; nový zapíše {COMMAND}", f"{en}; {COMMAND} writes it anew")
        return None, [Problem(shown, 0, "", str(error), expected)]
    if not record.audio:
        return None, list(_left_over(told, shown))
    line = own.line("audio")
    problems = [
        Problem(own.path, line, "audio", record.audio, expected)
        for expected in _address_faults(record.audio)
    ]
    if local := reading.files(entry.folder):
        names = ", ".join(file.name for file in local)
        cs = "nahrávka buď ve složce, nebo na adrese v poli audio; jedno z toho smažte"
        en = "a recording in the folder or at the address in the field audio; delete one"
        problems.append(Problem(own.path, line, "audio", names, Text(cs, en)))
        return None, problems
    for found, expected in _lock_faults(told, record.audio):
        problems.append(Problem(shown, 0, "", found, expected, COMMAND))
    return told.recording() if told and told.address == record.audio else None, problems


def _left_over(told: Lock | None, shown: str) -> Iterable[Problem]:
    if told is not None:
        cs = "záznam s adresou v poli audio, nebo složka bez tohoto zámku"
        en = "a record with an address in the field audio, or a folder without this lock"
        yield Problem(shown, 0, "", told.address, Text(cs, en), severity="advice")
