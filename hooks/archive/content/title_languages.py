"""Titles in another language than the text they stand in, marked as such (WCAG 2.2, 3.1.2).

What the records know is marked by itself; whoever writes a text marks the rest by hand:
``*Neboj se říct to za ni*{: lang=cs }``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape

from archive.language.typography import plain
from archive.schema import Item
from archive.schema.records import Entry

_QUOTE = re.compile("[\"'„“”‚‘’]")
_ITALICS = re.compile(r"<em>([^<]+)</em>")
# Where a subtitle begins, which those who name a work leave out.
_SUBTITLE = re.compile(r"(?<=[?!])\s|[:.]\s|\s[–—(]\s?")


def _forms(title: str) -> set[str]:
    """Return a title whole and without its subtitles; a single word may be a name."""
    whole = plain(title)
    heads = (whole[: match.start()] for match in _SUBTITLE.finditer(whole))
    return {whole, *(head for head in heads if " " in head)}


def titles(entries: Iterable[Entry[Item]]) -> dict[str, str]:
    """Return the languages of the titles of records; a title that is in two has none."""
    found: dict[str, str] = {}
    for entry in entries:
        for code, edition in entry.editions.items():
            for title in _forms(edition.record.title):
                found[title] = code if found.get(title, code) == code else ""
    return found


def _loose(title: str) -> str:
    """Return a title without what styles of citation set in their own way."""
    return _QUOTE.sub('"', plain(title))


def _pattern(title: str) -> str:
    """Return what finds a title in HTML, whatever quotation marks and spaces it is set with."""
    words = re.escape(escape(_loose(title), quote=False))
    return words.replace('"', f"(?:{_QUOTE.pattern}|&quot;)").replace(r"\ ", r"\s")


def mark(html: str, known: Mapping[str, str], language: str) -> str:
    """Mark every title that stands in a short piece of HTML in another language than it."""
    foreign = [title for title, code in known.items() if code not in ("", language)]
    if not foreign:
        return html
    told = {_loose(title): known[title] for title in foreign}
    longest_first = sorted(foreign, key=lambda title: (-len(title), title))
    pattern = re.compile("<[^>]*>|(" + "|".join(map(_pattern, longest_first)) + ")")

    def marked(match: re.Match[str]) -> str:
        title = match[1]
        code = told[_loose(unescape(title))] if title else ""
        return f'<span lang="{code}">{title}</span>' if code else match[0]

    return pattern.sub(marked, html)


def mark_italics(html: str, known: Mapping[str, str], language: str) -> str:
    """Mark the titles that a text names in italics; what has a language already keeps it."""

    def marked(match: re.Match[str]) -> str:
        code = known.get(plain(unescape(match[1])), "")
        return f'<em lang="{code}">{match[1]}</em>' if code not in ("", language) else match[0]

    return _ITALICS.sub(marked, html)


__all__ = ["mark", "mark_italics", "titles"]
