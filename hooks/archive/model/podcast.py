"""The show and its episodes."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from archive.model.fields import Community, Guid, Identifier, Line, OrganisationCredit, about
from archive.model.item import Item


class Show(Item):
    """The podcast: the channel of both feeds."""

    subtitle: Line = about(
        "Podtitul",
        "Subtitle",
        translated=True,
        example="subtitle: Neobyčejné příběhy lidské soudržnosti",
    )
    guid: Guid = about(
        "GUID pořadu",
        "Channel GUID",
        dc="identifier",
        translated=True,
        example="guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810",
        help_cs="podcast:guid; přidělen jednou provždy, pro každé jazykové vydání jiný.",
        help_en="podcast:guid; assigned once and for ever, different for each language edition.",
    )
    language: Literal["cs"] = about(
        "Jazyk nahrávek",
        "Language of the recordings",
        dc="language",
        schema_org="inLanguage",
        example="language: cs",
    )
    category: Line = about(
        "Kategorie Apple",
        "Apple category",
        schema_org="genre",
        example="category: Society & Culture",
    )
    subcategory: Line | None = about(
        "Podkategorie Apple",
        "Apple subcategory",
        None,
        example="subcategory: Documentary",
    )
    explicit: bool = about(
        "Nevhodné pro děti",
        "Explicit",
        False,
        schema_org="isFamilyFriendly",
        example="explicit: false",
    )
    serial: bool = about(
        "Poslouchat popořadě",
        "Episodes in order",
        False,
        example="serial: true",
    )
    artwork: Line = about(
        "Obálka pořadu",
        "Show artwork",
        schema_org="image",
        example="artwork: artwork.png",
    )
    artwork_text: Line = about(
        "Popis obálky",
        "Alternative text of the artwork",
        translated=True,
        example="artwork_text: Ruce, které společně drží oblohu.",
    )
    production: list[OrganisationCredit] = about(
        "Výroba",
        "Production",
        list,
        schema_org="productionCompany",
        example="production:\n  - kineticon",
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
        example="projects: [podcast-2023]",
    )
    platforms: list[Line] = about(
        "Kde poslouchat originál",
        "Where to hear the original",
        list,
        example="platforms:\n  - Spotify",
    )


class Episode(Item):
    """An episode of the podcast: an item of both feeds."""

    guid: Guid = about(
        "GUID dílu",
        "Item GUID",
        dc="identifier",
        translated=True,
        example="guid: 3f2b8d1c-5e6f-4a7b-8c9d-0e1f2a3b4c5d",
        help_cs="Přidělen jednou provždy, v každém jazyce jiný.",
        help_en="Assigned once and for ever, different in each language.",
    )
    published: dt.datetime = about(
        "Zařazeno do kanálu",
        "Released in the feed",
        schema_org="datePublished",
        example="published: 2026-11-21T10:00:00+01:00",
        help_cs="Kdy díl přibyl v kanálu RSS, i s časovým pásmem.",
        help_en="When the item entered the feed, with its time zone.",
    )
    number: int = about(
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
    season: int = about(
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
