"""People as the feeds name them."""

from __future__ import annotations

from collections.abc import Iterable

from archive.content.library import Library
from archive.content.settings import Site
from archive.podcast.namespace_tags import PersonTag
from archive.schema import Credit
from archive.schema.podcast_roles import PARTS


def _person(library: Library, site: Site, credit: Credit, language: str) -> PersonTag | None:
    part = PARTS.get(credit.role or "")
    if not credit.person or part is None:
        return None
    person = library.of("people")[credit.person]
    name = credit.printed or person.edition(language).record.title
    return PersonTag(name, part.role, part.group, site.absolute(person.address(language)))


def people(
    library: Library, site: Site, credits: Iterable[Credit], language: str
) -> tuple[PersonTag, ...]:
    """Return those of the credited who have a part in making the podcast."""
    found = (_person(library, site, credit, language) for credit in credits)
    return tuple(person for person in found if person)
