"""What the archive has already: whatever an import must neither repeat nor overwrite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archive.language.slugs import ascii_slug
from archive.schema import LANGUAGES, frontmatter, vocabulary
from archive.schema.frontmatter import FrontMatterError
from moving_in.people import bare


@dataclass
class Present:
    """GUIDs and numbers in use, people by the slug of their names, roles, places by name.

    ``standins`` are the folders of stand-in recordings by the slug of their titles.
    """

    guids: dict[str, str] = field(default_factory=dict)
    numbers: set[tuple[int, int]] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)
    standins: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)


def _values(path: Path) -> Mapping[str, object]:
    """Return the fields of a record, none of one that is missing or broken.

    A record that does not fit the schema yet still has its GUID.
    """
    try:
        return frontmatter.parse(path.read_text(encoding="utf-8")).values
    except (OSError, UnicodeDecodeError, FrontMatterError):
        return {}


def _read_episodes(present: Present, docs: Path) -> None:
    for folder in sorted(p for p in (docs / "podcast").glob("*/") if p.is_dir()):
        present.folders.add(folder.name)
        for language in LANGUAGES:
            values = _values(folder / f"index.{language}.md")
            if guid := values.get("guid"):
                present.guids[str(guid)] = folder.name
            if values.get("recording") == "stand-in":
                present.standins[ascii_slug(str(values.get("title")))] = folder.name
            number, season = values.get("number"), values.get("season", 1)
            if isinstance(number, int) and isinstance(season, int):
                present.numbers.add((season, number))


def _read_people(present: Present, docs: Path) -> None:
    for folder in sorted(p for p in (docs / "people").glob("*/") if p.is_dir()):
        present.people[folder.name] = folder.name
        for language in LANGUAGES:
            values = _values(folder / f"index.{language}.md")
            variants = values.get("title_variants")
            names = [values.get("title"), *(variants if isinstance(variants, list) else [])]
            for name in filter(None, names):
                present.people.setdefault(ascii_slug(bare(str(name))), folder.name)


def read(docs: Path) -> Present:
    """Read what is there; a folder without a record counts, so that nothing is overwritten."""
    present = Present()
    _read_episodes(present, docs)
    _read_people(present, docs)
    for term in vocabulary.load(docs / "vocabulary", "roles", "roles")[0].values():
        present.roles[term.id] = term.label("cs")
    for term in vocabulary.load(docs / "vocabulary", "places", "places")[0].values():
        for label in term.labels.values():
            present.places[ascii_slug(label)] = term.id
    return present
