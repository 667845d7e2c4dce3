"""Make the folder of a new episode from its recording: records, cover, placeholders.

Reads the tags and asks nothing that they say; what nobody knows stands in the records as a
comment, and make check tells of it. Overwrites nothing.
"""

from __future__ import annotations

import datetime as dt
import shutil
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from archive.recording import audio, tags
from archive.schema import LANGUAGES, Episode
from archive.schema.fields import row
from command import root_option
from moving_in import drafting, existing

_SIMPLE = ("title", "description", "place", "published", "date", "cover_text")
_ENGLISH = ("title", "description", "cover_text")


@dataclass(frozen=True)
class Options:
    """What was given on the command line; ``texts`` are the fields that are texts."""

    file: Path
    id: str
    number: int | None
    season: int | None
    person: tuple[str, ...]
    source: tuple[str, ...]
    cover: Path | None
    ask: bool
    root: Path
    texts: Mapping[str, str | None]


def _filled(fields: Mapping[str, object]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _told(options: Options) -> dict[str, dict[str, Any]]:
    """Return the fields that were given on the command line, by language."""
    czech: dict[str, object] = {name: options.texts[name] for name in _SIMPLE}
    czech |= {"number": options.number, "season": options.season}
    if options.person:
        parts = (person.partition(":") for person in options.person)
        czech["people"] = [{"person": p, "role": role or "guest"} for p, _, role in parts]
    czech["sources"] = list(options.source)
    english = {name: options.texts[f"{name}_en"] for name in _ENGLISH}
    return {"cs": _filled(czech), "en": _filled(english)}


def _ask(told: dict[str, dict[str, Any]], known: dict[str, Any]) -> None:
    """Ask for what neither the recording nor the command line says; an empty answer leaves it."""
    for language in LANGUAGES:
        for name in drafting.WANTED[language]:
            if told[language].get(name) or (language == "cs" and known.get(name)):
                continue
            label = row(Episode, name).label["cs"]
            if answer := input(f"{label} ({language}, {name}): ").strip():
                told[language][name] = [answer] if name == "sources" else answer


def _picture(options: Options) -> bytes | None:
    """Return the picture for the cover: the one that was given, else the recording's."""
    if options.cover:
        return options.cover.read_bytes()
    with options.file.open("rb") as file:
        if options.file.suffix.lower() == ".mp3":
            return tags.of_mp3(file).cover
        return tags.of_m4a(file)[0].cover


def _make(options: Options) -> int:
    recording = audio.read(options.file)
    docs = options.root / "docs"
    if twin := drafting.twin(docs, options.file):
        print(f"{twin}: táž nahrávka už v archivu je / the same recording is here already")
        return 1
    there, told = existing.read(docs), _told(options)
    guids = {language: str(uuid.uuid4()) for language in LANGUAGES}
    now = dt.datetime.now().astimezone()
    known = drafting.Known(now, guids, told, drafting.show_of(docs))
    if options.ask:
        _ask(told, drafting.fields(recording, there, known))
    draft = drafting.draft(recording, _picture(options), options.id, there, known)
    folder = docs / "podcast" / draft.folder
    if folder.exists():
        print(f"{folder}: už existuje, zvolte --id / exists already, choose --id")
        return 1
    folder.mkdir(parents=True)
    for name, content in draft.files.items():
        (folder / name).write_bytes(content)
    shutil.copyfile(options.file, folder / f"{draft.folder}{options.file.suffix.lower()}")
    _tell(folder, draft)
    return 0


def _tell(folder: Path, draft: drafting.Draft) -> None:
    for file in sorted(folder.iterdir()):
        print(file)
    for remark in draft.remarks:
        print(f"{remark.cs} / {remark.en}")
    print("Co ještě chybí, řekne make check. / What is missing, make check will tell.")


def _field_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give the command an option for each field that the tags may not have."""
    for name in reversed(_ENGLISH):
        flag = f"--{name.replace('_', '-')}-en"
        command = click.option(flag, help=f"the field {name} in English")(command)
    for name in reversed(_SIMPLE):
        told = f"the field {name}, if the tags do not have it"
        command = click.option(f"--{name.replace('_', '-')}", help=told)(command)
    return command


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", default="", help="the folder's name; otherwise made of the title")
@click.option("--number", type=int, help="the number of the episode")
@click.option("--season", type=int, help="the season, 1 otherwise")
@click.option("--person", multiple=True, metavar="ID:ROLE", help="may be repeated")
@click.option("--source", multiple=True, help="may be repeated")
@click.option(
    "--cover",
    type=click.Path(path_type=Path),
    help="a picture for the cover, if the recording has none",
)
@click.option("--ask", is_flag=True, help="ask for what is missing")
@_field_options
@root_option
def command(**given: Any) -> int:  # noqa: ANN401 - as click hands it over
    """Založit díl z nahrávky / Make a new episode's folder from its recording.

    Make the folder. Returns 1 when the recording cannot be read or is there already.
    """
    texts = {name: given.pop(name) for name in list(given) if name not in Options.__annotations__}
    options = Options(**given, texts=texts)
    if options.file == Path():
        raise click.UsageError("chybí nahrávka / no recording: make episode FILE=dil.mp3")
    try:
        return _make(options)
    except audio.UnreadableAudio as error:
        print(f"{options.file}: {error.found}; {error.expected.cs} / {error.expected.en}")
    except OSError as error:
        print(f"{options.file}: nelze číst / cannot be read ({error.strerror or error})")
    return 1
