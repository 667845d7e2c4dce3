"""From a folder with front matter to a validated record in every language."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeGuard, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from archive.schema import DEFAULT_LANGUAGE, LANGUAGES, frontmatter, paths, texts, withdrawal
from archive.schema.frontmatter import FrontMatter, FrontMatterError
from archive.schema.plain import Plain
from archive.schema.problems import Problem, Text

Model = TypeVar("Model", bound=BaseModel)
Model_co = TypeVar("Model_co", bound=BaseModel, covariant=True)


@dataclass(frozen=True)
class Edition(Generic[Model_co]):
    """An item in one language; ``source_hash`` is the fingerprint of its text."""

    language: str
    record: Model_co
    body: str
    path: str
    lines: FrontMatter
    source_hash: str

    @property
    def first_body_line(self) -> int:
        """The line on which the body begins."""
        return self.lines.body_line

    def line(self, *location: str | int) -> int:
        """Return the line of a field in this edition's file."""
        return self.lines.line(location)


@dataclass(frozen=True)
class Entry(Generic[Model_co]):
    """An item: its folder, its kind and its language editions."""

    kind: str
    id: str
    folder: Path
    editions: Mapping[str, Edition[Model_co]] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """The item's name in relations, such as ``projects/avr``."""
        return f"{self.kind}/{self.id}"

    @property
    def record(self) -> Model_co:
        """The record in the default language."""
        return self.editions[DEFAULT_LANGUAGE].record

    def edition(self, language: str) -> Edition[Model_co]:
        """Return the edition of a language, or the default one where it is missing."""
        return self.editions.get(language) or self.editions[DEFAULT_LANGUAGE]

    def address(self, language: str) -> str:
        """Return the path of its page below the site's address."""
        return paths.page("/".join(part for part in (self.kind, self.id) if part), language)

    def of(self, model: type[Model]) -> Entry[Model]:
        """Return the item as one of a model, which it must be."""
        assert is_of(self, model)
        return self


def is_of(entry: Entry[BaseModel], model: type[Model]) -> TypeGuard[Entry[Model]]:
    """Tell whether an item's record is of a model."""
    return isinstance(entry.record, model)


# What each of pydantic's complaints expects, for people. {limit} and the like come from it.
_EXPECTED: dict[str, Text] = {
    "missing": Text("povinné pole, které tu chybí", "a required field, which is missing"),
    "edtf": Text(
        "datum EDTF: rok, rok-měsíc, rok-měsíc-den, nebo rozmezí s lomítkem",
        "an EDTF date: year, year-month, year-month-day, or a range with a slash",
    ),
    "guid": Text(
        "UUID, nebo GUID beze změny od předešlého hostitele, bez řídicích znaků a mezer na krajích",
        "a UUID, or the former host’s GUID unchanged, without control characters or outer spaces",
    ),
    "language": Text("kód jazyka ISO 639", "an ISO 639 language code"),
    "greater_than": Text("celé číslo větší než nula", "a whole number above zero"),
    "isbn": Text("ISBN s platnou kontrolní číslicí", "an ISBN with a valid check digit"),
    "string_type": Text("text; čísla dejte do uvozovek", "text; put numbers in quotes"),
    "string_too_short": Text("nejméně {min_length} znaků", "at least {min_length} characters"),
    "string_too_long": Text("nejvýše {max_length} znaků", "at most {max_length} characters"),
    "string_pattern_mismatch": Text(
        "hodnota v předepsaném tvaru, na jednom řádku", "a value of the form shown, on one line"
    ),
    "list_type": Text("seznam, i když má jen jednu položku", "a list, even of one entry"),
    "literal_error": Text("jedna z hodnot: {expected}", "one of: {expected}"),
    "bool_type": Text("true nebo false", "true or false"),
    "bool_parsing": Text("true nebo false", "true or false"),
    "int_type": Text("celé číslo bez uvozovek", "a whole number without quotes"),
    "int_parsing": Text("celé číslo", "a whole number"),
    "dict_type": Text("dvojice „klíč: hodnota“", "pairs “key: value”"),
    "model_type": Text("dvojice „klíč: hodnota“", "pairs “key: value”"),
}
_DATETIME = Text(
    "datum a čas s časovým pásmem (ISO 8601)", "a date and time with its zone (ISO 8601)"
)


def _shown(value: object) -> str:
    if value is None:
        return ""
    told = "true" if value is True else "false" if value is False else str(value)
    return told if len(told) <= 80 else told[:77] + "…"


def _explain(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, Text]:
    """Return what was found and what is expected, for one of pydantic's complaints."""
    kind, location = error["type"], error["loc"]
    if kind == "extra_forbidden":
        near = difflib.get_close_matches(str(location[-1]), model.model_fields, n=1)
        cs, en = "pole, které schéma zná", "a field that the schema knows"
        if near:
            cs, en = f"{cs}; nemyslíte „{near[0]}“?", f"{en}; did you mean “{near[0]}”?"
        return str(location[-1]), Text(cs, en)
    if kind.startswith(("datetime", "timezone")):
        return _shown(error["input"]), _DATETIME
    expected = _EXPECTED.get(kind, Text(error["msg"], error["msg"]))
    # Pydantic joins the last two values with an English "or".
    context = {k: str(v).replace(" or ", ", ") for k, v in (error.get("ctx") or {}).items()}
    expected = Text(expected.cs.format(**context), expected.en.format(**context))
    return "" if kind == "missing" else _shown(error["input"]), expected


def complaints(
    error: ValidationError, model: type[BaseModel], path: str, lines: FrontMatter
) -> Iterable[Problem]:
    """Turn what pydantic found into problems with lines and examples."""
    for fault in error.errors(include_url=False):
        location = tuple(part for part in fault["loc"] if isinstance(part, str | int))
        name = str(location[0]) if location else ""
        known = model.model_fields.get(name)
        example = str(known.examples[0]) if known and known.examples else ""
        found, expected = _explain(fault, model)
        shown = ".".join(str(part) for part in location)
        yield Problem(path, lines.line(location), shown, found, expected, example)


def translated_fields(model: type[BaseModel]) -> set[str]:
    """Return the names of the fields that each language states for itself."""
    return {
        name
        for name, info in model.model_fields.items()
        if isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("translated")
    }


def fingerprint(front: FrontMatter, model: type[BaseModel]) -> str:
    """Return the fingerprint of the text that a translator works from."""
    own = translated_fields(model) - {"translation_of", "guid"}
    parts = [f"{name}={front.values[name]}" for name in sorted(own & set(front.values))]
    text = "\n".join([*parts, front.body.strip()])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _inherit(default: FrontMatter, front: FrontMatter, model: type[BaseModel]) -> dict[str, Plain]:
    """Return a translation's values: its own texts over the inherited rest."""
    own = translated_fields(model)
    return {k: v for k, v in default.values.items() if k not in own} | front.values


def _parse(file: Path, shown: str) -> tuple[FrontMatter | None, list[Problem]]:
    text, problems = texts.read(file, shown)
    if problems:
        return None, problems
    try:
        return frontmatter.parse(text), []
    except FrontMatterError as error:
        if error.expected:
            return None, [Problem(shown, error.line, "", str(error), error.expected)]
        expected = Text(
            "hlavička YAML mezi dvěma řádky ---", "YAML front matter between two lines ---"
        )
        example = "---\ntitle: Název\n---"
        return None, [Problem(shown, error.line, "", str(error), expected, example)]


def _misplaced(front: FrontMatter, model: type[BaseModel], shown: str) -> Iterable[Problem]:
    """Find fields of a translation that belong to the Czech file alone."""
    for name in front.values:
        if name in model.model_fields and name not in translated_fields(model):
            expected = Text(
                "toto pole jen v českém souboru index.cs.md; překlad je zdědí",
                "this field only in the Czech file index.cs.md; the translation inherits it",
            )
            yield Problem(shown, front.line([name]), name, _shown(front.values[name]), expected)


def _edition(
    language: str, values: dict[str, Plain], front: FrontMatter, model: type[Model_co], shown: str
) -> Edition[Model_co]:
    """Return an edition, emptied if it has been withdrawn. Raises ValidationError."""
    if withdrawal.is_withdrawn(values, model):
        left = withdrawal.validate(values, model, language)
        assert isinstance(left, model)
        front = FrontMatter({}, "", front.lines, front.body_line)
        return Edition(language, left, "", shown, front, "")
    record = model.model_validate(values)
    return Edition(language, record, front.body, shown, front, fingerprint(front, model))


def read(
    folder: Path, kind: str, identifier: str, model: type[Model_co], root: Path
) -> tuple[Entry[Model_co] | None, list[Problem]]:
    """Read ``index.<language>.md`` of a folder; return the item and its problems.

    There is no item when its Czech file, the record, is missing or faulty.
    """
    problems: list[Problem] = []
    editions: dict[str, Edition[Model_co]] = {}
    default: FrontMatter | None = None
    for language in LANGUAGES:
        file = folder / f"index.{language}.md"
        shown = file.relative_to(root).as_posix()
        if not file.exists():
            if language == DEFAULT_LANGUAGE:
                expected = Text(
                    "český soubor index.cs.md; je to záznam se všemi poli",
                    "the Czech file index.cs.md; it is the record with all fields",
                )
                return None, [Problem(shown, 0, "", "", expected)]
            continue
        front, faults = _parse(file, shown)
        problems += faults
        if front is None:
            continue
        values = front.values
        if language == DEFAULT_LANGUAGE:
            default = front
        elif default is not None:
            problems += _misplaced(front, model, shown)
            values = _inherit(default, front, model)
        else:
            continue
        try:
            editions[language] = _edition(language, values, front, model, shown)
        except ValidationError as error:
            found = list(complaints(error, model, shown, front))
            # An inherited field is told once, where it stands.
            own = translated_fields(model)
            problems += [
                p
                for p in found
                if language == DEFAULT_LANGUAGE or p.field.split(".")[0] in own | set(front.values)
            ]
    if DEFAULT_LANGUAGE not in editions:
        return None, problems
    return Entry(kind, identifier, folder, editions), problems
