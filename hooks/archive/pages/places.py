"""The countries and towns that records name, as lists and on maps.

On the maps countries are shaded by their records, and towns are dots.
"""

from __future__ import annotations

from collections.abc import Sequence

from archive.drawing import map_svg, maps
from archive.language.collation import sort_key
from archive.pages.browse import event_card, records
from archive.telling.archive import Archive
from archive.telling.ordering import by_title
from archive.telling.parts import Card, Group, Term, Value


def _by_country(archive: Archive) -> list[tuple[Term, list[Card]]]:
    """Return the countries that records name, by their names, each with its items."""
    found: dict[str, tuple[Term, list[Card]]] = {}
    for item in archive.items.values():
        for country in item.countries:
            found.setdefault(country.id, (country, []))[1].append(item.card)
    return sorted(found.values(), key=lambda pair: sort_key(pair[0].label, archive.language))


def groups(archive: Archive) -> list[Group[Group[Card]]]:
    """Return two groups of groups: the countries and the towns with what names them."""
    language = archive.language
    countries = [
        Group(
            f"c-{country.id.lower()}",
            country.label,
            by_title(cards, language),
            more=Value("", f"{archive.prefix}places/{country.id.lower()}/"),
        )
        for country, cards in _by_country(archive)
    ]
    towns = [
        Group(
            f"t-{town.id}",
            town.name,
            [*by_title(town.cards, language), *(event_card(archive, h) for h in town.events)],
            town.where,
        )
        for town in archive.towns
    ]
    words = archive.words
    return [
        Group("countries", words["places_countries"], countries),
        Group("towns", words["places_towns"], towns),
    ]


def draw_maps(archive: Archive, groups: Sequence[Group[Group[Card]]]) -> list[map_svg.MapView]:
    """Draw the maps; their links lead to the groups of the page."""
    countries, towns = groups

    def title(group: Group[Card]) -> str:
        return f"{group.title}: {records(archive, len(group.cards))}"

    shaded = [
        maps.Shaded(country.id, group.title, len(group.cards), title(group), f"#{group.id}")
        for (country, _), group in zip(_by_country(archive), countries.cards, strict=True)
    ]
    dots = [
        maps.Town(town.id, group.title, town.lon, town.lat, title(group), f"#{group.id}")
        for town, group in zip(archive.towns, towns.cards, strict=True)
    ]
    return [
        map_svg.draw(view, archive.words[f"map_{view.sheet.name}"], countries.title, towns.title)
        for view in maps.views(shaded, dots)
    ]
