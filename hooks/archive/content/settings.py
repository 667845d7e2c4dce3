"""Where the site lives and what it calls itself: the few settings the outputs need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.schema import LANGUAGES
from archive.schema.problems import ContentError
from archive.schema.vocabulary import read_mapping

Strings = Mapping[str, str]


@dataclass(frozen=True)
class Site:
    """Settings from ``mkdocs.yml``.

    ``address`` is the absolute address of the Czech home page, with its trailing
    slash. ``standins`` tells whether stand-in recordings go into the feeds.
    """

    address: str
    owner_name: str
    owner_email: str
    repository: str
    standins: bool
    strings: Mapping[str, Strings] = field(default_factory=dict)

    def absolute(self, path: str) -> str:
        """Return the absolute address of a path below the site."""
        return self.address + path


def load_strings(docs: Path, root: Path) -> dict[str, dict[str, str]]:
    """Read the words of the interface, one file for each language.

    Raises ContentError when a file is broken. A word that a language lacks is
    taken from English.
    """
    loaded: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        path = docs / "vocabulary" / f"ui.{language}.yml"
        values, _, problems = read_mapping(path, path.relative_to(root).as_posix())
        if problems:
            raise ContentError(problems)
        loaded[language] = {key: str(value) for key, value in values.items()}
    fallback: dict[str, str] = loaded.get("en", {})
    return {language: {**fallback, **words} for language, words in loaded.items()}


def from_settings(config: Mapping[str, Any], strings: Mapping[str, Strings]) -> Site:
    """Make the settings out of the site generator's configuration."""
    extra = config["extra"]
    return Site(
        address=str(config["site_url"]).rstrip("/") + "/",
        owner_name=str(extra["owner_name"]),
        owner_email=str(extra["owner_email"]),
        repository=str(config["repo_url"] or "").rstrip("/"),
        standins=bool(extra["standins"]),
        strings=strings,
    )


__all__ = ["Site", "Strings", "from_settings", "load_strings"]
