"""What one record says of another, and of the vocabularies, is there."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.checks.walk import at, everything
from archive.content.credits import of_field
from archive.content.library import Library
from archive.content.references import projects_of
from archive.content.timeline import TIMELINE
from archive.schema import Credit, Home, Item
from archive.schema.fields import rows, stated
from archive.schema.problems import Problem, Text

_ADDRESS = re.compile(r"^https?://[^\s/]+\.[^\s/]+\S*$")


# The fields that hold credits, and whom a credit names in each.
_CREDITS = {"people": "person: id", "creators": "person: id / organisation: id"} | dict.fromkeys(
    ("partners", "funders", "publishers", "production"), "organisation: id"
)


def credits_in(record: Item) -> Iterator[tuple[str, int, Credit]]:
    """Yield every credit with its field and its place in the list."""
    for name in _CREDITS:
        for index, credit in enumerate(of_field(record, name)):
            yield name, index, credit


def _vocabulary_uses(record: Item) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Yield every use of a vocabulary: its name, where it stands, the id used."""
    for name, row in rows(type(record)).items():
        kind, _, vocabulary = row.value.partition(":")
        value = stated(record, name)
        if kind == "rights":
            yield "rights", (name,), str(value)
        elif isinstance(value, list) and kind == "terms":
            yield from ((vocabulary, (name, index), str(one)) for index, one in enumerate(value))
        elif value and kind == "terms":
            yield vocabulary, (name,), str(value)
    for name, index, credit in credits_in(record):
        for key, vocabulary, used in (
            ("organisation", "organisations", credit.organisation),
            ("role", "roles", credit.role),
            ("programme", "programmes", credit.programme),
        ):
            if used:
                yield vocabulary, (name, index, key), used


def vocabulary_terms_exist(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every id used from a vocabulary is in it."""
    for entry in everything(content):
        for name, location, value in _vocabulary_uses(entry.record):
            if value in content.vocabularies[name] or not content.vocabularies[name].readable:
                continue
            path, line = at(entry, *location)
            if name == "countries":
                cs, en = "dvoupísmenný kód země ISO 3166", "a two-letter ISO 3166 country code"
            else:
                cs = f"položka z docs/vocabulary/{name}.yml (nebo ji tam doplňte)"
                en = f"an entry of docs/vocabulary/{name}.yml (or add it there)"
            known = "CZ" if name == "countries" else ", ".join([*content.vocabularies[name]][:8])
            yield Problem(path, line, str(location[0]), value, Text(cs, en), known)
    themes = content.vocabularies["themes"]
    for dated in content.events:
        for theme in dated.event.themes:
            if theme not in themes:
                path = f"docs/{TIMELINE}"
                cs = "položka z docs/vocabulary/themes.yml (nebo ji tam doplňte)"
                en = "an entry of docs/vocabulary/themes.yml (or add it there)"
                known = ", ".join(list(themes)[:8])
                yield Problem(path, dated.line, "themes", theme, Text(cs, en), known)


def people_exist(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Everybody who is credited has a record."""
    expected = Text(
        "osoba se záznamem ve složce docs/people/", "a person with a record in docs/people/"
    )
    for entry in everything(content):
        for name, index, credit in credits_in(entry.record):
            if credit.person and not content.exists(f"people/{credit.person}"):
                path, line = at(entry, name, index)
                yield Problem(path, line, name, credit.person, expected, "person: lucie-sladkova")
    for dated in content.events:
        for person in dated.event.people:
            if not content.exists(f"people/{person}"):
                path = f"docs/{TIMELINE}"
                yield Problem(path, dated.line, "people", person, expected)


def credits_name_somebody(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A credit names one person or one organisation, as its field asks."""
    for entry in everything(content):
        for name, index, credit in credits_in(entry.record):
            either = name == "creators"
            good = bool(credit.person) != bool(credit.organisation)
            good = good and (either or bool(credit.person) == (name == "people"))
            if not good:
                path, line = at(entry, name, index)
                told = credit.model_dump(by_alias=True, exclude_defaults=True)
                found = ", ".join(f"{key}: {value}" for key, value in told.items())
                expected = Text(f"právě jedno: {_CREDITS[name]}", f"exactly one: {_CREDITS[name]}")
                examples = type(entry.record).model_fields[name].examples or [""]
                yield Problem(path, line, name, found, expected, str(examples[0]))


def relations_resolve(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every item that another names exists."""
    expected = Text("záznam, který v archivu je", "an item that is in the archive")
    for entry in everything(content):
        wanted = [("related", i, ref) for i, ref in enumerate(entry.record.related)]
        for i, project in enumerate(projects_of(entry.record)):
            wanted.append(("projects", i, f"projects/{project}"))
        for name, index, reference in wanted:
            if not content.exists(reference):
                path, line = at(entry, name, index)
                yield Problem(path, line, name, reference, expected, "projects/iyouth")
    for dated in content.events:
        for reference in dated.event.items:
            if not content.exists(reference):
                path = f"docs/{TIMELINE}"
                yield Problem(path, dated.line, "items", reference, expected, "projects/iyouth")


def _source_problems(
    sources: list[str], known: Iterable[str], path: str, line: int
) -> Iterator[Problem]:
    expected = Text(
        "adresa https://… nebo položka z docs/vocabulary/sources.yml",
        "an address https://… or an entry of docs/vocabulary/sources.yml",
    )
    if not sources:
        yield Problem(path, line, "sources", "[]", expected, "sources:\n  - https://www.iom.cz/")
    for source in sources:
        if source not in known and not _ADDRESS.match(source):
            yield Problem(path, line, "sources", source, expected, "https://www.iom.cz/")


def sources_are_given(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every record and every dated fact says where it comes from."""
    known = content.vocabularies["sources"]
    for entry in everything(content):
        path, line = at(entry, "sources")
        yield from _source_problems(entry.record.sources, known, path, line)
    for dated in content.events:
        path = f"docs/{TIMELINE}"
        yield from _source_problems(dated.event.sources, known, path, dated.line)


def home_features_exist(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """What the home page puts forward is in the archive."""
    home = content.pages.get("")
    if home is None or not isinstance(home.record, Home):
        return
    dated = {d.event.date for d in content.events}
    record = home.record
    for kind, featured in (
        ("projects", record.featured_projects),
        ("publications", record.featured_publications),
        ("events", record.featured_events),
    ):
        name = f"featured_{kind}"
        for index, value in enumerate(featured):
            reference = f"{kind}/{value}"
            there = content.exists(reference) and not content.gone(reference)
            if not (value in dated if kind == "events" else there):
                path, line = at(home, name, index)
                expected = Text("záznam, který v archivu je", "an item that is in the archive")
                yield Problem(path, line, name, value, expected)
