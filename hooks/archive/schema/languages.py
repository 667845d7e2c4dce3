"""The languages of the archive, from the one place that lists them: ``mkdocs.yml``.

The file is read as plain YAML, without the site generator: whatever tags it has, and whoever
else reads it, a language is a ``locale`` below ``plugins: i18n: languages``.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from archive.schema.plain import Plain, mapping

# The language of the records, and the one that stands in for words and labels that are missing.
DEFAULT_LANGUAGE = "cs"
FALLBACK_LANGUAGE = "en"
# Every text is kept in these; a further language may lack any of them.
COMPLETE_LANGUAGES = (DEFAULT_LANGUAGE, FALLBACK_LANGUAGE)
SETTINGS = Path(__file__).parents[3] / "mkdocs.yml"


class _Loader(yaml.SafeLoader):
    """YAML whose tags, such as ``!ENV``, stand for nothing."""


for _prefix in ("!", "tag:yaml.org,2002:python/"):
    _Loader.add_multi_constructor(_prefix, lambda loader, suffix, node: None)


def listed(text: str) -> tuple[str, ...]:
    """Return the languages that the settings build, that of the records first.

    Raises ValueError when none is listed, or not the two that every text is kept in.
    """
    settings: Plain = yaml.load(text, _Loader)
    plugins = mapping(settings)["plugins"]
    if isinstance(plugins, list):  # MkDocs takes both forms
        plugins = {k: v for entry in plugins for k, v in mapping(entry).items()}
    languages = mapping(mapping(plugins).get("i18n")).get("languages")
    listed = map(mapping, languages if isinstance(languages, list) else [])
    codes = [str(entry["locale"]) for entry in listed if entry.get("build", True)]
    if missing := set(COMPLETE_LANGUAGES) - set(codes):
        raise ValueError(f"mkdocs.yml: plugins: i18n: languages: {', '.join(sorted(missing))}")
    return tuple(sorted(codes, key=lambda code: code != DEFAULT_LANGUAGE))


def configured() -> tuple[str, ...]:
    """Return the languages of this archive; Czech and English where the core stands alone."""
    if not SETTINGS.is_file():
        return COMPLETE_LANGUAGES
    return listed(SETTINGS.read_text(encoding="utf-8"))


LANGUAGES = configured()
