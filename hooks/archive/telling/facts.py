"""The lines of a record that a page shows: which, in what order, told how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from archive.content import facets
from archive.schema import Episode, Publication, licenses
from archive.schema.records import Entry
from archive.telling.parts import Fact, Value
from archive.telling.teller import Teller, label

# What each kind of record shows, in order; empty fields are left out.
ORDER = {
    "projects": (
        "acronym date edition themes countries partners funders people evidence in_old_navigation"
    ),
    "publications": (
        "creators people publishers date series number languages projects funders themes "
        "countries pages isbn rights scope holding link"
    ),
    "podcast": (
        "number season place community people projects themes language recording date published"
    ),
    "show": (
        "people production publishers projects themes countries language date platforms category"
    ),
    "people": "",
}

Tell = Callable[[Teller, Any, Any], list[Value]]


def _credits(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [teller.credit(credit, record.people_notes) for credit in value]


def _date(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [Value(teller.date(value))]


def _themes(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [teller.theme(theme) for theme in value]


def _countries(teller: Teller, record: Any, value: Any) -> list[Value]:
    told = []
    for code in value:
        listing = teller.library.listings.get(facets.folder("country", code))
        href = listing.address(teller.language) if listing else ""
        told.append(Value(teller.term("countries", code), href))
    return told


def _languages(teller: Teller, record: Any, value: Any) -> list[Value]:
    codes = value if isinstance(value, list) else [value]
    return [Value(teller.language_name(code)) for code in codes]


def _projects(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [teller.link(teller.library.find(f"projects/{project}")) for project in value]


def _place(teller: Teller, record: Any, value: Any) -> list[Value]:
    place = teller.library.vocabularies["places"][value]
    region = place.told("region", teller.language)
    return [Value(place.label(teller.language), note=region)]


def _community(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [Value(value.name)]


def _edition(teller: Teller, record: Any, value: Any) -> list[Value]:
    note = teller.words["edition_derived"] if record.edition_derived else ""
    return [Value(teller.words["edition_number"].format(number=value), note=note)]


def _number(teller: Teller, record: Any, value: Any) -> list[Value]:
    # Of an episode; that of a work is what stands on it.
    unsure = isinstance(record, Episode) and not record.number_confirmed
    return [Value(str(value), note=teller.words["number_unconfirmed"] if unsure else "")]


def _word(name: str) -> Tell:
    """Tell a choice by the word that the interface has for it."""

    def tell(teller: Teller, record: Any, value: Any) -> list[Value]:
        return [Value(teller.words[f"{name}_{value}"])]

    return tell


def _link(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [teller.source(value)]


def _rights(teller: Teller, record: Any, value: Any) -> list[Value]:
    term = teller.library.vocabularies["rights"][value]
    return [Value(term.label(teller.language), term.told("url", teller.language))]


def _texts(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [Value(text) for text in value]


def _yes(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [Value(teller.words["yes" if value else "no"])]


def _moment(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [Value(teller.date(value.date().isoformat()))]


def _plain(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [Value(teller.number(value) if isinstance(value, int) else str(value))]


_TELL: dict[str, Tell] = {
    **dict.fromkeys(
        ("creators", "publishers", "production", "partners", "funders", "people"), _credits
    ),
    **{name: _word(name) for name in ("scope", "holding", "evidence", "recording")},
    "date": _date,
    "themes": _themes,
    "countries": _countries,
    "languages": _languages,
    "language": _languages,
    "projects": _projects,
    "place": _place,
    "community": _community,
    "edition": _edition,
    "number": _number,
    "link": _link,
    "rights": _rights,
    "platforms": _texts,
    "in_old_navigation": _yes,
    "published": _moment,
}


def _related(teller: Teller, record: Any, value: Any) -> list[Value]:
    cards = [teller.card(entry) for one in value if (entry := teller.library.find(one))]
    return [Value(card.title, card.href, lang=card.lang) for card in cards]


def _sources(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [teller.source(source) for source in value]


def _license(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [Value(value, licenses.address(value, record.license_url))]


def _corrections(teller: Teller, record: Any, value: Any) -> list[Value]:
    """Tell what was changed in a recording, and beside it when."""
    return [Value(correction.note, note=teller.date(correction.date)) for correction in value]


def _apps(teller: Teller, record: Any, value: Any) -> list[Value]:
    return [Value(name, address) for name, address in value.items()]


def _type(teller: Teller, record: Any, value: Any) -> list[Value]:
    kind = "publication" if isinstance(record, Publication) else "project"
    return [Value(teller.term(f"{kind}-types", value))]


_TELL |= {
    "related": _related,
    "sources": _sources,
    "license": _license,
    "corrections": _corrections,
    "apps": _apps,
    "type": _type,
}

# What a record says in its own words, and so in its own language.
_WRITTEN = ("community", "platforms", "frequency", "series")


def _several(teller: Teller, record: Any, value: Any) -> list[Value]:
    """Tell what needs no other words: a text, a number, or a list of them."""
    if isinstance(value, bool):
        return _yes(teller, record, value)
    each = value if isinstance(value, list) else [value]
    return [v for one in each if isinstance(one, str | int) for v in _plain(teller, record, one)]


def values(teller: Teller, entry: Entry[Any]) -> dict[str, list[Value]]:
    """Return what a record states, field by field, in the words of the teller's language."""
    edition = entry.edition(teller.language)
    record, found = edition.record, {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        if value in (None, [], "", {}):
            continue
        told = _TELL.get(name, _several)(teller, record, value)
        raw = value if isinstance(value, list) and len(value) == len(told) else [value] * len(told)
        lang = edition.language if name in _WRITTEN and edition.language != teller.language else ""
        found[name] = [
            replace(one, raw=each, lang=lang or one.lang)
            for one, each in zip(told, raw, strict=True)
        ]
    return found


def lines(teller: Teller, entry: Entry[Any], told: Mapping[str, list[Value]]) -> Iterator[Fact]:
    """Yield the lines of a record that a page shows, in the order of its kind."""
    kind = entry.kind if entry.id else "show"
    for name in ORDER[kind].split():
        if name in told:
            yield Fact(label(type(entry.record), name, teller.language), told[name], name)


def facts(teller: Teller, entry: Entry[Any], kind: str) -> Iterator[Fact]:
    """Yield the facts of a record, in the order of its kind."""
    yield from lines(teller, entry, values(teller, entry))
