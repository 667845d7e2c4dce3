"""Projects, publications and people."""

from __future__ import annotations

from typing import Literal

from pydantic import PositiveInt

from archive.schema.fields import (
    Address,
    Identifier,
    Isbn,
    Language,
    Line,
    OrganisationCredit,
    Version,
    about,
)
from archive.schema.item import Record


class Project(Record):
    """A project, campaign, school or service of the office."""

    type: Identifier = about(
        "Druh",
        "Type",
        dc="type",
        example="type: research",
    )
    acronym: Line | None = about(
        "Zkratka",
        "Acronym",
        None,
        schema_org="alternateName",
        example="acronym: ELCI",
    )
    edition: PositiveInt | None = about(
        "Ročník",
        "Edition",
        None,
        example="edition: 8",
    )
    edition_derived: bool = about(
        "Ročník dopočítán",
        "Edition number derived",
        False,
        example="edition_derived: true",
    )
    partners: list[OrganisationCredit] = about(
        "Partneři",
        "Partners",
        list,
        dc="contributor",
        schema_org="contributor",
        example="partners:\n  - {organisation: czech-helsinki-committee, role: coordinator}",
    )
    funders: list[OrganisationCredit] = about(
        "Dárci",
        "Funders",
        list,
        schema_org="funder",
        example="funders:\n  - {organisation: european-commission, programme: inti}",
    )
    evidence: Literal["excerpt", "excerpts", "history-page", "title-only"] = about(
        "Z čeho čerpáme",
        "Evidence",
        example="evidence: excerpt",
    )
    in_old_navigation: bool = about(
        "V nabídce starého webu",
        "In the old website’s menu",
        False,
        example="in_old_navigation: true",
    )


class Publication(Record):
    """A work that the office issued, took part in, or that belongs to its story."""

    type: Identifier = about(
        "Druh",
        "Type",
        dc="type",
        example="type: report",
    )
    languages: list[Language] = about(
        "Jazyk díla",
        "Language of the work",
        list,
        dc="language",
        schema_org="inLanguage",
        example="languages: [cs]",
    )
    creators: list[OrganisationCredit] = about(
        "Autoři",
        "Creators",
        list,
        dc="creator",
        schema_org="author",
        example="creators:\n  - {person: jiri-kocourek}",
    )
    publishers: list[OrganisationCredit] = about(
        "Vydavatel",
        "Publisher",
        list,
        dc="publisher",
        schema_org="publisher",
        example="publishers:\n  - iom-czechia",
    )
    projects: list[Identifier] = about(
        "Z projektů",
        "From the projects",
        list,
        dc="isPartOf",
        schema_org="isPartOf",
        example="projects: [iyouth]",
    )
    funders: list[OrganisationCredit] = about(
        "Dárci",
        "Funders",
        list,
        schema_org="funder",
        example="funders:\n  - us-embassy-prague",
    )
    series: Line | None = about(
        "Edice",
        "Series",
        None,
        dc="isPartOf",
        schema_org="isPartOf",
        example="series: IOM Migration Research Series",
    )
    number: Line | None = about(
        "Číslo",
        "Number",
        None,
        schema_org="reportNumber",
        example='number: "12"',
        help_cs="Číslo zprávy, nebo svazku v edici.",
        help_en="The number of the report, or of the volume in its series.",
    )
    isbn: Isbn | None = about(
        "ISBN",
        "ISBN",
        None,
        dc="identifier",
        schema_org="isbn",
        example="isbn: 978-80-254-8735-8",
    )
    pages: PositiveInt | None = about(
        "Počet stran",
        "Pages",
        None,
        dc="extent",
        schema_org="numberOfPages",
        example="pages: 79",
    )
    scope: Literal["office", "network", "related"] = about(
        "Vztah ke kanceláři",
        "Relation to the office",
        example="scope: office",
    )
    holding: Literal["file", "link", "none"] = about(
        "Uložení",
        "Holding",
        example="holding: link",
    )
    link: Address | None = about(
        "Kde je k dispozici",
        "Where it can be had",
        None,
        dc="identifier",
        schema_org="url",
        example="link: https://dtm.iom.int/reports/…",
    )
    rights: Line = about(
        "Práva",
        "Rights",
        "CNE",
        dc="rights",
        schema_org="license",
        example="rights: CC-BY-NC-ND-3.0-IGO",
        help_cs="Klíč z docs/vocabulary/rights.yml, stojí-li práva v díle; jinak pole vynechte.",
        help_en="A key of docs/vocabulary/rights.yml where the work tells it; else leave it out.",
    )
    versions: list[Version] = about(
        "Verze dokumentu",
        "Versions of the document",
        list,
        example=(
            'versions:\n  - {file: zprava.cs.v2.pdf, date: "2026-12-01", '
            "reason: {cs: Opravená tabulka., en: A table corrected.}}"
        ),
        help_cs="Ke každému souboru .v2, .v3… kdy přibyl a proč; předchozí zůstává ke stažení.",
        help_en="For each file .v2, .v3… when it came and why; the one before stays.",
    )


class Person(Record):
    """Somebody who appears in the archive; ``title`` is the name."""

    surname: Line = about(
        "Příjmení",
        "Surname",
        schema_org="familyName",
        example="surname: Sládková",
    )
