"""Typography: the spaces that must not break, set as the last step before a reader sees them."""

from __future__ import annotations

import re
from functools import lru_cache

NBSP = "\u00a0"

# ČSN 01 6910 and the Internetová jazyková příručka (Zalomení řádků): what must not
# stand at the end of a line, or must not be parted.
_ONE_LETTER = re.compile(r"(?<![\w\u00a0])([kosuvziaKOSUVZIA]) +(?=[\w„(]|\Z)")
_AFTER_NBSP = re.compile(r"(?<=\u00a0)([kosuvziaKOSUVZIA]) +(?=[\w„(]|\Z)")
_NUMBER_GROUP = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_UNIT = re.compile(
    r"(?<=\d) (?=(?:%|‰|Kč|EUR|USD|km|min|s|kB|MB|GB|tis\.|mil\.|mld\.|let|lidí|osob|stran[ay]?"
    r"|h)(?!\w))"
)
_DATE = re.compile(
    r"(\d{1,2}\.) (?=(?:\d{1,2}\. ?)?"
    r"(?:led|úno|bře|dub|kvě|čer|srp|zář|říj|lis|pro|\d{1,2}\.|\d{4}\b))"
)
_MONTH_YEAR = re.compile(
    r"((?:lede?n|únor|břez|dube?n|květ|červ|srpe?n|září|říje?n|listopad|prosin)\w*) (?=\d{4}\b)"
)
_ABBREVIATION = re.compile(
    r"\b(č|s|str|r|roč|obr|tab|např|tzv|sv|dr|Dr|Mgr|Ing|čl|odst) ?\. (?=[\w„])"
)
_DASH = re.compile(r"(?<=\S) (?=[–—] )")

# What is not prose: a tag, or an element whose text nobody reads as prose.
_NO_PROSE = re.compile(
    r"(<!--.*?-->|<(script|style|pre|code|textarea|title)\b.*?</\2\s*>|<[^>]*>)",
    re.DOTALL | re.IGNORECASE,
)
_TAG_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_OTHER_RULES = re.compile(r"""\s(?:lang="(?P<lang>[^"]*)"|translate="no")""")
# What has no end: HTML, section 13.1.2.
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
_VOID |= {"source", "track", "wbr"}
_KEPT_OR_BREAK = re.compile(r"(<(pre|textarea)\b.*?</\2>)|[ \t\r]*\n[ \t\r\n]*", re.DOTALL)


def czech_spaces(text: str) -> str:
    """Return plain Czech text with the spaces that must not break made non-breaking."""
    text = _ONE_LETTER.sub(rf"\1{NBSP}", text)
    text = _AFTER_NBSP.sub(rf"\1{NBSP}", text)
    for pattern in (_NUMBER_GROUP, _UNIT, _DASH):
        text = pattern.sub(NBSP, text)
    for pattern in (_DATE, _MONTH_YEAR):
        text = pattern.sub(rf"\1{NBSP}", text)
    return _ABBREVIATION.sub(rf"\1.{NBSP}", text)


def english_spaces(text: str) -> str:
    """Return plain English text whose dates and dashes do not part."""
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    text = re.sub(rf"\b(\d{{1,2}}) (?=(?:{months})\b)", rf"\1{NBSP}", text)
    text = re.sub(r"(?<=\d) (?=(?:per cent|million|kB|MB|min|pages?)\b)", NBSP, text)
    return _DASH.sub(NBSP, text)


_SPACES = {"cs": czech_spaces, "en": english_spaces}


@lru_cache(maxsize=1 << 16)
def typeset(text: str, language: str) -> str:
    """Set plain text by the rules of its language; others are left as they are."""
    return _SPACES.get(language, str)(text)


class _Setter:
    """Sets the text between tags by the rules of the element that it stands in."""

    def __init__(self, language: str) -> None:
        # ``None`` within what must stay to the letter.
        self.language: str | None = language
        # The elements whose ends matter, each with the language around it.
        self._open: list[tuple[str, str | None]] = []

    def set(self, part: str) -> str:
        """Return a piece of HTML, text or markup, in the order of the page."""
        if not part.startswith("<"):
            return part if self.language is None else typeset(part, self.language)
        if named := _TAG_NAME.match(part):
            self._pass(part, named[1].lower())
        return part

    def _pass(self, tag: str, name: str) -> None:
        same = bool(self._open) and self._open[-1][0] == name
        if tag.startswith("</"):
            if same:
                self.language = self._open.pop()[1]
            return
        rules = _OTHER_RULES.search(tag)
        if (rules or same) and name not in _VOID and not tag.endswith("/>"):
            self._open.append((name, self.language))
            if rules and self.language is not None:
                self.language = rules["lang"]


def typeset_html(html: str, language: str = "") -> str:
    """Set the text of HTML by the rules of the language that it is in, as ``lang`` says.

    ``language`` is that of what stands outside any such element. Tags, scripts and code stay
    untouched, and so does what is not to be translated, such as a citation to be copied.
    """
    setter = _Setter(language)
    # The pattern has groups: of each match the whole, then the name within it.
    parts = _NO_PROSE.split(html)
    return "".join(setter.set(part) for number, part in enumerate(parts) if number % 3 < 2)


def unindented(html: str) -> str:
    """Return a page without indentation and empty lines, which no browser shows."""
    return _KEPT_OR_BREAK.sub(lambda found: found[1] or "\n", html)


def plain(text: str) -> str:
    """Return text with every non-breaking space made an ordinary one."""
    return text.replace(NBSP, " ")
