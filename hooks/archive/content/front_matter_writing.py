"""Write a record's text: front matter in the house's style, which reads back as it was given.

The order of fields is that of the schema's most-read records; what is missing stands as a
comment with an example, so that whoever opens the file sees what to fill in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from pydantic import BaseModel

from archive.schema import texts
from archive.schema.frontmatter import FrontMatterError, load_yaml

ORDER = (
    "title", "title_translated", "title_variants", "surname", "subtitle", "description",
    "number", "number_confirmed", "season", "episode_type", "guid", "published", "recording",
    "audio", "explicit", "serial", "category", "subcategory", "artwork", "artwork_text",
    "cover_text", "place", "community", "people", "people_notes", "production", "publishers",
    "projects", "themes", "countries", "date", "language", "chapters", "soundbites", "license",
    "license_url", "complete", "frequency", "funding", "txt", "apps", "confidence", "unknown",
    "notes", "sources", "translation_of",
)  # fmt: skip
# Always in quotes, as everywhere in the archive: dates that YAML would take for its own.
_QUOTED = {"date", "translation_of"}
# What JSON leaves as it is, and YAML takes for the end of a line or does not take at all.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ufffe\uffff]")
_PLAIN = re.compile(r"[^\W_]", re.UNICODE)


def _quoted(text: str) -> str:
    """Return text in double quotes; a lone surrogate, which no file can hold, becomes „?“."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    written = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04X}", written)


# What can be written: as read, but for what is any sequence or mapping.
Told: TypeAlias = "str | int | float | Sequence[Told] | Mapping[str, Told] | None"


def scalar(text: str, *, quoted: bool = False) -> str:
    """Return a text as a YAML scalar: plain where it reads back the same, else in quotes.

    A plain one must hold at the end of a line, in a list and in a mapping alike.
    """
    if not quoted and _PLAIN.match(text) and "\n" not in text:
        try:
            if load_yaml(f"[{{k: {text}}}]")[0] == [{"k": text}]:
                return text
        except FrontMatterError:
            pass
    return _quoted(text)


def _visible(value: Told) -> Told:
    """Return a value whose texts have no signs that cannot be seen."""
    if isinstance(value, Mapping):
        return {key: _visible(told) for key, told in value.items()}
    if isinstance(value, list | tuple):
        return [_visible(told) for told in value]
    return texts.visible(value) if isinstance(value, str) else value


def _value(value: Told) -> str:
    """Return a value on one line."""
    if value is None or isinstance(value, int):  # true and false are of these
        return json.dumps(value)
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else f"{value:.3f}".rstrip("0")
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_value(told)}" for key, told in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return scalar(str(value))


def _field(name: str, value: Told) -> str:
    """Return a field: lists of words on one line, lists of sentences and pairs on several."""
    if isinstance(value, list | tuple) and value:
        words = all(isinstance(told, str) and re.fullmatch(r"[\w-]{1,40}", told) for told in value)
        if not words:
            return "\n".join([f"{name}:", *(f"  - {_value(told)}" for told in value)])
    if isinstance(value, str):
        return f"{name}: {scalar(value, quoted=name in _QUOTED)}"
    return f"{name}: {_value(value)}"


def _missing(model: type[BaseModel], given: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """Return a comment for each field that somebody must still fill in."""
    lines = []
    for name in wanted:
        known = model.model_fields.get(name)
        if known is None or name in set(given):
            continue
        extra = known.json_schema_extra
        labels = extra.get("label") if isinstance(extra, dict) else None
        label = labels.get("cs") if isinstance(labels, dict) else name
        example = str((known.examples or [name])[0]).replace("\n", "\n# ")
        lines.append(f"# Doplňte ({label}), například: / Fill in, for example:\n# {example}")
    return lines


def record(
    values: Mapping[str, Told],
    body: str = "",
    model: type[BaseModel] | None = None,
    wanted: Iterable[str] = (),
) -> str:
    """Return a record's file: fields in the house's order, then the body.

    ``wanted`` are fields of ``model`` of which a comment reminds where they are not given.
    Empty lists and ``None`` are left out, and so are signs that cannot be seen, with which no
    record can be read.
    """
    seen = {name: _visible(value) for name, value in values.items()}
    given = {name: value for name, value in seen.items() if value not in (None, [], (), {}, "")}
    places = {name: at for at, name in enumerate(ORDER)}
    names = sorted(given, key=lambda name: places.get(name, len(places)))
    fields = [_field(name, given[name]) for name in names]
    comments = _missing(model, given, wanted) if model else []
    text = "\n".join(["---", *fields, *comments, "---", texts.visible(body).strip()])
    return text.rstrip("\n") + "\n"
