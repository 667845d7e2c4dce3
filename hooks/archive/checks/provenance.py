"""Every figure says where it comes from, and the same in every language."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.checks.walk import editions, everything, everything_written
from archive.content import documents, figures, source_marks, source_names, source_notes
from archive.content.figure_sources import Sourced, figures_of
from archive.content.library import Library
from archive.content.source_marks import Mark
from archive.documents.facts import Document
from archive.schema import DEFAULT_LANGUAGE, Written
from archive.schema.problems import Problem, Text
from archive.schema.records import Edition, Entry

_EXAMPLE = "…se vrátilo 231 lidí.[^1]\n…se vrátilo 231 lidí.[^2, s. 12]"


def _texts(content: Library) -> Iterator[Entry[Written]]:
    """Yield what has a text about facts: pages about the archive speak of itself."""
    yield from everything(content)
    pages = content.pages.items()
    yield from (entry for path, entry in pages if path.partition("/")[0] != "about")


def _line(edition: Edition[Written], mark: Mark) -> int:
    return edition.first_body_line + edition.body.count("\n", 0, mark.start)


def _choices(edition: Edition[Written]) -> str:
    """Return how a mark can be written on this page, and what each number stands for."""
    listed = source_notes.sources_of(edition)
    shown = [f"[^{number}] = {source}" for number, source in enumerate(listed, 1)]
    return "\n".join([_EXAMPLE, *shown])


def marks_name_sources(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A mark names a source of the record, by its number or id, or an item of the archive."""
    expected = Text(
        "číslo pramene ze seznamu sources, jeho zkratka, nebo záznam archivu; "
        "za čárkou smí být místo: s. 12, kap. 3, odd. 2.1, tab. 4",
        "the number of a source in the list sources, its id, or an item of the archive; "
        "behind a comma there may be a place: p. 12, ch. 3, sec. 2.1, table 4",
    )
    for entry in everything_written(content):
        for edition in editions(entry):
            listed = source_notes.sources_of(edition)
            for mark in source_marks.find(edition.body):
                if not source_notes.source_of(mark, listed, content):
                    line, found = _line(edition, mark), f"[^{mark.label}]"
                    yield Problem(edition.path, line, "", found, expected, _choices(edition))


def figures_have_sources(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every figure has a mark of its source behind it.

    A figure is a number in digits that is no date and no part of a name; the exact rule is
    told by ``provenance.figures``. The mark stands at the end of the figure's sentence, or
    of a later one in the same paragraph, entry of a list or row of a table. A mark in the
    head of a table speaks for all its rows, one in a sentence that ends with a colon for
    the list or table below it. Headings are left out, and so are the fields of the front
    matter and the pages about the archive, which speak of the archive itself. Facts of the
    timeline have sources of their own (``references.sources_are_given``).
    """
    known = source_names.pattern(content)
    expected = Text(
        "za větou značka pramene, z něhož údaj je",
        "a mark behind the sentence, naming the source of the figure",
    )
    for entry in _texts(content):
        for edition in editions(entry):
            bare: dict[int, list[str]] = {}
            for found in figures_of(edition.body, known):
                if not found.marks:
                    bare.setdefault(found.line, []).append(found.figure.written)
            for line, written in bare.items():
                at, told = edition.first_body_line + line, ", ".join(written)
                yield Problem(edition.path, at, "", told, expected, _choices(edition))


Named = tuple[str, str]


def _named(mark: Mark, edition: Edition[Written], content: Library) -> Named:
    """Return the source and the place that a mark names, in no language."""
    source = source_notes.source_of(mark, source_notes.sources_of(edition), content)
    return source, mark.place.slug if mark.place else ""


def _told(named: Iterable[Named]) -> str:
    return ", ".join(sorted(f"{source} {place}".strip() for source, place in named))


def notes_agree(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A text in another language names the same sources, as often, in the same places."""
    for entry in everything_written(content):
        czech = entry.editions[DEFAULT_LANGUAGE]
        wanted = Counter(_named(mark, czech, content) for mark in source_marks.find(czech.body))
        for edition in editions(entry):
            there = Counter(_named(m, edition, content) for m in source_marks.find(edition.body))
            if there == wanted:
                continue
            missing, more = _told((wanted - there).elements()), _told((there - wanted).elements())
            expected = Text(
                f"stejné značky pramenů jako v češtině; chybí: {missing or 'nic'}",
                f"the same marks of sources as in Czech; missing: {missing or 'none'}",
            )
            found = f"navíc / besides: {more}" if more else ""
            yield Problem(edition.path, edition.first_body_line, "", found, expected)


def figures_agree(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A figure that stands in both texts comes from the same sources in both."""
    known = source_names.pattern(content)
    for entry in _texts(content):
        told = {
            edition.language: _by_value(edition, content, list(figures_of(edition.body, known)))
            for edition in editions(entry)
        }
        czech = told[DEFAULT_LANGUAGE]
        for edition in editions(entry):
            for value, (line, sources) in told[edition.language].items():
                if value in czech and czech[value][1] != sources:
                    wanted = _told(czech[value][1])
                    expected = Text(f"prameny jako v češtině: {wanted}", f"as in Czech: {wanted}")
                    found = f"{value}: {_told(sources)}"
                    yield Problem(edition.path, line, "", found, expected)


def _by_value(
    edition: Edition[Written], content: Library, found: list[Sourced]
) -> dict[str, tuple[int, set[Named]]]:
    """Return the line and the sources of each figure by its value; bare ones are left out."""
    told: dict[str, tuple[int, set[Named]]] = {}
    for one in found:
        named = {_named(mark, edition, content) for mark in one.marks}
        if named:
            line = edition.first_body_line + one.line
            first, before = told.get(one.figure.value, (line, set()))
            told[one.figure.value] = first, before | named
    return told


def _document(content: Library, edition: Edition[Written], mark: Mark) -> Document | None:
    """Return the held document that a mark with a page leads to, if the archive has it."""
    if mark.place is None or not mark.place.pages:
        return None
    source = source_notes.source_of(mark, source_notes.sources_of(edition), content)
    term = content.vocabularies["sources"].get(source)
    entry = content.find(str(term.more.get("item", "")) if term else source)
    found = documents.current(content, entry, edition.language) if entry else []
    return found[0] if found else None


def pages_exist(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A page that a mark names is in the document, where the archive holds it."""
    for entry in everything_written(content):
        for edition in editions(entry):
            for mark in source_marks.find(edition.body):
                document = _document(content, edition, mark)
                if document is None or mark.place is None:
                    continue
                last = len(document.pdf.pages)
                if not all(0 < number <= last for number in mark.place.pages):
                    line, found = _line(edition, mark), f"[^{mark.label}]"
                    file = document.name.file
                    expected = Text(f"strana 1 až {last} ({file})", f"page 1 to {last} ({file})")
                    yield Problem(edition.path, line, "", found, expected)


def _stands(value: str, document: Document, pages: Iterable[int]) -> bool:
    """Tell whether a number stands on one of the pages; a scan cannot be asked."""
    texts = [document.pdf.texts[n - 1] for n in pages if 0 < n <= len(document.pdf.texts)]
    if not texts or any(n in document.pdf.silent for n in pages):
        return True
    return any(value in map(figures.value, figures.NUMBER.findall(text)) for text in texts)


def pages_show_figures(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The figure stands on the page that its mark names, where the archive holds the document.

    Advice only: a text may round what the document counts.
    """
    known = source_names.pattern(content)
    for entry in _texts(content):
        for edition in editions(entry):
            for one in figures_of(edition.body, known):
                paged = [(m, m.place, _document(content, edition, m)) for m in one.marks]
                seen = [(m.label, p.pages, d) for m, p, d in paged if p and d]
                if not seen or any(_stands(one.figure.value, d, pages) for _, pages, d in seen):
                    continue
                label, file = seen[0][0], seen[0][2].name.file
                expected = Text(
                    f"údaj, který na té straně je ({file}, [^{label}]), nebo jiná strana",
                    f"a figure that is on that page ({file}, [^{label}]), or another page",
                )
                line, found = edition.first_body_line + one.line, one.figure.written
                yield Problem(edition.path, line, "", found, expected, severity="advice")
