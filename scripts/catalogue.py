"""Print the catalogue of the archive: a tagged PDF in each language, from the records.

A file that is held is never written over: a later edition gets the next version's name.
SITE_URL, if set, is where the links lead; without it they lead to their neighbours.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pikepdf
import typst
from PIL import Image

import archive.build  # noqa: F401 - registers the kinds of record
from archive.cache.store import FOLDER
from archive.citing import panel
from archive.citing.rendering import Renderer
from archive.content import library
from archive.content import settings as site
from archive.content.library import COVER, Library
from archive.content.settings import Site
from archive.exports.printed import CATALOGUE, catalogue, editions
from archive.schema.problems import errors, report
from archive.telling.archive import Archive, tell
from command import ROOT, root_option

HOUSE = Path(__file__).parent / "printed"
DRAWINGS = ("docs/overrides/partials/hero.svg", "scripts/artwork/mark.svg")
IDENTIFIER = CATALOGUE.partition("/")[2]
_COVER = 560  # pixels, for 44 mm of paper

_FIRST = (
    f"Katalog vychází z úplných záznamů a z docs/{CATALOGUE}; nejdřív opravte chyby.\n"
    f"The catalogue needs whole records and docs/{CATALOGUE}; mend the faults first."
)
_CHANGED = (
    "Záznamy se od posledního vydání změnily. Nové vydání má své datum:\n"
    "The records have changed since the last edition. A new one has its date:"
)


def picture(cover: Path) -> bytes:
    """Return an episode's cover as a light JPEG; the same cover gives the same bytes."""
    made = io.BytesIO()
    with Image.open(cover) as image:
        small = image.convert("RGB").resize((_COVER, _COVER), Image.Resampling.LANCZOS)
    small.save(made, "JPEG", quality=82, optimize=True)
    return made.getvalue()


def tightened(pdf: bytes) -> bytes:
    """Return the PDF in half the bytes: its structure, which Typst leaves open, compressed."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        mode = pikepdf.ObjectStreamMode.generate
        document.save(made, object_stream_mode=mode, deterministic_id=True)
    return made.getvalue()


def typeset(values: dict[str, Any], archive: Archive) -> bytes:
    """Return the PDF of one language; typst.TypstError if a standard is not met."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for item, told in zip(archive.episodes(), values["podcast"]["episodes"], strict=True):
            told["cover"] = f"{item.id}.jpg"
            (folder / told["cover"]).write_bytes(picture(item.folder / COVER))
        for source in (HOUSE / "catalogue.typ", *(ROOT / drawing for drawing in DRAWINGS)):
            shutil.copy(source, folder)
        (folder / "data.json").write_text(json.dumps(values, ensure_ascii=False), "utf-8")
        # PDF/UA-1 for those who cannot see it, PDF/A-2a for those who come in fifty years.
        made = typst.compile(
            folder / "catalogue.typ", root=folder, format="pdf", pdf_standards=["ua-1", "a-2a"],
            font_paths=[HOUSE / "fonts"], ignore_system_fonts=True,
        )  # fmt: skip
    return tightened(made)


def dated(content: Library, date: str) -> None:
    """Let the catalogue's own record bear the date of the edition that is being made."""
    entry = content.of("publications")[IDENTIFIER]
    told = {
        code: replace(edition, record=edition.record.model_copy(update={"date": date}))
        for code, edition in entry.editions.items()
    }
    content.entries["publications"][IDENTIFIER] = replace(entry, editions=told)


def make(content: Library, settings: Site, date: str, cache: Path | None) -> dict[str, bytes]:
    """Return the catalogue in every language, as of a day (YYYY-MM-DD)."""
    dated(content, date)
    archives = tell(content, settings)
    citations = panel.render(archives, Renderer(cache))
    return {
        code: typeset(catalogue.values(archive, citations), archive)
        for code, archive in archives.items()
    }


def deposit(folder: Path, made: dict[str, bytes], date: str) -> None:
    """Write the files under the names of the next edition, and say what is left to do."""
    names = editions.next_names(folder)
    later = bool(editions.versions(folder))
    for code, name in names.items():
        with (folder / name).open("xb") as file:
            file.write(made[code])
        print(f"{(folder / name).relative_to(folder.parents[2])}  {len(made[code]) // 1000} kB")
    if later:
        print("\nDo záznamu napište: / Write into the record:\n\n" + editions.note(names, date))


@click.command()
@click.option("--date", help="the day whose state it shows; else the record's date")
@root_option
def command(date: str | None, root: Path) -> int:
    """Vytisknout katalog archivu do PDF / Print the catalogue of the archive as PDF.

    Make the catalogue. Returns 1 when there is something to decide or to mend first.
    """
    content = library.read(root)
    entry = content.find(CATALOGUE)
    if errors(content.problems) or entry is None:
        print(report(content.problems), file=sys.stderr)
        print(f"\n{_FIRST}", file=sys.stderr)
        return 1
    try:
        day = dt.date.fromisoformat(date or entry.record.date or "").isoformat()
    except ValueError:
        print(f"--date {date or entry.record.date}: 2027-11-21", file=sys.stderr)
        return 1
    strings = site.load_strings(content.docs, root)
    address = os.environ.get("SITE_URL", "https://example.org/archive/").rstrip("/") + "/"
    settings = Site(address, "", "", "", standins=False, strings=strings)
    made = make(content, settings, day, root / FOLDER)
    folder = entry.folder
    if editions.is_held(folder, made):
        print("Nic nového. / Nothing new.")
        return 0
    if editions.versions(folder) and not date:
        again = f".venv/bin/archive catalogue --date {dt.date.today()}"
        print(f"{_CHANGED}\n  {again}", file=sys.stderr)
        return 1
    deposit(folder, made, day)
    return 0
