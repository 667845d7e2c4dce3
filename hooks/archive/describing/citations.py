"""What a page rests on: its sources, and those that sentences of its text name.

A source that a sentence names carries the address of its note, so that who reads the graph
comes to the figures that rest on it. A page of a document is a ``Chapter`` to schema.org:
only parts of works have a ``pagination``.
"""

from __future__ import annotations

from typing import Any

from archive.content import source_notes
from archive.content.source_notes import Note
from archive.describing.graph import Graph, Node, node
from archive.describing.stubs import stub
from archive.schema.records import Entry
from archive.telling.cited_sources import item_of, named, place_text
from archive.telling.teller import Teller


def _source(graph: Graph, text: str) -> Node | str:
    """Return what a record rests on: a page elsewhere, or a document of the vocabulary."""
    known = graph.library.vocabularies["sources"]
    if text in known:
        return known[text].label(graph.language)
    return node("CreativeWork", url=text)


def _work(teller: Teller, source: str, name: str = "") -> Node:
    """Return a source that a sentence names, as its note names it."""
    told = named(teller, source)
    return node("CreativeWork", name, name=told.text, url=told.href if "://" in told.href else "")


def _noted(graph: Graph, teller: Teller, page: str, note: Note) -> Node:
    """Return what a note names, under the address of the note."""
    anchor = f"{page}#{note.id}"
    entry = item_of(teller, note.source, teller.library.vocabularies["sources"].get(note.source))
    whole = stub(graph, entry) if entry else _work(teller, note.source)
    if note.place is None:
        return whole if entry else _work(teller, note.source, anchor)
    paged = note.place.kind == "page"
    return node(
        "Chapter" if paged else "CreativeWork",
        anchor,
        name=f"{whole['name']}, {place_text(teller, note.place)}",
        pagination=note.place.value if paged else "",
        isPartOf=whole,
    )


def citations(graph: Graph, entry: Entry[Any]) -> list[Node | str]:
    """Return what a page cites: each source once, then each place in one."""
    teller = Teller(graph.library, graph.site, graph.language)
    edition = entry.edition(graph.language)
    found = source_notes.of(edition, graph.library)
    page, listed = graph.page(entry), source_notes.sources_of(edition)
    whole = {note.source: note for note in found if note.place is None}
    told = [
        _noted(graph, teller, page, whole[text]) if text in whole else _source(graph, text)
        for text in listed
    ]
    further = [note for note in found if note.place or note.source not in listed]
    return [*told, *(_noted(graph, teller, page, note) for note in further)]
