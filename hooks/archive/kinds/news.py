"""News items of the office's old website: what it announced, and when."""

from __future__ import annotations

from typing import Literal

from archive.schema.fields import Address, Identifier, Names, about
from archive.schema.item import Record
from archive.schema.kinds import Kind


class News(Record):
    """A news item: something that the office announced on its website."""

    projects: list[Identifier] = about(
        "Z projektů",
        "From the projects",
        list,
        example="projects: [dtm-czechia]",
        value="projects",
        names=Names(
            "a citation tells the item, not where it came from",
            dc="isPartOf",
            schema_org="sourceOrganization",
            csv="projects",
            page=True,
        ),
    )
    link: Address | None = about(
        "Kde je k dispozici",
        "Where it can be had",
        None,
        example="link: https://czechia.iom.int/news/…",
        value="address",
        names=Names(
            "cited as our page about it",
            dc="identifier",
            schema_org="url",
            csv="link",
            page=True,
        ),
    )
    evidence: Literal["excerpt", "title-only"] = about(
        "Z čeho čerpáme",
        "Evidence",
        example="evidence: excerpt",
        value="choice",
        names=Names("about our record, not the item", page=True),
    )


NEWS = Kind(
    "news",
    News,
    word="news_item",
    anchor="news",
    facts=("date", "projects", "themes", "countries", "people", "link", "evidence"),
    schema_org="NewsArticle",
    of_project="news_of_project",
    of_person=4,
)
