"""Controlled vocabularies: organisations, themes, roles, countries and the like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale

from archive.schema import texts
from archive.schema.frontmatter import FrontMatterError, Location, load_yaml
from archive.schema.plain import Plain, mapping
from archive.schema.problems import Problem, Text

NAMES = (
    "organisations",
    "programmes",
    "themes",
    "project-types",
    "publication-types",
    "strategy-parts",
    "rights",
    "roles",
    "sources",
    "places",
    "short-titles",
)


@dataclass(frozen=True)
class Term:
    """One entry of a vocabulary: an id, a label for each language, and what else it tells."""

    id: str
    labels: Mapping[str, str]
    more: Mapping[str, Plain] = field(default_factory=dict)

    def label(self, language: str) -> str:
        """Return the label; English stands in where a language has none."""
        return self.labels.get(language) or self.labels.get("en") or self.id

    def told(self, key: str, language: str) -> str:
        """Return a further text of the term in one language, or nothing."""
        value = self.more.get(key)
        if isinstance(value, dict):
            return str(value.get(language) or value.get("en") or "")
        return str(value or "")

    @property
    def spot(self) -> tuple[float, float] | None:
        """Where a place lies, if it is told: longitude and latitude, in degrees."""
        lon, lat = self.more.get("lon"), self.more.get("lat")
        if isinstance(lon, int | float) and isinstance(lat, int | float):
            return lon, lat
        return None

    @property
    def webs(self) -> list[str]:
        """The hosts of the websites of an organisation."""
        told = self.more.get("web")
        return [str(one) for one in told] if isinstance(told, list) else []


class Vocabulary(Mapping[str, Term]):
    """The terms of one vocabulary file, by id, in the file's order."""

    def __init__(self, name: str, terms: Mapping[str, Term], *, readable: bool = True) -> None:
        self.name = name
        # Of a file that cannot be read, nobody is told that its terms are missing.
        self.readable = readable
        self._terms = dict(terms)

    def __getitem__(self, key: str) -> Term:
        return self._terms[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)


Vocabularies = Mapping[str, Vocabulary]

_EXPECTED_TERM = Text(
    "označení v češtině i v angličtině",
    "a label in Czech and in English",
)
_EXAMPLE_TERM = "slovo-21: {cs: Slovo 21, en: Slovo 21, country: CZ}"


def read_mapping(
    path: Path, shown: str
) -> tuple[dict[str, Plain], dict[Location, int], list[Problem]]:
    """Read a YAML file that must hold a mapping; ``shown`` is its name in messages."""
    if not path.exists():
        missing = Text("tento soubor; chybí", "this file; it is missing")
        return {}, {}, [Problem(shown, 0, "", "", missing)]
    text, problems = texts.read(path, shown)
    if problems:
        return {}, {}, problems
    try:
        values, lines = load_yaml(text)
    except FrontMatterError as error:
        expected = error.expected or Text("soubor ve formátu YAML", "a file in YAML")
        return {}, {}, [Problem(shown, error.line, "", str(error), expected)]
    if not isinstance(values, dict):
        expected = Text("seznam „klíč: hodnota“", "a list of “key: value”")
        return {}, {}, [Problem(shown, 1, "", type(values).__name__, expected)]
    return values, lines, []


def load(folder: Path, name: str, shown: str) -> tuple[Vocabulary, list[Problem]]:
    """Read one vocabulary file and tell what is wrong with it."""
    values, lines, problems = read_mapping(folder / f"{name}.yml", shown)
    terms = {}
    for key, value in values.items():
        entry = mapping(value)
        labels = {lang: str(entry[lang]) for lang in entry if len(lang) == 2 and entry[lang]}
        if not {"cs", "en"} <= set(labels):
            problems.append(
                Problem(
                    shown, lines.get((key,), 1), str(key), str(entry), _EXPECTED_TERM, _EXAMPLE_TERM
                )
            )
        more = {k: v for k, v in entry.items() if k not in labels}
        terms[str(key)] = Term(str(key), labels, more)
    return Vocabulary(name, terms, readable=bool(values)), problems


def countries(languages: tuple[str, ...]) -> Vocabulary:
    """Return the countries of ISO 3166 with their names from CLDR."""
    names = {language: Locale.parse(language).territories for language in languages}
    codes = [
        str(code) for code in names[languages[0]] if str(code).isalpha() and len(str(code)) == 2
    ]
    terms = {
        code: Term(code, {lang: str(names[lang].get(code, code)) for lang in languages})
        for code in codes
    }
    return Vocabulary("countries", terms)
