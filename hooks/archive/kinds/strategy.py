"""The regional strategy for 2006 and 2007, chapter by chapter and priority by priority."""

from __future__ import annotations

from pydantic import PositiveInt

from archive.schema.fields import Identifier, Names, about
from archive.schema.item import Record
from archive.schema.kinds import Kind


class StrategyPart(Record):
    """A chapter of the strategy, about a country, or one of its regional priorities."""

    type: Identifier = about(
        "Druh",
        "Type",
        example="type: chapter",
        value="terms:strategy-parts",
        names=Names(
            "the line above the heading; cited as our page about it",
            dc="type",
            schema_org="genre",
            csv="type",
            facet="type",
        ),
    )
    number: PositiveInt = about(
        "Pořadí v dokumentu",
        "Place in the document",
        example="number: 3",
        value="number",
        names=Names("the order of the document", csv="number", page=True),
    )


STRATEGY = Kind(
    "strategy",
    StrategyPart,
    word="strategy_part",
    anchor="part",
    facts=("number", "date", "themes", "countries", "people"),
    types="strategy-parts",
    front="number",
    is_counted=False,
    of_person=6,
)
