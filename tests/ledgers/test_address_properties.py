"""No edit that the check lets through loses an address: the archive as a game.

Hypothesis renames, deletes, withdraws and rewords at will. What ``make check`` refuses is not
published; what it lets through is, and the ledger is written. Whoever has ever been given an
address must find the page, its tombstone, or a page that leads straight to one of them.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from archive.checks import addresses, withdrawal
from archive.content import headings
from archive.content.library import Library
from archive.content.settings import Site
from archive.ledgers import addresses as book
from archive.pages import redirects
from archive.schema import LANGUAGES, Person, Project
from archive.schema.fields import Withdrawal
from archive.schema.frontmatter import FrontMatter
from archive.schema.records import Edition, Entry
from conftest import TODAY

WORDS = {"moved_here": "{title}"}
SITE = Site("https://archive.test/", "", "", "", True, dict.fromkeys(LANGUAGES, WORDS))
MODELS: dict[str, Any] = {"projects": Project, "people": Person}
RULES = (addresses.records_stay, addresses.anchors_stay, withdrawal.old_names_are_free)
# Few of each, so that they collide.
names = st.sampled_from(["a", "b", "c"])
kinds = st.sampled_from(sorted(MODELS))
titles = st.sampled_from(["Cíl", "Výsledky", "Co dál", "Cíl {#vysledky}", ""])
which = st.integers(min_value=0, max_value=11)


@dataclass(frozen=True)
class Paper:
    """A record on paper; ``truth`` tells which one it is, whatever it is called."""

    kind: str
    name: str
    truth: int
    heading: str = ""
    old: tuple[str, ...] = ()
    gone: bool = field(default=False)

    def entry(self) -> Entry[Any]:
        """Return the record as the library holds it."""
        gone = Withdrawal(date="2026-01-01", reason="rights") if self.gone else None
        record = MODELS[self.kind].model_construct(
            title=str(self.truth), moved_from=list(self.old), withdrawn=gone
        )
        body = f"Text.\n\n## {self.heading}\n" if self.heading and not self.gone else ""
        editions = {
            code: Edition(code, record, body, f"{self.name}.{code}", FrontMatter(), "")
            for code in LANGUAGES
        }
        return Entry(self.kind, self.name, Path("nowhere"), editions)


def library(papers: list[Paper]) -> Library:
    """Return a library of these records, the withdrawn apart."""
    content = Library(Path("nowhere"))
    for paper in papers:
        drawer = content.withdrawn if paper.gone else content.entries
        drawer.setdefault(paper.kind, {})[paper.name] = paper.entry()
    return content


def told(content: Library) -> Any:
    """Return of an archive what the pages at old addresses are made of, in each language."""

    def archive(code: str) -> Any:
        def shown(entries: Iterable[Entry[Any]]) -> dict[str, Any]:
            return {
                e.reference: SimpleNamespace(
                    record=e.record, title=e.record.title, written=code, address=e.address
                )
                for e in entries
            }

        items, gone = shown(content.every()), shown(content.every_withdrawn())
        at = {**items, **gone}.get
        return SimpleNamespace(site=SITE, items=items, withdrawn=gone, pages={}, at=at)

    return {code: archive(code) for code in LANGUAGES}


class Archive(RuleBasedStateMachine):
    """The records as they are published, and the ledger."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.papers: list[Paper] = []
        self.made = 0
        # What was found at each address when it was last published.
        self.given: dict[str, set[str]] = {}

    def teardown(self) -> None:
        """Take the ledger away."""
        shutil.rmtree(self.root)

    def propose(self, papers: list[Paper]) -> bool:
        """Publish what the check lets through; tell whether it does."""
        if len({(p.kind, p.name) for p in papers}) < len(papers):
            return False  # a folder can be there once
        content = library(papers)
        if any(problem for rule in RULES for problem in rule(content, self.root, TODAY)):
            return False
        self.papers = papers
        new = {
            f"/{entry.address(code)}": headings.anchors(entry.edition(code).body)
            for entry in [*content.every(), *content.every_withdrawn()]
            for code in LANGUAGES
        }
        lacking = book.read(self.root).lacks(new)
        book.FORM.append(self.root, book.block(lacking, "2026-11-21"))
        for address, anchors in new.items():
            self.given.setdefault(address, set()).update(anchors)
        return True

    def put(self, index: int, **changes: Any) -> bool:
        """Propose a change to one record."""
        at = index % len(self.papers)
        changed = replace(self.papers[at], **changes)
        return self.propose([*self.papers[:at], changed, *self.papers[at + 1 :]])

    # -- what is always allowed ------------------------------------------------------------

    @rule(kind=kinds, heading=titles)
    def add(self, kind: str, heading: str) -> None:
        """A record under a name that nothing ever had is let through."""
        self.made += 1
        assert self.propose([*self.papers, Paper(kind, f"n{self.made}", self.made, heading)])

    @precondition(lambda self: self.papers)
    @rule(index=which)
    def rename(self, index: int) -> None:
        """Another name is let through when the old one is named."""
        self.made += 1
        paper = self.papers[index % len(self.papers)]
        assert self.put(index, name=f"n{self.made}", old=(*paper.old, paper.name))

    @precondition(lambda self: self.papers)
    @rule(index=which)
    def withdraw(self, index: int) -> None:
        """A record can be withdrawn at any time."""
        assert self.put(index, gone=True)

    # -- what may be anything ----------------------------------------------------------------

    @rule(kind=kinds, name=names, heading=titles)
    def add_anything(self, kind: str, name: str, heading: str) -> None:
        """A new record, perhaps where another was."""
        self.made += 1
        self.propose([*self.papers, Paper(kind, name, self.made, heading)])

    @precondition(lambda self: self.papers)
    @rule(index=which, name=names, said=st.booleans(), forgotten=st.booleans())
    def rename_anyhow(self, index: int, name: str, said: bool, forgotten: bool) -> None:
        """A folder gets another name, and perhaps says so, or forgets earlier ones."""
        paper = self.papers[index % len(self.papers)]
        old = () if forgotten else tuple(one for one in paper.old if one != name)
        silent = name != paper.name and not said
        accepted = self.put(index, name=name, old=(*old, *([paper.name] if said else [])))
        assert not (accepted and silent)

    @precondition(lambda self: self.papers)
    @rule(index=which, heading=titles, back=st.booleans())
    def reword(self, index: int, heading: str, back: bool) -> None:
        """A heading changes, and perhaps a withdrawn record comes back."""
        paper = self.papers[index % len(self.papers)]
        self.put(index, heading=heading, gone=paper.gone and not back)

    @precondition(lambda self: self.papers)
    @rule(index=which)
    def delete(self, index: int) -> None:
        """A folder is thrown away."""
        at = index % len(self.papers)
        assert not self.propose([*self.papers[:at], *self.papers[at + 1 :]])

    # -- whoever follows a link ----------------------------------------------------------------

    @invariant()
    def every_address_leads_somewhere(self) -> None:
        """A page, a tombstone, or a page that leads straight to one; anchors are there."""
        content = library(self.papers)
        pages = {
            f"/{e.address(code)}": (e, code)
            for e in [*content.every(), *content.every_withdrawn()]
            for code in LANGUAGES
        }
        leading = {
            f"/{path.removesuffix('index.html')}": page.decode()
            for path, page in redirects.write(told(content)).items()
        }
        assert not set(pages) & set(leading)
        for address, anchors in self.given.items():
            target = address
            if address in leading:
                found = re.search(
                    r'rel="canonical" href="https://archive\.test(.*)"', leading[address]
                )
                assert found
                target = found[1]
            entry, code = pages[target]
            body = entry.edition(code).body
            assert entry.record.withdrawn or anchors <= headings.anchors(body)


TestArchive = Archive.TestCase
TestArchive.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
