"""Make the folder of a new episode from its recording: records, cover, placeholders.

Reads the tags and asks nothing that they say; what nobody knows stands in the records as a
comment, and make check tells of it. Overwrites nothing.
"""

from __future__ import annotations

import datetime as dt
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click

from archive.recording import audio, tags
from archive.schema import LANGUAGES, Episode
from command import root_option
from moving_in import drafting, existing

_SIMPLE = ("title", "description", "place", "published", "date", "cover_text")
_ENGLISH = ("title", "description", "cover_text")


def _told(options: SimpleNamespace) -> dict[str, dict[str, Any]]:
    """Return the fields that were given on the command line, by language."""
    given = vars(options)
    czech = {name: given[name] for name in (*_SIMPLE, "number", "season") if given[name]}
    if options.person:
        parts = (person.partition(":") for person in options.person)
        czech["people"] = [{"person": p, "role": role or "guest"} for p, _, role in parts]
    if options.source:
        czech["sources"] = list(options.source)
    english = {name: given[f"{name}_en"] for name in _ENGLISH if given[f"{name}_en"]}
    return {"cs": czech, "en": english}


def _ask(told: dict[str, dict[str, Any]], known: dict[str, Any]) -> None:
    """Ask for what neither the recording nor the command line says; an empty answer leaves it."""
    for language in LANGUAGES:
        for name in drafting.WANTED[language]:
            if told[language].get(name) or (language == "cs" and known.get(name)):
                continue
            info = Episode.model_fields[name]
            labels: Any = info.json_schema_extra
            if answer := input(f"{labels['label']['cs']} ({language}, {name}): ").strip():
                told[language][name] = [answer] if name == "sources" else answer


def _picture(options: SimpleNamespace) -> bytes | None:
    """Return the picture for the cover: the one that was given, else the recording's."""
    if options.cover:
        return bytes(options.cover.read_bytes())
    with options.file.open("rb") as file:
        if options.file.suffix.lower() == ".mp3":
            return tags.of_mp3(file).cover
        return tags.of_m4a(file)[0].cover


def _make(options: SimpleNamespace) -> int:
    recording = audio.read(options.file)
    docs: Path = options.root / "docs"
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
def command(**given: Any) -> int:
    """Založit díl z nahrávky / Make a new episode's folder from its recording.

    Make the folder. Returns 1 when the recording cannot be read or is there already.
    """
    options = SimpleNamespace(**given)
    if options.file == Path():
        raise click.UsageError("chybí nahrávka / no recording: make episode FILE=dil.mp3")
    try:
        return _make(options)
    except audio.UnreadableAudio as error:
        print(f"{options.file}: {error.found}; {error.expected.cs} / {error.expected.en}")
    except OSError as error:
        print(f"{options.file}: nelze číst / cannot be read ({error.strerror or error})")
    return 1
