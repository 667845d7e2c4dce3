"""Rewrite what derives: the manual's tables of fields, the JSON Schema, the map of rooms."""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import click

import archive.build
from archive.content import settings
from archive.schema import KINDS, Item, manual
from command import ROOT

FIELDS = "manual/pole"
SCHEMA = "docs/vocabulary/schema.json"
HOUSE = "CONTRIBUTING.md"


def models() -> dict[str, type[Item]]:
    """Return the model of each kind of record, and of each whole, by the word for one."""
    found: dict[str, type[Item]] = {}
    for kind in KINDS.values():
        found[kind.word] = kind.model
        if kind.whole:
            found[kind.whole.word] = kind.whole.model
    return found


def rooms() -> str:
    """Return the map of the core: each room, and what it is for by its own first line."""
    lines = []
    for name in archive.ROOMS:
        told = (importlib.import_module(f"archive.{name}").__doc__ or "").partition("\n")[0]
        lines.append(f"- `{name}/` – {told.replace('``', '`')}\n")
    return "".join(lines)


def between(text: str, name: str, inner: str) -> str:
    """Return a text with something else between ``<!-- name -->`` and ``<!-- /name -->``."""
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    return pattern.sub(lambda match: f"{match[1]}{inner}{match[2]}", text)


def tables(root: Path) -> Iterator[tuple[Path, str]]:
    """Yield a page of the staff's manual for each kind of record, with all its fields."""
    words = settings.load_strings(root / "docs", root)["cs"]
    for name, model in models().items():
        head = f"# {words[name]}: všechna pole\n\n[Návod](../README.md)\n\n"
        yield root / FIELDS / f"{name}.md", head + manual.field_table(model, "cs")


def derived(root: Path) -> dict[Path, str]:
    """Return each derived file with the text it should have."""
    house = between((root / HOUSE).read_text(encoding="utf-8"), "rooms", rooms())
    schema = json.dumps(manual.json_schema(models()), ensure_ascii=False, indent=2) + "\n"
    return {**dict(tables(root)), root / SCHEMA: schema, root / HOUSE: house}


@click.command()
@click.option("--check", is_flag=True, help="only tell what is stale")
def command(check: bool) -> int:
    """Přepsat, co se odvozuje ze schématu / Rewrite what derives from the schema.

    Write the files, or with --check tell which of them are stale.
    """
    stale = 0
    for path, text in derived(ROOT).items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if check:
            print(f"{path.relative_to(ROOT)}: stale; run `make derive`")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(ROOT))
    return 1 if check and stale else 0
