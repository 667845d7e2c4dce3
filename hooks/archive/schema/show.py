"""The show: the channel of both feeds."""

from __future__ import annotations

from typing import Literal

from pydantic import PositiveInt

from archive.schema.fields import (
    Address,
    Funding,
    Guid,
    Identifier,
    Line,
    OrganisationCredit,
    Publisher,
    SeasonName,
    Trailer,
    Txt,
    about,
)
from archive.schema.item import Item


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
        schema_org="identifier",
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
    license: Line | None = about(
        "Licence nahrávek",
        "Licence of the recordings",
        None,
        dc="license",
        schema_org="license",
        example="license: CC-BY-4.0",
        help_cs="Zkratka ze seznamu podcast namespace; jiná licence potřebuje i license_url.",
        help_en="A slug of the podcast namespace; any other licence also needs license_url.",
    )
    license_url: Address | None = about(
        "Adresa licence",
        "Address of the licence",
        None,
        example="license_url: https://creativecommons.org/licenses/by-sa/4.0/",
    )
    seasons: dict[PositiveInt, SeasonName] = about(
        "Názvy řad",
        "Names of the seasons",
        dict,
        translated=True,
        example="seasons: {1: Pět měst}",
    )
    complete: bool = about(
        "Řada je uzavřena",
        "No more episodes will come",
        False,
        example="complete: true",
    )
    frequency: Line | None = about(
        "Jak často vychází",
        "How often episodes appear",
        None,
        translated=True,
        example="frequency: Pětidílná série, uzavřená.",
    )
    funding: list[Funding] = about(
        "Podpora",
        "Funding",
        list,
        translated=True,
        example="funding:\n  - {url: https://example.org/, text: Podpořte nás}",
    )
    txt: list[Txt] = about(
        "Texty pro stroje",
        "Texts for machines",
        list,
        example="txt:\n  - {purpose: applepodcastsverify, text: a1b2c3}",
    )
    trailers: list[Trailer] = about(
        "Upoutávky",
        "Trailers",
        list,
        translated=True,
        example="trailers:\n  - {title: Ukázka, url: https://…/u.mp3, published: 2023-01-10}",
    )
    publisher_feed: Publisher | None = about(
        "Kanál vydavatele",
        "The publisher’s feed",
        None,
        example="publisher_feed: {guid: 003af0a0-6a45-55cf-b765-68e3d349551a}",
    )
    blocked: list[Identifier] = about(
        "Zapovězené služby",
        "Blocked services",
        list,
        example="blocked: [google]",
        help_cs="podcast:block; „all“ znamená všechny.",
        help_en="podcast:block; “all” means every service.",
    )
    apps: dict[Identifier, Address] = about(
        "Kde odebírat",
        "Where to subscribe",
        dict,
        schema_org="sameAs",
        example="apps: {spotify: https://open.spotify.com/show/…}",
    )
    new_address: Address | None = about(
        "Nová adresa kanálu",
        "New address of the feed",
        None,
        translated=True,
        example="new_address: https://…/podcast/feed.xml",
    )
