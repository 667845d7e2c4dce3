"""The documents that the archive holds: their names, their versions, advice on what is in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.checks.walk import at
from archive.content import documents
from archive.content.library import Library
from archive.documents import naming
from archive.documents.naming import Name
from archive.documents.remarks import remarks
from archive.language import dates
from archive.schema import COMPLETE_LANGUAGES, LANGUAGES, Publication
from archive.schema.problems import Problem, Text
from archive.schema.records import Entry
from archive.telling import types

_EXAMPLE = 'versions:\n  - {file: %s, date: "2026-12-01", reason: {cs: Proč., en: Why.}}'


def _holders(content: Library) -> Iterator[Entry[Publication]]:
    """Yield the publications of which the archive holds a document."""
    for entry in content.made_of(Publication).values():
        if entry.record.holding == "file" and not entry.record.gone:
            yield entry


def document_names_are_right(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A document's name tells its language and version."""
    expected = Text(
        "název z písmen a–z, číslic a pomlček, jazyk a .pdf malými písmeny; další verze má před "
        ".pdf ještě .v2, .v3",
        "a name of the letters a–z, digits and hyphens, the language and .pdf in small letters; a "
        "later version has .v2, .v3 before .pdf",
    )
    for entry in _holders(content):
        for file in naming.files(entry.folder):
            name = naming.parse(file.name)
            # names_are_safe tells of a language right before the ending.
            unknown = name and name.language not in LANGUAGES and name.version > 1
            if name is None or unknown:
                shown = file.relative_to(root).as_posix()
                yield Problem(shown, 0, "", file.name, expected, "zprava.cs.pdf\nzprava.cs.v2.pdf")


def works_are_whole(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """In a language there is one document of a work: Google Scholar takes one file for one work."""
    for entry in _holders(content):
        for language in LANGUAGES:
            found = [name for name in naming.names(entry.folder) if name.language == language]
            stems = sorted({name.stem for name in found})
            for stem in stems[1:]:
                other = next(name.file for name in found if name.stem == stem)
                shown = (entry.folder / other).relative_to(root).as_posix()
                expected = Text(
                    f"v jednom jazyce jeden dokument: nová verze se jmenuje "
                    f"{stems[0]}.{language}.v2.pdf, příloha patří do vlastního záznamu",
                    f"one document in a language: a new version is called "
                    f"{stems[0]}.{language}.v2.pdf, an annex has a record of its own",
                )
                yield Problem(shown, 0, "", other, expected)


def languages_are_told(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The record names the language of each document that lies in its folder."""
    for entry in _holders(content):
        known = entry.record.languages
        for code in sorted({name.language for name in naming.names(entry.folder)} - {*known}):
            path, line = at(entry, "languages")
            expected = Text(
                f"i jazyk {code}: ve složce je dokument v něm",
                f"the language {code} too: a document in it lies in the folder",
            )
            example = f"languages: [{', '.join([*known, code])}]"
            yield Problem(path, line, "languages", ", ".join(known), expected, example)


def _gap(before: Name | None, name: Name) -> Text | None:
    """Return what is expected where a version does not follow the one before."""
    last = before.version if before else 0
    if name.version == last + 1:
        return None
    number = "" if last == 0 else f".v{last + 1}"
    missing = f"{name.stem}.{name.language}{number}.pdf"
    return Text(
        f"předchozí verze {missing}; čísla jdou po jedné a starší soubory zůstávají",
        f"the version before, {missing}; the numbers go one by one and older files stay",
    )


def versions_follow(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Versions are numbered without a gap, and each differs from the one before."""
    for entry in _holders(content):
        hashes = {d.name.file: d.sha256 for d in documents.every(content, entry)}
        for versions in naming.sets(entry.folder):
            for before, name in zip([None, *versions], versions, strict=False):
                shown = (entry.folder / name.file).relative_to(root).as_posix()
                if expected := _gap(before, name):
                    yield Problem(shown, 0, "", name.file, expected)
                elif before and hashes.get(before.file) == hashes.get(name.file, ""):
                    expected = Text(
                        f"jiný obsah než {before.file}; je to týž soubor",
                        f"another content than {before.file}; it is the same file",
                    )
                    yield Problem(shown, 0, "", name.file, expected)


def versions_are_explained(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every later version has an entry in the record, with date and reason; and none without."""
    for entry in content.made_of(Publication).values():
        later = [name.file for name in naming.names(entry.folder) if name.version > 1]
        told = [version.file for version in entry.record.versions]
        path, line = at(entry, "versions")
        for file in later if entry.record.holding == "file" else ():
            if file not in told:
                expected = Text(
                    f"u souboru {file} datum a důvod nové verze",
                    f"date and reason of the new version {file}",
                )
                yield Problem(path, line, "versions", "", expected, _EXAMPLE % file)
        for index, file in enumerate(told):
            path, line = at(entry, "versions", index)
            if file not in later:
                names = ", ".join(later) or "žádný / none"
                expected = Text(
                    f"soubor další verze, který leží ve složce: {names}",
                    f"the file of a later version that lies in the folder: {names}",
                )
                yield Problem(path, line, "versions", file, expected, "file: zprava.cs.v2.pdf")
            elif file in told[:index]:
                expected = Text("každou verzi jen jednou", "each version once")
                yield Problem(path, line, "versions", file, expected)


def version_notes_are_whole(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The reason of a version stands in Czech and English at least, its date in the past."""
    for entry in content.made_of(Publication).values():
        for index, version in enumerate(entry.record.versions):
            path, line = at(entry, "versions", index)
            whole = set(COMPLETE_LANGUAGES) <= set(version.reason) <= set(LANGUAGES)
            if not whole:
                expected = Text(
                    f"důvod v jazycích {', '.join(COMPLETE_LANGUAGES)}",
                    f"the reason in {', '.join(COMPLETE_LANGUAGES)}",
                )
                found = ", ".join(version.reason)
                yield Problem(path, line, "versions", found, expected, _EXAMPLE % version.file)
            first = dates.parse(version.date).first
            if first and first > today:
                expected = Text(f"datum nejpozději {today}", f"a date no later than {today}")
                yield Problem(path, line, "versions", version.date, expected)


def documents_serve_everybody(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Advice: a document can be read aloud, searched, and taken in by Google Scholar."""
    for entry in _holders(content):
        record = entry.record
        titles = [e.record.title for e in entry.editions.values()] + record.title_variants
        for document in documents.current(content, entry):
            shown = (entry.folder / document.name.file).relative_to(root).as_posix()
            scholarly = types.work(record.type).scholarly
            for found, expected in remarks(document, titles, scholarly=scholarly):
                yield Problem(shown, 0, "", found, expected, severity="advice")
            pages = len(document.pdf.pages)
            if record.pages and pages < 0.9 * record.pages:
                expected = Text(
                    f"celé dílo: podle pole pages má {record.pages} stran",
                    f"the whole work: by the field pages it has {record.pages} pages",
                )
                told = f"stran / pages: {pages}"
                yield Problem(shown, 0, "", told, expected, severity="advice")
