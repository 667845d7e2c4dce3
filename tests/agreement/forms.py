"""Every form in which the built site tells its records, how it is read and what is right."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from agreement import citations, cited, data, linked, listed, pages, right, right_linked
from agreement.compare import Fields, differences
from agreement.pages import Page
from agreement.record import Said
from archive.content.library import Library
from archive.schema.records import Entry

KINDS = ("podcast", "show", "publications", "projects", "people", "news", "stories", "strategy")
Told = dict[str, Fields]


def name(entry: Entry[Any]) -> str:
    """Return by which name exports know an item."""
    return entry.reference.rstrip("/")


@dataclass
class Built:
    """The built site and the records that it was built from."""

    folder: Path
    library: Library
    address: str = "https://example.org/archive/"
    _parsed: dict[str, Page] = field(default_factory=dict)

    @cached_property
    def entries(self) -> list[Entry[Any]]:
        """Every item that has a record."""
        return [*self.library.every(), *([self.library.show] if self.library.show else [])]

    def said(self, language: str, *kinds: str) -> Iterator[Said]:
        """Yield the records of some kinds."""
        for entry in self.entries:
            if (entry.kind if entry.id else "show") in kinds:
                yield Said(self.library, entry, language, self.address)

    def page(self, said: Said) -> Page:
        """Return an item's page, parsed once."""
        if said.folder not in self._parsed:
            self._parsed[said.folder] = pages.read(self.folder / said.folder / "index.html")
        return self._parsed[said.folder]


class Form(NamedTuple):
    """A form: its name, whom it tells of, how it is read, and what it must say."""

    name: str
    kinds: tuple[str, ...]
    read: Callable[[Built, str, tuple[str, ...]], Told]
    right: Callable[[Said], Fields]
    key: Callable[[Said], str] = lambda said: name(said.entry)

    def faults(self, built: Built, language: str) -> list[str]:
        """Return every difference from the records; also what is missing or too many."""
        told = self.read(built, language, self.kinds)
        found = []
        for said in built.said(language, *self.kinds):
            if (key := self.key(said)) in told:
                found += differences(self.name, said, self.right(said), told.pop(key))
            else:
                found.append(f"{name(said.entry)} [{language}] {self.name}: not told at all")
        return [*found, *(f"{key} [{language}] {self.name}: no such record" for key in told)]


def _on_page(reader: Callable[[Page], Fields]) -> Callable[[Built, str, tuple[str, ...]], Told]:
    def read(built: Built, language: str, kinds: tuple[str, ...]) -> Told:
        return {name(said.entry): reader(built.page(said)) for said in built.said(language, *kinds)}

    return read


def _cite(built: Built, language: str, kinds: tuple[str, ...], ending: str) -> list[str]:
    """Return the citation files of items; each holds its own item and no other."""
    found = []
    for said in built.said(language, *kinds):
        text = (built.folder / said.folder / f"cite.{ending}").read_bytes().decode()
        assert citations.keys(text) == [citations.key(name(said.entry))], said.folder
        found.append(text)
    return found


def _bibtex(built: Built, language: str, kinds: tuple[str, ...]) -> Told:
    return citations.bibtex("\n".join(_cite(built, language, kinds, "bib")))


def _ris(built: Built, language: str, kinds: tuple[str, ...]) -> Told:
    return citations.ris("\r\n".join(_cite(built, language, kinds, "ris")))


def _works(built: Built, language: str, kinds: tuple[str, ...]) -> list[Any]:
    files = _cite(built, language, kinds, "csl.json")
    return [work for text in files for work in json.loads(text)]


def _csl(built: Built, language: str, kinds: tuple[str, ...]) -> Told:
    return citations.csl(_works(built, language, kinds))


def _pandoc(form: str) -> Callable[[Built, str, tuple[str, ...]], Told]:
    def read(built: Built, language: str, kinds: tuple[str, ...]) -> Told:
        if form == "csljson":
            content = json.dumps(_works(built, language, kinds))
        else:
            ending, between = {"biblatex": ("bib", "\n"), "ris": ("ris", "\r\n")}[form]
            content = between.join(_cite(built, language, kinds, ending))
        return citations.of_pandoc(citations.pandoc(content.encode(), form))

    return read


def _in_data(
    reader: Callable[[Path, str], Told],
) -> Callable[[Built, str, tuple[str, ...]], Told]:
    return lambda built, language, kinds: reader(built.folder, language)


def _key(said: Said) -> str:
    return citations.key(said.entry.reference)


def _guid(said: Said) -> str:
    return str(said.record.guid)


_CITED = ("podcast", "show", "publications", "projects", "news", "stories", "strategy")
_ITEMS, _EPISODES = ("people", *(kind for kind in _CITED if kind != "show")), ("podcast",)

FORMS = (
    Form("JSON-LD", KINDS, _on_page(linked.json_ld), right_linked.json_ld),
    Form("JSON-LD of works", ("publications",), _on_page(linked.work), right_linked.work),
    Form("JSON-LD of projects", ("projects",), _on_page(linked.project), right_linked.project),
    Form("JSON-LD of episodes", _EPISODES, _on_page(linked.episode), right_linked.episode),
    Form("JSON-LD of the show", ("show",), _on_page(linked.podcast), right_linked.podcast),
    Form("JSON-LD of people", ("people",), _on_page(linked.person), right_linked.person),
    Form("Dublin Core", KINDS, _on_page(pages.dublin_core), right.dublin_core),
    Form("Open Graph", KINDS, _on_page(pages.open_graph), right.open_graph),
    Form("Google Scholar", KINDS, _on_page(pages.highwire), right.highwire),
    Form("Zotero", KINDS, _on_page(pages.zotero), right.zotero),
    Form("BibTeX by pybtex", KINDS, _bibtex, cited.bibtex, _key),
    Form("BibLaTeX by pandoc", KINDS, _pandoc("biblatex"), cited.pandoc_biblatex, _key),
    Form("RIS by rispy", KINDS, _ris, cited.ris, _key),
    Form("RIS by pandoc", KINDS, _pandoc("ris"), cited.pandoc_ris, _key),
    Form("CSL-JSON", KINDS, _csl, cited.csl),
    Form("CSL-JSON by pandoc", KINDS, _pandoc("csljson"), cited.pandoc_csl, _key),
    Form("catalogue.json", KINDS, _in_data(data.catalogue), listed.catalogue),
    Form("CSV by frictionless", KINDS, _in_data(data.table), listed.table),
    Form("OAI-PMH", _CITED, _in_data(data.oai), listed.oai),
    Form("RSS by feedparser", _EPISODES, _in_data(data.rss), listed.rss, _guid),
    Form("JSON Feed", _EPISODES, _in_data(data.json_feed), listed.json_feed, _guid),
    Form("Atom by feedparser", _ITEMS, _in_data(data.atom), listed.atom, lambda said: said.url),
)
