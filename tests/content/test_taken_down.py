"""Whatever is withdrawn for the sake of personal data leaves nothing of itself on the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from archive import checks
from archive.content import library
from archive.content.library import Library
from archive.schema import frontmatter
from conftest import TODAY, build, make_toy

GONE = {
    "projects/jezero": "type: research",
    "publications/zprava-o-jezere": "type: report",
    "podcast/prvni": "number: 1",
    "people/jana-novakova": "surname: Nováková",
}
WITHDRAWN = 'withdrawn: {date: "2026-03-01", reason: personal-data, note: {cs: Zpráva, en: A note}}'
PREFIXES = ("", "en/")
# So long must a string be to tell a record from others.
DISTINCTIVE = 6


def rewrite(path: Path, pattern: str, new: str) -> None:
    """Change what a pattern finds in a file, which it must."""
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, new, text, flags=re.MULTILINE)
    assert text != changed
    path.write_text(changed, encoding="utf-8")


def withdraw(toy: Path) -> None:
    """Withdraw one item of each kind, as the check asks: no files, no credits, no names."""
    docs = toy / "docs"
    for reference, line in GONE.items():
        rewrite(docs / reference / "index.cs.md", f"^{line}$", f"{WITHDRAWN}\n{line}")
    for file in (docs / "podcast" / "prvni").glob("[!i]*"):
        file.unlink()
    rewrite(docs / "history" / "timeline.yml", r"^  people: \[jana-novakova\]\n", "")
    rewrite(docs / "index.cs.md", r"^featured_(projects|publications):.*\n(  - .*\n)*", "")
    for file in sorted(docs.rglob("*")):
        if file.suffix in (".md", ".vtt", ".yml") and file.parent.as_posix() not in {
            (docs / reference).as_posix() for reference in GONE
        }:
            text = file.read_text(encoding="utf-8")
            text = re.sub(r"^  - \{person: jana-novakova.*\n", "", text, flags=re.MULTILINE)
            text = re.sub(r"jana-novakova: .*\}", "petr-chalupa: průvodce}", text)
            file.write_text(text.replace("Jana Nováková", "Host"), encoding="utf-8")


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The toy archive with one item of each kind withdrawn, and its site."""
    root = make_toy(tmp_path_factory.mktemp("taken") / "toy")
    withdraw(root)
    done = build(root)
    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    return root


def strings(value: Any) -> Iterable[str]:
    """Yield every string in a value of a record."""
    if isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value


def records(docs: Path) -> dict[str, list[str]]:
    """Return the strings and sentences of every record file, by its path below docs."""
    found = {}
    for path in sorted(docs.rglob("index.*.md")):
        front = frontmatter.parse(path.read_text(encoding="utf-8"))
        told = {k: v for k, v in front.values.items() if k not in ("withdrawn", "guid")}
        sentences = re.split(r"(?<=\.)\s+|\n", front.body)
        found[path.relative_to(docs).as_posix()] = [*strings(told), *sentences]
    return found


def secrets(docs: Path) -> set[str]:
    """Return what only the withdrawn records say: nothing else in the archive contains it."""
    pristine = records(docs)
    own = {t for path, texts in pristine.items() for t in texts if path.rpartition("/")[0] in GONE}
    others = " ".join(
        path.read_text(encoding="utf-8")
        for path in sorted(docs.rglob("*"))
        if path.suffix in (".md", ".vtt", ".yml", ".html", ".js", ".css")
        and path.parent.relative_to(docs).as_posix() not in GONE
    )
    # Where the ids of the records may stand is looked at by itself.
    own -= {reference.partition("/")[2] for reference in GONE}
    return {text for text in own if len(text) >= DISTINCTIVE and text not in others}


def read(path: Path) -> str:
    """Return a file of any kind as text, without the disguises of formats."""
    text = path.read_bytes().decode("utf-8", "replace").replace("\u00a0", " ")
    return unescape(re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text))


def test_something_is_looked_for(toy: Path) -> None:
    """Names, titles, summaries and sentences of all four records are among the strings."""
    found = secrets(toy / "docs")
    expected = {"Jana Nováková", "Jezero a lidé kolem něj", "80-239-2206-8", "Vedla rozhovory."}

    assert expected <= found
    assert len(found) > 25


def test_nothing_is_left_anywhere(toy: Path) -> None:
    """No file of the site holds a distinctive string of any of them."""
    found = secrets(toy / "docs")
    files = [path for path in sorted((toy / "site").rglob("*")) if path.is_file()]
    leaks = {
        f"{path.relative_to(toy / 'site')}: {secret}"
        for path in files
        for secret in found
        if secret in read(path)
    }

    assert len(files) > 50
    assert set() == leaks


def test_addresses_are_named_where_they_must(toy: Path) -> None:
    """The address of a person is a name: only the tombstone itself has it."""
    site = toy / "site"
    named = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and "jana-novakova" in read(path)
    }

    assert {f"{prefix}people/jana-novakova/index.html" for prefix in PREFIXES} == named


def test_folders_hold_tombstones_alone(toy: Path) -> None:
    """No card, citation or cover stays beside a tombstone; what other sites frame does."""
    site = toy / "site"
    files = {
        path.relative_to(site).as_posix()
        for prefix in PREFIXES
        for reference in GONE
        for path in (site / prefix / reference).rglob("*")
        if path.is_file()
    }
    pages = {f"{prefix}{reference}/index.html" for prefix in PREFIXES for reference in GONE}
    frames = {f"{prefix}podcast/prvni/embed/index.html" for prefix in PREFIXES}

    assert pages | frames == files


@pytest.mark.parametrize("reference", GONE)
def test_engines_pass_by(toy: Path, reference: str) -> None:
    """A tombstone is in no index, whether the world's or our own, and describes nothing."""
    for prefix in PREFIXES:
        page = read(toy / "site" / prefix / reference / "index.html")

        assert '<meta name="robots" content="noindex">' in page
        assert "application/ld+json" not in page


@pytest.mark.parametrize(("prefix", "title"), [("", "Stažený záznam"), ("en/", "Withdrawn record")])
def test_the_citation_needs_no_name(toy: Path, prefix: str, title: str) -> None:
    """Whoever cited the person can keep a citation with the address alone."""
    page = read(toy / "site" / prefix / "people/jana-novakova/index.html")

    assert f"[{title}]. " in page
    assert f"https://example.org/archive/{prefix}people/jana-novakova/" in page


def test_a_tombstone_needs_no_more_than_itself(toy: Path, tmp_path: Path) -> None:
    """The files can be emptied: the reason, and of an episode what apps know it by, will do."""
    kept = {"podcast/prvni": ("guid", "published", "number")}
    for reference in GONE:
        for path in (toy / "docs" / reference).glob("index.*.md"):
            front = frontmatter.parse(path.read_text(encoding="utf-8")).values
            names = ("withdrawn", *kept.get(reference, ()))
            left = {name: front[name] for name in names if name in front}
            path.write_text(f"---\n{yaml.safe_dump(left)}---\n", encoding="utf-8")
    content: Library = library.read(toy)

    assert [] == [p for p in checks.check(content, toy, TODAY) if p.severity == "error"]
    assert set(GONE) == {entry.reference for entry in content.every_withdrawn()}
