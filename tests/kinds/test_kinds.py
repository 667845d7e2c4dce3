"""The registry of kinds: one that exists only here is found in everything that tells kinds."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from archive.schema.item import Record
from archive.schema.kinds import Kind, register
from conftest import ROOT, build, make_toy

_HOOK = """
import archive.build
from archive.schema.item import Record
from archive.schema.kinds import Kind, register


class Law(Record):
    "A law."


register(Kind("laws", Law, word="law", anchor="law", facts=("date", "themes"), menu=7,
              schema_org="Legislation", of_person=9))
"""
_WORDS = {
    "law": "Zákon", "kind_laws": "zákony", "nav_laws": "Zákony", "count_laws_one": "zákon",
    "count_laws_few": "zákony", "count_laws_other": "zákonů", "laws_of_person": "V zákonech",
    "withdrawn_text_laws": "Zákon byl stažen.",
}  # fmt: skip
_FRONT = """---
title: {title}
description: {text} Popis je dost dlouhý, aby prošel kontrolou obsahu.
---
Text.
"""
_LAW = """---
title: Zákon o jezeře
description: Vymyšlený zákon, který tu je jen proto, aby se našel všude, kde má být.
date: "2004"
themes: [integration]
people:
  - {person: jana-novakova}
confidence: high
sources: [https://example.org/zakon]
---
Voda patří všem.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive with a kind of its own, built."""
    root = make_toy(tmp_path_factory.mktemp("kinds") / "toy")
    docs = root / "docs"
    (root / "hooks" / "laws.py").write_text(_HOOK, encoding="utf-8")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("hooks:\n", "hooks:\n  - hooks/laws.py\n"), encoding="utf-8")
    for language in ("cs", "en"):
        words = docs / "vocabulary" / f"ui.{language}.yml"
        more = "".join(f"{key}: {json.dumps(word)}\n" for key, word in _WORDS.items())
        words.write_text(words.read_text(encoding="utf-8") + more, encoding="utf-8")
    (docs / "laws" / "jezero").mkdir(parents=True)
    front = _FRONT.format(title="Zákony", text="Všechny zákony.")
    (docs / "laws" / "index.cs.md").write_text(front, encoding="utf-8")
    (docs / "laws" / "jezero" / "index.cs.md").write_text(_LAW, encoding="utf-8")
    done = build(root)
    assert (0, "") == (done.returncode, done.stderr)
    return root / "site"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("laws/jezero/index.html", 'class="breadcrumb"'),
        ("laws/jezero/index.html", '<a href="../">Zákony</a>'),
        ("laws/jezero/index.html", '"@type":"Legislation"'),
        ("laws/jezero/index.html", "https://schema.org/Legislation"),
        ("laws/jezero/index.html", "Cit"),
        ("laws/jezero/cite.bib", "laws-jezero"),
        ("laws/jezero/linkset.json", "laws/jezero"),
        ("laws/index.html", "Zákon o"),
        ("index.html", '<a href="laws/">Zákony</a>'),
        ("catalogue/facets.json", "laws"),
        ("catalogue.json", "laws/jezero"),
        ("catalogue.schema.json", '"laws"'),
        ("catalogue.csv", "laws/jezero"),
        ("archive.xml", "laws/jezero"),
        ("oai.xml", "laws/jezero"),
        ("llms.txt", "Zákon o jezeře"),
        ("sitemap.xml", "laws/jezero/"),
        ("themes/integration/index.html", "../../laws/jezero/"),
        ("years/2004/index.html", "../../laws/jezero/"),
        ("people/jana-novakova/index.html", "V\u00a0zákonech"),
    ],
)
def test_a_kind_is_found_everywhere(site: Path, path: str, said: str) -> None:
    """A kind that one module declares is in menus, lists, exports, feeds and descriptions."""
    assert said in (site / path).read_text(encoding="utf-8-sig")


def test_it_has_a_card_and_can_be_searched(site: Path) -> None:
    """What is drawn and what is indexed know it too."""
    index = "".join(
        file.read_text(encoding="utf-8") for file in (site / "assets" / "search").rglob("*.js")
    )

    assert (site / "laws" / "jezero" / "card.png").is_file()
    assert "laws/jezero/" in index


def test_a_name_is_taken_once() -> None:
    """Two kinds of one name would write over each other."""
    with pytest.raises(ValueError, match="projects: registered already"):
        register(Kind("projects", Record, word="x", anchor="x"))


def test_no_other_room_imports_a_kind() -> None:
    """The modules of kinds are handed in where the archive is built."""
    core = ROOT / "hooks" / "archive"
    importers = []
    for path in core.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
                if any(name.startswith("archive.kinds") for name in names):
                    importers.append(path.relative_to(core).as_posix())

    assert {"build.py", "kinds/__init__.py"} == set(importers)
