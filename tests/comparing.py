"""How far two pictures are apart, as a whole and in their worst place."""

from __future__ import annotations

from typing import NamedTuple

from PIL import Image, ImageChops

# A pixel differs from this much of 255 in a channel on; so large a share of them may,
# anywhere on the picture and within any of the tiles it is cut into.
CHANNEL, SHARE, TILE, TILE_SHARE = 9, 0.003, 32, 0.1


class Difference(NamedTuple):
    """How much of a picture differs, of the whole and of the worst tile, 0 to 1; and where."""

    share: float
    worst: float
    shown: Image.Image

    @property
    def counts(self) -> bool:
        """Tell whether it is more than a trifle."""
        return self.share > SHARE or self.worst > TILE_SHARE


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """Compare two pictures pixel by pixel; what one of them lacks differs."""
    size = max(one.width, other.width), max(one.height, other.height)
    padded = [Image.new("RGB", size, (255, 0, 255)) for _ in range(2)]
    for ground, picture in zip(padded, (one, other), strict=True):
        ground.paste(picture)
    red, green, blue = ImageChops.difference(*padded).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    mask = most.point(lambda level: 255 if level > CHANNEL else 0)
    grey = padded[1].convert("L").convert("RGB")
    return Difference(
        mask.histogram()[255] / (size[0] * size[1]),
        mask.reduce(TILE).getextrema()[1] / 255,
        Image.composite(Image.new("RGB", size, (255, 0, 0)), grey, mask),
    )
