"""What the results of a search can be narrowed by, with labels in the page's language."""

from __future__ import annotations

from collections.abc import Sequence

from archive.language.collation import sort_key
from archive.schema import DEFAULT_LANGUAGE, KINDS
from archive.search.documents import PAGES, Document
from archive.search.files import Facet
from archive.telling.archive import Archives


def of(archives: Archives, language: str, documents: Sequence[Document]) -> list[Facet]:
    """Return the facets; themes and languages are those that some page has."""
    archive = archives.get(language) or archives[DEFAULT_LANGUAGE]

    def facet(name: str, found: set[str]) -> Facet:
        values = (value for item in archive.items.values() for value in item.facets[name])
        labels = {value.code: value.text for value in values if value.code in found}
        order = sorted(labels, key=lambda raw: sort_key(labels[raw], archive.language))
        return Facet(name, archive.words[f"facet_{name}"], [(raw, labels[raw]) for raw in order])

    words = archive.words
    kinds = [(kind, words[f"kind_{kind}"]) for kind in KINDS if KINDS[kind] in archive.kinds]
    return [
        Facet("kind", words["search_kind"], [*kinds, (PAGES, words["search_pages"])]),
        facet("theme", {theme for document in documents for theme in document.themes}),
        facet("language", {spoken for document in documents for spoken in document.languages}),
    ]


__all__ = ["of"]
