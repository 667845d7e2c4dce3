"""Where the names stand on the maps: what a cartographer decides by eye.

Degrees (longitude, latitude). A country that is not named here has its name and its number
in the middle of its largest piece.
"""

from __future__ import annotations

from typing import Literal

Degrees = tuple[float, float]
Side = Literal["e", "w", "n", "s", "ne", "se", "nw", "sw", ""]

# The middle of what the sheet shows of a country.
MIDDLES: dict[str, dict[str, Degrees]] = {
    "europe": {
        "AT": (13.9, 47.35), "BA": (17.2, 44.6), "BE": (4.9, 50.35), "BG": (25.6, 42.7),
        "BY": (28.3, 53.1), "ES": (-4.0, 38.9), "FI": (25.8, 62.9), "GB": (-1.6, 52.9),
        "HR": (17.4, 45.4), "IT": (12.3, 43.2), "MD": (28.5, 47.6), "MK": (21.7, 41.5),
        "PL": (18.6, 51.9), "RS": (21.0, 43.85), "RU": (36.5, 58.6), "SI": (14.8, 46.4),
        "SK": (19.0, 48.8), "TR": (31.2, 39.2), "UA": (31.8, 48.9),
    },
}  # fmt: skip

# Where a name stands that finds no room there.
NAMES: dict[str, dict[str, Degrees]] = {
    "europe": {"AL": (18.25, 41.35), "ME": (17.3, 42.3), "MK": (22.1, 41.3)},
    "asia": {"AM": (41.2, 39.8), "AZ": (51.6, 40.2), "GE": (42.4, 43.9)},
    "south-east": {"VN": (111.3, 13.2)},
}

# On which side of its dot a town has its name; elsewhere it stands to the east. Of a town
# without a side, only the dot is drawn: names of its neighbours take the room.
TOWNS: dict[str, Side] = {
    "amsterdam": "w", "belehrad": "ne", "bratislava": "ne", "brusel": "w", "budapest": "ne",
    "bukurest": "ne", "helsinky": "s", "kisinev": "se", "kosice": "s", "lublan": "sw",
    "marseille": "s", "michalovce": "ne", "minsk": "ne", "pavlovce-nad-uhom": "",
    "sarajevo": "s", "skopje": "ne", "sofie": "se", "viden": "w", "zahreb": "ne", "zeneva": "w",
    "beroun": "w", "cheb": "se", "dobris": "se", "hodonin": "w", "jirkov": "nw", "most": "s",
    "litomerice": "e", "usti-nad-labem": "n", "liberec": "n", "semily": "se",
    "ostrava": "w", "orlova": "n", "tbilisi": "e",
}  # fmt: skip
