"""Make the folder of a new episode from its recording: records, cover, placeholders.

Reads the tags and asks nothing that they say; what nobody knows stands in the records as a
comment, and make check tells of it. Overwrites nothing.
Example: python scripts/new_episode.py ~/nahravky/dil-6.mp3 --place klatovy
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import sys
import uuid
from pathlib import Path
from typing import Any

from archive.recording import audio, tags
from archive.schema import LANGUAGES, Episode
from moving_in import drafting, existing

ROOT = Path(__file__).parent.parent
_SIMPLE = ("title", "description", "place", "published", "date", "cover_text")
_ENGLISH = ("title", "description", "cover_text")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    add = parser.add_argument
    add("file", type=Path, nargs="?", help="the recording, MP3 or M4A")
    add("--id", default="", help="the folder's name; otherwise made of the title")
    for name in _SIMPLE:
        add(f"--{name.replace('_', '-')}", help=f"the field {name}, if the tags do not have it")
    for name in _ENGLISH:
        add(f"--{name.replace('_', '-')}-en", help=f"the field {name} in English")
    add("--number", type=int, help="the number of the episode")
    add("--season", type=int, help="the season, 1 otherwise")
    add("--person", action="append", default=[], metavar="ID:ROLE", help="may be repeated")
    add("--source", action="append", default=[], help="may be repeated")
    add("--cover", type=Path, help="a picture for the cover, if the recording has none")
    add("--ask", action="store_true", help="ask for what is missing")
    add("--root", type=Path, default=ROOT, help="the archive's folder")
    options = parser.parse_args(arguments)
    if not options.file or options.file == Path():
        parser.error("chybí nahrávka / no recording: make episode FILE=dil.mp3")
    return options


def _told(options: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """Return the fields that were given on the command line, by language."""
    given = vars(options)
    czech = {name: given[name] for name in (*_SIMPLE, "number", "season") if given[name]}
    if options.person:
        parts = (person.partition(":") for person in options.person)
        czech["people"] = [{"person": p, "role": role or "guest"} for p, _, role in parts]
    if options.source:
        czech["sources"] = options.source
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


def _picture(options: argparse.Namespace) -> bytes | None:
    """Return the picture for the cover: the one that was given, else the recording's."""
    if options.cover:
        return bytes(options.cover.read_bytes())
    with options.file.open("rb") as file:
        if options.file.suffix.lower() == ".mp3":
            return tags.of_mp3(file).cover
        return tags.of_m4a(file)[0].cover


def _make(options: argparse.Namespace) -> int:
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


def main(arguments: list[str] | None = None) -> int:
    """Make the folder. Returns 1 when the recording cannot be read or is there already."""
    options = _options(arguments)
    try:
        return _make(options)
    except audio.UnreadableAudio as error:
        print(f"{options.file}: {error.found}; {error.expected.cs} / {error.expected.en}")
    except OSError as error:
        print(f"{options.file}: nelze číst / cannot be read ({error.strerror or error})")
    return 1


if __name__ == "__main__":
    sys.exit(main())
