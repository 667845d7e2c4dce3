"""What a built page says, and the places in it that a result can open at."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from lxml import html
from lxml.html import HtmlElement

# What is on a page for its readers' use, or stands elsewhere: none of it is found by search.
_TAGS = frozenset({
    "audio", "button", "dt", "embed", "form", "iframe", "nav", "noscript", "object", "script",
    "select", "style", "svg", "template", "video",
})  # fmt: skip
_CLASSES = frozenset({
    "atlas", "bars", "button", "cards", "catalogue__results", "cite", "confidence", "count",
    "document", "document__acts", "edit", "entries", "eyebrow", "face", "facets",
    "happening__links", "happening__sources", "jump", "noteref", "notes", "notice", "pager",
    "plate", "player__facts", "player__help", "player__stage", "reading__jump", "relations",
    "shelf", "sources", "subscribe", "time", "transcript__foot", "transcript__other",
    "transcript__tools", "unseen",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr",
})  # fmt: skip
# Between them stands a dot, so that an excerpt does not run them together.
_CELLS = frozenset({"dd", "td", "th"})
_FURNITURE = "record-"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass
class Place:
    """A part of a page: its anchor without the ``#``, its heading, what it says.

    ``minor`` is what every record has, such as its facts and the notes on its sources.
    """

    anchor: str = ""
    heading: str = ""
    text: str = ""

    @property
    def minor(self) -> bool:
        """Tell a part that every record has from one that its author gave a heading."""
        return self.anchor.startswith(_FURNITURE)


@dataclass
class Page:
    """A page: its title, the language it is in and the one it is for, and its places."""

    title: str
    language: str
    edition: str
    places: list[Place] = field(default_factory=list)


def _has(element: HtmlElement | None, name: str) -> bool:
    return element is not None and name in (element.get("class") or "").split()


def _skipped(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _TAGS or element.tag == "h1":
        return True
    classes = (element.get("class") or "").split()
    aside = "note" in classes and (element.tag == "a" or _has(element.getparent(), "record__head"))
    return aside or element.get("hidden") is not None or not _CLASSES.isdisjoint(classes)


def _anchor(element: HtmlElement) -> str:
    """Return the anchor of a place that begins with an element, or nothing.

    A place begins at a heading and at an entry of a list that have an anchor, and at a moment
    of a recording.
    """
    if (start := element.get("data-start")) is not None:
        named = (element.get("href") or "").partition("#")[2]
        return named or f"t={int(float(start))}"
    return (element.get("id") or "") if element.tag in _HEADINGS or element.tag == "li" else ""


def _words(element: HtmlElement) -> str:
    """Return the text of a heading without what is skipped."""
    parts = [element.text or ""]
    for child in element:
        parts += ["" if _skipped(child) else _words(child), child.tail or ""]
    return "".join(parts)


def tidy(text: str) -> str:
    """Return text with single spaces; those that must not break stay for the reader's eye."""
    return re.sub(r"[^\S\u00a0]+", " ", unicodedata.normalize("NFC", text)).strip()


class _Reader:
    """Walks through a page and parts it into places."""

    def __init__(self, edition: str, transcript: str | None) -> None:
        self.edition = edition
        self.transcript = transcript
        self.places = [Place()]
        self.sections: list[str] = []

    def say(self, text: str | None) -> None:
        self.places[-1].text += text or ""

    def foreign(self, element: HtmlElement) -> bool:
        """Tell a transcript in another language than that of the page, if there are both."""
        spoken = element.get("data-language")
        return spoken is not None and self.transcript is not None and spoken != self.transcript

    def read(self, element: HtmlElement) -> None:
        around = self.places[-1]
        for child in element:
            if not _skipped(child) and not self.foreign(child):
                self.enter(child)
            self.say(" " if not isinstance(child.tag, str) else "")
            self.say(child.tail)
        self.back_to(around)

    def back_to(self, around: Place) -> None:
        """Go on with the place around, when the part that a heading opened has ended."""
        here = self.places[-1].anchor
        if here != around.anchor and here not in self.sections:
            self.places.append(Place(around.anchor))

    def enter(self, element: HtmlElement) -> None:
        anchor, around = _anchor(element), self.places[-1]
        heading = element.tag in _HEADINGS
        apart = element.tag not in _INLINE or anchor
        self.say(" " if apart else "")
        if anchor:
            self.places.append(Place(anchor, tidy(_words(element)) if heading else ""))
        if not (anchor and heading):
            self.within(element, around)
        self.say(" · " if element.tag in _CELLS else " " if apart else "")

    def within(self, element: HtmlElement, around: Place) -> None:
        """Read what is in an element; a section belongs to the heading that names it."""
        self.sections.append(element.get("aria-labelledby") or "")
        self.say(element.text)
        self.read(element)
        self.sections.pop()
        self.back_to(around)


def _transcript(main: HtmlElement, edition: str) -> str | None:
    spoken = [code for one in main.iter("details") if (code := one.get("data-language"))]
    return next((code for code in [edition, *spoken] if code in spoken), None)


def read(content: bytes) -> Page | None:
    """Return what a page says; nothing for one that is no page of the archive.

    Redirections, embedded players and plain transcripts have no ``<main id="content">``. What
    asks robots to leave it alone is left alone here too: tombstones, the search page itself.
    """
    root = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    main = root.find(".//main[@id='content']")
    title = None if main is None else next(main.iter("h1"), None)
    if main is None or title is None or root.find(".//meta[@name='robots']") is not None:
        return None
    edition = root.get("lang") or ""
    reader = _Reader(edition, _transcript(main, edition))
    reader.read(main)
    for place in reader.places:
        place.text = tidy(place.text).removesuffix(" ·")
    places = [p for i, p in enumerate(reader.places) if p.text or p.heading or not i]
    return Page(tidy(title.text_content()), title.get("lang") or edition, edition, places)


__all__ = ["Page", "Place", "read", "tidy"]
