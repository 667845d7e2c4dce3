"""What is wrong with a graph by schema.org's own definitions (tests/schema_org.json)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

KNOWN: dict[str, Any] = json.loads((Path(__file__).parent / "schema_org.json").read_text())
# What stands as text or number in JSON, and by which names schema.org asks for it.
_PLAIN = {"Text", "URL", "Date", "DateTime", "Number", "Integer", "Boolean", "Duration"}
_PLAIN |= {"Distance", "EventStatusType", "PronounceableText"}


def as_list(value: Any) -> list[Any]:
    """Return a value that may stand alone or in a list as a list."""
    return value if isinstance(value, list) else [value]


def nodes(graph: Any) -> Iterator[dict[str, Any]]:
    """Yield every node of a graph, the inner ones too."""
    for one in as_list(graph):
        if isinstance(one, dict):
            yield one
            for value in one.values():
                yield from nodes(value)


def _with_parents(name: str) -> set[str]:
    return {name}.union(*(_with_parents(p) for p in KNOWN["types"].get(name, [])))


def types_of(node: dict[str, Any]) -> set[str]:
    """Return the types of a node and all that they are kinds of."""
    return set().union(*(_with_parents(name) for name in as_list(node["@type"])))


def _taken(value: Any, takes: set[str], named: dict[str, set[str]]) -> bool:
    """Tell whether a property takes a value; ``named`` are the types behind each name."""
    if not isinstance(value, dict):
        return bool(takes & _PLAIN) or isinstance(value, bool)
    kinds = types_of(value) if "@type" in value else named.get(value["@id"], set())
    return bool(kinds & takes) or "Thing" in takes or "Role" in kinds


def faults(graph: Any, named: dict[str, set[str]]) -> Iterator[str]:
    """Yield each unknown type or property, and each in a place where it does not belong."""
    for node in nodes(graph):
        if "@type" not in node:
            continue
        yield from (f"no type {t}" for t in as_list(node["@type"]) if t not in KNOWN["types"])
        kinds = types_of(node)
        for name, values in node.items():
            if name.startswith("@"):
                continue
            rule = KNOWN["properties"].get(name)
            if rule is None:
                yield f"no property {name}"
            # A role repeats the property that it stands in.
            elif not kinds & set(rule["of"]) and "Role" not in kinds:
                yield f"{name} is not of {node['@type']}"
            elif not all(_taken(value, set(rule["takes"]), named) for value in as_list(values)):
                yield f"{name} of {node['@type']} takes {rule['takes']}, not {values}"
