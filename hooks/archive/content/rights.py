"""What a record states of the rights to a work or a recording, as an address."""

from __future__ import annotations

from archive.content.library import Library
from archive.schema import DEFAULT_LANGUAGE, Episode, Publication, Show, licenses


def license_of(record: Episode | Show) -> str:
    """Return the address of a record's licence, or nothing."""
    return licenses.address(record.license, record.license_url) if record.license else ""


def rights_of(library: Library, record: Publication) -> str:
    """Return the address of what a publication's record states of the rights to the work."""
    return library.vocabularies["rights"][record.rights].told("url", DEFAULT_LANGUAGE)


def is_licence(address: str) -> bool:
    """Tell whether what is stated of rights is a licence, not a statement about them."""
    return "//creativecommons.org/" in address
