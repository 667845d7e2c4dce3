"""Rewrite what derives from the schema: the field tables of the manual, the JSON Schema.

Example: python scripts/derive.py --check
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

import archive.build  # noqa: F401 - registers the kinds of record
from archive.schema import KINDS, Item, manual

ROOT = Path(__file__).parent.parent
MANUAL = "CONTRIBUTING.cs.md"
SCHEMA = "docs/vocabulary/schema.json"


def models() -> dict[str, type[Item]]:
    """Return the model of each kind of record, and of each whole, by the word for one."""
    found: dict[str, type[Item]] = {}
    for kind in KINDS.values():
        found[kind.word] = kind.model
        if kind.whole:
            found[kind.whole.word] = kind.whole.model
    return found


def derived(root: Path) -> dict[Path, str]:
    """Return each derived file with the text it should have."""
    text = (root / MANUAL).read_text(encoding="utf-8")
    for name, model in models().items():
        table = manual.field_table(model, "cs")
        pattern = re.compile(rf"(<!-- fields:{name} -->\n).*?(<!-- /fields -->)", re.DOTALL)
        text = pattern.sub(lambda match, table=table: f"{match[1]}{table}{match[2]}", text)  # type: ignore[misc]
    schema = json.dumps(manual.json_schema(models()), ensure_ascii=False, indent=2) + "\n"
    return {root / MANUAL: text, root / SCHEMA: schema}


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with --check tell which of them are stale."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="only tell what is stale")
    check = parser.parse_args(arguments).check
    stale = 0
    for path, text in derived(ROOT).items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if check:
            print(f"{path.relative_to(ROOT)}: stale; run `make derive`")
        else:
            path.write_text(text, encoding="utf-8")
            print(path.relative_to(ROOT))
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
