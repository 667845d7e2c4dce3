"""The library as a whole: relations in both directions, and the layers of the core."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import archive
from archive.content.credits import credits_of
from archive.content.library import Library
from archive.schema import KINDS
from archive.schema.records import Entry
from conftest import ROOT

CORE = ROOT / "hooks" / "archive"


@pytest.fixture(params=["toy_library", "real_library"])
def content(request: pytest.FixtureRequest) -> Library:
    """The toy archive, then the real one."""
    found: Library = request.getfixturevalue(request.param)
    return found


def references(entries: list[Entry[Any]]) -> list[str]:
    """Return the names of items."""
    return sorted(entry.reference for entry in entries)


# -- what is in the toy archive ---------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("projects", ["jezero"]),
        ("publications", ["zprava-o-jezere"]),
        ("podcast", ["druhy", "prvni"]),
        ("people", ["jana-novakova", "petr-chalupa"]),
        ("nothing", []),
    ],
)
def test_of(toy_library: Library, kind: str, ids: list[str]) -> None:
    """Every folder with a record is an item of its kind."""
    assert ids == list(toy_library.of(kind))


@pytest.mark.parametrize(
    ("reference", "title"),
    [
        ("projects/jezero", "Jezero a lidé kolem něj"),
        ("people/petr-chalupa", "Petr Chalupa"),
        ("projects/rybnik", None),
        ("rybniky/jezero", None),
        ("jezero", None),
        ("", None),
    ],
)
def test_find(toy_library: Library, reference: str, title: str | None) -> None:
    """An item is found by kind and id; anything else finds nothing."""
    entry = toy_library.find(reference)

    assert title == (entry.record.title if entry else None)


def test_episodes(toy_library: Library) -> None:
    """Episodes come in the order of their numbers, not of their folders."""
    assert ["prvni", "druhy"] == [entry.id for entry in toy_library.episodes()]


def test_pages(toy_library: Library) -> None:
    """Home, section fronts and pages about the archive are pages; the show is not."""
    expected = ["", "about", "catalogue", "history", "people", "projects", "publications"]

    assert expected == sorted(toy_library.pages)
    assert toy_library.show is not None


def test_project_knows_its_parts(toy_library: Library) -> None:
    """A project lists the publication and the episodes that say they come from it."""
    found = {kind: references(toy_library.parts("jezero", kind)) for kind in KINDS}

    assert ["publications/zprava-o-jezere"] == found["publications"]
    assert ["podcast/druhy", "podcast/prvni"] == found["podcast"]


def test_person_knows_appearances(toy_library: Library) -> None:
    """A person lists every item that credits them, with the role."""
    found = [(a.entry.reference, a.role) for a in toy_library.appearances["petr-chalupa"]]

    assert [
        ("podcast/", "host"),
        ("podcast/druhy", "host"),
        ("podcast/prvni", "host"),
        ("projects/jezero", "speaker"),
        ("publications/zprava-o-jezere", "author"),
    ] == sorted(found)


def test_relation_is_found_from_the_silent_side(toy_library: Library) -> None:
    """The publication that names no project as related is related to the one that names it."""
    publication = toy_library.of("publications")["zprava-o-jezere"]

    assert [] == publication.record.related
    assert ["projects/jezero"] == references(toy_library.related(publication))


@pytest.mark.parametrize(
    ("reference", "dates"),
    [
        ("projects/jezero", ["2001-09"]),
        ("people/jana-novakova", ["2001-09"]),
        ("publications/zprava-o-jezere", ["2006"]),
        ("people/petr-chalupa", []),
    ],
)
def test_timeline_is_found_from_items(
    toy_library: Library, reference: str, dates: list[str]
) -> None:
    """An item and a person list the facts of the timeline that name them."""
    assert dates == [event.date for event in toy_library.dated(reference)]


# -- every relation, in both archives ------------------------------------------------------


def test_related_both_ways(content: Library) -> None:
    """Whatever an item calls related is related to it, and nothing else is."""
    stated = {
        frozenset((entry.reference, other))
        for entry in content.every()
        for other in entry.record.related
    }
    found = {
        frozenset((entry.reference, other.reference))
        for entry in content.every()
        for other in content.related(entry)
    }

    assert stated == found
    for entry in content.every():
        assert all(entry in content.related(other) for other in content.related(entry))


def test_parts_both_ways(content: Library) -> None:
    """Every publication and episode is found from each project it comes from, and no other."""
    stated = {
        (project, entry.reference)
        for entry in content.every()
        for project in getattr(entry.record, "projects", [])
    }
    found = {
        (project, part.reference)
        for project in content.of("projects")
        for kind in KINDS
        for part in content.parts(project, kind)
    }

    assert stated == found


def test_credits_both_ways(content: Library) -> None:
    """Every credit of a person is found from the person, with the same role."""
    everything = [*content.every(), *([content.show] if content.show else [])]
    stated = sorted(
        (credit.person, entry.reference, role)
        for entry in everything
        for role, credit in credits_of(entry.record)
        if credit.person
    )
    found = sorted(
        (person, appearance.entry.reference, appearance.role)
        for person, appearances in content.appearances.items()
        for appearance in appearances
    )

    assert stated == found


def test_every_person_appears(content: Library) -> None:
    """Nobody has a record without a part in an item or in the timeline."""
    idle = [
        person
        for person in content.of("people")
        if person not in content.appearances and not content.dated(f"people/{person}")
    ]

    assert [] == idle


def test_timeline_both_ways(content: Library) -> None:
    """Every item and person that a dated fact names finds that fact."""
    stated = sorted(
        (reference, dated.event.date)
        for dated in content.events
        for reference in {*dated.event.items, *(f"people/{p}" for p in dated.event.people)}
    )
    found = sorted(
        (entry.reference, event.date)
        for entry in content.every()
        for event in content.dated(entry.reference)
    )

    assert stated == found


def test_everything_is_in_both_languages(content: Library) -> None:
    """Every item, every page and the show can be read in Czech and in English."""
    shows: list[Entry[Any]] = [content.show] if content.show else []
    entries: list[Entry[Any]] = [*content.every(), *shows, *content.pages.values()]

    assert {("cs", "en")} == {tuple(sorted(entry.editions)) for entry in entries}


def test_real_archive_has_no_errors(real_library: Library) -> None:
    """The content as it is can be published."""
    assert [] == [problem for problem in real_library.problems if problem.severity == "error"]


# -- the layers ----------------------------------------------------------------------------


@cache
def modules() -> dict[str, Path]:
    """Return the modules of the core by their dotted names."""
    names = {}
    for path in sorted(CORE.rglob("*.py")):
        parts = path.relative_to(CORE.parent).with_suffix("").parts
        names[".".join(parts).removesuffix(".__init__")] = path
    return names


@cache
def imports(path: Path) -> list[str]:
    """Return everything that a module imports, wherever in the file, as dotted names."""
    return list(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in modules() else str(node.module)


def test_core_does_not_know_mkdocs() -> None:
    """Importing the whole core loads no module of MkDocs or of its plugins."""
    program = (
        "import importlib, json, sys\n"
        f"for name in {list(modules())!r}: importlib.import_module(name)\n"
        "print(json.dumps([m for m in sys.modules if m.split('.')[0].startswith('mkdocs')"
        " or m.split('.')[0] in ('material', 'properdocs', 'zensical')]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=CORE.parent,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ("", []) == (done.stderr, json.loads(done.stdout))


def test_no_import_cycles() -> None:
    """No module of the core imports, by any way round, itself."""
    needs = {name: {i for i in imports(path) if i in modules()} for name, path in modules().items()}
    free: set[str] = set()
    while ready := {name for name in needs if name not in free and needs[name] <= free}:
        free |= ready

    assert [] == sorted(set(needs) - free)


@pytest.mark.parametrize(
    ("package", "doors"),
    [
        ("mutagen", ["archive.recording.tags"]),
        ("feedgen", ["archive.podcast.namespace", "archive.podcast.rss"]),
        ("hunspell", ["archive.checks.spelling"]),
        ("webvtt", ["archive.recording.transcripts"]),
        ("edtf", ["archive.language.dates"]),
        ("yaml", ["archive.schema.frontmatter", "archive.schema.languages"]),
        ("pikepdf", ["archive.documents.pdf"]),
        ("pypdfium2", ["archive.documents.drawing"]),
        ("mkdocs", []),
        ("jinja2", []),
    ],
)
def test_doors(package: str, doors: list[str]) -> None:
    """Each foreign library enters the core by its own door."""
    found = [
        name
        for name, path in modules().items()
        if any(i.split(".")[0] == package for i in imports(path))
    ]

    assert doors == found


def room(name: str) -> str:
    """Return the room that a module of the core lies in: the folder below the core."""
    return name.split(".")[1]


def test_rooms_are_the_folders() -> None:
    """Every folder of the core is in the list of rooms; beside them lies what builds alone."""
    folders = {path.name for path in CORE.iterdir() if (path / "__init__.py").is_file()}
    beside = {path.name for path in CORE.glob("*.py")}

    assert set(archive.ROOMS) == folders
    assert {"__init__.py", "build.py"} == beside


def test_imports_go_one_way() -> None:
    """A room imports only from those before it, so that no two know each other."""
    rank = {name: number for number, name in enumerate((*archive.ROOMS, "build"))}
    upward = [
        f"{name} imports {used}"
        for name, path in modules().items()
        for used in imports(path)
        if used.startswith("archive.") and rank[room(used)] > rank.get(room(name), 0)
    ]

    assert [] == upward


# What draws from telling alone. The rooms of keeping and checks compare or judge the content.
WRITERS = ("drawing", "citing", "describing", "podcast", "exports", "pages", "search")
_READS = {"Library", "Teller", "Entry", "Edition"}


def _written() -> Iterator[tuple[str, ast.AST]]:
    """Yield every node of the modules that write from what has been told."""
    for name, path in modules().items():
        if "." in name and room(name) in WRITERS:
            yield from ((name, node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def test_writers_take_no_library() -> None:
    """What has been told is all that an output is written from: no record is read again."""
    takers = [
        f"{name}: {node.arg}"
        for name, node in _written()
        if isinstance(node, ast.arg) and node.annotation
        for part in ast.walk(node.annotation)
        if isinstance(part, ast.Name) and part.id in _READS
    ]

    assert [] == takers


def test_writers_look_nothing_up_and_word_no_date() -> None:
    """No output asks a vocabulary for a label, or puts a date into words."""
    asked = [
        f"{name}:{node.lineno} {node.attr}"
        for name, node in _written()
        if isinstance(node, ast.Attribute) and node.attr in ("vocabularies", "in_words")
    ]

    assert [] == asked


def test_the_core_has_no_clock() -> None:
    """No module of the core asks what time it is: today comes from outside."""
    asking = [
        name
        for name, path in modules().items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow", "time")
    ]

    assert [] == asking
