"""Tables that scroll by themselves on a narrow screen, by keyboard and with a name (WCAG 2.2)."""

from __future__ import annotations

import re
from html import escape, unescape

_PART = re.compile(r"<h[2-6][^>]*>(?P<heading>.*?)</h[2-6]>|<table>.*?</table>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def in_regions(html: str, name: str, title: str) -> str:
    """Return the HTML of a page's text with a region that can be scrolled around each table.

    ``name`` is what the region is called, such as „Tabulka: {heading}“: by the heading above
    the table, else by the page's title. A second table below one heading is told apart.
    """
    heading, taken = title, set[str]()

    def wrapped(match: re.Match[str]) -> str:
        nonlocal heading
        if match["heading"] is not None:
            heading = unescape(_TAG.sub("", match["heading"])).strip()
            return match[0]
        called, number = name.format(heading=heading), 1
        while called in taken:
            number += 1
            called = f"{name.format(heading=heading)} ({number})"
        taken.add(called)
        opening = f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(called)}">'
        return f"{opening}{match[0]}</div>"

    return _PART.sub(wrapped, html)
