"""Who made a work, as CSL names; organisations by the name that stands on the work."""

from __future__ import annotations

from collections.abc import Iterable

from archive.content.library import Library
from archive.schema import Credit
from archive.telling.imprints import imprint

Name = dict[str, str]


def organisation(library: Library, identifier: str, language: str) -> str:
    """Return the name of an organisation in the language of the work, for a citation."""
    return imprint(library.vocabularies["organisations"][identifier], language)


def _person(library: Library, credit: Credit) -> Name:
    """Return a person's name as printed on the work, in its two parts."""
    record = library.of("people")[str(credit.person)].record
    printed: str = credit.printed or record.title
    family: str = record.surname
    if not f" {printed}".endswith(f" {family}"):
        family = printed.rsplit(maxsplit=1)[-1]
    given = printed.removesuffix(family).strip()
    return {"family": family, "given": given} if given else {"family": family}


def name(library: Library, credit: Credit, language: str) -> Name:
    """Return a credit as a CSL name: a person's in two parts, an organisation's in one."""
    if credit.person:
        return _person(library, credit)
    return {"literal": organisation(library, credit.organisation or "", language)}


def with_role(
    library: Library, credits_given: Iterable[Credit], role: str, language: str, *, default: str
) -> list[Name]:
    """Return the names of those with a role; ``default`` is the role of a credit without one."""
    return [
        name(library, credit, language)
        for credit in credits_given
        if (credit.role or default) == role
    ]
