"""What the results of a search can be narrowed by, with labels in the page's language."""

from __future__ import annotations

from collections.abc import Sequence

from archive.content.library import Library
from archive.content.settings import Site
from archive.language.collation import sort_key
from archive.schema import DEFAULT_LANGUAGE, KINDS, LANGUAGES
from archive.search.documents import PAGES, Document
from archive.search.files import Facet
from archive.telling.teller import Teller


def of(library: Library, site: Site, language: str, documents: Sequence[Document]) -> list[Facet]:
    """Return the facets; themes and languages are those that some page has."""
    code = language if language in LANGUAGES else DEFAULT_LANGUAGE
    teller = Teller(library, site, code)

    def by_label(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        return sorted(pairs, key=lambda pair: sort_key(pair[1], code))

    themes = {theme for document in documents for theme in document.themes}
    languages = {spoken for document in documents for spoken in document.languages}
    kinds = [(kind, teller.words[f"kind_{kind}"]) for kind in KINDS]
    return [
        Facet("kind", teller.words["search_kind"], [*kinds, (PAGES, teller.words["search_pages"])]),
        Facet(
            "theme",
            teller.words["facet_theme"],
            by_label([(theme, teller.term("themes", theme)) for theme in themes]),
        ),
        Facet(
            "language",
            teller.words["facet_language"],
            by_label([(spoken, teller.language_name(spoken)) for spoken in languages]),
        ),
    ]


__all__ = ["of"]
