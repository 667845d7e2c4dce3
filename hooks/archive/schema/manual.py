"""What the manuals and editors are told of the schema, derived from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from archive.schema import Item
from archive.schema.fields import rows

_REQUIRED = {"cs": ("povinné", ""), "en": ("required", "")}
_HEADS = {
    "cs": ("Pole", "Co to je", "", "Kde", "Příklad"),
    "en": ("Field", "What it is", "", "Where", "Example"),
}
_WHERE = {"cs": ("v každém jazyce", "jen česky"), "en": ("in each language", "Czech file only")}


def field_table(model: type[Item], language: str) -> str:
    """Return a Markdown table of a record's fields, in the order of the schema."""
    lines, table = [_HEADS[language], ("---",) * 5], rows(model)
    for name, info in model.model_fields.items():
        row = table[name]
        meaning = row.label[language]
        if row.help[language]:
            meaning += f". {row.help[language]}"
        example = row.example.replace("\n", " ⏎ ").replace("|", "\\|")
        required = _REQUIRED[language][0 if info.is_required() else 1]
        where = _WHERE[language][0 if row.translated else 1]
        lines.append((f"`{name}`", meaning, required, where, f"`{example}`"))
    return "".join(f"| {' | '.join(row)} |\n" for row in lines)


def json_schema(models: Mapping[str, type[Item]]) -> dict[str, Any]:
    """Return one JSON Schema with a definition for each kind of record, for editors."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Records of the archive",
        "$defs": {name: model.model_json_schema() for name, model in models.items()},
    }
