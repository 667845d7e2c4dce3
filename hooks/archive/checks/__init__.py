"""The rules of the content: one small function per rule, one list of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from archive import library
from archive.checks import holdings, podcast, references, translations
from archive.library import Library
from archive.problems import ContentError, Problem, errors

Rule = Callable[[Library, Path, dt.date], Iterable[Problem]]

RULES: list[Rule] = [
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
    translations.events_are_bilingual,
    references.home_features_exist,
]


def check(content: Library, root: Path, today: dt.date) -> list[Problem]:
    """Return everything that is wrong with the content: reading it and by every rule."""
    found = [problem for rule in RULES for problem in rule(content, root, today)]
    return sorted({*content.problems, *found}, key=Problem.sort_key)


def load(root: Path, *, today: dt.date, docs: Path | None = None) -> Library:
    """Read and check everything. Raises ContentError with all errors at once.

    ``today`` comes from outside: the core has no clock.
    """
    content = library.read(root, docs)
    content.problems = check(content, root, today)
    if stopping := errors(content.problems):
        raise ContentError(stopping)
    return content
