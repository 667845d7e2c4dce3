"""What every record has, and pages that are no records."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from archive.schema.fields import (
    Confidence,
    Country,
    Credit,
    Edtf,
    Identifier,
    ItemReference,
    Line,
    Names,
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
        translated=True,
        example="title: Letní škola migračních studií 2019",
        value="text",
        names=Names(
            "the heading of the page; a title is no choice",
            dc="title",
            schema_org="name",
            csl="title",
            bibtex="title",
            ris="TI",
            highwire="citation_title",
            csv="title",
        ),
    )
    title_translated: bool = about(
        "Název přeložil archiv",
        "Title translated by the archive",
        False,
        translated=True,
        example="title_translated: true",
        value="flag",
        names=Names("tells whose the title is, and is said beside it"),
    )
    title_descriptive: bool = about(
        "Popisný název",
        "Descriptive title",
        False,
        translated=True,
        example="title_descriptive: true",
        value="flag",
        names=Names("tells whose the title is, and is said beside it"),
    )
    title_variants: list[Line] = about(
        "Jiné podoby názvu",
        "Other forms of the title",
        list,
        translated=True,
        example="title_variants:\n  - Jiná podoba názvu",
        value="text",
        names=Names(
            "a citation has one title; the page tells the others under the heading",
            dc="alternative",
            schema_org="alternateName",
        ),
    )
    description: Summary = about(
        "Stručný popis",
        "Summary",
        translated=True,
        example="description: Zpráva o výzkumu mezi zaměstnavateli v letech 2004 a 2005.",
        value="text",
        names=Names(
            "the opening of the page, in our words",
            dc="abstract",
            schema_org="description",
            csl="abstract",
            bibtex="abstract",
            ris="AB",
            csv="description",
        ),
    )
    date: Edtf | None = about(
        "Datum",
        "Date",
        None,
        example='date: "2005-05-01/2006-04-30"',
        value="date",
        names=Names(
            "years are a span of the catalogue, not a choice",
            dc="date",
            schema_org="temporalCoverage",
            csl="issued",
            bibtex="date",
            ris="DA",
            highwire="citation_publication_date",
            csv="date",
            page=True,
        ),
    )
    themes: list[Identifier] = about(
        "Témata",
        "Themes",
        list,
        example="themes: [integration, education]",
        value="terms:themes",
        names=Names(
            "Google Scholar reads no subjects",
            dc="subject",
            schema_org="about",
            csl="keyword",
            bibtex="keywords",
            ris="KW",
            csv="themes",
            facet="theme",
            page=True,
        ),
    )
    countries: list[Country] = about(
        "Země",
        "Countries",
        list,
        example="countries: [CZ, SK]",
        value="terms:countries",
        names=Names(
            "citations do not tell what a work is about",
            dc="spatial",
            schema_org="spatialCoverage",
            csv="countries",
            facet="country",
            page=True,
        ),
    )
    concerns: list[Country] = about(
        "O lidech ze zemí",
        "About people from",
        list,
        example="concerns: [UA]",
        help_cs="Čí lidé to jsou; kde se to stalo, říká pole `countries`.",
        help_en="Whose people they are; where it happened is told by `countries`.",
        value="terms:countries",
        names=Names(
            "citations do not tell what a work is about",
            dc="spatial",
            schema_org="about",
            csv="concerns",
            facet="country",
            page=True,
        ),
    )
    people: list[Credit] = about(
        "Lidé",
        "People",
        list,
        example="people:\n  - {person: lucie-sladkova, role: speaker}",
        value="credits",
        names=Names(
            "Google Scholar reads authors alone",
            dc="contributor",
            schema_org="contributor",
            csl="editor, translator, host",
            bibtex="editor, translator, author",
            ris="ED, A4, AU",
            csv="people",
            facet="person",
            page=True,
        ),
    )
    people_notes: dict[Identifier, Line] = about(
        "Poznámky k lidem",
        "Notes on people",
        dict,
        translated=True,
        example="people_notes: {anna-sevcenko: founder of the club}",
        value="notes",
        names=Names("said beside the name"),
    )
    related: list[ItemReference] = about(
        "Související",
        "Related items",
        list,
        example="related:\n  - publications/where-in-the-puzzle-2003",
        value="items",
        names=Names(
            "a relation, shown as cards; citations have none", dc="relation", schema_org="mentions"
        ),
    )
    confidence: Confidence = about(
        "Míra jistoty",
        "Confidence",
        example="confidence: high",
        value="choice",
        names=Names(
            "about our record, not the work; a section of its own on the page", csv="confidence"
        ),
    )
    unknown: list[Line] = about(
        "Co nevíme",
        "What we do not know",
        list,
        translated=True,
        example="unknown:\n  - Kdo projekt financoval.",
        value="text",
        names=Names("about our record, not the work"),
    )
    notes: list[Line] = about(
        "Poznámky",
        "Notes",
        list,
        translated=True,
        example="notes:\n  - Prameny se rozcházejí v datu závěrečného semináře.",
        value="text",
        names=Names("about our record, not the work"),
    )
    sources: list[Line] = about(
        "Prameny",
        "Sources",
        example="sources:\n  - https://czechia.iom.int/podcast",
        value="sources",
        names=Names(
            "what the record rests on; the work cites other things",
            dc="source",
            schema_org="citation",
        ),
    )
    translation_of: str | None = about(
        "Otisk přeloženého textu",
        "Fingerprint of the text translated",
        None,
        translated=True,
        example='translation_of: "3f1c9a2b7d10"',
        help_cs="Doplní příkaz `make stamp`; podle něj se pozná zastaralý překlad.",
        help_en="Written by `make stamp`; it tells a stale translation.",
        value="text",
        names=Names("of our workshop alone"),
    )

    @property
    def gone(self) -> Withdrawal | None:
        """Why it has been withdrawn, if it has."""
        return None


def former_names() -> list[str]:
    """Describe the field with the earlier names of a folder."""
    names: list[str] = about(
        "Dřívější názvy složky",
        "Earlier names of the folder",
        list,
        example="moved_from: [drivejsi-nazev]",
        help_cs="Na staré adrese zůstane stránka, která vede sem.",
        help_en="A page that leads here stays at the old address.",
        value="text",
        names=Names("of our workshop alone"),
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
        value="withdrawal",
        names=Names("of what was withdrawn only the tombstone tells"),
    )

    @property
    def gone(self) -> Withdrawal | None:
        """Why it has been withdrawn, if it has."""
        return self.withdrawn


class Page(Strict):
    """A page that is no record: home, a section front, a page about the archive."""

    title: Line = about(
        "Název",
        "Title",
        translated=True,
        example="title: O archivu",
        value="text",
        names=Names("the heading of the page; none is cited or listed", schema_org="name"),
    )
    description: Summary = about(
        "Stručný popis",
        "Summary",
        translated=True,
        example="description: Co je v archivu, odkud to víme a jak jej citovat.",
        value="text",
        names=Names("for search engines; none is cited or listed", schema_org="description"),
    )
    translation_of: str | None = about(
        "Otisk přeloženého textu",
        "Fingerprint of the text translated",
        None,
        translated=True,
        example='translation_of: "3f1c9a2b7d10"',
        value="text",
        names=Names("of our workshop alone"),
    )
    moved_from: list[Identifier] = former_names()


class Home(Page):
    """The front door: it chooses what it shows first."""

    featured_projects: list[Identifier] = about(
        "Projekty v popředí",
        "Featured projects",
        list,
        example="featured_projects: [artb, iyouth]",
        value="items",
        names=Names("chooses what the front shows"),
    )
    featured_publications: list[Identifier] = about(
        "Doporučené publikace",
        "Recommended publications",
        list,
        example="featured_publications: [regional-strategy-2006]",
        value="items",
        names=Names("chooses what the front shows"),
    )
    featured_events: list[Edtf] = about(
        "Data z časové osy",
        "Dates from the timeline",
        list,
        example='featured_events: ["1998", "2004-05-01"]',
        value="date",
        names=Names("chooses what the front shows"),
    )


# What staff write in a file of its own.
Written: TypeAlias = Item | Page
