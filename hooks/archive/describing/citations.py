"""What a page rests on: its sources, and those that sentences of its text name.

A source that a sentence names carries the address of its note, so that who reads the graph
comes to the figures that rest on it. A page of a document is a ``Chapter`` to schema.org:
only parts of works have a ``pagination``.
"""

from __future__ import annotations

from archive.describing.graph import Graph, Node, node
from archive.describing.short_forms import short
from archive.telling.archive import Page
from archive.telling.parts import Card, Item, SourceNote, Value


def _source(value: Value) -> Node | str:
    """Return what a record rests on: a page elsewhere, or a document of the vocabulary."""
    return node("CreativeWork", url=value.href) if value.href else value.text


def _record(graph: Graph, card: Card) -> Node:
    """Return a record of ours that is cited: the work, or the page about what is none.

    Only creative works can be cited to schema.org: no projects, no people.
    """
    if card.kind in ("projects", "people"):
        return node("ItemPage", graph.page(card), name=card.title, url=graph.page(card))
    return short(graph, card)


def _work(source: Value, name: str = "") -> Node:
    """Return a source that a sentence names, as its note names it."""
    url = source.href if "://" in source.href else ""
    return node("CreativeWork", name, name=source.text, url=url)


def _noted(graph: Graph, page: str, note: SourceNote) -> Node:
    """Return what a note names, under the address of the note."""
    anchor, place = f"{page}#{note.id}", note.raw.place
    whole = _record(graph, note.card) if note.card else _work(note.source)
    if place is None:
        return whole if note.card else _work(note.source, anchor)
    paged = place.kind == "page"
    return node(
        "Chapter" if paged else "CreativeWork",
        anchor,
        name=f"{whole['name']}, {note.place}",
        pagination=place.value if paged else "",
        isPartOf=whole,
    )


def citations(graph: Graph, shown: Item | Page) -> list[Node | str]:
    """Return what a page cites: each source once, then each place in one."""
    listed = shown.values.get("sources", ()) if isinstance(shown, Item) else ()
    known = {value.code for value in listed}
    page = graph.page(shown)
    whole = {note.raw.source: note for note in shown.notes if note.raw.place is None}
    told = [
        _noted(graph, page, whole[value.code]) if value.code in whole else _source(value)
        for value in listed
    ]
    further = [note for note in shown.notes if note.raw.place or note.raw.source not in known]
    return [*told, *(_noted(graph, page, note) for note in further)]
