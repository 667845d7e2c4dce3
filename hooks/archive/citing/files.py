"""The files in which citations can be had: of an item, of a list, of the whole archive."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.citing import bibtex, csl, ris
from archive.citing.cited import Cited
from archive.schema import DEFAULT_LANGUAGE, KINDS, paths
from archive.telling.archive import Archive, Archives
from archive.telling.parts import Item


def lists() -> list[str]:
    """Return the kinds whose whole list can be had as citations."""
    return [kind.name for kind in KINDS.values() if kind.has_list_of_citations]


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


def cited_items(archive: Archive, *kinds: str) -> list[Item]:
    """Return what can be cited, in a stable order; withdrawn items are told by tombstones."""
    items = archive.of(*(kinds or (kind.name for kind in KINDS.values() if kind.is_work)))
    show = [archive.show] if archive.show and (not kinds or "podcast" in kinds) else []
    return [*show, *items]


def _items(archives: Archives) -> Iterator[tuple[str, bytes]]:
    for item in cited_items(archives[DEFAULT_LANGUAGE], *KINDS):
        for language in item.languages:
            work = csl.work(archives, archives[language].same(item))
            for form in FORMATS:
                yield paths.citation(item, language, form.ending), form.write([work])


def _lists(archives: Archives) -> Iterator[tuple[str, bytes]]:
    chosen: Sequence[tuple[str, tuple[str, ...]]] = [
        ("", ()),
        *((name, (name,)) for name in lists()),
    ]
    for name, kinds in chosen:
        for language, archive in archives.items():
            works = [csl.work(archives, item) for item in cited_items(archive, *kinds)]
            for form in FORMATS:
                yield paths.citations(name, language, form.ending), form.write(works)


def write(archives: Archives) -> Iterator[tuple[str, bytes]]:
    """Yield every file of citations by its path below the site."""
    yield from _items(archives)
    yield from _lists(archives)
