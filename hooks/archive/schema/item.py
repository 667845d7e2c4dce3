"""What every record has, and pages that are no records."""

from __future__ import annotations

from typing import ClassVar

from archive.schema.fields import (
    Confidence,
    Country,
    Credit,
    Edtf,
    Identifier,
    ItemReference,
    Line,
    Strict,
    Summary,
    Withdrawal,
    about,
)


class Item(Strict):
    """What every record has."""

    title: Line = about(
        "Název",
        "Title",
        dc="title",
        schema_org="name",
        translated=True,
        example="title: Letní škola migračních studií 2019",
    )
    title_translated: bool = about(
        "Název přeložil archiv",
        "Title translated by the archive",
        False,
        translated=True,
        example="title_translated: true",
    )
    title_descriptive: bool = about(
        "Popisný název",
        "Descriptive title",
        False,
        translated=True,
        example="title_descriptive: true",
    )
    title_variants: list[Line] = about(
        "Jiné podoby názvu",
        "Other forms of the title",
        list,
        dc="alternative",
        schema_org="alternateName",
        translated=True,
        example="title_variants:\n  - Jiná podoba názvu",
    )
    description: Summary = about(
        "Stručný popis",
        "Summary",
        dc="abstract",
        schema_org="description",
        translated=True,
        example="description: Zpráva o výzkumu mezi zaměstnavateli v letech 2004 a 2005.",
    )
    date: Edtf | None = about(
        "Datum",
        "Date",
        None,
        dc="date",
        schema_org="temporalCoverage",
        example='date: "2005-05-01/2006-04-30"',
    )
    themes: list[Identifier] = about(
        "Témata",
        "Themes",
        list,
        dc="subject",
        schema_org="about",
        example="themes: [integration, education]",
    )
    countries: list[Country] = about(
        "Země",
        "Countries",
        list,
        dc="spatial",
        schema_org="spatialCoverage",
        example="countries: [CZ, SK]",
    )
    people: list[Credit] = about(
        "Lidé",
        "People",
        list,
        dc="contributor",
        schema_org="contributor",
        example="people:\n  - {person: lucie-sladkova, role: speaker}",
    )
    people_notes: dict[Identifier, Line] = about(
        "Poznámky k lidem",
        "Notes on people",
        dict,
        translated=True,
        example="people_notes: {anna-sevcenko: founder of the club}",
    )
    related: list[ItemReference] = about(
        "Související",
        "Related items",
        list,
        dc="relation",
        schema_org="mentions",
        example="related:\n  - publications/where-in-the-puzzle-2003",
    )
    confidence: Confidence = about(
        "Míra jistoty",
        "Confidence",
        example="confidence: high",
    )
    unknown: list[Line] = about(
        "Co nevíme",
        "What we do not know",
        list,
        translated=True,
        example="unknown:\n  - Kdo projekt financoval.",
    )
    notes: list[Line] = about(
        "Poznámky",
        "Notes",
        list,
        translated=True,
        example="notes:\n  - Prameny se rozcházejí v datu závěrečného semináře.",
    )
    sources: list[Line] = about(
        "Prameny",
        "Sources",
        dc="source",
        schema_org="citation",
        example="sources:\n  - https://czechia.iom.int/podcast",
    )
    translation_of: str | None = about(
        "Otisk přeloženého textu",
        "Fingerprint of the text translated",
        None,
        translated=True,
        example='translation_of: "3f1c9a2b7d10"',
        help_cs="Doplní příkaz `make stamp`; podle něj se pozná zastaralý překlad.",
        help_en="Written by `make stamp`; it tells a stale translation.",
    )


def former_names() -> list[str]:
    """Describe the field with the earlier names of a folder."""
    names: list[str] = about(
        "Dřívější názvy složky",
        "Earlier names of the folder",
        list,
        example="moved_from: [drivejsi-nazev]",
        help_cs="Na staré adrese zůstane stránka, která vede sem.",
        help_en="A page that leads here stays at the old address.",
    )
    return names


class Record(Item):
    """An item with a folder of its own, under an address that stays for ever.

    ``KEPT`` are the fields that outlive a withdrawal; all others are not even read.
    """

    KEPT: ClassVar[frozenset[str]] = frozenset({"title", "moved_from", "withdrawn"})

    moved_from: list[Identifier] = former_names()
    withdrawn: Withdrawal | None = about(
        "Staženo",
        "Withdrawn",
        None,
        example='withdrawn: {date: "2026-12-01", reason: rights}',
        help_cs="Záznam zmizí z celého webu, na jeho adrese zůstane vysvětlení.",
        help_en="The record leaves the whole site; an explanation stays at its address.",
    )


class Page(Strict):
    """A page that is no record: home, a section front, a page about the archive."""

    title: Line = about("Název", "Title", translated=True, example="title: O archivu")
    description: Summary = about(
        "Stručný popis",
        "Summary",
        translated=True,
        example="description: Co je v archivu, odkud to víme a jak jej citovat.",
    )
    translation_of: str | None = about(
        "Otisk přeloženého textu",
        "Fingerprint of the text translated",
        None,
        translated=True,
        example='translation_of: "3f1c9a2b7d10"',
    )
    moved_from: list[Identifier] = former_names()


class Home(Page):
    """The front door: it chooses what it shows first."""

    featured_projects: list[Identifier] = about(
        "Projekty v popředí",
        "Featured projects",
        list,
        example="featured_projects: [artb, iyouth]",
    )
    featured_publications: list[Identifier] = about(
        "Doporučené publikace",
        "Recommended publications",
        list,
        example="featured_publications: [regional-strategy-2006]",
    )
    featured_events: list[Edtf] = about(
        "Data z časové osy",
        "Dates from the timeline",
        list,
        example='featured_events: ["1998", "2004-05-01"]',
    )
