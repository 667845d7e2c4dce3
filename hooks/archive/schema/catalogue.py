"""Projects, publications and people."""

from __future__ import annotations

from typing import Literal

from pydantic import PositiveInt

from archive.schema.fields import (
    Address,
    Doi,
    Identifier,
    Isbn,
    Language,
    Line,
    Names,
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
        example="type: research",
        value="terms:project-types",
        names=Names(
            "the line above the heading; Scholar knows reports by their institution",
            dc="type",
            schema_org="additionalType",
            csl="type",
            bibtex="the type of the entry",
            ris="TY",
            csv="type",
            facet="type",
        ),
    )
    acronym: Line | None = about(
        "Zkratka",
        "Acronym",
        None,
        example="acronym: ELCI",
        value="text",
        names=Names(
            "projects are cited as pages of this archive, by their title",
            schema_org="alternateName",
            page=True,
        ),
    )
    edition: PositiveInt | None = about(
        "Ročník",
        "Edition",
        None,
        example="edition: 8",
        value="edition",
        names=Names("of a school or a conference; the title of the page tells it too", page=True),
    )
    edition_derived: bool = about(
        "Ročník dopočítán",
        "Edition number derived",
        False,
        example="edition_derived: true",
        value="flag",
        names=Names("said beside the edition"),
    )
    partners: list[OrganisationCredit] = about(
        "Partneři",
        "Partners",
        list,
        example="partners:\n  - {organisation: czech-helsinki-committee, role: coordinator}",
        value="credits",
        names=Names(
            "a project is cited as our page about it",
            dc="contributor",
            schema_org="contributor",
            csv="partners",
            page=True,
        ),
    )
    funders: list[OrganisationCredit] = about(
        "Dárci",
        "Funders",
        list,
        example="funders:\n  - {organisation: european-commission, programme: inti}",
        value="credits",
        names=Names("citations name no funders", schema_org="funder", csv="funders", page=True),
    )
    evidence: Literal["excerpt", "excerpts", "history-page", "title-only"] = about(
        "Z čeho čerpáme",
        "Evidence",
        example="evidence: excerpt",
        value="choice",
        names=Names("about our record, not the project", page=True),
    )
    in_old_navigation: bool = about(
        "V nabídce starého webu",
        "In the old website’s menu",
        False,
        example="in_old_navigation: true",
        value="flag",
        names=Names("about our record, not the project", page=True),
    )


class Publication(Record):
    """A work that the office issued, took part in, or that belongs to its story."""

    type: Identifier = about(
        "Druh",
        "Type",
        example="type: report",
        value="terms:publication-types",
        names=Names(
            "the line above the heading; Scholar knows reports by their institution",
            dc="type",
            schema_org="genre",
            csl="type",
            bibtex="the type of the entry",
            ris="TY",
            csv="type",
            facet="type",
        ),
    )
    languages: list[Language] = about(
        "Jazyk díla",
        "Language of the work",
        list,
        example="languages: [cs]",
        value="languages",
        names=Names(
            dc="language",
            schema_org="inLanguage",
            csl="language",
            bibtex="language",
            ris="LA",
            highwire="citation_language",
            csv="languages",
            facet="language",
            page=True,
        ),
    )
    creators: list[OrganisationCredit] = about(
        "Autoři",
        "Creators",
        list,
        example="creators:\n  - {person: jiri-kocourek}",
        value="credits",
        names=Names(
            dc="creator",
            schema_org="author",
            csl="author",
            bibtex="author",
            ris="AU",
            highwire="citation_author",
            csv="creators",
            facet="person",
            page=True,
        ),
    )
    publishers: list[OrganisationCredit] = about(
        "Vydavatel",
        "Publisher",
        list,
        example="publishers:\n  - iom-czechia",
        value="credits",
        names=Names(
            "a publisher is no choice of the catalogue",
            dc="publisher",
            schema_org="publisher",
            csl="publisher",
            bibtex="publisher, institution",
            ris="PB",
            highwire="citation_publisher",
            csv="publishers",
            page=True,
        ),
    )
    projects: list[Identifier] = about(
        "Z projektů",
        "From the projects",
        list,
        example="projects: [iyouth]",
        value="projects",
        names=Names(
            "a citation tells the work, not where it came from",
            dc="isPartOf",
            schema_org="sourceOrganization",
            csv="projects",
            page=True,
        ),
    )
    funders: list[OrganisationCredit] = about(
        "Dárci",
        "Funders",
        list,
        example="funders:\n  - us-embassy-prague",
        value="credits",
        names=Names("citations name no funders", schema_org="funder", csv="funders", page=True),
    )
    series: Line | None = about(
        "Edice",
        "Series",
        None,
        example="series: IOM Migration Research Series",
        value="text",
        names=Names(
            "a series is no choice of the catalogue",
            dc="isPartOf",
            schema_org="isPartOf",
            csl="collection-title",
            bibtex="series",
            ris="T3",
            highwire="citation_series_title",
            csv="series",
            page=True,
        ),
    )
    number: Line | None = about(
        "Číslo",
        "Number",
        None,
        example='number: "12"',
        help_cs="Číslo zprávy, nebo svazku v edici.",
        help_en="The number of the report, or of the volume in its series.",
        value="number",
        names=Names(
            "a number is no choice of the catalogue",
            schema_org="reportNumber",
            csl="number",
            bibtex="number",
            ris="SN, M1",
            highwire="citation_technical_report_number",
            csv="number",
            page=True,
        ),
    )
    isbn: Isbn | None = about(
        "ISBN",
        "ISBN",
        None,
        example="isbn: 978-80-254-8735-8",
        value="isbn",
        names=Names(
            "a number is no choice of the catalogue",
            dc="identifier",
            schema_org="isbn",
            csl="ISBN",
            bibtex="isbn",
            ris="SN",
            highwire="citation_isbn",
            csv="isbn",
            page=True,
        ),
    )
    doi: Doi | None = about(
        "DOI",
        "DOI",
        None,
        example="doi: 10.18356/9789213630655",
        value="doi",
        names=Names(
            "a number is no choice of the catalogue",
            dc="identifier",
            schema_org="identifier",
            csl="DOI",
            bibtex="doi",
            ris="DO",
            highwire="citation_doi",
            csv="doi",
            page=True,
        ),
    )
    pages: PositiveInt | None = about(
        "Počet stran",
        "Pages",
        None,
        example="pages: 79",
        value="count",
        names=Names(
            "Scholar reads first and last pages, not their number",
            dc="extent",
            schema_org="numberOfPages",
            csl="number-of-pages",
            bibtex="pagetotal",
            ris="SP",
            csv="pages",
            page=True,
        ),
    )
    scope: Literal["office", "network", "related"] = about(
        "Vztah ke kanceláři",
        "Relation to the office",
        example="scope: office",
        value="choice",
        names=Names("about our collection, not the work", page=True),
    )
    holding: Literal["file", "link", "none"] = about(
        "Uložení",
        "Holding",
        example="holding: link",
        value="choice",
        names=Names(
            "about our collection, not the work",
            schema_org="conditionsOfAccess",
            csv="holding",
            facet="holding",
            page=True,
        ),
    )
    link: Address | None = about(
        "Kde je k dispozici",
        "Where it can be had",
        None,
        example="link: https://dtm.iom.int/reports/…",
        value="address",
        names=Names(
            "Scholar takes a PDF of this site alone; an address is no choice",
            dc="identifier",
            schema_org="url",
            csl="URL",
            bibtex="url",
            ris="UR",
            csv="link",
            page=True,
        ),
    )
    rights: Line = about(
        "Práva",
        "Rights",
        "CNE",
        example="rights: CC-BY-NC-ND-3.0-IGO",
        help_cs="Klíč z docs/vocabulary/rights.yml, stojí-li práva v díle; jinak pole vynechte.",
        help_en="A key of docs/vocabulary/rights.yml where the work tells it; else leave it out.",
        value="rights",
        names=Names(
            "citations tell no rights", dc="rights", schema_org="license", csv="rights", page=True
        ),
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
        value="versions",
        names=Names("told with each document"),
    )


class Person(Record):
    """Somebody who appears in the archive; ``title`` is the name."""

    surname: Line = about(
        "Příjmení",
        "Surname",
        example="surname: Sládková",
        value="text",
        names=Names("sorts the names; a part of the heading", schema_org="familyName"),
    )
