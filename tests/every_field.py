"""An archive whose records state every field and every choice of every kind."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

import command
import paper_pdf
from archive.recording import locks
from archive.recording.locks import Lock
from archive.schema.frontmatter import load_yaml
from conftest import ALTERNATES, HERE, make_toy

FOLDER = HERE / "schema" / "every_field"
# Terms that the records need beside those of the toy archive.
_TERMS = {
    "roles": "editor: {cs: redakce, en: editor}\ntranslator: {cs: překlad, en: translator}",
    "themes": "education: {cs: Vzdělávání, en: Education, description: {cs: U., en: L.}}",
    "project-types": "conference: {cs: konference, en: conference}",
}
_FRONT = "---\ntitle: {}\ndescription: {}\n---\n"
_FRONTS = {
    "cs": _FRONT.format("Oddíl", "Vymyšlená stránka oddílu, která uvádí seznam pod sebou."),
    "en": _FRONT.format("Section", "An invented page that introduces the list below it."),
}
# What the lock says of the recording that lies elsewhere.
_ELSEWHERE = Lock(
    address="https://example.org/vse.mp3", size=1_200_000, type="audio/mpeg", duration=100.0,
    bitrate=96, sample_rate=44100, channels=1, read="2026-11-21", sha256="0" * 64,
    sha384="0" * 96,
)  # fmt: skip


def _records() -> dict[str, dict[str, dict[str, Any]]]:
    """Return the front matter of each folder in each language."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    values: Any = load_yaml((FOLDER / "records.yml").read_text(encoding="utf-8"))[0]
    for folder, told in values.items():
        like = found.get(told.pop("like", ""), {})
        found[folder] = {code: like.get(code, {}) | told.get(code, {}) for code in ("cs", "en")}
    del found["every"]
    return found


def make(target: Path) -> Path:
    """Write the archive into a folder."""
    root = make_toy(target)
    docs = root / "docs"
    for name, line in _TERMS.items():
        with (docs / "vocabulary" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
    for kind in ("news", "stories", "strategy"):
        (docs / kind).mkdir()
        for code, text in _FRONTS.items():
            (docs / kind / f"index.{code}.md").write_text(text, encoding="utf-8")
    with (docs / "history" / "timeline.yml").open("a", encoding="utf-8") as file:
        file.write((FOLDER / "timeline.yml").read_text(encoding="utf-8"))
    for folder, told in _records().items():
        (docs / folder).mkdir(parents=True, exist_ok=True)
        for code, fields in told.items():
            stated = {name: value for name, value in fields.items() if value is not None}
            front = yaml.dump(stated, allow_unicode=True, sort_keys=False, width=10_000)
            text = f"---\n{front}---\nText.\n"
            (docs / folder / f"index.{code}.md").write_text(text, encoding="utf-8")
    _add_files(docs)
    assert 0 == command.main(["stamp", "--root", str(root)])
    return root


def _add_files(docs: Path) -> None:
    """Add documents, recordings, covers and transcripts; other formats of a sound are no field."""
    for ending in ALTERNATES:
        (docs / "podcast" / "druhy" / f"druhy{ending}").unlink()
    for number, name in enumerate(("vse.cs.pdf", "vse.cs.v2.pdf"), 47):
        pages = [f"Všechno\nStrana {page}." for page in range(1, number + 1)]
        file = docs / "publications" / "vse" / name
        paper_pdf.make(file, *pages, title="Všechno", language="cs", tagged=True)
    shutil.copy(HERE / "audio" / "other.mp3", docs / "podcast" / "tady" / "tady.mp3")
    (docs / "podcast" / "vse" / locks.NAME).write_text(locks.dump(_ELSEWHERE), encoding="utf-8")
    for episode in ("vse", "tady"):
        for name in ("cover.png", "transcript.cs.vtt", "transcript.en.vtt"):
            shutil.copy(docs / "podcast" / "prvni" / name, docs / "podcast" / episode / name)
