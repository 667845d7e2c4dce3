"""How large the pictures of a document are, and of how many pages there are any.

A page at 1,000 px is sharp on a phone and can be read on a desk; as WebP a page of text takes
20 to 60 kB. Pages have no copy as JPEG: it would weigh twice as much again, for iPhones from
before 2020, and the page's text and its PDF stand beside the picture. GitHub Pages publishes
1 GB; a document of PICTURED pages takes some 5 MB of it, longer ones show the rest as text.
"""

from __future__ import annotations

PAGE = 1000
COVERS = (176, 264, 352, 704)
COVER_JPEG = f"cover-{COVERS[-1]}.jpg"
PICTURED = 100
# A page is at most so many times as high as it is wide: a scroll is made narrower.
_TALLEST = 2


def pixels(size: tuple[float, float], width: int) -> tuple[int, int]:
    """Return a page's width and height in pixels; ``size`` is that of the page in points."""
    across, high = size
    if high > _TALLEST * across:
        return max(round(across * _TALLEST * width / high), 1), _TALLEST * width
    return width, max(round(high * width / across), 1)
