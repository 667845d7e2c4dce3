"""What is left of a record that has been withdrawn: its address, its tombstone, nothing else.

The rest is taken away where records are read, so that no output can repeat it, be it one
that is yet to be written. The file itself may hold as little: see ``Record.KEPT``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from archive.schema import Record
from archive.schema.fields import Strict, Withdrawal
from archive.schema.plain import Plain

# In place of a title that is itself personal.
_TITLES = {"cs": "Stažený záznam", "en": "Withdrawn record"}


def neutral_title(language: str) -> str:
    """Return what stands in place of a title that has to go."""
    return _TITLES.get(language, _TITLES["en"])


def is_withdrawn(values: Mapping[str, Plain], model: type[BaseModel]) -> bool:
    """Tell whether a record's front matter says that it has been withdrawn."""
    return issubclass(model, Record) and values.get("withdrawn") is not None


@cache
def _kept(model: type[Record]) -> type[Strict]:
    """Return a model of the fields alone that outlive a withdrawal."""
    told = {name: model.model_fields[name] for name in sorted(model.KEPT)}
    fields: dict[str, Any] = {
        name: (info.rebuild_annotation(), info) for name, info in told.items()
    }
    return create_model(model.__name__, __base__=Strict, **fields)


def _nothing(info: FieldInfo) -> Any:  # noqa: ANN401 - of the type of whatever field it is
    """Return what stands in a required field whose value has been taken away."""
    if get_origin(info.annotation) is Literal:
        return get_args(info.annotation)[0]
    return [] if get_origin(info.annotation) is list else ""


def _title(values: Mapping[str, Plain], language: str) -> str | None:
    """Return the title to show instead of the record's own, where that has to go."""
    gone = values["withdrawn"]
    try:
        stays = Withdrawal.model_validate(gone).title_stays
    except ValueError:
        return None  # told when the record is read
    return None if stays else neutral_title(language)


def validate(values: Mapping[str, Plain], model: type[BaseModel], language: str) -> Record:
    """Return what is left of a withdrawn record.

    Raises pydantic's ValidationError for what is faulty in the fields that are kept, and
    for fields that the schema does not know.
    """
    assert issubclass(model, Record)
    lost = set(model.model_fields) - model.KEPT
    read = {name: value for name, value in values.items() if name not in lost}
    if title := _title(values, language):
        read["title"] = title
    kept = _kept(model).model_validate(read)
    empty = {
        name: _nothing(model.model_fields[name])
        for name in sorted(lost)
        if model.model_fields[name].is_required()
    }
    return model.model_construct(**empty, **dict(kept))
