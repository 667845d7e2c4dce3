"""One entry of the printed catalogue: a project, a work, an episode, a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from archive.citing.panel import WORK, Citations
from archive.citing.styles import in_order
from archive.exports.printed import CATALOGUE
from archive.language.typography import typeset
from archive.schema import DEFAULT_LANGUAGE, Episode, Person, Publication
from archive.telling.archive import Archive
from archive.telling.parts import Card, Date, Item

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
    """Tells items for print in one language; ``numbers`` are those of the entries."""

    def __init__(self, archive: Archive, citations: Citations, numbers: Mapping[str, int]) -> None:
        self.archive, self.citations, self.numbers = archive, citations, numbers
        self.words, self.language = archive.words, archive.language

    def set(self, text: str, language: str = "") -> str:
        """Return text as print shows it, in a language, or in that of the catalogue."""
        return typeset(text, language or self.language)

    def entry(self, item: Item) -> Values:
        """Return what every entry has."""
        return {
            "mark": mark(item.reference),
            "number": self.numbers.get(item.reference),
            "title": self.set(item.card.title, item.written),
            "lang": item.written,
            "title_note": self._title_note(item),
            "label": self.set(item.label),
            "years": years(item.date),
            "date": self.set(item.card.date),
            "text": self.set(item.card.description, item.written),
            "facts": list(self._facts(item)),
            "sources": self.sources(item),
            "confidence": item.record.confidence,
            "path": item.address(self.language).removeprefix(f"{self.language}/"),
        }

    def project(self, item: Item) -> Values:
        """Return a project with its acronym, its edition and the numbers of its works."""
        acronym = item.card.acronym
        said = [acronym] if acronym and acronym not in item.titles[DEFAULT_LANGUAGE].text else []
        said += [
            self.words["print_edition"].format(number=edition.text)
            for edition in item.values.get("edition", ())
        ]
        outputs = item.relations.outputs
        works = [card for kind in ("publications", "podcast") for card in outputs.get(kind, ())]
        return self.entry(item) | {"said": said, "works": self.pointers(works)}

    def publication(self, item: Item) -> Values:
        """Return a work with its citation, its projects and where it can be had."""
        record = item.record_of(Publication)
        return self.entry(item) | {
            "citation": self.citation(item),
            "works": self.pointers(item.relations.projects),
            "where": "".join(holding.text for holding in item.values["holding"]),
            "link": record.link if record.holding == "link" else "",
        }

    def episode(self, item: Item) -> Values:
        """Return an episode with its place and its cover's alternative text."""
        place = self.set(item.place.term.label) if item.place else ""
        return self.entry(item) | {
            "place": place,
            "cover_text": self.set(item.record_of(Episode).cover_text),
        }

    def person(self, item: Item) -> Values:
        """Return a person, surname first, with the marks of the entries that name them."""
        surname = item.record_of(Person).surname
        given = item.title.removesuffix(surname).strip()
        turned = f"{surname}, {given}" if given and given != item.title else item.title
        return {
            "mark": mark(item.reference),
            "name": self.set(turned),
            "text": self.set(item.description),
            # The show as a whole is no entry.
            "entries": [mark(card.reference) for card, _ in item.relations.appearances if card.id],
        }

    def pointers(self, cards: Iterable[Card]) -> list[Values]:
        """Return entries as something to turn to: by number, an episode by its title."""
        found = []
        for card in cards:
            number = self.numbers.get(card.reference)
            text = str(number) if number else self.set(card.title, card.lang)
            found.append({"mark": mark(card.reference), "text": text, "number": number or 0})
        return sorted(found, key=lambda pointer: (not pointer["number"], pointer["number"]))

    def sources(self, item: Item) -> str:
        """Return where facts come from, in short: hosts with the number of pages, documents."""
        sources = item.values.get("sources", ())
        hosts = Counter(host(source.href) for source in sources if source.href)
        told = [name if count == 1 else f"{name} ({count})" for name, count in hosts.items()]
        told += [self.set(one.short or one.text) for one in sources if not one.href]
        return "; ".join(told)

    def citation(self, item: Item) -> list[Values]:
        """Return the citation of a work in the norm of the language, as runs of text.

        The catalogue does not cite itself: where it will be deposited, it cannot know.
        """
        style = in_order(self.language)[0]
        markup = self.citations.get((item.reference, self.language, WORK, style.id), "")
        if item.reference == CATALOGUE or not markup:
            return []
        spoken = [language.code for language in item.spoken]
        found = runs(markup, spoken[0] if len(spoken) == 1 else self.language)
        return [run | {"text": self.set(run["text"], run["lang"])} for run in found]

    def _title_note(self, item: Item) -> str:
        title = item.titles[item.written]
        if title.descriptive:
            return self.set(self.words["print_title_descriptive"])
        return self.set(self.words["print_title_translated"]) if title.translated else ""

    def _facts(self, item: Item) -> Iterable[Values]:
        unsaid = _UNSAID[item.kind].split()
        for fact in item.facts:
            # What has no name is said of the file, not by the record.
            if fact.name and fact.name not in unsaid:
                told = [f"{v.text} ({v.note})" if v.note else v.text for v in fact.values]
                yield {"label": fact.label, "text": self.set("; ".join(told))}


def years(date: Date | None) -> str:
    """Return the years of a date, as a margin shows them: 2005–2006, 1998–, –2023."""
    if date is None:
        return ""
    first, last = (str(day.year) if day else "" for day in (date.first, date.last))
    return first if first == last else f"{first}–{last}"


def host(address: str) -> str:
    """Return the host of an address, without „www.“."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def runs(markup: str, language: str) -> Iterable[Values]:
    """Yield the runs of a citation; the title, in italics, is in the language of the work.

    The day on which a reader saw a page is the reader's to add; paper leaves it out.
    """
    root = html.fragment_fromstring(_SEEN.sub("", markup), create_parent="div")
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
