"""The whole archive, told once in each language: what every output is written from.

In two passes: first the card of each item, from its own record and terms, then the parts that
show cards of others, so that two items may name each other. Nothing later reads the library,
looks up a term or words a date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from archive.content import chapters, facets, rights, title_languages
from archive.content.credits import CREDITS, of_field
from archive.content.library import Library
from archive.content.listings import Listing
from archive.content.references import projects_of
from archive.content.settings import Site, Strings
from archive.language import dates, numbers
from archive.language.typography import plain
from archive.schema import (
    DEFAULT_LANGUAGE,
    KINDS,
    LANGUAGES,
    Credit,
    Episode,
    Event,
    Person,
    Publication,
    Show,
    paths,
)
from archive.schema import Item as Record
from archive.schema import Page as WrittenPage
from archive.schema.fields import Soundbite
from archive.schema.kinds import Kind, sections
from archive.schema.records import Entry, is_of
from archive.telling import (
    checksums,
    cited_sources,
    departures,
    facts,
    held_documents,
    listed,
    policy,
    source_links,
    timeline,
    towns,
    values,
)
from archive.telling.imprints import imprint
from archive.telling.parts import (
    Agent,
    Card,
    Fixity,
    Happening,
    Item,
    Place,
    Relations,
    Sound,
    SourceNote,
    Term,
    Title,
    Town,
    Value,
)
from archive.telling.recording import recording as recording_view
from archive.telling.teller import Teller


@dataclass(frozen=True)
class Page:
    """A page that is no item, as one language tells it: home, a front, about, a list."""

    path: str
    language: str
    written: str
    languages: tuple[str, ...]
    addresses: Mapping[str, str]
    record: WrittenPage | None
    body: str
    title: str
    description: str
    # The text in Markdown, its marks as links to the notes.
    text: str = ""
    notes: Sequence[SourceNote] = ()
    # What it lists, of a page that follows from the records.
    listing: Listing | None = None

    @property
    def page(self) -> str:
        """The path of the page in the language of its texts."""
        return self.addresses[self.written]

    def address(self, language: str) -> str:
        """Return the path of the page in a language."""
        return self.addresses[language]


@dataclass(frozen=True)
class Archive:
    """The archive as one language tells it.

    ``items`` are those that are here, by reference (``projects/avr``), kind by kind;
    ``withdrawn`` is what is left of the others. ``listings`` are the pages that follow from the
    records, by folder; ``pages`` those that staff write, of which some stand on a listing.
    """

    language: str
    words: Strings
    site: Site
    # The Content-Security-Policy of every page.
    policy: str
    items: Mapping[str, Item]
    withdrawn: Mapping[str, Item]
    show: Item | None
    pages: Mapping[str, Page]
    events: Sequence[Happening]
    # The same as their file has them, in its order.
    raw_events: Sequence[Event]
    terms: Mapping[str, Mapping[str, Term]]
    places: Sequence[Place]
    listings: Mapping[str, Page]
    towns: Sequence[Town]
    fixity: Fixity
    # The languages of all titles, to mark them in texts of another language.
    title_languages: Mapping[str, str]

    @property
    def prefix(self) -> str:
        """The path of its language below the site."""
        return paths.prefix(self.language)

    def number(self, value: float) -> str:
        """Return a number as the language writes it, but for the kind of its spaces."""
        return numbers.number(value, self.language)

    def plural(self, key: str, value: int) -> str:
        """Return the form of a word that goes with a number."""
        return numbers.plural(self.words, key, value, self.language)

    def at(self, folder: str) -> Item | Page | None:
        """Return what the page of a folder of ``docs`` shows; the home page's is empty."""
        if folder == "podcast":
            return self.show
        for shown in (self.items, self.withdrawn, self.listings, self.pages):
            if folder in shown:
                return shown[folder]
        return None

    def of(self, *kinds: str) -> list[Item]:
        """Return the items of some kinds, in the order of the kinds and the folders."""
        return [item for kind in kinds for item in self.items.values() if item.kind == kind]

    @property
    def kinds(self) -> list[Kind]:
        """The kinds that this archive has: those with a front, as a menu has them."""
        return [kind for kind in sections() if kind.name in self.pages or self._is_whole(kind)]

    def _is_whole(self, kind: Kind) -> bool:
        return bool(kind.whole and self.show)

    def find(self, reference: str) -> Item | None:
        """Return the item that ``kind/id`` names, or the show, which has no id."""
        if self.show and reference == self.show.reference:
            return self.show
        return self.items.get(reference)

    def same(self, item: Item) -> Item:
        """Return an item that another language told, as this one tells it."""
        same = self.find(item.reference)
        assert same is not None  # every language tells the same items
        return same

    def episodes(self) -> list[Item]:
        """Return the episodes in the order of their numbers."""
        return sorted(self.of("podcast"), key=lambda item: item.record_of(Episode).number)


Archives = Mapping[str, Archive]


class Narrator:
    """Tells the items of one language; ``cards`` come first, for the parts that show them."""

    def __init__(self, library: Library, site: Site, language: str) -> None:
        self.library, self.language = library, language
        self.teller = Teller(library, site, language)
        everything = [*library.every(), *library.every_withdrawn()]
        self.cards = {entry.reference: self.teller.card(entry) for entry in everything}
        if library.show:
            self.cards[library.show.reference] = self.teller.show_card(library.show)

    # -- vocabularies -------------------------------------------------------------------------

    def term(self, vocabulary: str, identifier: str) -> Term:
        """Return a term of a vocabulary in this language."""
        known = self.library.vocabularies[vocabulary][identifier]
        texts = {name: known.told(name, self.language) for name in known.more}
        imprints = (
            {code: imprint(known, code) for code in LANGUAGES}
            if vocabulary == "organisations"
            else {}
        )
        label = known.label(self.language)
        return Term(identifier, label, known.labels, known.more, texts, imprints)

    def terms(self) -> dict[str, dict[str, Term]]:
        """Return every vocabulary."""
        return {
            name: {identifier: self.term(name, identifier) for identifier in terms}
            for name, terms in self.library.vocabularies.items()
        }

    # -- parts of an item ---------------------------------------------------------------------

    def agent(self, field: str, part: str, credit: Credit, notes: Mapping[str, str]) -> Agent:
        """Return who a credit is given to, and for what."""
        shown, library = self.teller.credit(credit, dict(notes)), self.library
        role = self.teller.term("roles", credit.role) if credit.role else ""
        programme = credit.programme or ""
        told = Agent(
            text=shown.text, href=shown.href, note=shown.note, field_name=field, part=part,
            role=credit.role or "", role_label=role, programme=programme,
            programme_label=self.teller.term("programmes", programme) if programme else "",
            remark=notes.get(credit.person or "") or credit.note or "", others=credit.others,
        )  # fmt: skip
        if credit.person:
            person = library.of("people")[credit.person].of(Person)
            return replace(
                told, person=credit.person, printed=credit.printed or "",
                name=person.edition(self.language).record.title,
                original_name=person.record.title, surname=person.record.surname,
                card=self.cards[person.reference],
            )  # fmt: skip
        term = self.term("organisations", credit.organisation or "")
        name = term.imprints[self.language]
        return replace(told, organisation=term.id, name=name, term=term, imprints=term.imprints)

    def agents(self, record: Record) -> dict[str, list[Agent]]:
        """Return everybody who had a part, by the field that says so."""
        found: dict[str, list[Agent]] = {}
        for field, part in CREDITS.items():
            for credit in of_field(record, field):
                agent = self.agent(field, credit.role or part, credit, record.people_notes)
                found.setdefault(field, []).append(agent)
        return found

    def sound(self, entry: Entry[Record]) -> Sound | None:
        """Return the recording of an episode that is here."""
        if not is_of(entry, Episode):
            return None
        view = recording_view(self.teller, entry, text=True)
        if view is None:
            return None
        recording = self.library.recordings[entry.id]
        file = f"podcast/{entry.id}/{recording.name}"
        return Sound(
            recording,
            entry.record.audio or file,
            file,
            self.library.alternates.get(entry.id, ()),
            self.library.transcripts.get(entry.id, {}),
            chapters.of(self.library, entry, entry.edition(self.language).language),
            self.soundbites(entry),
            [day for each in entry.record.corrections if (day := dates.parse(each.date).first)],
            view,
            entry.record.recording == "stand-in",
        )

    def soundbites(self, entry: Entry[Episode]) -> Sequence[Soundbite]:
        """Return the parts worth hearing by themselves; untranslated ones without their titles."""
        own = entry.edition(self.language).record.soundbites
        return own or [bite.model_copy(update={"title": None}) for bite in entry.record.soundbites]

    def rights(self, record: Record) -> str:
        """Return the address of what is stated of the rights to a work or a recording."""
        if isinstance(record, Publication):
            return rights.rights_of(self.library, record)
        return rights.license_of(record) if isinstance(record, Episode | Show) else ""

    def place(self, identifier: str) -> Place:
        """Return a place of the vocabulary."""
        term = self.term("places", identifier)
        country = str(term.more.get("country", ""))
        home = self.term("countries", country) if country else None
        return Place(term, term.text("region"), country, home)

    def relations(self, entry: Entry[Record]) -> Relations:
        """Return what an item belongs to and what belongs to it."""
        library, cards = self.library, self.cards
        outputs = {
            kind: [cards[part.reference] for part in library.parts(entry.id, kind)]
            for kind in KINDS
            if entry.kind == "projects"
        }
        return Relations(
            related=[cards[other.reference] for other in library.related(entry)],
            projects=[cards[f"projects/{name}"] for name in projects_of(entry.record)],
            outputs={kind: parts for kind, parts in outputs.items() if parts},
            appearances=self._appearances(entry) if entry.kind == "people" else (),
            events=[self.teller.happening(event) for event in library.dated(entry.reference)],
        )

    def _appearances(self, person: Entry[Record]) -> list[tuple[Card, list[str]]]:
        """Return the items in which a person appears, each with the roles in words."""
        known, words = self.library.vocabularies["roles"], self.teller.words
        found: dict[str, list[str]] = {}
        for one in self.library.appearances.get(person.id, []):
            in_words = known.get(one.role)
            label = in_words.label(self.language) if in_words else words[f"role_{one.role}"]
            roles = found.setdefault(one.entry.reference, [])
            if label not in roles:
                roles.append(label)
        return [(self.cards[reference], roles) for reference, roles in found.items()]

    def facets(self, entry: Entry[Record]) -> dict[str, list[Value]]:
        """Return what an item can be narrowed by."""
        return {
            name: [listed.value(self.teller, name, one) for one in values]
            for name, values in facets.of(entry).items()
        }

    def short_title(self, entry: Entry[Record]) -> str:
        """Return what a project is called where there is little room."""
        known = self.library.vocabularies["short-titles"]
        if entry.kind != "projects" or entry.id not in known:
            return ""
        return known[entry.id].label(self.language)

    # -- the whole ----------------------------------------------------------------------------

    def item(self, entry: Entry[Record]) -> Item:
        """Return an item, or what is left of it."""
        edition = entry.edition(self.language)
        record, gone = edition.record, edition.record.gone
        told = {} if gone else values.values(self.teller, entry)
        default = entry.editions[DEFAULT_LANGUAGE]
        documents = held_documents.of(self.teller, entry)
        stamped = default.source_hash if edition is default else record.translation_of
        return Item(
            kind=entry.kind,
            id=entry.id,
            language=self.language,
            written=edition.language,
            languages=tuple(entry.editions),
            addresses={code: entry.address(code) for code in LANGUAGES},
            folder=entry.folder,
            file=edition,
            record=record,
            body=edition.body,
            title=plain(record.title),
            description=plain(record.description),
            label=self.teller.kind_label(entry) if entry.id else self.teller.words["show"],
            titles={
                code: Title(
                    plain(each.record.title), code,
                    each.record.title_translated, each.record.title_descriptive,
                )
                for code, each in entry.editions.items()
            },
            variants={code: each.record.title_variants for code, each in entry.editions.items()},
            card=self.cards[entry.reference],
            date=None if gone or not record.date else self.teller.when(record.date),
            values=told,
            agents={} if gone else self.agents(record),
            facts=[] if gone else [
                *facts.lines(self.teller, entry, told),
                *held_documents.facts(self.teller, documents),
            ],
            themes=[self.term("themes", name) for name in record.themes or ()],
            countries=[self.term("countries", code) for code in record.countries or ()],
            relations=Relations() if gone else self.relations(entry),
            title_languages=title_languages.titles([entry]),
            rights="" if gone else self.rights(record),
            withdrawn=gone,
            documents=documents,
            sound=self.sound(entry),
            place=self.place(record.place) if isinstance(record, Episode) and not gone else None,
            notes=cited_sources.view(self.teller, entry),
            changed={
                code: self.library.changes.changed(f"/{entry.address(code)}")
                for code in entry.editions
            },
            is_stale=not gone and stamped != default.source_hash,
            facets=self.facets(entry),
            text=source_links.put(self.teller, edition),
                        files=[] if gone else checksums.of_item(self.teller, entry),
            departure=departures.told(self.teller, gone) if gone else None,
            short_title=self.short_title(entry),
        )  # fmt: skip

    def page(self, path: str, entry: Entry[WrittenPage]) -> Page:
        """Return a page that is no item."""
        edition = entry.edition(self.language)
        return Page(
            path=path,
            language=self.language,
            written=edition.language,
            languages=tuple(entry.editions),
            addresses={code: entry.address(code) for code in LANGUAGES},
            record=edition.record,
            body=edition.body,
            title=plain(edition.record.title),
            description=plain(edition.record.description),
            text=source_links.put(self.teller, edition),
            notes=cited_sources.view(self.teller, entry),
        )

    def listing(self, listing: Listing, written: Page | None) -> Page:
        """Return a page that follows from the records; what staff write stands on it."""
        if written:
            return replace(written, listing=listing)
        title, description = listed.title(self.teller, listing)
        return Page(
            path=listing.folder,
            language=self.language,
            written=self.language,
            languages=LANGUAGES,
            addresses={code: listing.address(code) for code in LANGUAGES},
            record=None,
            body="",
            title=title,
            description=description,
            listing=listing,
        )

    def archive(self) -> Archive:
        """Return the whole archive in this language."""
        library, teller = self.library, self.teller
        events = [teller.happening(event) for event in timeline.in_order(library)]
        pages = {path: self.page(path, entry) for path, entry in library.pages.items()}
        return Archive(
            language=self.language,
            words=teller.words,
            site=teller.site,
            policy=policy.policy(library),
            items={entry.reference: self.item(entry) for entry in library.every()},
            withdrawn={entry.reference: self.item(entry) for entry in library.every_withdrawn()},
            show=self.item(library.show) if library.show else None,
            pages=pages,
            events=events,
            raw_events=[dated.event for dated in library.events],
            terms=self.terms(),
            listings={
                folder: self.listing(listing, pages.get(folder))
                for folder, listing in library.listings.items()
            },
            towns=towns.named(teller, self.cards, events),
            fixity=checksums.fixity(teller),
            title_languages=library.titles,
            places=[self.place(name) for name in library.vocabularies["places"]],
        )


def tell(library: Library, site: Site) -> dict[str, Archive]:
    """Return the archive as each of its languages tells it; the content has been checked."""
    return {code: Narrator(library, site, code).archive() for code in LANGUAGES}
