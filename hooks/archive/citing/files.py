"""The files in which citations can be had: of an item, of a list, of the whole archive."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from archive.citing import bibtex, csl, ris
from archive.citing.cited import Cited
from archive.content.library import Library
from archive.content.settings import Site
from archive.schema import KINDS, LANGUAGES, paths
from archive.schema.records import Entry

LISTS = ("publications", "projects")


def _csl_json(works: Iterable[Cited]) -> bytes:
    told = [cited.csl for cited in works]
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(frozen=True)
class Format:
    """A format: its name, the ending of its files, its media type, how it is written."""

    label: str
    ending: str
    type: str
    write: Callable[[Iterable[Cited]], bytes]


FORMATS = (
    Format("BibTeX", "bib", "application/x-bibtex", bibtex.write),
    Format("RIS", "ris", "application/x-research-info-systems", ris.write),
    Format("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", _csl_json),
)


def cited_items(library: Library, *kinds: str) -> list[Entry[Any]]:
    """Return what can be cited, in a stable order; withdrawn items are told by tombstones."""
    found = [
        library.of(kind)[identifier]
        for kind in kinds or (kind for kind in KINDS if kind != "people")
        for identifier in sorted(library.of(kind))
    ]
    show = [library.show] if library.show and (not kinds or "podcast" in kinds) else []
    return [*show, *(e for e in found if not getattr(e.record, "withdrawn", None))]


def _items(library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    for entry in cited_items(library, *KINDS):
        for language in entry.editions:
            work = csl.work(library, site, entry, language)
            for form in FORMATS:
                yield paths.citation(entry, language, form.ending), form.write([work])


def _lists(library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    chosen: Sequence[tuple[str, tuple[str, ...]]] = [("", ()), *((name, (name,)) for name in LISTS)]
    for name, kinds in chosen:
        for language in LANGUAGES:
            works = [
                csl.work(library, site, entry, language) for entry in cited_items(library, *kinds)
            ]
            for form in FORMATS:
                yield paths.citations(name, language, form.ending), form.write(works)


def write(library: Library, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every file of citations by its path below the site."""
    yield from _items(library, site)
    yield from _lists(library, site)
