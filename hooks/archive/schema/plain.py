"""Plain values, as YAML and JSON have them: what is read is narrowed by ``isinstance``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"


def read_json(text: str | bytes) -> Plain:
    """Return what a JSON text holds. Raises ValueError for what is none."""
    value: Plain = json.loads(text)
    return value


def mapping(value: Plain) -> Mapping[str, Plain]:
    """Return a value that is a mapping, and an empty one for any other."""
    return value if isinstance(value, dict) else {}
