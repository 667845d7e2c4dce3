"""The maps of the page of places: countries shaded by their records, towns as dots."""

from __future__ import annotations

from collections.abc import Sequence

from archive.drawing import map_svg, maps
from archive.telling.browsing import by_country, records
from archive.telling.parts import Group
from archive.telling.teller import Teller


def draw_maps(teller: Teller, groups: Sequence[Group]) -> list[map_svg.MapView]:
    """Draw the maps; their links lead to the groups that ``browsing.places`` made."""
    countries, towns = groups
    shaded = [
        maps.Shaded(
            code, group.title, len(group.cards),
            f"{group.title}: {records(teller, len(group.cards))}", f"#{group.id}",
        )
        for code, group in zip(by_country(teller), countries.cards, strict=True)
    ]  # fmt: skip
    terms = teller.library.vocabularies["places"]
    dots = []
    for group in towns.cards:
        more = terms[group.id.removeprefix("t-")].more
        title = f"{group.title}: {records(teller, len(group.cards))}"
        name = group.id.removeprefix("t-")
        dots.append(maps.Town(name, group.title, more["lon"], more["lat"], title, f"#{group.id}"))
    views = maps.views(shaded, dots)
    return [
        map_svg.draw(view, teller.words[f"map_{view.sheet.name}"], countries.title, towns.title)
        for view in views
    ]
