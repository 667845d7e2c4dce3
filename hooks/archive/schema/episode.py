"""The episodes: the items of both feeds."""

from __future__ import annotations

from typing import Literal

from pydantic import PositiveInt

from archive.schema.fields import (
    Address,
    Community,
    Correction,
    FeedGuid,
    Identifier,
    Line,
    Mark,
    Moment,
    Names,
    Soundbite,
    about,
)
from archive.schema.item import Record


class Episode(Record):
    """An episode of the podcast: an item of both feeds."""

    # Apps and the ledger know an episode by these.
    KEPT = Record.KEPT | {"guid", "published", "number", "season", "recording"}

    guid: FeedGuid = about(
        "GUID dílu",
        "Item GUID",
        translated=True,
        example="guid: 3f2b8d1c-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
        help_cs="Přidělen jednou provždy, v každém jazyce jiný.",
        help_en="Assigned once and for ever, different in each language.",
        value="guid",
        names=Names("an identifier for apps", dc="identifier", schema_org="identifier"),
    )
    published: Moment = about(
        "Zařazeno do kanálu",
        "Released in the feed",
        example="published: 2026-11-21T10:00:00+01:00",
        help_cs="Kdy díl přibyl v kanálu RSS, i s časovým pásmem.",
        help_en="When the item entered the feed, with its time zone.",
        value="moment",
        names=Names(
            "when it entered the feed, not when it came out; a stand-in is cited by it",
            schema_org="datePublished",
            page=True,
        ),
    )
    number: PositiveInt = about(
        "Číslo dílu",
        "Episode number",
        example="number: 1",
        value="number",
        names=Names(
            "Dublin Core and Google Scholar have no number of an episode",
            schema_org="episodeNumber",
            csl="number",
            bibtex="number",
            ris="M1",
            csv="number",
            page=True,
        ),
    )
    number_confirmed: bool = about(
        "Číslo potvrzeno",
        "Number confirmed",
        True,
        example="number_confirmed: false",
        value="flag",
        names=Names("said beside the number"),
    )
    season: PositiveInt = about(
        "Řada",
        "Season",
        1,
        example="season: 1",
        value="season",
        names=Names("citations tell no season", schema_org="partOfSeason", page=True),
    )
    place: Identifier = about(
        "Místo",
        "Place",
        example="place: klatovy",
        value="terms:places",
        names=Names(
            "where it was recorded; citations tell no place",
            dc="spatial",
            schema_org="contentLocation",
            page=True,
        ),
    )
    community: Community | None = about(
        "Společenství",
        "Community",
        None,
        translated=True,
        example="community: {name: Ženský ukrajinský klub (ŽUK)}",
        value="community",
        names=Names("whom the episode visits; no standard has it", page=True),
    )
    recording: Literal["original", "stand-in"] = about(
        "Nahrávka",
        "Recording",
        "original",
        example="recording: stand-in",
        help_cs="stand-in = zástupná nahrávka; s originálem řádek smažte.",
        help_en="stand-in = placeholder; delete the line with the original.",
        value="choice",
        names=Names("whether it is the original; told as what can be had", page=True),
    )
    language: Literal["cs"] = about(
        "Jazyk nahrávky",
        "Language of the recording",
        example="language: cs",
        value="languages",
        names=Names(
            "Google Scholar reads no podcasts",
            dc="language",
            schema_org="inLanguage",
            csl="language",
            bibtex="language",
            ris="LA",
            csv="languages",
            facet="language",
            page=True,
        ),
    )
    explicit: bool = about(
        "Nevhodné pro děti",
        "Explicit",
        False,
        example="explicit: false",
        value="flag",
        names=Names("told to podcast apps by the feed"),
    )
    cover_text: Line = about(
        "Popis obálky",
        "Alternative text of the cover",
        translated=True,
        example="cover_text: Hrnec, z něhož stoupá pára k nebi.",
        value="text",
        names=Names("stands for the picture"),
    )
    projects: list[Identifier] = about(
        "Z projektů",
        "From the projects",
        list,
        example="projects: [podcast-2023]",
        value="projects",
        names=Names(
            "a citation tells the work, not where it came from",
            dc="isPartOf",
            schema_org="sourceOrganization",
            csv="projects",
            page=True,
        ),
    )
    episode_type: Literal["full", "trailer", "bonus"] = about(
        "Typ dílu",
        "Type of episode",
        "full",
        example="episode_type: bonus",
        value="text",
        names=Names("told to podcast apps by the feed"),
    )
    audio: Address | None = about(
        "Adresa nahrávky jinde",
        "Address of a recording kept elsewhere",
        None,
        example="audio: https://archive.org/download/…/klatovy.mp3",
        help_cs="Jen když nahrávka neleží ve složce; údaje o ní načte `archive lock-audio`.",
        help_en="Only when no recording lies in the folder; `archive lock-audio` reads its data.",
        value="address",
        names=Names("the enclosure of the feed", schema_org="contentUrl"),
    )
    chapters: list[Mark] = about(
        "Kapitoly",
        "Chapters",
        list,
        translated=True,
        example="chapters:\n  - {start: 0, title: Úvod}",
        help_cs="Jen když je nemá sama nahrávka, nebo pro jejich překlad.",
        help_en="Only when the recording itself has none, or to translate them.",
        value="chapters",
        names=Names("told by the player and the feed"),
    )
    soundbites: list[Soundbite] = about(
        "Ukázky",
        "Soundbites",
        list,
        translated=True,
        example="soundbites:\n  - {start: 20.5, duration: 30, title: Jak klub vznikl}",
        value="chapters",
        names=Names("told to podcast apps by the feed"),
    )
    license: Line | None = about(
        "Licence nahrávky",
        "Licence of the recording",
        None,
        example="license: CC-BY-4.0",
        value="license",
        names=Names("told with the recording", dc="license", schema_org="license", csv="rights"),
    )
    license_url: Address | None = about(
        "Adresa licence",
        "Address of the licence",
        None,
        example="license_url: https://creativecommons.org/licenses/by-sa/4.0/",
        value="address",
        names=Names("told as the licence"),
    )
    blocked: list[Identifier] = about(
        "Zapovězené služby",
        "Blocked services",
        list,
        example="blocked: [google]",
        value="text",
        names=Names("told to podcast apps by the feed"),
    )
    corrections: list[Correction] = about(
        "Opravy nahrávky",
        "Corrections of the recording",
        list,
        translated=True,
        example='corrections:\n  - {date: "2026-12-01", note: Původní díl místo zástupné.}',
        value="corrections",
        names=Names("a section of its own on the page", schema_org="correction"),
    )
