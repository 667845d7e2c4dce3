"""The rules of the content: one small function per rule, one list of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from archive import artwork, dates, library
from archive.library import COVER, Library, credits_of
from archive.model import DEFAULT_LANGUAGE, LANGUAGES, Home, Item
from archive.problems import ContentError, Problem, Text, errors
from archive.records import Edition, Entry, fingerprint
from archive.transcripts import file_name

Rule = Callable[[Library, Path, dt.date], Iterable[Problem]]

_ADDRESS = re.compile(r"^https?://[^\s/]+\.[^\s/]+\S*$")
# static-i18n reads any two letters before the last ending as a language, and drops the file.
_HIDDEN_LANGUAGE = re.compile(r"\.([a-z]{2})\.[^.]+$")
_ASCII_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*$")


def _editions(entry: Entry[Any]) -> Iterator[Edition[Any]]:
    yield from entry.editions.values()


def _at(entry: Entry[Any], *location: str | int) -> tuple[str, int]:
    """Return the file and line of a field in the item's record."""
    edition = entry.editions[DEFAULT_LANGUAGE]
    return edition.path, edition.line(*location)


def _everything(content: Library) -> Iterator[Entry[Any]]:
    yield from content.every()
    if content.show:
        yield content.show


def _vocabulary_uses(record: Item) -> Iterator[tuple[str, tuple[str | int, ...], str]]:
    """Yield every use of a vocabulary: its name, where it stands, the id used."""
    for name, vocabulary in (("themes", "themes"), ("countries", "countries")):
        for index, value in enumerate(getattr(record, name, [])):
            yield vocabulary, (name, index), value
    for name in ("people", "creators", "partners", "funders", "publishers", "production"):
        for index, credit in enumerate(getattr(record, name, [])):
            for key, vocabulary in (
                ("organisation", "organisations"),
                ("role", "roles"),
                ("programme", "programmes"),
            ):
                if value := getattr(credit, key):
                    yield vocabulary, (name, index, key), value
    kind = type(record).__name__.lower()
    if hasattr(record, "type"):
        yield f"{kind}-types", ("type",), record.type
    if hasattr(record, "place"):
        yield "places", ("place",), record.place


def vocabulary_terms_exist(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every id used from a vocabulary is in it."""
    for entry in _everything(content):
        for name, location, value in _vocabulary_uses(entry.record):
            if value in content.vocabularies[name]:
                continue
            path, line = _at(entry, *location)
            if name == "countries":
                cs, en = "dvoupísmenný kód země ISO 3166", "a two-letter ISO 3166 country code"
            else:
                cs = f"položka z docs/vocabulary/{name}.yml (nebo ji tam doplňte)"
                en = f"an entry of docs/vocabulary/{name}.yml (or add it there)"
            known = ", ".join(list(content.vocabularies[name])[:8])
            yield Problem(path, line, str(location[0]), value, Text(cs, en), known)
    themes = content.vocabularies["themes"]
    for dated in content.events:
        for theme in dated.event.themes:
            if theme not in themes:
                path = f"docs/{library.TIMELINE}"
                cs = "položka z docs/vocabulary/themes.yml (nebo ji tam doplňte)"
                en = "an entry of docs/vocabulary/themes.yml (or add it there)"
                known = ", ".join(list(themes)[:8])
                yield Problem(path, dated.line, "themes", theme, Text(cs, en), known)


def people_exist(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Everybody who is credited has a record."""
    expected = Text(
        "osoba se záznamem ve složce docs/people/", "a person with a record in docs/people/"
    )
    for entry in _everything(content):
        for role, credit in credits_of(entry.record):
            if credit.person and not content.exists(f"people/{credit.person}"):
                path, line = _at(entry, "people")
                yield Problem(path, line, role, credit.person, expected, "person: lucie-sladkova")
    for dated in content.events:
        for person in dated.event.people:
            if not content.exists(f"people/{person}"):
                path = f"docs/{library.TIMELINE}"
                yield Problem(path, dated.line, "people", person, expected)


def credits_name_somebody(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A credit names one person or one organisation, as its field asks."""
    for entry in _everything(content):
        for name in ("people", "creators", "partners", "funders", "publishers", "production"):
            for index, credit in enumerate(getattr(entry.record, name, [])):
                either = name == "creators"
                good = bool(credit.person) != bool(credit.organisation)
                good = good and (either or bool(credit.person) == (name == "people"))
                if not good:
                    path, line = _at(entry, name, index)
                    expected = Text(
                        "person: id, nebo organisation: id", "person: id or organisation: id"
                    )
                    example = "- {person: lucie-sladkova, role: speaker}"
                    yield Problem(path, line, name, str(credit), expected, example)


def relations_resolve(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every item that another names exists."""
    expected = Text("záznam, který v archivu je", "an item that is in the archive")
    for entry in _everything(content):
        wanted = [("related", i, ref) for i, ref in enumerate(entry.record.related)]
        for i, project in enumerate(getattr(entry.record, "projects", [])):
            wanted.append(("projects", i, f"projects/{project}"))
        for name, index, reference in wanted:
            if not content.exists(reference):
                path, line = _at(entry, name, index)
                yield Problem(path, line, name, reference, expected, "projects/iyouth")
    for dated in content.events:
        for reference in dated.event.items:
            if not content.exists(reference):
                path = f"docs/{library.TIMELINE}"
                yield Problem(path, dated.line, "items", reference, expected, "projects/iyouth")


def _source_problems(
    sources: list[str], known: Iterable[str], path: str, line: int
) -> Iterator[Problem]:
    expected = Text(
        "adresa https://… nebo položka z docs/vocabulary/sources.yml",
        "an address https://… or an entry of docs/vocabulary/sources.yml",
    )
    if not sources:
        yield Problem(path, line, "sources", "[]", expected, "sources:\n  - https://www.iom.cz/")
    for source in sources:
        if source not in known and not _ADDRESS.match(source):
            yield Problem(path, line, "sources", source, expected, "https://www.iom.cz/")


def sources_are_given(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every record and every dated fact says where it comes from."""
    known = content.vocabularies["sources"]
    for entry in _everything(content):
        path, line = _at(entry, "sources")
        yield from _source_problems(entry.record.sources, known, path, line)
    for dated in content.events:
        path = f"docs/{library.TIMELINE}"
        yield from _source_problems(dated.event.sources, known, path, dated.line)


def translations_are_complete(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Unknowns, notes and notes on people say the same number of things in each language."""
    for entry in _everything(content):
        record = entry.record
        noted = {c.person for c in record.people if c.person and c.note}
        for edition in _editions(entry):
            if edition.language == DEFAULT_LANGUAGE:
                continue
            for name in ("unknown", "notes"):
                here, there = len(getattr(edition.record, name)), len(getattr(record, name))
                if here != there:
                    expected = Text(
                        f"stejný počet položek jako v češtině ({there})",
                        f"as many entries as in Czech ({there})",
                    )
                    yield Problem(edition.path, edition.line(name), name, str(here), expected)
            for person in sorted(noted - set(edition.record.people_notes)):
                expected = Text("překlad poznámky u osoby", "the note on the person, translated")
                example = f"people_notes: {{{person}: founder of the club}}"
                line = edition.line("people_notes")
                yield Problem(edition.path, line, "people_notes", "", expected, example)


def translations_are_fresh(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """A translation says which state of the Czech text it was made from."""
    entries: list[Entry[Any]] = [*_everything(content), *content.pages.values()]
    for entry in entries:
        source = entry.editions[DEFAULT_LANGUAGE].source_hash
        for edition in _editions(entry):
            stamp = edition.record.translation_of
            if edition.language != DEFAULT_LANGUAGE and stamp != source:
                expected = Text(
                    f"{source}; porovnejte překlad s češtinou a spusťte „make stamp“",
                    f"{source}; compare the translation with the Czech text, then “make stamp”",
                )
                line = edition.line("translation_of")
                yield Problem(
                    edition.path, line, "translation_of", stamp or "", expected, severity="advice"
                )


def holdings_are_true(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """What a record says of its document agrees with the folder and the address."""
    for entry in content.of("publications").values():
        record = entry.record
        held = any(entry.folder.glob("*.pdf"))
        path, line = _at(entry, "holding")
        if (record.holding == "file") != held:
            expected = Text(
                "holding: file právě tehdy, když je ve složce PDF",
                "holding: file exactly when a PDF lies in the folder",
            )
            yield Problem(path, line, "holding", record.holding, expected, "holding: none")
        if (record.holding == "link") and not record.link:
            expected = Text("pole link s adresou díla", "the field link with the work's address")
            yield Problem(path, line, "link", "", expected, "link: https://dtm.iom.int/reports/…")


def names_are_safe(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """File names survive the build, the feed and every file system."""
    for file in sorted(p for p in content.docs.rglob("*") if p.is_file()):
        parts = file.relative_to(content.docs).parts
        if parts[0] in ("overrides", "vocabulary", "assets"):
            continue
        shown = file.relative_to(root).as_posix()
        language = _HIDDEN_LANGUAGE.search(file.name)
        if language and language[1] not in LANGUAGES:
            expected = Text(
                "název bez dvou písmen mezi tečkami; ta se čtou jako jazyk",
                "a name without two letters between dots; they are read as a language",
            )
            yield Problem(shown, 0, "", f".{language[1]}.", expected, "profesor-dr.md")
        for part in parts:
            if not _ASCII_NAME.match(part):
                expected = Text(
                    "název jen z písmen a–z bez háčků a čárek, číslic a pomlček",
                    "a name of letters a–z without accents, digits and hyphens only",
                )
                yield Problem(shown, 0, "", part, expected, "klatovy.mp3")


def feed_identifiers_are_unique(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """No GUID stands twice: not in two episodes, not in two languages."""
    seen: dict[str, str] = {}
    shows: list[Entry[Any]] = [content.show] if content.show else []
    for entry in [*shows, *content.episodes()]:
        for edition in _editions(entry):
            guid = edition.record.guid
            if guid in seen:
                expected = Text(
                    f"vlastní GUID; tento má už {seen[guid]}",
                    f"a GUID of its own; this one belongs to {seen[guid]}",
                )
                yield Problem(edition.path, edition.line("guid"), "guid", guid, expected)
            seen.setdefault(guid, edition.path)


def recordings_are_unique(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """No recording is published twice: apps ignore a second item with the same enclosure."""
    seen: dict[str, str] = {}
    for identifier, recording in content.recordings.items():
        shown = f"docs/podcast/{identifier}/{recording.name}"
        if recording.sha256 in seen:
            expected = Text(
                f"jiná nahrávka než {seen[recording.sha256]}",
                f"another recording than {seen[recording.sha256]}",
            )
            yield Problem(shown, 0, "", f"sha256 {recording.sha256[:12]}…", expected)
        seen.setdefault(recording.sha256, shown)


def numbers_are_unique(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """No two episodes of a season have the same number."""
    seen: dict[tuple[int, int], str] = {}
    for entry in content.episodes():
        key = (entry.record.season, entry.record.number)
        if key in seen:
            path, line = _at(entry, "number")
            expected = Text(f"jiné číslo než {seen[key]}", f"another number than {seen[key]}")
            yield Problem(path, line, "number", str(key[1]), expected)
        seen.setdefault(key, entry.reference)


def releases_are_past(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Nothing is released in the future, and every release names its time zone."""
    for entry in content.episodes():
        released = entry.record.published
        path, line = _at(entry, "published")
        example = "published: 2026-11-21T10:00:00+01:00"
        if released.tzinfo is None:
            expected = Text("čas s časovým pásmem", "a time with its zone")
            yield Problem(path, line, "published", str(released), expected, example)
        elif released.date() > today:
            expected = Text(f"datum nejpozději {today}", f"a date no later than {today}")
            yield Problem(path, line, "published", str(released), expected, example)


def items_are_past(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Nothing in the archive begins in the future."""
    for entry in _everything(content):
        first = dates.parse(entry.record.date).first if entry.record.date else None
        if first and first > today:
            path, line = _at(entry, "date")
            expected = Text(f"datum nejpozději {today}", f"a date no later than {today}")
            yield Problem(path, line, "date", entry.record.date, expected)


def artwork_is_right(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """The show's artwork and every cover meet the rules of Apple and PSP-1."""
    pictures = [entry.folder / COVER for entry in content.episodes()]
    if content.show:
        pictures.append(content.show.folder / content.show.record.artwork)
    for picture in pictures:
        shown = picture.relative_to(root).as_posix()
        for found, expected in artwork.faults(picture):
            yield Problem(shown, 0, "", found, expected)


def transcripts_are_there(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every recording can be read in both languages, and ends when its transcript does."""
    for identifier, recording in content.recordings.items():
        folder = f"docs/podcast/{identifier}"
        for language in LANGUAGES:
            path = f"{folder}/{file_name(language)}"
            transcript = content.transcripts.get(identifier, {}).get(language)
            if transcript is None:
                if (root / path).exists():
                    continue  # told by the reader of the file
                expected = Text(
                    "přepis nahrávky (WebVTT)", "a transcript of the recording (WebVTT)"
                )
                yield Problem(path, 0, "", "", expected)
            elif transcript.cues[-1].end > recording.duration + 1:
                expected = Text(
                    f"časy do konce nahrávky ({recording.duration:.0f} s)",
                    f"times within the recording ({recording.duration:.0f} s)",
                )
                yield Problem(path, 0, "", f"{transcript.cues[-1].end:.0f} s", expected)


def events_are_bilingual(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """Every dated fact is told in every language."""
    for dated in content.events:
        for name in ("event", "figure", "note"):
            texts = getattr(dated.event, name)
            if texts and set(texts) != set(LANGUAGES):
                expected = Text("text česky i anglicky", "the text in Czech and in English")
                path = f"docs/{library.TIMELINE}"
                yield Problem(path, dated.line, name, ", ".join(texts), expected, "{cs: …, en: …}")


def home_features_exist(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """What the home page puts forward is in the archive."""
    home = content.pages.get("")
    if home is None or not isinstance(home.record, Home):
        return
    dated = {d.event.date for d in content.events}
    for kind in ("projects", "publications", "events"):
        name = f"featured_{kind}"
        for index, value in enumerate(getattr(home.record, name)):
            if not (value in dated if kind == "events" else content.exists(f"{kind}/{value}")):
                path, line = _at(home, name, index)
                expected = Text("záznam, který v archivu je", "an item that is in the archive")
                yield Problem(path, line, name, value, expected)


RULES: list[Rule] = [
    vocabulary_terms_exist,
    people_exist,
    credits_name_somebody,
    relations_resolve,
    sources_are_given,
    translations_are_complete,
    translations_are_fresh,
    holdings_are_true,
    names_are_safe,
    feed_identifiers_are_unique,
    recordings_are_unique,
    numbers_are_unique,
    releases_are_past,
    items_are_past,
    artwork_is_right,
    transcripts_are_there,
    events_are_bilingual,
    home_features_exist,
]


def check(content: Library, root: Path, today: dt.date) -> list[Problem]:
    """Return everything that is wrong with the content: reading it and by every rule."""
    found = [problem for rule in RULES for problem in rule(content, root, today)]
    return sorted({*content.problems, *found}, key=Problem.sort_key)


def load(root: Path, *, today: dt.date, docs: Path | None = None) -> Library:
    """Read and check everything. Raises ContentError with all errors at once.

    ``today`` comes from outside: the core has no clock.
    """
    content = library.read(root, docs)
    content.problems = check(content, root, today)
    if stopping := errors(content.problems):
        raise ContentError(stopping)
    return content


__all__ = ["RULES", "check", "fingerprint", "load"]
