"""One entry of the printed catalogue: a project, a work, an episode, a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from archive.citing.panel import WORK, Citations
from archive.citing.styles import in_order
from archive.exports.printed import CATALOGUE
from archive.language import dates
from archive.language.typography import typeset
from archive.schema.records import Entry
from archive.telling.facts import facts
from archive.telling.teller import Teller, label

Values = dict[str, Any]
# Said elsewhere in the entry: in its margin, its citation or the chapter it stands in.
_UNSAID = {
    "projects": "acronym date edition themes evidence in_old_navigation",
    "publications": "creators publishers date series number projects themes pages holding link",
    "podcast": "number season place themes language recording date published projects",
    "people": "",
}

_SEEN = re.compile(r"\s?\[cit\.\s\{day\}\]\.|Retrieved\s\{date\}, from\s(?=http)")
# An address is in no language: Czech would repeat its hyphens where a line breaks.
_ADDRESS = re.compile(r"(https?://\S*[\w/])")
_NO_LANGUAGE = "zxx"


def mark(reference: str) -> str:
    """Return the name of an entry inside the document: „projects-artb“."""
    return reference.replace("/", "-")


class Printer:
    """Tells records for print in one language; ``numbers`` are those of the entries."""

    def __init__(self, teller: Teller, citations: Citations, numbers: Mapping[str, int]) -> None:
        self.teller, self.citations, self.numbers = teller, citations, numbers
        self.words, self.language = teller.words, teller.language

    def set(self, text: str, language: str = "") -> str:
        """Return text as print shows it, in a language, or in that of the catalogue."""
        return typeset(text, language or self.language)

    def entry(self, entry: Entry[Any]) -> Values:
        """Return what every entry has."""
        edition = entry.edition(self.language)
        record, card = edition.record, self.teller.card(entry)
        return {
            "mark": mark(entry.reference),
            "number": self.numbers.get(entry.reference),
            "title": self.set(card.title, edition.language),
            "lang": edition.language,
            "title_note": self._title_note(record),
            "label": self.set(card.label),
            "years": years(record.date),
            "date": self.set(card.date),
            "text": self.set(card.description, edition.language),
            "facts": list(self._facts(entry)),
            "sources": self.sources(record.sources),
            "confidence": record.confidence,
            "path": entry.address(self.language).removeprefix(f"{self.language}/"),
        }

    def project(self, entry: Entry[Any]) -> Values:
        """Return a project with its acronym, its edition and the numbers of its works."""
        record = entry.record
        said = [record.acronym] if record.acronym and record.acronym not in record.title else []
        if record.edition:
            number = self.words["edition_number"].format(number=record.edition)
            said.append(self.words["print_edition"].format(number=number))
        library = self.teller.library
        works = [e for kind in ("publications", "podcast") for e in library.parts(entry.id, kind)]
        return self.entry(entry) | {"said": said, "works": self.pointers(works)}

    def publication(self, entry: Entry[Any]) -> Values:
        """Return a work with its citation, its projects and where it can be had."""
        record = entry.record
        projects = [self.teller.library.find(f"projects/{name}") for name in record.projects]
        where = self.words[f"holding_{record.holding}"]
        return self.entry(entry) | {
            "citation": self.citation(entry),
            "works": self.pointers(p for p in projects if p),
            "where": where,
            "link": record.link if record.holding == "link" else "",
        }

    def episode(self, entry: Entry[Any]) -> Values:
        """Return an episode with its place and its cover's alternative text."""
        place = self.teller.term("places", entry.record.place) if entry.record.place else ""
        place = self.set(place)
        text = self.set(entry.edition(self.language).record.cover_text)
        return self.entry(entry) | {"place": place, "cover_text": text}

    def person(self, entry: Entry[Any]) -> Values:
        """Return a person, surname first, with the marks of the entries that name them."""
        record = entry.edition(self.language).record
        given = record.title.removesuffix(record.surname).strip()
        known = self.teller.library.appearances.get(entry.id, [])
        where = [appearance.entry.reference for appearance in known if appearance.entry.id]
        turned = f"{record.surname}, {given}" if given and given != record.title else record.title
        return {
            "mark": mark(entry.reference),
            "name": self.set(turned),
            "text": self.set(record.description),
            "entries": [mark(reference) for reference in dict.fromkeys(where)],
        }

    def pointers(self, entries: Iterable[Entry[Any]]) -> list[Values]:
        """Return entries as something to turn to: by number, an episode by its title."""
        found = []
        for entry in entries:
            number = self.numbers.get(entry.reference)
            card = self.teller.card(entry)
            text = str(number) if number else self.set(card.title, card.lang)
            found.append({"mark": mark(entry.reference), "text": text, "number": number or 0})
        return sorted(found, key=lambda pointer: (not pointer["number"], pointer["number"]))

    def sources(self, sources: Sequence[str]) -> str:
        """Return where facts come from, in short: hosts with the number of pages, documents."""
        known = self.teller.library.vocabularies["sources"]
        hosts = Counter(host(source) for source in sources if source not in known)
        told = [name if count == 1 else f"{name} ({count})" for name, count in hosts.items()]
        for source in sources:
            if source in known:
                short = known[source].told("short", self.language)
                told.append(self.set(short or known[source].label(self.language)))
        return "; ".join(told)

    def citation(self, entry: Entry[Any]) -> list[Values]:
        """Return the citation of a work in the norm of the language, as runs of text.

        The catalogue does not cite itself: where it will be deposited, it cannot know.
        """
        style = in_order(self.language)[0]
        markup = self.citations.get((entry.reference, self.language, WORK, style.id), "")
        if entry.reference == CATALOGUE or not markup:
            return []
        of_work = entry.record.languages
        found = runs(markup, of_work[0] if len(of_work) == 1 else self.language)
        return [run | {"text": self.set(run["text"], run["lang"])} for run in found]

    def _title_note(self, record: Any) -> str:
        for name in ("title_descriptive", "title_translated"):
            if getattr(record, name):
                return self.set(self.words[f"print_{name}"])
        return ""

    def _facts(self, entry: Entry[Any]) -> Iterable[Values]:
        model = type(entry.record)
        unsaid = {label(model, name, self.language) for name in _UNSAID[entry.kind].split()}
        for fact in facts(self.teller, entry, entry.kind):
            if fact.label not in unsaid:
                told = [f"{v.text} ({v.note})" if v.note else v.text for v in fact.values]
                yield {"label": fact.label, "text": self.set("; ".join(told))}


def years(text: str | None) -> str:
    """Return the years of a date, as a margin shows them: 2005–2006, 1998–, –2023."""
    if not text:
        return ""
    span = dates.parse(text)
    first, last = (str(day.year) if day else "" for day in (span.first, span.last))
    return first if first == last else f"{first}–{last}"


def host(address: str) -> str:
    """Return the host of an address, without „www.“."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def runs(markup: str, language: str) -> Iterable[Values]:
    """Yield the runs of a citation; the title, in italics, is in the language of the work.

    The day on which a reader saw a page is the reader's to add; paper leaves it out.
    """
    root: Any = html.fragment_fromstring(_SEEN.sub("", markup), create_parent="div")
    yield from _upright(root.text)
    for node in root:
        if node.tag == "em":
            yield {"text": node.text_content(), "lang": language, "italic": True}
        else:
            yield from _upright(node.text_content())
        yield from _upright(node.tail)


def _upright(text: str | None) -> Iterable[Values]:
    for part in _ADDRESS.split(text or ""):
        if part:
            lang = _NO_LANGUAGE if _ADDRESS.fullmatch(part) else ""
            yield {"text": part, "lang": lang, "italic": False}


__all__ = ["Printer", "Values", "mark", "runs", "years"]
