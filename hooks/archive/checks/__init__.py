"""The rules of the content: one small function per rule, one list of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from archive.checks import (
    access,
    addresses,
    documents,
    fixity,
    fronts,
    holdings,
    limits,
    names,
    pictures,
    placeholders,
    places,
    podcast,
    printed,
    provenance,
    published,
    recordings,
    references,
    sounds,
    translations,
    vocabularies,
    withdrawal,
)
from archive.content import library
from archive.content.library import Library
from archive.keeping import claims
from archive.keeping.claims import Claim
from archive.schema.problems import ContentError, Problem, errors

Rule = Callable[[Library, Path, dt.date], Iterable[Problem]]

RULES: list[Rule] = [
    fronts.fronts_are_there,
    fronts.words_can_be_read,
    references.vocabulary_terms_exist,
    references.people_exist,
    references.credits_name_somebody,
    references.relations_resolve,
    references.sources_are_given,
    translations.translations_are_complete,
    translations.translations_are_fresh,
    holdings.holdings_are_true,
    holdings.names_are_safe,
    podcast.feed_identifiers_are_unique,
    podcast.recordings_are_unique,
    podcast.numbers_are_unique,
    podcast.releases_are_past,
    holdings.items_are_past,
    podcast.artwork_is_right,
    podcast.transcripts_are_there,
    placeholders.transcripts_are_written,
    translations.events_are_bilingual,
    translations.headings_agree,
    translations.words_are_translated,
    references.home_features_exist,
    withdrawal.withdrawn_folders_are_empty,
    withdrawal.old_names_are_free,
    withdrawal.corrections_are_translated,
    withdrawal.changes_are_past,
    withdrawal.replacements_are_there,
    withdrawal.notes_are_translated,
    names.withdrawn_people_are_not_credited,
    names.withdrawn_people_are_not_named,
    addresses.records_stay,
    addresses.anchors_stay,
    addresses.timeline_stays,
    published.published_items_stay,
    limits.titles_are_titles,
    limits.texts_fit,
    limits.category_is_apples,
    limits.licenses_are_known,
    limits.services_are_known,
    limits.titles_differ,
    sounds.chapters_are_in_order,
    sounds.chapters_agree,
    sounds.soundbites_fit,
    sounds.alternates_agree,
    sounds.addresses_are_safe,
    sounds.trailers_are_dated,
    sounds.transcript_lines_are_short,
    places.places_are_on_the_map,
    vocabularies.terms_lead_somewhere,
    pictures.short_titles_are_of_projects,
    pictures.names_of_places_are_lists,
    recordings.recordings_are_healthy,
    recordings.houses_serve_well,
    recordings.standins_are_marked,
    recordings.files_fit_on_github,
    fixity.held_files_stay,
    documents.document_names_are_right,
    documents.works_are_whole,
    documents.languages_are_told,
    documents.versions_follow,
    documents.versions_are_explained,
    documents.version_notes_are_whole,
    documents.documents_serve_everybody,
    provenance.marks_name_sources,
    provenance.figures_have_sources,
    provenance.notes_agree,
    provenance.figures_agree,
    provenance.pages_exist,
    provenance.pages_show_figures,
    printed.catalogue_is_recent,
    access.links_stand_alone,
    access.pictures_are_described,
]


def check(
    content: Library, root: Path, today: dt.date, outputs: Sequence[Claim] = ()
) -> list[Problem]:
    """Return everything that is wrong with the content: reading it and by every rule.

    ``outputs`` are what the site writes besides (``build.OUTPUTS``): no file may shadow it.
    """
    found = [problem for rule in RULES for problem in rule(content, root, today)]
    found += claims.faults(outputs, content, root)
    return sorted({*content.problems, *found}, key=Problem.sort_key)


def load(
    root: Path, *, today: dt.date, docs: Path | None = None, outputs: Sequence[Claim] = ()
) -> Library:
    """Read and check everything. Raises ContentError with all errors at once.

    ``today`` comes from outside: the core has no clock.
    """
    content = library.read(root, docs)
    content.problems = check(content, root, today, outputs)
    if stopping := errors(content.problems):
        raise ContentError(stopping)
    return content
