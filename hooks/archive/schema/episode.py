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
        dc="identifier",
        schema_org="identifier",
        translated=True,
        example="guid: 3f2b8d1c-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
        help_cs="Přidělen jednou provždy, v každém jazyce jiný.",
        help_en="Assigned once and for ever, different in each language.",
    )
    published: Moment = about(
        "Zařazeno do kanálu",
        "Released in the feed",
        schema_org="datePublished",
        example="published: 2026-11-21T10:00:00+01:00",
        help_cs="Kdy díl přibyl v kanálu RSS, i s časovým pásmem.",
        help_en="When the item entered the feed, with its time zone.",
    )
    number: PositiveInt = about(
        "Číslo dílu",
        "Episode number",
        schema_org="episodeNumber",
        example="number: 1",
    )
    number_confirmed: bool = about(
        "Číslo potvrzeno",
        "Number confirmed",
        True,
        example="number_confirmed: false",
    )
    season: PositiveInt = about(
        "Řada",
        "Season",
        1,
        schema_org="partOfSeason",
        example="season: 1",
    )
    place: Identifier = about(
        "Místo",
        "Place",
        dc="spatial",
        schema_org="contentLocation",
        example="place: klatovy",
    )
    community: Community | None = about(
        "Společenství",
        "Community",
        None,
        translated=True,
        example="community: {name: Ženský ukrajinský klub (ŽUK)}",
    )
    recording: Literal["original", "stand-in"] = about(
        "Nahrávka",
        "Recording",
        "original",
        example="recording: stand-in",
        help_cs="stand-in = zástupná nahrávka; s originálem řádek smažte.",
        help_en="stand-in = placeholder; delete the line with the original.",
    )
    language: Literal["cs"] = about(
        "Jazyk nahrávky",
        "Language of the recording",
        dc="language",
        schema_org="inLanguage",
        example="language: cs",
    )
    explicit: bool = about(
        "Nevhodné pro děti",
        "Explicit",
        False,
        example="explicit: false",
    )
    cover_text: Line = about(
        "Popis obálky",
        "Alternative text of the cover",
        translated=True,
        example="cover_text: Hrnec, z něhož stoupá pára k nebi.",
    )
    projects: list[Identifier] = about(
        "Z projektů",
        "From the projects",
        list,
        dc="isPartOf",
        example="projects: [podcast-2023]",
    )
    episode_type: Literal["full", "trailer", "bonus"] = about(
        "Typ dílu",
        "Type of episode",
        "full",
        example="episode_type: bonus",
    )
    audio: Address | None = about(
        "Adresa nahrávky jinde",
        "Address of a recording kept elsewhere",
        None,
        schema_org="contentUrl",
        example="audio: https://archive.org/download/…/klatovy.mp3",
        help_cs="Jen když nahrávka neleží ve složce; údaje o ní načte `make lock-audio`.",
        help_en="Only when no recording lies in the folder; `make lock-audio` reads its data.",
    )
    chapters: list[Mark] = about(
        "Kapitoly",
        "Chapters",
        list,
        translated=True,
        example="chapters:\n  - {start: 0, title: Úvod}",
        help_cs="Jen když je nemá sama nahrávka, nebo pro jejich překlad.",
        help_en="Only when the recording itself has none, or to translate them.",
    )
    soundbites: list[Soundbite] = about(
        "Ukázky",
        "Soundbites",
        list,
        translated=True,
        example="soundbites:\n  - {start: 20.5, duration: 30, title: Jak klub vznikl}",
    )
    license: Line | None = about(
        "Licence nahrávky",
        "Licence of the recording",
        None,
        dc="license",
        schema_org="license",
        example="license: CC-BY-4.0",
    )
    license_url: Address | None = about(
        "Adresa licence",
        "Address of the licence",
        None,
        example="license_url: https://creativecommons.org/licenses/by-sa/4.0/",
    )
    blocked: list[Identifier] = about(
        "Zapovězené služby",
        "Blocked services",
        list,
        example="blocked: [google]",
    )
    corrections: list[Correction] = about(
        "Opravy nahrávky",
        "Corrections of the recording",
        list,
        schema_org="correction",
        translated=True,
        example='corrections:\n  - {date: "2026-12-01", note: Původní díl místo zástupné.}',
    )
