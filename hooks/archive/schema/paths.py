"""Where everything lies below the site's address: the one place that spells a path.

An address that has been published stays for ever, so these change only together with a page
that leads on from the old one. Paths have no slash in front.
"""

from __future__ import annotations

from typing import Protocol

from archive.schema.languages import DEFAULT_LANGUAGE

CATALOGUE_JSON = "catalogue.json"
CATALOGUE_SCHEMA = "catalogue.schema.json"
DATA_PACKAGE = "datapackage.json"
OAI = "oai.xml"


class Addressed(Protocol):
    """What has a page in each language."""

    def address(self, language: str) -> str:
        """Return the path of the page."""
        ...


def prefix(language: str) -> str:
    """Return the path of a language below the site: nothing for the default, else ``en/``."""
    return "" if language == DEFAULT_LANGUAGE else f"{language}/"


def page(folder: str, language: str) -> str:
    """Return the path of the page of a folder of ``docs``; the home page's folder is empty."""
    return f"{prefix(language)}{folder}/" if folder else prefix(language)


def _numbered(stem: str, page: int) -> str:
    """Return a feed's path, or that of a further page of it."""
    return f"{stem}.xml" if page == 1 else f"{stem}-{page}.xml"


def rss(language: str, page: int = 1) -> str:
    """Return the path of a language edition's podcast feed, or of a further page."""
    return _numbered(f"{prefix(language)}podcast/feed", page)


def json_feed(language: str) -> str:
    """Return the path of a language edition's JSON Feed."""
    return f"{prefix(language)}podcast/feed.json"


def atom(language: str, page: int = 1) -> str:
    """Return the path of a language's feed of the archive, or of a further page."""
    return _numbered(f"{prefix(language)}archive", page)


def episode(identifier: str, language: str) -> str:
    """Return the folder of an episode."""
    return f"{prefix(language)}podcast/{identifier}/"


def chapters(identifier: str, language: str) -> str:
    """Return the path of an episode's chapters."""
    return f"{episode(identifier, language)}chapters.json"


def cover(identifier: str) -> str:
    """Return the path of an episode's cover."""
    return f"podcast/{identifier}/cover.png"


def small_cover(identifier: str) -> str:
    """Return the path of an episode's small cover."""
    return f"podcast/{identifier}/cover-small.webp"


def transcript(identifier: str, language: str) -> str:
    """Return the path of a transcript with its times."""
    return f"{episode(identifier, language)}transcript.vtt"


def transcript_page(identifier: str, language: str) -> str:
    """Return the path of a transcript's page."""
    return f"{episode(identifier, language)}transcript.html"


def embed(identifier: str, language: str) -> str:
    """Return the address of an episode's page to embed."""
    return f"{episode(identifier, language)}embed/"


def oembed(identifier: str, language: str) -> str:
    """Return the path of an episode's oEmbed document."""
    return f"{episode(identifier, language)}oembed.json"


def table(name: str, language: str) -> str:
    """Return the path of a table."""
    return f"{prefix(language)}{name}.csv"


def card(page: Addressed, language: str) -> str:
    """Return the path of an item's card: beside the page of the language."""
    return f"{page.address(language)}card.png"


def link_set(page: Addressed, language: str) -> str:
    """Return the path of an item's link set."""
    return f"{page.address(language)}linkset.json"


def citation(page: Addressed, language: str, ending: str) -> str:
    """Return the path of an item's citation in the format with an ending."""
    return f"{page.address(language)}cite.{ending}"


def citations(name: str, language: str, ending: str) -> str:
    """Return the path of a list's citations; the empty name is the whole archive's."""
    place = f"{name}/{name}" if name else "catalogue"
    return f"{prefix(language)}{place}.{ending}"
