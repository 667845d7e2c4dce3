"""From degrees to points on a sheet: two map projections and the frames of the maps.

Lambert's azimuthal equal-area projection (Snyder, Map Projections, USGS 1987, chapter 24)
for parts of the world, Equal Earth (Šavrič, Patterson, Jenny 2018) for the whole: on both,
countries of the same size cover the same area.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import asin, cos, radians, sin, sqrt

EARTH = 6371.0  # mean radius, kilometres
Point = tuple[float, float]
Projection = Callable[[float, float], Point]


def azimuthal(centre: Point, lon: float, lat: float) -> Point:
    """Project degrees to kilometres east and north of the centre (lon, lat)."""
    turn, phi, phi0 = radians(lon - centre[0]), radians(lat), radians(centre[1])
    near = sin(phi0) * sin(phi) + cos(phi0) * cos(phi) * cos(turn)
    scale = EARTH * sqrt(2 / max(1 + near, 1e-9))
    across = cos(phi) * sin(turn)
    return scale * across, scale * (cos(phi0) * sin(phi) - sin(phi0) * cos(phi) * cos(turn))


def equal_earth(meridian: float, lon: float, lat: float) -> Point:
    """Project degrees to kilometres from where the meridian crosses the equator."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    turn = (lon - meridian + 180) % 360 - 180
    theta = asin(sqrt(3) / 2 * sin(radians(lat)))
    t2, t6 = theta**2, theta**6
    slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)
    x = 2 * radians(turn) * cos(theta) / (sqrt(3) * slope)
    return EARTH * x, EARTH * theta * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))


@dataclass(frozen=True)
class Sheet:
    """A map's frame: ``west`` and ``north`` in kilometres, the rest in points of the sheet."""

    name: str
    projection: Projection
    west: float
    north: float
    kilometres: float
    width: int
    height: int

    def point(self, lon: float, lat: float) -> Point:
        """Return where a place lies on the sheet, from its upper left corner."""
        x, y = self.projection(lon, lat)
        return (x - self.west) / self.kilometres, (self.north - y) / self.kilometres

    def holds(self, point: Point) -> bool:
        """Tell whether a point is inside the frame."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height


SHEETS = {
    sheet.name: sheet
    for sheet in (
        Sheet("europe", partial(azimuthal, (15, 52)), -2150, 1560, 3.65, 1104, 900),
        Sheet("asia", partial(azimuthal, (76, 45)), -3330, 1290, 8.5, 800, 340),
        Sheet("south-east", partial(azimuthal, (105, 11)), -950, 1720, 9.0, 280, 340),
        Sheet("czechia", partial(azimuthal, (15.5, 49.8)), -273, 160, 0.9, 600, 350),
        Sheet("world", partial(equal_earth, 11), -17300, 8400, 72.0, 480, 208),
    )
}  # fmt: skip
