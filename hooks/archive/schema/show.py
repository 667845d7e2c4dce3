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
    Names,
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
        value="text",
        names=Names("told under the heading", schema_org="alternativeHeadline"),
    )
    guid: Guid = about(
        "GUID pořadu",
        "Channel GUID",
        translated=True,
        example="guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810",
        help_cs="podcast:guid; přidělen jednou provždy, pro každé jazykové vydání jiný.",
        help_en="podcast:guid; assigned once and for ever, different for each language edition.",
        value="guid",
        names=Names("an identifier for apps", dc="identifier", schema_org="identifier"),
    )
    language: Literal["cs"] = about(
        "Jazyk nahrávek",
        "Language of the recordings",
        example="language: cs",
        value="languages",
        names=Names(
            "Google Scholar reads no podcasts; the catalogue lists their episodes",
            dc="language",
            schema_org="inLanguage",
            csl="language",
            bibtex="language",
            ris="LA",
            csv="languages",
            page=True,
        ),
    )
    category: Line = about(
        "Kategorie Apple",
        "Apple category",
        example="category: Society & Culture",
        value="text",
        names=Names("of Apple’s list", schema_org="genre", page=True),
    )
    subcategory: Line | None = about(
        "Podkategorie Apple",
        "Apple subcategory",
        None,
        example="subcategory: Documentary",
        value="text",
        names=Names("of Apple’s list, for apps", schema_org="genre"),
    )
    explicit: bool = about(
        "Nevhodné pro děti",
        "Explicit",
        False,
        example="explicit: false",
        value="flag",
        names=Names("told to podcast apps by the feed", schema_org="isFamilyFriendly"),
    )
    serial: bool = about(
        "Poslouchat popořadě",
        "Episodes in order",
        False,
        example="serial: true",
        value="flag",
        names=Names("told to podcast apps by the feed"),
    )
    artwork: Line = about(
        "Obálka pořadu",
        "Show artwork",
        example="artwork: artwork.png",
        value="text",
        names=Names("the picture of the show", schema_org="image"),
    )
    artwork_text: Line = about(
        "Popis obálky",
        "Alternative text of the artwork",
        translated=True,
        example="artwork_text: Ruce, které společně drží oblohu.",
        value="text",
        names=Names("stands for the picture"),
    )
    production: list[OrganisationCredit] = about(
        "Výroba",
        "Production",
        list,
        example="production:\n  - kineticon",
        value="credits",
        names=Names("citations name the publisher", schema_org="producer", page=True),
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
            bibtex="organization",
            ris="PB",
            csv="publishers",
            page=True,
        ),
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
    platforms: list[Line] = about(
        "Kde poslouchat originál",
        "Where to hear the original",
        list,
        example="platforms:\n  - Spotify",
        value="text",
        names=Names("where the originals are to be heard", page=True),
    )
    license: Line | None = about(
        "Licence nahrávek",
        "Licence of the recordings",
        None,
        example="license: CC-BY-4.0",
        help_cs="Zkratka ze seznamu podcast namespace; jiná licence potřebuje i license_url.",
        help_en="A slug of the podcast namespace; any other licence also needs license_url.",
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
    seasons: dict[PositiveInt, SeasonName] = about(
        "Názvy řad",
        "Names of the seasons",
        dict,
        translated=True,
        example="seasons: {1: Pět měst}",
        value="notes",
        names=Names("told with each episode"),
    )
    complete: bool = about(
        "Řada je uzavřena",
        "No more episodes will come",
        False,
        example="complete: true",
        value="flag",
        names=Names("told to podcast apps by the feed"),
    )
    frequency: Line | None = about(
        "Jak často vychází",
        "How often episodes appear",
        None,
        translated=True,
        example="frequency: Pětidílná série, uzavřená.",
        value="text",
        names=Names("told to podcast apps by the feed"),
    )
    funding: list[Funding] = about(
        "Podpora",
        "Funding",
        list,
        translated=True,
        example="funding:\n  - {url: https://example.org/, text: Podpořte nás}",
        value="funding",
        names=Names("told to podcast apps by the feed"),
    )
    txt: list[Txt] = about(
        "Texty pro stroje",
        "Texts for machines",
        list,
        example="txt:\n  - {purpose: applepodcastsverify, text: a1b2c3}",
        value="txt",
        names=Names("told to podcast apps by the feed"),
    )
    trailers: list[Trailer] = about(
        "Upoutávky",
        "Trailers",
        list,
        translated=True,
        example="trailers:\n  - {title: Ukázka, url: https://…/u.mp3, published: 2023-01-10}",
        value="trailers",
        names=Names("told to podcast apps by the feed"),
    )
    publisher_feed: Publisher | None = about(
        "Kanál vydavatele",
        "The publisher’s feed",
        None,
        example="publisher_feed: {guid: 003af0a0-6a45-55cf-b765-68e3d349551a}",
        value="publisher",
        names=Names("told to podcast apps by the feed"),
    )
    blocked: list[Identifier] = about(
        "Zapovězené služby",
        "Blocked services",
        list,
        example="blocked: [google]",
        help_cs="podcast:block; „all“ znamená všechny.",
        help_en="podcast:block; “all” means every service.",
        value="text",
        names=Names("told to podcast apps by the feed"),
    )
    apps: dict[Identifier, Address] = about(
        "Kde odebírat",
        "Where to subscribe",
        dict,
        example="apps: {spotify: https://open.spotify.com/show/…}",
        value="apps",
        names=Names("told where a listener subscribes", schema_org="sameAs"),
    )
    new_address: Address | None = about(
        "Nová adresa kanálu",
        "New address of the feed",
        None,
        translated=True,
        example="new_address: https://…/podcast/feed.xml",
        value="address",
        names=Names("told to podcast apps by the feed"),
    )
