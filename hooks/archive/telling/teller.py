"""What a page shows: plain values, ready for a template, in the page's language."""

from __future__ import annotations

from urllib.parse import unquote

from archive.content.library import Library
from archive.content.settings import Site
from archive.language import dates, numbers
from archive.language.typography import typeset
from archive.schema import DEFAULT_LANGUAGE, Credit, Episode, Event, Item, Show, paths
from archive.schema.fields import row, stated
from archive.schema.kinds import KINDS
from archive.schema.records import Entry
from archive.telling.covers import cover
from archive.telling.parts import Card, Date, Happening, Value

SMALL_ARTWORK = "podcast/artwork-small.webp"


def _word(record: Item, name: str) -> str:
    """Return what a record states in a field; nothing where its kind has no such field."""
    return str(stated(record, name) or "")


class Teller:
    """Tells records in one language."""

    def __init__(self, library: Library, site: Site, language: str) -> None:
        self.library = library
        self.site = site
        self.language = language
        self.words = site.strings[language]
        self.prefix = paths.prefix(language)

    def term(self, vocabulary: str, identifier: str) -> str:
        """Return the label of a term."""
        return self.library.vocabularies[vocabulary][identifier].label(self.language)

    def date(self, text: str | None) -> str:
        """Return an EDTF date in words, or nothing."""
        return dates.in_words(text, self.language, self.words) if text else ""

    def when(self, text: str) -> Date:
        """Return an EDTF date in words, years and days."""
        span = dates.parse(text)
        return Date(text, self.date(text), span.years, span.first, span.last)

    def number(self, value: float) -> str:
        """Return a number as the language writes it, but for the kind of its spaces."""
        return numbers.number(value, self.language)

    def plural(self, key: str, number: int) -> str:
        """Return the form of a word that goes with a number."""
        return numbers.plural(self.words, key, number, self.language)

    def size(self, value: int) -> str:
        """Return a file's size in words."""
        return numbers.size(value, self.language)

    def language_name(self, code: str) -> str:
        """Return the name of a language in the page's language."""
        return numbers.language_name(code, self.language)

    # -- items ------------------------------------------------------------------------

    def card(self, entry: Entry[Item]) -> Card:
        """Return an item as a list shows it."""
        edition = entry.edition(self.language)
        record = edition.record
        episode = record if isinstance(record, Episode) else None
        gone = record.gone
        return Card(
            href=entry.address(self.language),
            title=record.title,
            kind=entry.kind,
            label=self.kind_label(entry),
            date="" if episode else self.date(record.date),
            description=self.words[f"withdrawn_text_{entry.kind}"] if gone else record.description,
            lang="" if edition.language == self.language else edition.language,
            acronym=_word(record, "acronym"),
            image=paths.small_cover(entry.id) if episode and not gone else "",
            image_text=episode.cover_text if episode else "",
            picture=cover(self.library, entry, self.language),
            is_unheld=not gone and _word(record, "holding") not in ("", "file"),
            tone=self.tone(record),
            years=self.years(record),
            id=entry.id,
            type=_word(record, "type"),
            isbn=_word(record, "isbn"),
            page=entry.address(edition.language),
            home=entry.address(DEFAULT_LANGUAGE),
        )

    def tone(self, record: Item) -> int:
        """Return the number of a record's first theme in the vocabulary; 0 is that of none."""
        themes = [*self.library.vocabularies["themes"]]
        return themes.index(record.themes[0]) + 1 if record.themes else 0

    def years(self, record: Item) -> str:
        """Return the first and the last year of a record, or nothing."""
        known = dates.parse(record.date).years if record.date else None
        return "–".join(str(year) for year in dict.fromkeys(known)) if known else ""

    def show_card(self, show: Entry[Show]) -> Card:
        """Return the show as a list shows it."""
        edition = show.edition(self.language)
        return Card(
            href=show.address(self.language),
            title=edition.record.title,
            kind="podcast",
            label=self.words["show"],
            date="",
            description=edition.record.subtitle,
            image=SMALL_ARTWORK,
            image_text=edition.record.artwork_text,
            page=show.address(edition.language),
            home=show.address(DEFAULT_LANGUAGE),
        )

    def kind_label(self, entry: Entry[Item]) -> str:
        """Return what an item is: its type where it has one, else its kind."""
        record = entry.record
        if isinstance(record, Episode):
            told = self.words["episode_number"].format(number=record.number)
            return f"{told}, {self.words['withdrawn']}" if record.gone else told
        kind = KINDS[entry.kind]
        if record.gone:
            return f"{self.words[kind.word]}, {self.words['withdrawn']}"
        return self.term(kind.types, _word(record, "type")) if kind.types else self.words[kind.word]

    # -- pieces of a record --------------------------------------------------------------

    def credit(self, credit: Credit, notes: dict[str, str] | None = None) -> Value:
        """Return who did what, with a link where there is a page."""
        href, note = "", ""
        if credit.person:
            person = self.library.of("people")[credit.person]
            text = credit.printed or person.edition(self.language).record.title
            href = person.address(self.language)
            if credit.others:
                text += " " + self.words["and_others"]
            note = (notes or {}).get(credit.person) or credit.note or ""
        else:
            text = self.term("organisations", credit.organisation or "")
        if credit.programme:
            text += f" – {self.term('programmes', credit.programme)}"
        role = self.term("roles", credit.role) if credit.role else ""
        return Value(text, href, ", ".join(part for part in (role, note) if part))

    def source(self, source: str) -> Value:
        """Return a source: an address without its scheme, or the label of a document."""
        known = self.library.vocabularies["sources"]
        if source in known:
            term = known[source]
            return Value(term.label(self.language), short=term.told("short", self.language))
        shown = unquote(source.split("://", 1)[1]).rstrip("/")
        return Value(shown, source)

    def theme(self, identifier: str) -> Value:
        """Return a theme, linked to its page."""
        return Value(
            self.term("themes", identifier), f"{self.prefix}themes/{identifier}/", raw=identifier
        )

    def link(self, entry: Entry[Item] | None) -> Value:
        """Return an item as a link in running text."""
        assert entry is not None  # relations have been checked
        card = self.card(entry)
        return Value(card.acronym or card.title, card.href, lang=card.lang)

    def happening(self, event: Event) -> Happening:
        """Return a dated fact in words."""
        items = [self.library.find(reference) for reference in event.items]
        lang = self.language

        def told(texts: dict[str, str]) -> str:
            return typeset(texts.get(lang) or texts.get(DEFAULT_LANGUAGE, ""), lang)

        return Happening(
            id=self.library.anchors[id(event)],
            when=self.when(event.date),
            text=told(event.event),
            figure=told(event.figure),
            note=told(event.note),
            themes=[self.theme(theme) for theme in event.themes],
            items=[self.card(entry) for entry in items if entry],
            sources=[self.source(source) for source in event.sources],
            raw=event,
        )


def label(model: type[Item], name: str, language: str) -> str:
    """Return the label of a field in one language."""
    labels = row(model, name).label
    return labels.get(language) or labels.get("en") or name


__all__ = ["SMALL_ARTWORK", "Teller", "label"]
