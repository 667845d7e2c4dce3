"""A copy of the archive with many more records, as an office adds them over the years.

Example: python tests/growing.py /tmp/grown --each 100
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import yaml
from PIL import Image

import paper_pdf
from conftest import ROOT

SOURCE = "https://example.org/rust-archivu"
SHARED = {"confidence": "high", "sources": [SOURCE]}
# What a record of each kind says besides its title, its description and its sources.
FIELDS: dict[str, Callable[[int], dict[str, object]]] = {
    "people": lambda n: {"surname": f"Rostová {n}"},
    "projects": lambda n: {
        "type": "project",
        "date": str(1998 + n % 28),
        "themes": [["integration", "voluntary-return", "counter-trafficking"][n % 3]],
        "countries": [["CZ", "SK", "MD", "UA"][n % 4]],
        "people": [{"person": f"rust-{n}", "role": "researcher"}],
        "evidence": "excerpts",
    },
    "publications": lambda n: {
        "type": "report",
        "date": str(1998 + n % 28),
        "languages": [["cs", "en", "uk"][n % 3]],
        "creators": [{"person": f"rust-{n}"}],
        "projects": [f"rust-{n}"],
        "themes": ["integration"],
        "scope": "office",
        "holding": "link",
        "link": f"https://example.org/zprava-{n}",
    },
    "news": lambda n: {
        "date": f"{2000 + n % 26}-{1 + n % 12:02}-{1 + n % 28:02}",
        "themes": ["integration"],
        "countries": ["CZ"],
        "projects": [f"rust-{n}"],
        "evidence": "title-only",
    },
    "stories": lambda n: {
        "date": f"{1998 + n % 10}/{2010 + n % 10}",
        "themes": ["integration"],
        "countries": ["CZ"],
        "related": [f"projects/rust-{n}"],
    },
    "strategy": lambda n: {
        "type": "chapter",
        "number": 100 + n,
        "date": "2006/2007",
        "themes": ["integration"],
        "countries": ["MD"],
    },
}
TITLES = {
    "people": ("Anna Rostová", "Anna Rostová"),
    "projects": ("Růst projektu", "Growth of the project"),
    "publications": ("Růst knihovny", "Growth of the library"),
    "news": ("Zpráva o růstu", "News of growth"),
    "stories": ("Příběh o růstu", "A story of growth"),
    "strategy": ("Kapitola o růstu", "A chapter on growth"),
}
BODY = {
    "cs": "Text o růstu archivu.[^1]\n\n## Podrobnosti\n\nDalší odstavec s fotografií:\n\n"
    "![Šedá plocha](foto.jpg)\n",
    "en": "A text about the growth of the archive.[^1]\n\n## Details\n\nOne more paragraph and a "
    "photo:\n\n![A grey plane](foto.jpg)\n",
}


def _page(fields: dict[str, object], body: str) -> str:
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)}---\n\n{body}"


def _record(docs: Path, kind: str, number: int) -> None:
    """Write one record with its translation and its photo."""
    folder = docs / kind / f"rust-{number}"
    folder.mkdir(parents=True)
    said = {
        "title": f"{TITLES[kind][0]} {number}",
        "description": f"Záznam číslo {number}, který zkouší, zda archiv unese růst obsahu.",
    }
    said_in_english = {
        "title": f"{TITLES[kind][1]} {number}",
        "description": f"Record number {number}, which tries whether the archive bears growth.",
    }
    fields = {**said, **FIELDS[kind](number), **SHARED}
    (folder / "index.cs.md").write_text(_page(fields, BODY["cs"]), encoding="utf-8")
    (folder / "index.en.md").write_text(_page(said_in_english, BODY["en"]), encoding="utf-8")
    Image.new("RGB", (1200, 800), (120, 120, 120 + number % 100)).save(folder / "foto.jpg")


def _held_report(docs: Path) -> None:
    """Let one publication hold a PDF whose rights are not the archive's own."""
    folder = docs / "publications" / "rust-0"
    file = folder / "index.cs.md"
    front = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
    front = {**front, "holding": "file", "rights": "InC", "languages": ["cs"]}
    del front["link"]
    file.write_text(_page(front, BODY["cs"]), encoding="utf-8")
    texts = ["Zpráva o růstu\nText první strany.", "Text druhé strany."]
    described = {"title": str(front["title"]), "language": "cs", "tagged": True}
    paper_pdf.make(folder / "zprava.cs.pdf", *texts, **described)


def copy_of(root: Path, target: Path) -> Path:
    """Copy what git knows of the project, and what it has not been told to leave out."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=root, capture_output=True, check=True)
    for name in filter(None, done.stdout.decode().split("\0")):
        if (root / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, target / name)
    return target


def grow(root: Path, each: int) -> None:
    """Add ``each`` records of every kind that an office adds by itself, all with photos."""
    for kind in FIELDS:
        for number in range(each):
            _record(root / "docs", kind, number)
    _held_report(root / "docs")


def main(arguments: list[str] | None = None) -> int:
    """Write the grown copy."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("--each", type=int, default=100, help="how many records of each kind")
    chosen = parser.parse_args(arguments)
    grow(copy_of(ROOT, chosen.target), chosen.each)
    return 0


if __name__ == "__main__":
    sys.exit(main())
