"""The catalogue as data: what a data search (Google Dataset Search) reads of the exports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archive.citing import files
from archive.describing import agents
from archive.describing.graph import Graph, Node, name_of, node
from archive.describing.pages import LICENSE
from archive.language import dates
from archive.schema import LANGUAGES, paths

PAGE = "about/data"


class Download(NamedTuple):
    """A file of the export: its path below the site, its media type, what it is called."""

    path: str
    type: str
    name: str


def downloads(graph: Graph) -> Iterator[Download]:
    """Yield the files of the export, those with texts in the graph's language."""
    yield Download(paths.table("catalogue", graph.language), "text/csv", "CSV")
    for form in files.FORMATS:
        yield Download(paths.citations("", graph.language, form.ending), form.type, form.label)
    yield Download(paths.CATALOGUE_JSON, "application/json", "JSON")
    yield Download("datapackage.json", "application/json", "Frictionless Data Package")
    yield Download(paths.OAI, "text/xml", "OAI-PMH")


def _span(graph: Graph) -> str:
    """Return the years that the records speak of."""
    spans = [item.date.years for item in graph.archive.items.values() if item.date]
    spans += [dates.parse(event.edtf).years for event in graph.archive.events]
    known = [years for years in spans if years]
    return f"{min(y[0] for y in known)}/{max(y[1] for y in known)}" if known else ""


def describe(graph: Graph) -> Node:
    """Return the data set with its files; it belongs on the page where they can be had."""
    found = [
        node(
            "DataDownload",
            name=file.name,
            contentUrl=graph.site.absolute(file.path),
            encodingFormat=file.type,
        )
        for file in downloads(graph)
    ]
    return node(
        "Dataset",
        graph.site.absolute(f"{PAGE}/#dataset"),
        name=graph.words["dataset_name"],
        description=graph.words["dataset_text"],
        url=graph.here(f"{PAGE}/"),
        inLanguage=list(LANGUAGES),
        license=LICENSE,
        isAccessibleForFree=True,
        creator=agents.owner(graph),
        publisher=name_of(agents.owner(graph)),
        isPartOf=graph.website,
        temporalCoverage=_span(graph),
        distribution=found,
    )
