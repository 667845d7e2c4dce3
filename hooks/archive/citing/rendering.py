"""Works rendered as text in each style, all in a few calls, and remembered.

What is remembered changes no citation: a work is known by everything that its rendering depends
on: the version of pandoc, the style, the CSL-JSON.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path

from archive.cache.store import Store
from archive.citing import pandoc, styles
from archive.citing.cited import Cited, Csl
from archive.citing.styles import Style

_KEY = "renderings by work, 1"
# A date that no reader can have; it marks the place where theirs belongs.
_SEEN = {"date-parts": [[1111, 11, 11]]}
_PLACES = {"1111-11-11": "{day}", "November 11, 1111": "{date}"}
_NOBODY = {"family": "Nobody"}
# Chicago would make „Www.“ of an address in a title.
_ADDRESS = re.compile(r"(?<!\w)\w[\w-]*(?:\.\w[\w-]+)+(?!\w)")
# What we say of a title stands outside its italics and quotation marks (APA 7, 9.38; CMOS 13.101).
_MARK = r'<span class="nocase">(\[.*?\])</span>'
_BRACKETS = (
    (re.compile(r'<span class="nocase">([^<\[][^<]*)</span>'), r"\1"),
    (re.compile(rf"<em>([^<]*) {_MARK}</em>"), r"<em>\1</em> \2"),
    (re.compile(rf"<em>{_MARK}</em>"), r"\1"),
    (re.compile(rf"“([^“”]*) {_MARK}\.”"), r"“\1” \2."),
    (re.compile(rf"“{_MARK}\.”"), r"\1."),
    (re.compile(_MARK), r"\1"),
)


def _kept(match: re.Match[str]) -> str:
    return f'<span class="nocase">{match[0]}</span>'


# What an organisation issues and nobody signs: there it is the author.
_UNSIGNED = ("report", "book", "pamphlet", "document")


def _signed(item: Csl, style: Style) -> Csl:
    """Return the work with its one issuer as its author, if the style wants that."""
    issuer = item.get("publisher", "")
    named = any(role in item for role in ("author", "editor", "host"))
    if not style.issuer_first or named or not issuer or "; " in issuer:
        return item
    if item["type"] not in _UNSIGNED:
        return item
    kept = {key: value for key, value in item.items()
            if key != "publisher" or not style.issuer_once}  # fmt: skip
    return kept | {"author": [{"literal": issuer}]}


def for_engine(cited: Cited, style: Style) -> Csl:
    """Return the CSL-JSON that is rendered: with what a downloaded file has no use for.

    Brackets keep their letters' case when a style capitalises the title around them; a
    changing page gets the day on which it was seen; unnamed authors get a name to be cut.
    """
    item = dict(cited.csl)
    bracketed = cited.title.bracketed
    text = _ADDRESS.sub(_kept, str(item["title"]).removesuffix(bracketed))
    item["title"] = text + (f'<span class="nocase">{bracketed}</span>' if bracketed else "")
    if cited.changing:
        item["accessed"] = _SEEN
    if cited.others:
        item["author"] = [*item["author"], _NOBODY]
    return _signed(item, style)


def _finished(text: str) -> str:
    """Return the rendering with upright brackets and a place for the reader's own date."""
    for mark, place in _PLACES.items():
        text = text.replace(mark, place)
    for pattern, replacement in _BRACKETS:
        text = pattern.sub(replacement, text)
    return text


def _key(style: bytes, locale: str, item: Csl) -> str:
    told = json.dumps([pandoc.release(), locale, item], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(style + told.encode()).hexdigest()


class Renderer:
    """Renders works; asks pandoc only for those that it has not rendered before."""

    def __init__(self, folder: Path | None = None) -> None:
        self._kept = Store(folder / "citations") if folder else None
        memory = self._kept.get(_KEY) if self._kept else None
        self._known: dict[str, str] = json.loads(memory) if memory else {}
        self._used: dict[str, str] = {}
        self.calls = 0

    def render(self, style: Style, works: Sequence[Cited]) -> list[str]:
        """Return each work in a style, as HTML; ``{day}`` and ``{date}`` are the reader's."""
        texts: dict[int, str] = {}
        groups: dict[int, list[int]] = {}
        for number, cited in enumerate(works):
            named = len(cited.csl.get("author", [])) if cited.others else 0
            groups.setdefault(named, []).append(number)
        for named, numbers in groups.items():
            found = self._group(style, named, [for_engine(works[n], style) for n in numbers])
            texts |= dict(zip(numbers, found, strict=True))
        return [_finished(texts[number]) for number in range(len(works))]

    def _group(self, style: Style, named: int, items: Sequence[Csl]) -> list[str]:
        csl = styles.alone(style, named)
        digest = hashlib.sha256(csl).digest()
        keys = [_key(digest, style.locale, item) for item in items]
        unknown = {key: item for key, item in zip(keys, items, strict=True)
                   if key not in self._known}  # fmt: skip
        if unknown:
            self.calls += 1
            rendered = pandoc.render(csl, style.locale, list(unknown.values()))
            self._known |= dict(zip(unknown, rendered, strict=True))
        self._used |= {key: self._known[key] for key in keys}
        return [self._known[key] for key in keys]

    def save(self) -> None:
        """Remember what was used this time."""
        if self._kept and (self.calls or self._used.keys() != self._known.keys()):
            memory = json.dumps(self._used, ensure_ascii=False, sort_keys=True)
            self._kept.keep(_KEY, memory.encode())
            self._kept.forget_others()
