"""What the hooks ask of static-i18n. No hook itself: hooks import it while they load."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def first_build(config: MkDocsConfig) -> bool:
    """Tell the build of the whole site from those of further languages nested in it."""
    plugin: Any = config.plugins["i18n"]
    return not plugin.building


def language_of(config: MkDocsConfig) -> str:
    """Return the language whose pages are being built."""
    plugin: Any = config.plugins["i18n"]
    return str(plugin.current_language)
