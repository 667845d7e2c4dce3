"""Places as maps and the feed's ``podcast:location`` need them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from archive.content.library import Library
from archive.schema.plain import Plain, mapping
from archive.schema.problems import Problem, Text
from archive.schema.vocabulary import Term, read_mapping

# The namespace's location.md: names are cut after so many characters.
_NAME = 128
_OSM = re.compile(r"^[NWR][1-9]\d*$")


def _number(value: Plain, limit: float) -> bool:
    return isinstance(value, int | float) and abs(value) <= limit


def _faults(
    place: Mapping[str, Plain], countries: Mapping[str, Term]
) -> Iterator[tuple[str, Text]]:
    if ("lat" in place or "lon" in place) and not (
        _number(place.get("lat"), 90) and _number(place.get("lon"), 180)
    ):
        yield "lat", Text("šířka −90 až 90 a délka −180 až 180", "lat −90 to 90, lon −180 to 180")
    if "osm" in place and not _OSM.match(str(place["osm"])):
        yield (
            "osm",
            Text(
                "druh prvku OpenStreetMap (N, W, R) a jeho číslo",
                "the kind of an OpenStreetMap element (N, W, R) and its number",
            ),
        )
    if "country" in place and place["country"] not in countries:
        yield "country", Text("kód země ISO 3166", "an ISO 3166 country code")
    for language in ("cs", "en"):
        if len(str(place.get(language, ""))) > _NAME:
            yield language, Text(f"nejvýše {_NAME} znaků", f"at most {_NAME} characters")


def places_are_on_the_map(content: Library, root: Path, today: dt.date) -> Iterable[Problem]:
    """What a place says of where it lies can be true."""
    path = content.docs / "vocabulary" / "places.yml"
    shown = path.relative_to(root).as_posix()
    values, lines, _ = read_mapping(path, shown)
    for name, value in values.items():
        place = mapping(value)
        for key, expected in _faults(place, content.vocabularies["countries"]):
            line = lines.get((name, key)) or lines.get((name,), 1)
            example = "cheb: {cs: Cheb, en: Cheb, country: CZ, lat: 50.0796, lon: 12.3740}"
            yield Problem(shown, line, str(name), str(place.get(key)), expected, example)
