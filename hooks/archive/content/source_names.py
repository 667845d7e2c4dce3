"""Names that hold a number, from the vocabularies: ``Slovo 21``, ``Praha 14``."""

from __future__ import annotations

import re

from archive.content.figures import names_with_numbers
from archive.content.library import Library
from archive.schema import LANGUAGES

_VOCABULARIES = ("organisations", "places", "programmes")


def pattern(library: Library) -> re.Pattern[str] | None:
    """Return what finds the names with a number that the vocabularies hold."""
    return names_with_numbers(
        term.label(language)
        for name in _VOCABULARIES
        for term in library.vocabularies.get(name, {}).values()
        for language in LANGUAGES
    )
