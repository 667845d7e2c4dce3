"""What the hooks ask of static-i18n. No hook itself: hooks import it while they load."""

from typing import Protocol

from mkdocs.config.defaults import MkDocsConfig

from archive.telling.archive import Archive, Archives


class _I18n(Protocol):
    building: bool
    current_language: str


def _plugin(config: MkDocsConfig) -> _I18n:
    plugin: _I18n = config.plugins["i18n"]  # type: ignore[assignment]  # it has no types
    return plugin


def first_build(config: MkDocsConfig) -> bool:
    """Tell the build of the whole site from those of further languages nested in it."""
    return not _plugin(config).building


def language_of(config: MkDocsConfig) -> str:
    """Return the language whose pages are being built."""
    return _plugin(config).current_language


def archives_of(config: MkDocsConfig) -> Archives:
    """Return the archive as each language tells it."""
    archives: Archives = config.extra["archives"]
    return archives


def archive_of(config: MkDocsConfig) -> Archive:
    """Return the archive as the language tells it whose pages are being built."""
    return archives_of(config)[language_of(config)]
