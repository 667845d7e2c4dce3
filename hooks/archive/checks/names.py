"""Nobody who asked to be taken out is named: not in a credit, not in a text."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.checks.references import credits_in
from archive.checks.walk import at, everything, withdrawn
from archive.content.library import Library
from archive.content.timeline import TIMELINE
from archive.language.slugs import ascii_slug
from archive.schema import Item, texts
from archive.schema.fields import Withdrawal
from archive.schema.problems import Problem, Severity, Text
from archive.schema.records import Entry

_PUBLISHED = (".md", ".vtt", ".yml")
_VOWELS = "aeiouy"
# Czech endings are up to three letters longer than what is left of a name without its vowel.
_ENDING = 3


def _expected(entry: Entry[Item], gone: Withdrawal) -> tuple[Text, str]:
    """Return what to write instead of a withdrawn person, and an example."""
    kind, _, other = (gone.replaced_by or "").partition("/")
    if kind == "people":
        return (
            Text(
                f"{other}: záznam osoby {entry.id} byl stažen a nahradil ho tento",
                f"{other}: the record of {entry.id} was withdrawn, and this one took its place",
            ),
            f"person: {other}",
        )
    return (
        Text(
            f"nic: záznam osoby {entry.id} byl stažen, a její jméno by tu zůstalo. Smažte celý "
            "řádek (ostatní spoluautory nechte); chcete-li říct, že tu někdo byl, napište to do "
            "textu bez jména",
            f"nothing: the record of {entry.id} was withdrawn, and the name would stay here. "
            "Delete the whole line (leave other authors); to say that there was somebody, say so "
            "in the text without a name",
        ),
        "",
    )


def withdrawn_people_are_not_credited(
    content: Library, root: Path, today: dt.date
) -> Iterable[Problem]:
    """No record and no dated fact credits a person who has been withdrawn."""
    gone = {entry.id: (entry, why) for entry, why in withdrawn(content) if entry.kind == "people"}
    for entry in everything(content) if gone else ():
        for name, index, credit in credits_in(entry.record):
            if credit.person in gone:
                path, line = at(entry, name, index)
                yield Problem(path, line, name, credit.person, *_expected(*gone[credit.person]))
    for dated in content.events:
        for person in dated.event.people:
            if person in gone:
                expected = _expected(*gone[person])
                yield Problem(f"docs/{TIMELINE}", dated.line, "people", person, *expected)


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in _VOWELS else word


def _declined(word: str, name: str) -> bool:
    stem = _stem(name)
    return word.startswith(stem) and len(word) <= len(stem) + _ENDING


def _named(words: list[str], name: list[str]) -> Severity | None:
    """Tell whether a line names somebody: ``error`` word for word, ``advice`` in another form."""
    found: Severity | None = None
    for start in range(len(words) - len(name) + 1):
        part = words[start : start + len(name)]
        for order in (name, [name[-1], *name[:-1]]):
            if part == order:
                return "error"
            if all(itertools.starmap(_declined, zip(part, order, strict=True))):
                found = "advice"
    return found


def _lines(content: Library) -> Iterator[tuple[Path, int, str]]:
    """Yield the lines of all texts but those of withdrawn records, which nobody reads."""
    gone = {entry.folder for entry in content.every_withdrawn()}
    for path in sorted(content.docs.rglob("*")):
        if path.suffix in _PUBLISHED and path.is_file() and not gone & {*path.parents}:
            lines = texts.read(path, path.name)[0].split("\n")
            yield from ((path, number, line) for number, line in enumerate(lines, start=1))


def withdrawn_people_are_not_named(
    content: Library, root: Path, today: dt.date
) -> Iterable[Problem]:
    """No text names a person whose record was withdrawn for the sake of personal data.

    Written out it is an error, in what looks like another case of the name it is advice:
    Jana Nováková is also found as „Jany Novákové“, and so is a Jan Novák.
    """
    certain = Text(
        "text bez tohoto jména: záznam osoby byl stažen kvůli osobním údajům. Má-li jméno zůstat "
        "(jiný člověk téhož jména, titul díla), napište do záznamu osoby keep_title: true",
        "a text without this name: the person’s record was withdrawn for the sake of personal "
        "data. If the name is to stay (another person of that name, the title of a work), write "
        "keep_title: true into the person’s record",
    )
    likely = Text(
        "text bez osoby, jejíž záznam byl stažen kvůli osobním údajům; toto vypadá na její jméno "
        "v jiném pádě. Je-li to někdo jiný, nechte to být",
        "a text without the person whose record was withdrawn for the sake of personal data; this "
        "looks like another form of the name. If it is somebody else, leave it",
    )
    people = [(entry, why) for entry, why in withdrawn(content) if entry.kind == "people"]
    for entry, why in people:
        name = [part for part in entry.id.split("-") if not part.isdigit()]
        if why.title_stays or len(name) < 2:
            continue
        # Told by the rule above.
        credit = re.compile(rf"\b(person: |people: \[.*\b){entry.id}\b")
        for path, number, line in _lines(content):
            severity = _named(ascii_slug(line).split("-"), name)
            if severity and not credit.search(line):
                shown = path.relative_to(root).as_posix()
                expected = certain if severity == "error" else likely
                yield Problem(shown, number, "", line.strip()[:80], expected, severity=severity)
