"""The name that stands on a work: what the vocabulary adds to it for readers is left out."""

from __future__ import annotations

import re

from archive.schema.vocabulary import Term

# What a vocabulary adds in brackets and no imprint says: a former name, another of a mission.
_FORMER = re.compile(r"\s*\((?:dříve|dnes|formerly|today) [^)]*\)")
_OTHER_NAME = re.compile(r"\s*\([^)]*\)")


def imprint(organisation: Term, language: str) -> str:
    """Return the name of an organisation as a work in a language bears it."""
    added = _OTHER_NAME if organisation.id.startswith("iom") else _FORMER
    return added.sub("", organisation.label(language))
